import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';

type Json = Readonly<Record<string, unknown>>;

/** A text that repeats; `#` in the repeated part is its number. */
export interface Repeated {
  readonly head: string;
  readonly each: string;
  readonly times: number;
  readonly tail: string;
}
/** How a subgraph answers requests that match, in place of its schema or around it; the first rule that fits is used. */
interface Rule {
  /** Of the request's body. */
  readonly match?: string;
  /** Of the request's path. */
  readonly url?: string;
  /** How often it fits; default always. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly repeatBody?: Repeated;
  readonly bom?: boolean;
  /** Each character as one byte. */
  readonly latin1?: boolean;
  readonly gzip?: boolean;
  readonly brotli?: boolean;
  /** In pieces of seven bytes. */
  readonly chunked?: boolean;
  readonly delayMs?: number;
  /** Ends the connection without an answer. */
  readonly drop?: boolean;
}
/** What a subgraph knows. A value is told as it stands, but for `$get`, `$json`, `$arg`, `$args` and `$error`: see `meantBy`. */
export interface Knowledge {
  readonly Query?: Json;
  readonly Mutation?: Json;
  readonly Subscription?: Json;
  /** Fields of objects that do not hold them, by type. */
  readonly types?: Readonly<Record<string, Json>>;
  /** By type; `$key` names the fields an entity is known by (`id` unless told), `$any` is who stands in for all others, `$error` fails. */
  readonly entities?: Readonly<Record<string, ReadonlyArray<Json>>>;
  /** A reference to nobody is an error, not null. */
  readonly strict?: boolean;
  readonly http?: ReadonlyArray<Rule>;
  /** Of its address. */
  readonly path?: string;
}
export interface DescribedSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly knows: Knowledge;
}
export interface AskedSubgraph {
  readonly subgraph: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
export function textOf({ head, each, times, tail }: Repeated): string {
  return head + Array.from({ length: times }, (_, index) => each.replaceAll('#', String(index))).join('') + tail;
}

/** Serves a situation's subgraphs over HTTP, each under its name. */
export async function serveSubgraphs(subgraphs: ReadonlyArray<DescribedSubgraph>): Promise<{
  readonly supergraph: string;
  readonly asked: AskedSubgraph[];
  close(): Promise<void>;
}> {
  const asked: AskedSubgraph[] = [];
  const served = new Map(
    subgraphs.map(({ name, sdl, knows }) => [
      name,
      { schema: schemaOf(sdl, knows), rules: knows.http ?? [], used: new Map<Rule, number>() },
    ]),
  );
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { url = '/', headers } = request;
    const subgraph = /^\/(\w+)/.exec(url)?.[1] ?? '';
    const own = served.get(subgraph);
    if (!own) {
      response.writeHead(404).end();
      return;
    }
    asked.push({ subgraph, headers, body });
    const rule =
      own.rules.find(
        ({ match, url: at, times }, index) =>
          (!match || new RegExp(match).test(body)) &&
          (!at || new RegExp(at).test(url)) &&
          (times === undefined || (own.used.get(own.rules[index] as Rule) ?? 0) < times),
      ) ?? {};
    own.used.set(rule, (own.used.get(rule) ?? 0) + 1);
    if (rule.drop) {
      request.socket.destroy();
      return;
    }
    if (rule.delayMs) await sleep(rule.delayMs);
    const repeated = rule.repeatBody;
    const told =
      repeated !== undefined
        ? { status: 200, body: textOf(repeated) }
        : rule.body !== undefined
          ? { status: 200, body: rule.body }
          : await ask(own.schema, body);
    await send(response, rule, told);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, knows }) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://127.0.0.1:${port}/${name}${knows.path ?? ''}`,
    })),
  );
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  if (supergraphSdl === undefined) {
    await close();
    throw new Error(errors?.map(({ message }) => message).join('; '));
  }
  return { supergraph: supergraphSdl, asked, close };
}

async function send(response: ServerResponse, rule: Rule, told: { status: number; body: string }): Promise<void> {
  const plain = Buffer.from(`${rule.bom ? '\ufeff' : ''}${told.body}`, rule.latin1 ? 'latin1' : 'utf8');
  const bytes = rule.gzip ? gzipSync(plain) : rule.brotli ? brotliCompressSync(plain) : plain;
  response.writeHead(rule.status ?? told.status, {
    'content-type': 'application/json',
    ...(rule.gzip ? { 'content-encoding': 'gzip' } : rule.brotli ? { 'content-encoding': 'br' } : {}),
    ...rule.headers,
  });
  if (rule.chunked) {
    for (let at = 0; at < bytes.length; at += 7) {
      response.write(bytes.subarray(at, at + 7));
      await sleep(1);
    }
    response.end();
  } else response.end(bytes);
}

/** As any GraphQL server: 400 for what cannot be read or does not hold. */
async function ask(schema: GraphQLSchema, body: string): Promise<{ status: number; body: string }> {
  const refused = (errors: ReadonlyArray<unknown>) => ({ status: 400, body: JSON.stringify({ errors }) });
  try {
    const { query, variables, operationName } = JSON.parse(body);
    const document = parse(query);
    const invalid = validate(schema, document);
    if (invalid.length > 0) return refused(invalid);
    const result = await execute({ schema, document, variableValues: variables, operationName });
    return { status: 200, body: JSON.stringify(result) };
  } catch (error) {
    return refused([{ message: (error as Error).message }]);
  }
}

function schemaOf(sdl: string, knows: Knowledge): GraphQLSchema {
  const typeDefs = parse(sdl);
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const definition of typeDefs.definitions) {
    if (!/^(Object|Interface)Type(Definition|Extension)$/.test(definition.kind)) continue;
    if (!('fields' in definition) || !('name' in definition)) continue;
    const type = definition.name?.value ?? '';
    const own = resolvers[type] ?? {};
    const isEntity = definition.directives?.some(({ name }) => name.value === 'key');
    if (isEntity || knows.entities?.[type]) own.__resolveReference = (given: Json) => entityOf(type, given, knows);
    const root = (knows as Readonly<Record<string, Json | undefined>>)[type];
    const isRoot = type === 'Query' || type === 'Mutation';
    for (const { name } of definition.kind.startsWith('Object') ? (definition.fields ?? []) : []) {
      const field = name.value;
      own[field] = (source: Json, given: Json) => {
        if (isRoot) return meantBy(root?.[field], source, given);
        return meantBy(Object.hasOwn(source, field) ? source[field] : knows.types?.[type]?.[field], source, given);
      };
    }
    if (Object.keys(own).length > 0) resolvers[type] = own;
  }
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
}

/** The entity that a reference means: the first that all of its key's fields that are given fit. */
function entityOf(type: string, given: Json, knows: Knowledge): unknown {
  const known = knows.entities?.[type] ?? [];
  const plain = JSON.parse(JSON.stringify(given)) as Json;
  const found = known.find((each) => {
    const keys = ((each.$key as ReadonlyArray<string> | undefined) ?? ['id']).filter((key) => key in plain);
    return keys.length > 0 && keys.every((key) => isDeepStrictEqual(plain[key], each[key]));
  });
  if (found) {
    if (found.$error) return failure(found);
    const { $key: _key, $any: _any, ...own } = found;
    return { __typename: type, ...given, ...own };
  }
  if (knows.strict) throw new Error(`${type}: nobody is known by ${JSON.stringify(plain)}`);
  const anybody = known.find(({ $any }) => $any);
  return anybody ? { ...anybody, ...given } : null;
}

function failure({ $error, extensions }: Json): GraphQLError {
  return new GraphQLError(String($error), { extensions: extensions as GraphQLFormattedError['extensions'] });
}

function meantBy(value: unknown, source: Json, given: Json): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const meant = value as Json;
  if ('$error' in meant) throw failure(meant);
  // Arguments as text, one argument, a value below the object itself, the same as text.
  if ('$args' in meant) return JSON.stringify(given);
  if ('$arg' in meant) return given[String(meant.$arg)];
  if ('$get' in meant) return below(source, String(meant.$get).split('.'));
  if ('$json' in meant) return JSON.stringify(below(source, String(meant.$json).split('.')));
  return value;
}

/** `*` steps into each of a list. */
function below(value: unknown, path: ReadonlyArray<string>): unknown {
  const [step, ...rest] = path;
  if (step === undefined || step === '') return value;
  if (step === '*') return ((value ?? []) as ReadonlyArray<unknown>).map((each) => below(each, rest));
  return below((value as Json | null | undefined)?.[step], rest);
}
