import { errorOf } from '../errors.ts';
import type { Fillings, ProblemId } from '../problems.ts';
import type { Leaving } from '../sources/call.ts';
import { json } from '../sources/digits.ts';

export { holdsLostNumber, readDigits as withDigits } from '../sources/digits.ts';

import type { Caller, GraphRequest, GraphResponse, KnownCaller } from '../types.ts';
import type { ReturnedHeaders } from './returned-headers.ts';

/** One request, with what the transport knows of it. */
export interface Asked {
  readonly request: GraphRequest;
  readonly caller: Caller | null;
  /** Passed on to subgraphs. */
  readonly headers: Readonly<Record<string, string>>;
  /** As subgraphs are told of the caller; not told where everyone is told the same. */
  readonly identity: KnownCaller | null;
  /** What is kept holds while this does; null: nothing is kept. */
  readonly revision: string | null;
  /** Refuse mutations. */
  readonly readOnly?: boolean;
  /** Tells anonymous callers apart. */
  readonly address?: string | undefined;
  readonly clientName?: string | undefined;
  readonly leaving?: Leaving | undefined;
  readonly explain?: boolean;
  /** Answer with a body where one can be written at once. */
  readonly asBody?: boolean;
  /** The request's bytes with the headers its answer depends on, where nobody said who they are: its answer may be kept by it. */
  readonly text?: string | undefined;
}

export interface Answer extends GraphResponse {
  /** How it was come by, where not by asking. */
  readonly outcome?: 'CACHED' | 'STALE';
  /** Its data as JSON, where that is at hand. */
  readonly dataText?: string;
  /** The operation was refused before it ran. */
  readonly refused?: true;
  /** The whole answer as JSON, in place of its members: to those who asked for it so. */
  readonly body?: string | Buffer;
  readonly retryAfterSeconds?: number;
  /** Of subgraphs' answers, to be passed on. */
  readonly headers?: ReturnedHeaders;
}
/** An operation that did not run, and why. */
export interface Refused extends Answer {
  readonly refused: true;
}

/** The request with its operation's text, where it brings an id alone. */
export type ReadOperation = (request: GraphRequest, caller: Caller | null) => GraphRequest | Refused;

export function refused<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): Refused {
  return { refused: true, errors: [errorOf(id, ...slots)] };
}

/** Tells callers apart: by who they are, else by where they ask from. */
export function whoAsks({ caller, address }: Pick<Asked, 'caller' | 'address'>): string {
  return caller ? `caller ${caller.subject}` : `address ${address ?? ''}`;
}

/** What of an answer its caller is given. */
export function responseOf({ data, errors, extensions }: Answer): GraphResponse {
  return {
    ...(errors ? { errors } : {}),
    ...(data === undefined ? {} : { data }),
    ...(extensions ? { extensions } : {}),
  };
}

/** An answer as JSON, with every digit of its numbers. */
export function jsonOf(response: GraphResponse): string {
  return json(response);
}

/** The same as it is sent, from its parts as JSON. */
export function bodyOf(data: string, extensions: string | null): string {
  return extensions === null ? `{"data":${data}}` : `{"data":${data},"extensions":${extensions}}`;
}
