import type { GraphResponse, KnownCaller, SubgraphAnswer } from '../types.ts';

/** What a fetch of a plan asks of its subgraph, but for variables. */
export interface Fetch {
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly isQuery: boolean;
  /** A request's body up to its variables. */
  readonly head: string;
}

/** The entities one fetch is about: as JSON, and as values for those who are asked without a network between. */
export interface Entities {
  readonly texts: ReadonlyArray<string>;
  readonly values: ReadonlyArray<unknown>;
}

/** Whether the one who asked has left. An AbortSignal says the same, at a price that most requests need not pay. */
export interface Leaving {
  readonly left: boolean;
  /** The same as a signal, for those who take nothing else. */
  readonly signal: AbortSignal;
  on(listener: () => void): void;
  off(listener: () => void): void;
}

/** One fetch for one request. */
export interface Call {
  readonly fetch: Fetch;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representations: Entities | null;
  /** Read its answer with every digit of its numbers. */
  readonly keepsDigits: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Not part of what is asked: calls that differ in it alone are the same. */
  readonly traceparent: string;
  /** Who asks, where the subgraph is to know. */
  readonly identity: KnownCaller | null;
  /** The same for the same headers and caller. */
  readonly who: string;
  readonly leaving: Leaving | undefined;
  /** When the whole request has to be answered, on `performance.now()`'s clock. */
  readonly until: number;
}

export interface Asking {
  /** The answer's objects belong to nobody else: it was read from bytes. */
  readonly isOwn: boolean;
  readonly response: GraphResponse;
  readonly headers?: SubgraphAnswer['headers'];
}

/** Brings a call to its subgraph. Rejects where it is not answered, or not by then. */
export type Send = (call: Call, leftMs: number) => Promise<SubgraphAnswer>;

export function fetchOf(
  subgraph: string,
  operation: string,
  operationName: string | undefined,
  isQuery = !operation.startsWith('mutation'),
): Fetch {
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return {
    subgraph,
    operation,
    operationName,
    isQuery,
    head: `{"query":${JSON.stringify(operation)},${name}"variables":`,
  };
}
