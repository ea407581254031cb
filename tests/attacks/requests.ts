import { connect } from 'node:net';
import type { Told } from './answers.ts';
import { bulk, hostileNames } from './values.ts';

/** A request as bytes, so that it may be anything. */
export interface HostileRequest {
  readonly what: string;
  readonly method?: string;
  /** In the place of the route's own. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Its end does not come: the connection is closed on this side, and then nobody need answer. */
  readonly isCut?: boolean;
}
export interface Route {
  readonly method: string;
  /** As it was registered: `/uploads/:ticket`. */
  readonly path: string;
}
const takesBody = ({ method }: Route): boolean => ['POST', 'PUT', 'PATCH'].includes(method);

/** What is tried at a route, whichever it is. `reached` is an address that leads into it. */
export function attacksOnRoute(route: Route, reached: string): ReadonlyArray<HostileRequest> {
  return [
    ...lines(route, reached),
    ...headersTried.flatMap(([name, values]) =>
      values.map((value) => ({
        what: `${name}: ${value.slice(0, 20)}`,
        headers: { [name]: value },
        isCut: name === 'transfer-encoding',
      })),
    ),
    ...(takesBody(route) ? bodies : []),
    ...(route.path === '/graphql' ? operations(route) : []),
  ];
}

const parts: ReadonlyArray<string> = [
  ...hostileNames.filter(([, name]) => !/\p{Surrogate}/u.test(name)).map(([, name]) => encodeURIComponent(name)),
  ...['%00', '%zz', '%', '%ed%a0%80', '%c0%af', '%2e%2e%2fgraphql', '..', ';a=b', '', '%0d%0aset-cookie:%20a=b'],
  ...[500, 501, 3000, 12_000].map(bulk),
];

function lines({ path }: Route, reached: string): ReadonlyArray<HostileRequest> {
  const named = /:\w+/.test(path) ? parts.map((part) => path.replace(/:\w+/, part)) : [];
  const beside = ['/%zz', '/..', '//', '/%00', '/__proto__', `/${bulk(12_000)}`, '*', 'nothing', 'http://10.0.0.1:1'];
  const asked = [
    '?__proto__=1',
    `?a=${bulk(12_000)}`,
    '?%zz',
    `?${'a=1&'.repeat(3000)}`,
    '?query[]=a',
    '?query=a&query=b',
  ];
  return [
    ...[...named, ...beside.map((each) => (each.startsWith('/') ? `${reached}${each}` : each)), ...beside].map(
      (line) => ({
        what: `at ${line.slice(0, 30)}`,
        path: line,
      }),
    ),
    ...asked.map((query) => ({ what: `asked ${query.slice(0, 20)}`, path: `${reached}${query}` })),
    ...['DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'OPTIONS', 'HEAD', 'QUERY', 'get', bulk(5000)].map((method) => ({
      what: `by ${method.slice(0, 10)}`,
      method,
    })),
  ];
}

/** As the wire takes them: one byte a character, and no line breaks but those that end a header. */
const words = ['__proto__', '\x7f', '\xff\xfe', 'a\0b', "'; select 1 --", bulk(12_000)];
const headersTried: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ['accept', [...words, 'text/plain', 'application/json;q=x']],
  ['accept-language', [...words, 'zz;q=9,'.repeat(1000)]],
  ['accept-encoding', [...words, 'gzip;q=x', 'br,'.repeat(3000)]],
  [
    'authorization',
    [...words, 'Bearer', 'Bearer a.b.c', `Bearer ${bulk(12_000)}`, 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Basic YTpi'],
  ],
  ['client-key', [...words, 'a.b', '__proto__.a', '.']],
  ['yijianshi-identity', [...words, 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.']],
  ['catalogue-date', [...words, '9999-99-99', '-1', '2026-11-26T00:00:00Z', '0001-01-01']],
  ['catalogue-revision', [...words, '-1', '99999999999999999999']],
  ['traceparent', [...words, '00-0-0-0', `00-${'f'.repeat(32)}-${'f'.repeat(16)}-ff`]],
  ['origin', [...words, 'null', 'http://a:b@c']],
  ['host', [...words, '10.0.0.1', 'a:99999']],
  ['x-forwarded-for', words],
  ['gateway-explain', [...words, 'true']],
  ['cookie', words],
  ['upload-offset', [...words, '-1', '9'.repeat(30), '0', '?1']],
  ['upload-complete', [...words, '1', '?2', '?1', '?0']],
  ['upload-turn', [...words, '0', '99999999999']],
  ['range', ['bytes=0-', 'bytes=9-1', 'bytes=a']],
  ['expect', ['a', '100-continue']],
  ['upgrade', ['websocket', 'h2c']],
  ['content-type', [...words, 'text/plain', 'multipart/form-data', 'application/json; charset=utf-16', 'a/b/c', ';']],
  ['content-length', ['-1', 'a', '9'.repeat(30), '1, 2']],
  ['transfer-encoding', ['a', 'chunked, a', 'chunked']],
  ['x'.repeat(100), [bulk(30_000)]],
];

export const json = { 'content-type': 'application/json' };
const bodies: ReadonlyArray<HostileRequest> = [
  ['nothing', ''],
  ['no JSON', '{"query":'],
  ['null', 'null'],
  ['a list', '[{"query":"{__typename}"}]'],
  ['a number', '1e999'],
  ['a text', `"${bulk(300_000)}"`],
  ['lists in lists', '['.repeat(100_000)],
  ['lists in lists, ended', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['the prototype', '{"__proto__":{"query":"{__typename}"}}'],
  ['the prototype, deeper', '{"query":"{__typename}","variables":{"constructor":{"prototype":{"a":1}}}}'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0xc0, 0x80])],
  ['more than is taken', Buffer.alloc(5 * 1024 * 1024, ' ')],
].map(([what, body]) => ({ what: `${what}`, headers: json, body: body as string | Buffer }));

/** What is tried with an operation itself. */
const texts: ReadonlyArray<string> = [
  ...[
    '',
    '{',
    '\0',
    '\ufeff',
    '#',
    '"""',
    `{ ${bulk(100_000)} }`,
    `{ a(b: "${bulk(100_000)}") }`,
    `# ${bulk(100_000)}`,
  ],
  '{'.repeat(10_000),
  `{ ${'a '.repeat(20_000)} }`,
  `{ ${Array.from({ length: 5000 }, (_each, index) => `a${index}: __typename`).join(' ')} }`,
  `{ __typename ${'@a '.repeat(5000)} }`,
  `query (${Array.from({ length: 3000 }, (_each, index) => `$a${index}: Int`).join(' ')}) { __typename }`,
  '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  `{ ${'departments { '.repeat(60)}code${' }'.repeat(61)}`,
  'subscription { a }',
  '{ __proto__ constructor toString }',
  'query __proto__ { __typename }',
  `query ${bulk(10_000)} { __typename }`,
  `{ lifeEvent(code: "${'\\u{0}'}\\uD800", region: 1e999) { title } }`,
  `{ matter(code: ${'['.repeat(5000)}1${']'.repeat(5000)}) { code } }`,
  `{ lifeEvents(first: ${'9'.repeat(10_000)}, region: "330381000000") { totalCount } }`,
];
const members: ReadonlyArray<readonly [string, unknown]> = [
  ...[1, null, [], {}, true].map((value): [string, unknown] => ['query', value]),
  ...[1, [], {}, bulk(10_000), '__proto__', 'constructor', 'a\0b'].map((value): [string, unknown] => [
    'operationName',
    value,
  ]),
  ...[1, 'a', [], [[]], { [bulk(10_000)]: 1 }, JSON.parse('{"a":{"constructor":1}}')].map(
    (value): [string, unknown] => ['variables', value],
  ),
  ...[
    1,
    'a',
    [],
    { persistedQuery: 1 },
    { persistedQuery: { sha256Hash: bulk(10_000) } },
    { persistedQuery: { sha256Hash: [] } },
  ].map((value): [string, unknown] => ['extensions', value]),
  ...[1, [], bulk(10_000), '__proto__', 'constructor'].map((value): [string, unknown] => ['documentId', value]),
];

function operations({ method }: Route): ReadonlyArray<HostileRequest> {
  const asked = [
    ...texts.map((query) => ({ query })),
    ...members.map(([member, value]) => ({
      ...(member === 'documentId' ? {} : { query: '{ __typename }' }),
      [member]: value,
    })),
  ];
  return asked.map((each): HostileRequest => {
    const what = JSON.stringify(each).slice(0, 60);
    if (method === 'POST') return { what, headers: json, body: JSON.stringify(each) };
    const values = Object.entries(each).map(([name, value]): [string, string] => [
      name,
      (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 10_000),
    ]);
    return { what, path: `/graphql?${new URLSearchParams(values)}` };
  });
}

/** Sends the bytes on a connection of their own, and answers what came back until it ended. */
export function sendTo(
  { hostname, port }: URL,
  route: Route,
  reached: string,
  { method = route.method, path = reached, headers = {}, body = '', isCut = false }: HostileRequest,
): Promise<Told> {
  const told = {
    host: 'attacked',
    connection: 'close',
    ...(takesBody(route) ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
    ...headers,
  };
  const head = [`${method} ${path} HTTP/1.1`, ...Object.entries(told).map(([name, value]) => `${name}: ${value}`)];
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    // Whoever is refused before all is sent may see the connection break.
    socket.on('error', () => {});
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('close', () => done(read(Buffer.concat(chunks).toString())));
    socket.write(Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'));
    socket.write(body);
    // Whoever closes early is no longer answered.
    if (isCut) socket.end();
  });
}

/** Status 0: it ended without a word. */
function read(answer: string): Told {
  const end = answer.indexOf('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
  if (status === 100) return read(answer.slice(end + 4));
  const rest = end < 0 ? '' : answer.slice(end + 4);
  const isChunked = /^transfer-encoding: chunked/im.test(answer.slice(0, end));
  return { status, body: (isChunked ? rest.replace(/(^|\r\n)[0-9a-f]+\r\n/g, '') : rest).trim() };
}
