import type { Readable } from 'node:stream';
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
  /** Of a persisted operation: its id in the manifest. Its hash may also stand in `extensions.persistedQuery.sha256Hash`. */
  readonly documentId?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}
export interface GraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<GraphQLFormattedError>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}
export interface SubgraphCall extends GraphRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks; null where everyone is told the same. */
  readonly identity: KnownCaller | null;
  /** Ends when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}
export interface ForwardedRequest {
  /** `HEAD` asks whether a body would be taken; the answer's `upload-limit: max-size=N` says how long it may be. */
  readonly method: 'PUT' | 'PATCH' | 'POST' | 'GET' | 'HEAD';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks, of what is read; null: nobody in particular. */
  readonly identity: KnownCaller | null;
  readonly body: Buffer | null;
}
export interface ForwardedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}
/** What a subgraph answers; headers by lower-case name, of which `returnHeaders` are passed on. */
export interface SubgraphAnswer extends GraphResponse {
  readonly headers?: Readonly<Record<string, string | ReadonlyArray<string>>>;
}
/** Certificates as PEM texts: who may connect has one of this authority, and so has whoever is connected to. */
export interface MutualTls {
  readonly ca: ReadonlyArray<string>;
  readonly cert: string;
  readonly key: string;
}
/** How one subgraph is reached. Without `execute` it is asked over HTTP at `url`, or at the URL in the supergraph. */
export interface SubgraphOptions {
  readonly execute?: (call: SubgraphCall) => Promise<SubgraphAnswer>;
  /** Objects and lists of its answers are made anew for each call, so that they need not be copied; values of scalars may be shared. */
  readonly fresh?: boolean;
  readonly url?: string;
  /** Of a connection to an https address; default as for any other server. */
  readonly tls?: MutualTls;
  /** Until the whole answer has arrived; default the gateway's `deadlineMs`. Of a mutation at least the request's own time. */
  readonly deadlineMs?: number;
  /** Until its first byte has arrived; default the same. */
  readonly firstByteMs?: number;
  /** Requests under way at once; more are refused. Default 256. */
  readonly concurrency?: number;
  /** What people call it, for errors. */
  readonly name?: LocalizedName;
  /** Routes that are not GraphQL, in process. */
  readonly forward?: (request: ForwardedRequest) => Promise<ForwardedResponse>;
}
/**
 * Who a caller is, read from a verified token's claims `sub`, `kind`, `department` and `scope`. A `CLIENT` is a program that showed its
 * key and no person's token; subgraphs are not told of it.
 */
export interface Caller {
  /** When their token ends, in milliseconds since 1970; none: they are known otherwise. */
  readonly until?: number;
  readonly subject: string;
  readonly kind: 'CITIZEN' | 'STAFF' | 'SERVICE' | 'CLIENT';
  readonly department: string | null;
  readonly scopes: ReadonlyArray<string>;
  /** What else the token's issuer vouches for, under the names that its settings give (`TokenIssuer.claims`). */
  readonly claims?: Readonly<Record<string, string>>;
  /** Id of the program that showed its key, where a person came through one. */
  readonly through?: string;
}
/** A caller as subgraphs are told of it: by the gateway's word in process, and signed by `sign` over a network. */
export type KnownCaller = Caller & { readonly kind: Exclude<Caller['kind'], 'CLIENT'> };
/**
 * Headers that tell a subgraph over a network who asks, for this body alone; null: nobody in particular. At once where they are known,
 * for every promise would be paid by every fetch.
 */
export type Sign = (
  subgraph: string,
  caller: KnownCaller | null,
  body: string,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
/** Which of these policies hold for a caller; one that is not answered for does not. */
export type DecidePolicies = (policies: ReadonlyArray<string>, caller: Caller | null) => Promise<ReadonlyArray<string>>;
/** A program of an integrator's. It sends the header `client-key: <id>.<secret>`. */
export interface ClientOptions {
  /** Letters, digits, `_` and `-`. */
  readonly id: string;
  /** Of the secret, in hexadecimal; the secret is random, at least 20 letters, digits, `_` or `-`. */
  readonly sha256: string;
  /** What it may ask for itself; a person who comes through it has those of their token. */
  readonly scopes: ReadonlyArray<string>;
}
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where its public keys are, or the keys themselves. */
  readonly jwks: URL | { readonly keys: ReadonlyArray<Readonly<Record<string, unknown>>> };
  /** Claims of a person that subgraphs are told of: the name they know → the claim of the token. Texts of at most 200 characters; others are left out. */
  readonly claims?: Readonly<Record<string, string>>;
  /** Asked whether a token still holds. Without it a token holds until it ends. */
  readonly introspection?: TokenIntrospection;
  /** What a token of staff must say of how they signed in; without it any way will do. Citizens are not asked. */
  readonly staffFactor?: RequiredFactor;
}
/** A claim that holds one of these values: `acr` one text, `amr` a list (OpenID Connect Core, section 2; RFC 8176). */
export interface RequiredFactor {
  readonly claim: string;
  readonly values: ReadonlyArray<string>;
}
/** An issuer's endpoint of RFC 7662, by which tokens are taken back. */
export interface TokenIntrospection {
  readonly url: URL;
  /** The gateway's own, which the issuer knows. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** For so long an answer counts, and a token that was taken back may hold; default 5,000 ms. */
  readonly cacheMs?: number;
}
/** Pins what a whole request reads: the value is asked for once, kept until a notification, and sent with every fetch. */
export interface PinOptions {
  readonly header: string;
  /** An operation of the whole schema, `@inaccessible` parts included, whose field holds the value. */
  readonly operation: string;
  readonly field: string;
  readonly channel: string;
  /** Header with the day (ISO date) that the value is asked for; a request without it is answered for today. */
  readonly day?: { readonly header: string; readonly today: () => string };
}
/** An operation answered anew over Server-Sent Events on each notification whose payload is the value of the path's parameter. */
export interface LiveOptions {
  /** With one parameter, which the operation takes as a variable of the same name: `/submissions/:id/events`. */
  readonly path: string;
  readonly channel: string;
  readonly operation: string;
}
export interface ForwardOptions {
  /** `PATCH` goes on with what PUT began (draft-ietf-httpbis-resumable-upload), and HEAD says how much stands. */
  readonly method: 'PUT' | 'PATCH' | 'POST' | 'GET';
  readonly path: string;
  readonly subgraph: string;
}
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}
/**
 * Listens for notifications; the answer stops listening. `listens` is called whenever it begins to, again after a connection was lost: what
 * was said meanwhile is not said again.
 */
export type Listen = (
  channel: string,
  heard: (payload: string) => void,
  listens: () => void,
) => Promise<() => Promise<void>>;

/**
 * Operations by id. `AUDIT`: all are taken, the manifest's are known. `LOG_UNKNOWN`: others are taken and logged. `IDS_FOR_ANONYMOUS`:
 * callers without a token send ids alone. `IDS_ONLY`: everyone does.
 */
export interface PersistedOptions {
  /** A file of Apollo's manifest format: `{ operations: [{ id, body }] }`. */
  readonly manifest?: string;
  readonly mode?: 'AUDIT' | 'LOG_UNKNOWN' | 'IDS_FOR_ANONYMOUS' | 'IDS_ONLY';
}
/** What operations may cost, in objects they can answer with (`@cost`, `@listSize`). */
export interface CostOptions {
  /** `MEASURE`: told in `extensions.cost` outside production, never refused. */
  readonly mode: 'MEASURE' | 'ENFORCE';
  readonly maximum: number;
  /** Length supposed of a list that says nothing of it; default 10. */
  readonly listSize?: number;
}
/** How much one caller may ask for: points are cost, at least one an operation. Anonymous callers are told apart by address. */
export interface RateOptions {
  readonly points: number;
  readonly perSeconds: number;
  /** Counts for several gateways together; default each counts by itself. */
  readonly counter?: RateCounter;
}
/** Rejects with `msBeforeNext` (milliseconds) where a caller has spent too much. */
export interface RateCounter {
  consume(caller: string, points: number): Promise<unknown>;
}
/** Answers kept while the pinned value stands. Needs `pin`. */
export interface CacheOptions {
  /** Subgraphs that tell everyone the same. An operation that asks any other is not kept, and these are not told who queries them. */
  readonly publicSubgraphs: ReadonlyArray<string>;
  /** Default 64 MiB. */
  readonly maximumBytes?: number;
}

/**
 * Takes lines for operators. The message is the gateway's own text; everything else stands in `details`, and nothing of it is what a client
 * asked about. `err` is an error, whose kind, code and place may be written, never its words: they may hold what was asked.
 */
export interface Log {
  info(details: Readonly<Record<string, unknown>>, message: string): void;
  warn(details: Readonly<Record<string, unknown>>, message: string): void;
  error(details: Readonly<Record<string, unknown>>, message: string): void;
}

/** How large an operation may be. */
export interface OperationLimits {
  /** Levels of fields; default 40. */
  readonly depth?: number;
  /** Default 100. */
  readonly aliases?: number;
  /** Default 200. */
  readonly directives?: number;
  /** Default 50. */
  readonly rootFields?: number;
  /** Words, names and signs; default 15,000. */
  readonly tokens?: number;
}

export interface GatewayOptions {
  /** Default: JSON lines on standard error. */
  readonly log?: Log;
  /** Look at the supergraph's file every second, and take over a new one. */
  readonly watch?: boolean;
  readonly cache?: CacheOptions;
  readonly persisted?: PersistedOptions;
  readonly cost?: CostOptions;
  readonly rate?: RateOptions;
  /** Decides `@policy`; without it none holds. */
  readonly policies?: DecidePolicies;
  /**
   * Decides labels of progressive `@override`s, once a request: which of these hold. One that it does not name does not. Labels like
   * `percent(5)` are not asked about.
   */
  readonly overrides?: (
    labels: ReadonlyArray<string>,
    caller: Caller | null,
    headers: Readonly<Record<string, string>>,
  ) => Promise<ReadonlyArray<string>>;
  /** From 0 up to 1; decides labels of percentages. */
  readonly random?: () => number;
  /**
   * Where operations are planned: in threads beside, so that one that is hard to plan holds up nobody else; or here, which wants less
   * memory, and then in a thread those alone that are hard. Default `THREAD` in production, else `HERE`.
   */
  readonly planning?: 'THREAD' | 'HERE';
  /** With planning in threads, how many; default 2. Of several, one is kept for what is easy. Each takes some 110 MiB, at most 512. */
  readonly planningThreads?: number;
  /** Operations that are estimated to be harder to plan than this are refused before. Default 100,000: some seconds of planning. */
  readonly maximumDifficulty?: number;
  /** An operation that is not planned in its thread after this is refused. Default 3,000 ms. */
  readonly planningMs?: number;
  /** Operations under way at once; more are answered 503. Default 512. */
  readonly maximumUnderWay?: number;
  /**
   * An operation's whole time, default 10,000 ms: what is not answered by then is told missing, and no mutation is sent any more. One
   * that was sent has its subgraph's deadline or this, whichever is later.
   */
  readonly requestMs?: number;
  /** Of one answer of a subgraph, once decompressed; a larger one is given up. Default 16 MiB. */
  readonly maximumResponseBytes?: number;
  /** Compress answers for clients that take that; default yes. No where a proxy in front does it. */
  readonly compress?: boolean;
  /** Of a request's body; default 2 MiB. */
  readonly maximumBodyBytes?: number;
  /** What is refused before it is looked at more closely. */
  readonly limits?: OperationLimits;
  /** Of a subgraph that names none of its own, until its whole answer has arrived; default 3,000 ms. */
  readonly deadlineMs?: number;
  /** Operations slower than this are logged by their name and the client's; default 1,000 ms. */
  readonly slowMs?: number;
  /** A request has to have arrived whole after this, and an answer to be taken; a client that is slower is cut off. Default 60,000 ms. */
  readonly slowClientMs?: number;
  /** Between saying that it stops (`/readyz`) and stopping; default 0. */
  readonly drainMs?: number;
  /** What it cannot do without, beside the keys of issuers at an address: while one of these fails, `/readyz` is 503 and names it. */
  readonly checks?: ReadinessChecks;
  readonly supergraph: { readonly file: string } | { readonly sdl: string };
  /** Proofs (`proofOf`) of supergraphs: one of these is not proven again. Every other is, before it answers. */
  readonly proven?: ReadonlyArray<string>;
  readonly subgraphs?: Readonly<Record<string, SubgraphOptions>>;
  readonly auth?: { readonly issuers: ReadonlyArray<TokenIssuer>; readonly clients?: ReadonlyArray<ClientOptions> };
  /** Of the inner server; without it whoever reaches its address may connect. */
  readonly innerTls?: MutualTls;
  /** Tells subgraphs over a network who asks; without it they are not told. */
  readonly sign?: Sign;
  readonly pin?: PinOptions;
  readonly live?: ReadonlyArray<LiveOptions>;
  readonly forward?: ReadonlyArray<ForwardOptions>;
  readonly listen?: Listen;
  /** Request headers passed on, in lower case. */
  readonly passHeaders?: ReadonlyArray<string>;
  /**
   * Headers of subgraphs' answers passed on, in lower case; none by default. Each `set-cookie` is passed on, of others the last. An
   * answer that has any is not kept.
   */
  readonly returnHeaders?: ReadonlyArray<string>;
  readonly explorer?: boolean;
  readonly examples?: ReadonlyArray<Example>;
  /** Introspection, explorer, suggestions and everything else that tells of the schema off. */
  readonly production?: boolean;
  /** Origins whose pages may read answers (CORS), such as `https://app.example.gov.cn`. Default: in production none, else any. */
  readonly origins?: ReadonlyArray<string>;
  /** Serves HTTPS with these, in PEM, and tells browsers to come by HTTPS alone (HSTS). Without it a proxy does. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** `reference` executes by `@apollo/gateway`'s own executor. */
  readonly executor?: 'compiled' | 'reference';
}
/** By name: each rejects with the reason where something cannot be used now. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<void>>>;
export interface SupergraphStatus {
  /** SHA-256 of the supergraph that answers. */
  readonly supergraph: string;
  readonly since: string;
  /** Why the latest one offered was refused; null: it was not. */
  readonly refused: { readonly at: string; readonly reason: string } | null;
}
export interface Gateway {
  readonly app: FastifyInstance;
  /** For those who run it, and for parts of its graph: never listens where `app` does. */
  readonly inner: FastifyInstance;
  /** Runs an operation of the public schema as a caller. */
  execute(
    request: GraphRequest,
    as?: Caller | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<GraphResponse>;
  /** Runs an operation of the whole schema, `@inaccessible` parts included, as a service of the graph. */
  internal(request: GraphRequest, headers?: Readonly<Record<string, string>>): Promise<GraphResponse>;
  /** Takes over a new supergraph in one step, from where the first came or as given; one that does not hold is refused. */
  reload(from?: GatewayOptions['supergraph']): Promise<SupergraphStatus>;
  /** The query plans of an operation, as text. */
  explain(request: GraphRequest): string;
  listen(port: number, host: string): Promise<string>;
  listenInner(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}
