import type { FastifyInstance } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

export interface LocalizedName {
  readonly zh: string;
  readonly en: string;
}
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}
export interface GraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<GraphQLFormattedError>;
}
export interface SubgraphCall extends GraphRequest {
  readonly headers: Readonly<Record<string, string>>;
}
export interface ForwardedRequest {
  readonly method: 'PUT' | 'GET';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}
export interface ForwardedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}
/** How one subgraph is reached. Without `execute` it is asked over HTTP at `url`, or at the URL in the supergraph. */
export interface SubgraphOptions {
  readonly execute?: (call: SubgraphCall) => Promise<GraphResponse>;
  readonly url?: string;
  /** Until the whole answer has arrived; default 3,000 ms. */
  readonly deadlineMs?: number;
  /** What people call it, for errors. */
  readonly name?: LocalizedName;
  /** Routes that are not GraphQL, in process. */
  readonly forward?: (request: ForwardedRequest) => Promise<ForwardedResponse>;
}
/** Who a caller is, read from a verified token's claims `sub`, `kind`, `department` and `scope`. */
export interface Caller {
  readonly subject: string;
  readonly kind: 'CITIZEN' | 'STAFF' | 'SERVICE';
  readonly department: string | null;
  readonly scopes: ReadonlyArray<string>;
}
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where its public keys are, or the keys themselves. */
  readonly jwks: URL | { readonly keys: ReadonlyArray<Readonly<Record<string, unknown>>> };
}
/** Pins what a whole request reads: the value is asked for once, kept until a notification, and sent with every fetch. */
export interface PinOptions {
  readonly header: string;
  /** An operation of the whole schema, `@inaccessible` parts included, whose field holds the value. */
  readonly operation: string;
  readonly field: string;
  readonly channel: string;
}
/** An operation answered anew over Server-Sent Events on each notification whose payload is the value of the path's parameter. */
export interface LiveOptions {
  /** With one parameter, which the operation takes as a variable of the same name: `/submissions/:id/events`. */
  readonly path: string;
  readonly channel: string;
  readonly operation: string;
}
export interface ForwardOptions {
  readonly method: 'PUT' | 'GET';
  readonly path: string;
  readonly subgraph: string;
}
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}
/** Listens for notifications; the answer stops listening. */
export type Listen = (channel: string, heard: (payload: string) => void) => Promise<() => Promise<void>>;

export interface GatewayOptions {
  readonly supergraph: { readonly file: string } | { readonly sdl: string };
  readonly subgraphs?: Readonly<Record<string, SubgraphOptions>>;
  readonly auth?: { readonly issuers: ReadonlyArray<TokenIssuer> };
  /** Signs the identity that subgraphs check; without it none is sent. */
  readonly inwardSecret?: string;
  readonly pin?: PinOptions;
  readonly live?: ReadonlyArray<LiveOptions>;
  readonly forward?: ReadonlyArray<ForwardOptions>;
  readonly listen?: Listen;
  /** Request headers passed on, in lower case. */
  readonly passHeaders?: ReadonlyArray<string>;
  readonly explorer?: boolean;
  readonly examples?: ReadonlyArray<Example>;
  /** Introspection and explorer off. */
  readonly production?: boolean;
  /** `reference` executes by `@apollo/gateway`'s own executor. */
  readonly executor?: 'compiled' | 'reference';
}
export interface Gateway {
  readonly app: FastifyInstance;
  /** Runs an operation of the public schema as a caller. */
  execute(
    request: GraphRequest,
    as?: Caller | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<GraphResponse>;
  /** Runs an operation of the whole schema, `@inaccessible` parts included, as a service of the graph. */
  internal(request: GraphRequest, headers?: Readonly<Record<string, string>>): Promise<GraphResponse>;
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}
