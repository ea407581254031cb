import type { Pool } from 'undici';
import type { Sign, SubgraphAnswer } from '../types.ts';
import type { Call, Send } from './call.ts';
import { json, readDigits } from './digits.ts';
import { Exchange } from './exchange.ts';
import { Flights } from './flights.ts';
import { OutageError } from './outage.ts';
import { settled } from './reading.ts';

export interface OverHttpOptions {
  readonly firstByteMs: number;
  /** Names of headers of its answers that are passed on. */
  readonly returned: ReadonlyArray<string>;
  readonly maximumBytes: number;
  /** Tells it who asks. */
  readonly sign: Sign | undefined;
}

/** Sends calls to a subgraph's address. */
export function overHttp(pool: Pool, url: URL, { firstByteMs, returned, maximumBytes, sign }: OverHttpOptions): Send {
  const flights = new Flights();
  const depart = ({ fetch, headers, identity, traceparent }: Call, body: string, leftMs: number): Exchange => {
    const headersTimeout = Math.max(1, fetch.isQuery ? Math.min(firstByteMs, leftMs) : leftMs);
    const said = { ...headers, traceparent, 'content-type': 'application/json', accept: 'application/json' };
    let sent = said;
    const send = ({ pathname, search }: URL, exchange: Exchange): void => {
      pool.dispatch(
        { path: pathname + search, method: 'POST', headers: sent, body, headersTimeout, bodyTimeout: 0 },
        exchange,
      );
    };
    const follow = (location: string, exchange: Exchange): boolean => {
      const next = URL.canParse(location, url) ? new URL(location, url) : null;
      // Only these two say that a mutation was not done; and what is sent is meant for this host alone.
      const mayAgain = fetch.isQuery || exchange.status === 307 || exchange.status === 308;
      if (!next || next.origin !== url.origin || !mayAgain) return false;
      send(next, exchange);
      return true;
    };
    const exchange = new Exchange({ leftMs, returned, maximumBytes, follow });
    const signed = sign?.(fetch.subgraph, identity, body);
    const go = (more: Readonly<Record<string, string>> | undefined): void => {
      sent = { ...said, ...more };
      send(url, exchange);
    };
    // What could not be signed was not sent.
    if (signed instanceof Promise) signed.then(go, () => exchange.giveUp());
    else go(signed);
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
    if (!leaving || !fetch.isQuery) return answerOf(await exchange.text, exchange, call);
    const leave = (): void => flights.leave(flight);
    leaving.on(leave);
    try {
      return answerOf(await exchange.text, exchange, call);
    } finally {
      leaving.off(leave);
    }
  };
}

const mayPass: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** GraphQL is what it says whatever its status; of all else the status is what can be told. */
function answerOf(text: string, { status, retryAfterMs, headers }: Exchange, call: Call): SubgraphAnswer {
  const told = status === 200 ? {} : { status, retryAfterMs };
  const answer = readAnswer(text, call);
  if (answer && (answer.data || !mayPass.has(status))) return headers === undefined ? answer : { ...answer, headers };
  if (mayPass.has(status)) throw new OutageError('SUBGRAPH_UNAVAILABLE', { ...told, ...(answer ? { answer } : {}) });
  throw new OutageError(status >= 400 && status < 500 ? 'SUBGRAPH_REFUSED' : 'SUBGRAPH_INVALID_RESPONSE', told);
}

function readAnswer(text: string, { representations, keepsDigits }: Call): SubgraphAnswer | undefined {
  let answer: unknown;
  try {
    answer = keepsDigits ? readDigits(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
  return settled(answer, representations?.texts.length ?? null);
}

function variablesText({ variables, representations }: Call): string {
  const text = json(variables);
  if (!representations) return text;
  const own = text === '{}' ? '{' : `${text.slice(0, -1)},`;
  return `${own}"representations":[${representations.texts.join(',')}]}`;
}
