import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/index.ts';
import { Breaker } from '../../gateway/sources/breaker.ts';
import { patient } from '../patient.ts';
import { composed, type Part } from './subgraphs.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const part = (name: string): Part => [name, `type Query { ${name}: String } type Mutation { set${name}: String }`, {}];
const supergraph = composed(...names.map(part));
const everything = `{ ${names.join(' ')} }`;

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void;
const ends: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(handle: Handle): Promise<string> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => handle(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const well =
  (name: string): Handle =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { [name]: `from ${name}`, [`set${name}`]: 'done' } }));
  };

async function withFaulty(
  handle: Handle | null,
  { deadlineMs = patient.deadlineMs, ...more }: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const urls = new Map<string, string>();
  for (const name of names) {
    urls.set(
      name,
      name === 'd' && handle === null
        ? 'http://127.0.0.1:1/'
        : await serve(name === 'd' && handle ? handle : well(name)),
    );
  }
  const gateway = await createGateway({
    supergraph: { sdl: supergraph },
    ...patient,
    ...more,
    subgraphs: Object.fromEntries(
      names.map((name) => [
        name,
        {
          url: urls.get(name) as string,
          ...(name === 'd' ? { deadlineMs } : {}),
          name: { zh: `部门${name}`, en: `Department ${name}` },
        },
      ]),
    ),
  });
  ends.push(() => gateway.close());
  return gateway;
}

const faults: ReadonlyArray<readonly [string, Handle | null, string]> = [
  ['refuses connections', null, 'SUBGRAPH_UNAVAILABLE'],
  ['resets before the headers', (request) => request.socket.destroy(), 'SUBGRAPH_UNAVAILABLE'],
  [
    'resets in the middle of the body',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":');
      setTimeout(() => response.socket?.destroy(), 20);
    },
    'SUBGRAPH_UNAVAILABLE',
  ],
  ['accepts and is silent', () => {}, 'SUBGRAPH_TIMEOUT'],
  [
    'sends one byte now and then',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    'SUBGRAPH_TIMEOUT',
  ],
  [
    'answers 500 with a page',
    (_request, response) => response.writeHead(500).end('<html>'),
    'SUBGRAPH_INVALID_RESPONSE',
  ],
  ['answers 502 with a page', (_request, response) => response.writeHead(502).end('<html>'), 'SUBGRAPH_UNAVAILABLE'],
  [
    'answers 429 and names a time too far off',
    (_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
    'SUBGRAPH_UNAVAILABLE',
  ],
  ['answers broken JSON', (_request, response) => response.end('{"data":{'), 'SUBGRAPH_INVALID_RESPONSE'],
  ['answers JSON that is no answer', (_request, response) => response.end('[]'), 'SUBGRAPH_INVALID_RESPONSE'],
  [
    'answers fifty megabytes',
    (_request, response) => {
      const block = Buffer.alloc(1024 * 1024, 97);
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      response.write('{"data":{"d":"');
      more();
    },
    'SUBGRAPH_RESPONSE_TOO_LARGE',
  ],
];

describe('one of eight subgraphs', () => {
  it.each(faults)('%s: the other seven are told, and whose answer is missing', async (_name, handle, code) => {
    // Short for the one that would never answer whole; the others have all the time they want.
    const gateway = await withFaulty(handle, code === 'SUBGRAPH_TIMEOUT' ? { deadlineMs: 300 } : {});
    const { data, errors } = await gateway.execute({ query: everything });
    expect(data).toEqual(Object.fromEntries(names.map((name) => [name, name === 'd' ? null : `from ${name}`])));
    expect(errors?.map(({ path }) => path)).toEqual([['d']]);
    expect(errors?.[0]?.extensions).toMatchObject({
      code,
      subgraph: 'd',
      // The same question has the same answer.
      retryable: code !== 'SUBGRAPH_RESPONSE_TOO_LARGE',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(errors?.[0]?.message).toMatch(/部门d.*Department d/s);
  });

  it('answers errors without a message: they get one', async () => {
    const gateway = await withFaulty((_request, response) =>
      response.end('{"data":{"d":null},"errors":[{"path":["d"]}]}'),
    );
    const { errors } = await gateway.execute({ query: everything });
    expect(errors?.[0]?.message).toBeTypeOf('string');
  });
});

describe('what a subgraph says went wrong', () => {
  const errors = [
    { message: 'relation "person" does not exist at 10.0.0.7', path: ['d'], locations: [{ line: 1, column: 2 }] },
    { message: 'stack', path: ['d'], extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at desk.ts:7'] } },
    {
      message: '请补正。 Correct it.',
      path: ['d'],
      extensions: { code: 'INVALID_FORM', field: 'name', exception: {} },
    },
  ];
  const broken: Handle = (_request, response) => response.end(JSON.stringify({ data: { d: null }, errors }));

  it('is told without addresses in production, but for what has a code', async () => {
    const gateway = await withFaulty(broken, { production: true, planning: 'HERE' });
    const answer = await gateway.execute({ query: '{ d }' });
    expect(JSON.stringify(answer)).not.toMatch(/relation|10\.0\.0\.7|stack|desk|locations|exception/);
    const accident = { code: 'INTERNAL_SERVER_ERROR', subgraph: 'd', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) };
    expect(answer.errors).toEqual([
      { message: expect.stringContaining('部门d'), path: ['d'], extensions: expect.objectContaining(accident) },
      { message: expect.stringContaining('Department d'), path: ['d'], extensions: expect.objectContaining(accident) },
      {
        message: '请补正。 Correct it.',
        path: ['d'],
        extensions: { code: 'INVALID_FORM', field: 'name', subgraph: 'd' },
      },
    ]);
  });

  it('is told to developers as it was said', async () => {
    const gateway = await withFaulty(broken);
    const answer = await gateway.execute({ query: '{ d }' });
    expect(answer.errors?.map(({ message }) => message)).toEqual(errors.map(({ message }) => message));
  });
});

describe('a subgraph that fails for a moment', () => {
  const flaky = (times: number) => {
    const seen: string[] = [];
    const handle: Handle = (request, response, body) => {
      seen.push(body);
      if (seen.length <= times) request.socket.destroy();
      else well('d')(request, response, body);
    };
    return { seen, handle };
  };

  it('is asked again for a query, within the deadline', async () => {
    const { seen, handle } = flaky(2);
    const gateway = await withFaulty(handle);
    const { data, errors } = await gateway.execute({ query: '{ d }' });
    expect([data, errors]).toEqual([{ d: 'from d' }, undefined]);
    expect(seen).toHaveLength(3);
  });

  it('is sent a mutation once, whatever becomes of it', async () => {
    const { seen, handle } = flaky(1);
    const gateway = await withFaulty(handle);
    const { errors } = await gateway.execute({ query: 'mutation { setd }' });
    expect(errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen).toHaveLength(1);
  });

  it('is left alone after ten failures, and found again', () => {
    const breaker = new Breaker();
    let now = 1000;
    for (let index = 0; index < 9; index++) breaker.failed(now);
    expect(breaker.state(now)).toBe('CLOSED');
    breaker.failed(now);
    expect([breaker.state(now), breaker.lets(now)]).toEqual(['OPEN', false]);
    now += 5000;
    expect([breaker.lets(now), breaker.lets(now)]).toEqual([true, false]);
    breaker.failed(now);
    expect(breaker.lets(now + 4999)).toBe(false);
    now += 5000;
    expect(breaker.lets(now)).toBe(true);
    breaker.succeeded(now);
    expect([breaker.state(now), breaker.lets(now)]).toEqual(['CLOSED', true]);
  });

  it('is not opened by a few failures among many answers', () => {
    const breaker = new Breaker();
    for (let index = 0; index < 30; index++) {
      breaker.succeeded(1000);
      if (index % 2 === 0) breaker.failed(1000);
    }
    expect(breaker.state(1000)).toBe('CLOSED');
  });

  it('is not asked while its breaker is open, and the others are', async () => {
    let asked = 0;
    const gateway = await withFaulty((request) => {
      asked += 1;
      request.socket.destroy();
    });
    // It is tried again after a while, which does not pass here.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    for (let index = 0; index < 6; index++) await gateway.execute({ query: '{ d }' });
    const before = asked;
    const { data, errors } = await gateway.execute({ query: everything });
    expect(asked).toBe(before);
    expect(data).toMatchObject({ a: 'from a', h: 'from h', d: null });
    expect(errors?.[0]?.extensions?.subgraph).toBe('d');
    const metrics = await gateway.inner.inject('/metrics');
    expect(metrics.body).toContain('gateway_breaker_open{subgraph="d"} 1');
    expect(metrics.body).toContain('gateway_breaker_open{subgraph="a"} 0');
  });
});

describe('a request has a time of its own', () => {
  const silent: Handle = () => {};

  it('in which what is late is told missing, whatever time its subgraph has', async () => {
    const gateway = await withFaulty(silent, { requestMs: 2000 });
    const { data, errors } = await gateway.execute({ query: everything });
    expect(data).toEqual(Object.fromEntries(names.map((name) => [name, name === 'd' ? null : `from ${name}`])));
    expect(errors?.map(({ extensions }) => [extensions?.code, extensions?.subgraph])).toEqual([
      ['SUBGRAPH_TIMEOUT', 'd'],
    ]);
  });

  it('and however often that was too short, its subgraph is not blamed', async () => {
    let asked = 0;
    const gateway = await withFaulty(
      () => {
        asked += 1;
      },
      { requestMs: 200 },
    );
    // Each in a language of its own, or they would be asked as one.
    while (asked < 12) {
      const headers = { 'accept-language': `zh;q=0.${asked}` };
      const { errors } = await gateway.execute({ query: '{ d }' }, null, headers);
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_TIMEOUT']);
    }
    expect((await gateway.inner.inject('/metrics')).body).toContain('gateway_breaker_open{subgraph="d"} 0');
  });

  it('after which no mutation is sent; one that was sent is waited for', async () => {
    const requestMs = 1000;
    const seen: string[] = [];
    const gateway = await withFaulty(
      (request, response, body) => {
        seen.push(body);
        setTimeout(() => well('d')(request, response, body), requestMs + 100);
      },
      { requestMs },
    );
    const { data, errors } = await gateway.execute({ query: 'mutation { setd again: setd seta }' });
    expect(data).toEqual({ setd: 'done', again: null, seta: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['again'], 'SUBGRAPH_TIMEOUT'],
      [['seta'], 'SUBGRAPH_TIMEOUT'],
    ]);
    expect(seen).toHaveLength(1);
  });
});

it('waits for the answer of a mutation as long as the request may take: its subgraph may ask others', async () => {
  const slow = async (query: string) => {
    const gateway = await withFaulty(
      (request, response, body) => {
        setTimeout(() => well('d')(request, response, body), 400);
      },
      { deadlineMs: 100, requestMs: 60_000 },
    );
    return (await gateway.execute({ query })).data;
  };
  expect(await slow('mutation { setd }')).toEqual({ setd: 'done' });
  expect(await slow('{ d }')).toEqual({ d: null });
});

it('asks once for what several ask at once, and separately for each person', async () => {
  let asked = 0;
  const gateway = await withFaulty((request, response, body) => {
    asked += 1;
    setTimeout(() => well('d')(request, response, body), 50);
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.execute({ query: '{ d }' })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"data":{"d":"from d"}}']));
  expect(asked).toBe(1);
  await Promise.all(
    ['zh', 'en'].map((language) => gateway.execute({ query: '{ d }' }, null, { 'accept-language': language })),
  );
  expect(asked).toBe(3);
});

it('stops asking when the client has left', async () => {
  let cut: (() => void) | undefined;
  const wasCut = new Promise<void>((resolve) => {
    cut = resolve;
  });
  let reached: (() => void) | undefined;
  const wasReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const gateway = await withFaulty((request) => {
    request.socket.on('close', () => cut?.());
    reached?.();
  });
  const address = await gateway.listen(0, '127.0.0.1');
  const leaving = new AbortController();
  const request = fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ d }' }),
    signal: leaving.signal,
  }).catch(() => 'left');
  await wasReached;
  leaving.abort();
  expect(await request).toBe('left');
  await wasCut;
});
