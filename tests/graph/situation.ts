import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayOptions } from '../../gateway/index.ts';
import {
  type AskedSubgraph,
  type DescribedSubgraph,
  type Knowledge,
  type Repeated,
  textOf,
} from './situation-subgraphs.ts';

export interface Expectation {
  readonly status?: number | ReadonlyArray<number>;
  readonly data?: unknown;
  /** Fields in this very order. */
  readonly ordered?: boolean;
  readonly errors?: boolean | ReadonlyArray<{ path?: ReadonlyArray<string | number>; message?: string; code?: string }>;
  readonly errorCount?: number;
  /** Each of these places lies at or below some error's path. */
  readonly covered?: ReadonlyArray<ReadonlyArray<string | number>>;
  readonly textHas?: ReadonlyArray<string>;
  readonly textLacks?: ReadonlyArray<string>;
  readonly header?: Readonly<Record<string, string>>;
  /** How often each subgraph was asked. */
  readonly asked?: Readonly<Record<string, number>>;
  readonly sent?: Readonly<
    Record<string, { readonly has?: ReadonlyArray<string>; readonly lacks?: ReadonlyArray<string> }>
  >;
  readonly sentHeaders?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}
export interface Step {
  readonly operation: string | Repeated;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly http?: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly rawBody?: string;
  };
  /** How often it is asked: what comes again may be answered by other code. */
  readonly times?: number;
  readonly expect: Expectation;
}
export interface Situation {
  readonly says: string;
  /** Public reports of it. */
  readonly seenIn?: string;
  readonly settings?: Partial<GatewayOptions>;
  readonly steps: ReadonlyArray<Step>;
  readonly subgraphs: ReadonlyArray<DescribedSubgraph>;
}
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Reads a folder of `case.json`, `data.json` and one `.graphql` for each subgraph. */
export function readSituation(folder: string): Situation {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const knowledge = JSON.parse(read('data.json')) as Readonly<Record<string, Knowledge>>;
  const names = readdirSync(folder).flatMap((name) => /^(.+)\.graphql$/.exec(name)?.[1] ?? []);
  return {
    ...(JSON.parse(read('case.json')) as Omit<Situation, 'subgraphs'>),
    subgraphs: names.sort().map((name) => ({ name, sdl: read(`${name}.graphql`), knows: knowledge[name] ?? {} })),
  };
}

export async function askGateway(address: string, step: Step): Promise<Answered> {
  const { http = {}, variables, operationName } = step;
  const query = typeof step.operation === 'string' ? step.operation : textOf(step.operation);
  const wanted = {
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
  };
  const isGet = http.method === 'GET';
  const search = new URLSearchParams({ query });
  for (const [name, value] of Object.entries(wanted))
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const response = await fetch(isGet ? `${address}?${search}` : address, {
    method: http.method ?? 'POST',
    headers: { ...(isGet ? {} : { 'content-type': 'application/json' }), ...http.headers },
    ...(isGet || http.method === 'OPTIONS' ? {} : { body: http.rawBody ?? JSON.stringify({ query, ...wanted }) }),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** What of an answer is not as expected; nothing: all is. */
export function faultsOf(
  expect: Expectation,
  { status, headers, body }: Answered,
  asked: ReadonlyArray<AskedSubgraph>,
): ReadonlyArray<string> {
  const faults: string[] = [];
  const want = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault.slice(0, 800));
  };
  const { data = null, errors = [] } = readJson(body);
  if (expect.status !== undefined) want([expect.status].flat().includes(status), `status ${status}`);
  if ('data' in expect) want(isDeepStrictEqual(data, expect.data), `data ${JSON.stringify(data)}`);
  if (expect.ordered) want(JSON.stringify(data) === JSON.stringify(expect.data), `order ${JSON.stringify(data)}`);
  const told = JSON.stringify(errors);
  if (expect.errors === false) want(errors.length === 0, `errors ${told}`);
  else if (expect.errors !== undefined) want(errors.length > 0, 'no errors');
  for (const { path, message, code } of Array.isArray(expect.errors) ? expect.errors : []) {
    const fits = (error: GraphQLFormattedError): boolean =>
      (path === undefined || isDeepStrictEqual(error.path, path)) &&
      (message === undefined || error.message.includes(message)) &&
      (code === undefined || error.extensions?.code === code);
    want(errors.some(fits), `no error like ${JSON.stringify({ path, message, code })} but ${told}`);
  }
  if (expect.errorCount !== undefined) want(errors.length === expect.errorCount, `${errors.length} errors: ${told}`);
  for (const place of expect.covered ?? []) {
    const covers = ({ path }: GraphQLFormattedError): boolean =>
      Array.isArray(path) && path.every((step, depth) => depth >= place.length || step === place[depth]);
    want(errors.some(covers), `no error covers ${place.join('.')} but ${told}`);
  }
  for (const part of expect.textHas ?? []) want(body.includes(part), `no ${part} in ${body}`);
  for (const part of expect.textLacks ?? []) want(!body.includes(part), `${part} in ${body}`);
  for (const [name, part] of Object.entries(expect.header ?? {}))
    want(headers.get(name)?.includes(part) ?? false, `header ${name}: ${headers.get(name)}`);
  const of = (subgraph: string): ReadonlyArray<AskedSubgraph> => asked.filter((each) => each.subgraph === subgraph);
  for (const [subgraph, times] of Object.entries(expect.asked ?? {}))
    want(of(subgraph).length === times, `${subgraph} asked ${of(subgraph).length} times`);
  for (const [subgraph, { has = [], lacks = [] }] of Object.entries(expect.sent ?? {})) {
    const bodies = of(subgraph)
      .map((each) => each.body)
      .join('\n');
    for (const part of has) want(new RegExp(part).test(bodies), `${subgraph} was not sent ${part} but ${bodies}`);
    for (const part of lacks) want(!new RegExp(part).test(bodies), `${subgraph} was sent ${bodies}`);
  }
  for (const [subgraph, wanted] of Object.entries(expect.sentHeaders ?? {})) {
    const sent = of(subgraph).at(-1)?.headers ?? {};
    for (const [name, value] of Object.entries(wanted))
      want(sent[name] === value, `${subgraph} got ${name}: ${sent[name]}`);
  }
  return faults;
}

function readJson(body: string): { data?: unknown; errors?: ReadonlyArray<GraphQLFormattedError> } {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
