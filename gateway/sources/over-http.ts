import type { Pool } from 'undici';
import type { Call, Send } from './call.ts';
import { Exchange } from './exchange.ts';
import { Flights } from './flights.ts';
import { readAnswer } from './reading.ts';

/** Sends calls to a subgraph's address; `returned` are the headers of its answers that are passed on. */
export function overHttp(pool: Pool, url: URL, firstByteMs: number, returned: ReadonlyArray<string>): Send {
  const path = url.pathname + url.search;
  const flights = new Flights();
  const depart = ({ headers, traceparent }: Call, body: string, leftMs: number): Exchange => {
    const exchange = new Exchange(leftMs, returned);
    pool.dispatch(
      {
        path,
        method: 'POST',
        headers: { ...headers, traceparent, 'content-type': 'application/json', accept: 'application/json' },
        body,
        headersTimeout: Math.max(1, Math.min(firstByteMs, leftMs)),
        bodyTimeout: 0,
      },
      exchange,
    );
    return exchange;
  };

  return async (call, leftMs) => {
    const { fetch, leaving } = call;
    const text = `${fetch.head}${variablesText(call)}`;
    // A cookie is for one client alone, and a mutation is done as often as it is asked for.
    const key = fetch.isQuery && returned.length === 0 ? text + call.who : null;
    const joined = key === null ? undefined : flights.find(key);
    const flight = joined ?? flights.begin(depart(call, `${text}}`, leftMs), key);
    flight.waiting += 1;
    const { exchange } = flight;
    // A mutation that was sent runs to its end: its answer decides what is told.
    if (!leaving || !fetch.isQuery) return readAnswer(await exchange.text, exchange.headers);
    const leave = (): void => flights.leave(flight);
    leaving.on(leave);
    try {
      return readAnswer(await exchange.text, exchange.headers);
    } finally {
      leaving.off(leave);
    }
  };
}

function variablesText({ variables, representations }: Call): string {
  const text = JSON.stringify(variables);
  if (!representations) return text;
  const own = text === '{}' ? '{' : `${text.slice(0, -1)},`;
  return `${own}"representations":[${representations.texts.join(',')}]}`;
}
