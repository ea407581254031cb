import type { Sign, SubgraphAnswer } from '../types.ts';
import type { Call, Send } from './call.ts';
import { json, readDigits } from './digits.ts';
import { Exchange, type Line } from './exchange.ts';
import { Flights } from './flights.ts';
import { OutageError } from './outage.ts';
import { settled } from './reading.ts';

export interface OverHttpOptions extends Line {
  readonly firstByteMs: number;
  /** Tells it who asks. */
  readonly sign: Sign | undefined;
}

/** Sends calls to a subgraph's address. */
export function overHttp({ firstByteMs, sign, ...line }: OverHttpOptions): Send {
  const flights = new Flights();
  const depart = ({ fetch, headers, identity, traceparent }: Call, body: string, leftMs: number): Exchange => {
    const { isQuery } = fetch;
    const said = { ...headers, traceparent, 'content-type': 'application/json', accept: 'application/json' };
    const headersTimeout = Math.max(1, isQuery ? Math.min(firstByteMs, leftMs) : leftMs);
    const exchange = new Exchange(line, { isQuery, body, headers: said, headersTimeout }, leftMs);
    const signed = sign?.(fetch.subgraph, identity, body);
    if (signed instanceof Promise) departWhenSigned(signed, exchange);
    else exchange.depart(signed);
    return exchange;
  };

  return async (call, leftMs) => {
    const { fetch, leaving } = call;
    const text = `${fetch.head}${variablesText(call)}`;
    // A cookie is for one client alone, and a mutation is done as often as it is asked for.
    const key = fetch.isQuery && line.returned.length === 0 ? text + call.who : null;
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

/** What could not be signed is not sent. */
function departWhenSigned(signed: Promise<Readonly<Record<string, string>>>, exchange: Exchange): void {
  signed.then(
    (headers) => exchange.depart(headers),
    () => exchange.giveUp(),
  );
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
