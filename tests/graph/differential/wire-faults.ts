import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type GraphQLSchema, getNullableType, isListType } from 'graphql';
import type { Told } from '../generated-supergraph.ts';
import { type Draw, ofAnotherShape, type Place, pick, placesOf } from './faults.ts';

/** One answer of a subgraph on its way out. */
export interface Leaving {
  readonly response: ServerResponse;
  readonly answer: Told;
  readonly fetch: string;
  readonly schema: GraphQLSchema;
  /** Where the request arrived. */
  readonly path: string;
  /** Of a server that is nobody's subgraph. */
  readonly elsewhere: string;
  /** More than the gateway reads. */
  readonly tooManyBytes: number;
  readonly draw: Draw;
}
type Send = (leaving: Leaving) => unknown;

const json = { 'content-type': 'application/json' };
const page = '<html><body>503 Service Unavailable {"data":{}}</body></html>';

export function sendPlain({ response, answer }: Pick<Leaving, 'response' | 'answer'>): void {
  response.writeHead(200, json).end(JSON.stringify(answer));
}

/** Odd ways to send a right answer: the client gets all of it. */
export const oddities: Readonly<Record<string, Send>> = {
  'byte order mark': ({ response, answer }) => response.writeHead(200, json).end(`\ufeff${JSON.stringify(answer)}`),
  'packed unasked': ({ response, answer, draw }) => {
    const [name, pack] = (
      [
        ['gzip', gzipSync],
        ['x-gzip', gzipSync],
        ['br', brotliCompressSync],
        ['deflate', deflateSync],
      ] as const
    )[draw(4)] as readonly [string, (text: string) => Buffer];
    response.writeHead(200, { ...json, 'content-encoding': name }).end(pack(JSON.stringify(answer)));
  },
  'another content type': ({ response, answer, draw }) => {
    const type = ['text/plain', 'text/html; charset=gbk', 'application/graphql-response+json', 'odd', ''][
      draw(5)
    ] as string;
    response.writeHead(200, { 'content-type': type }).end(JSON.stringify(answer));
  },
  'in small pieces': async ({ response, answer, draw }) => {
    const bytes = Buffer.from(`${JSON.stringify(answer)} \n`);
    response.writeHead(200, json);
    const size = Math.max(1 + draw(7), Math.ceil(bytes.length / 40));
    for (let at = 0; at < bytes.length; at += size) {
      response.write(bytes.subarray(at, at + size));
      await pause(1);
    }
    response.end();
  },
  'moved on the same host': ({ response, path, draw }) => {
    const to = path.replace(/^(\/\w+).*/, '$1/moved');
    response.writeHead([301, 302, 303, 307, 308][draw(5)] as number, { location: to }).end(['', page][draw(2)]);
  },
  'status of a refusal beside data': ({ response, answer, draw }) =>
    response.writeHead([201, 400, 401, 404, 500, 502, 503][draw(7)] as number, json).end(JSON.stringify(answer)),
  'said twice, right at last': (leaving) => sayTwice(leaving, true),
  'more than was asked for': ({ response, answer }) => {
    const more = `"__proto__":{"id":"X9"},"odd":[1234567890123456789,0.12345678901234567890,"\\ud83d\\ude00",1e400]`;
    const text = JSON.stringify(answer).replaceAll('"data":{', `"data":{${more},`).replace(',}', '}');
    response.writeHead(200, json).end(text.replace(/\}$/, `,"extensions":{${more}}}`));
  },
};

/** What is no answer, or a wrong one: the client is told so wherever something is missing. */
const failures: Readonly<Record<string, Send>> = {
  'cut short': ({ response, answer, draw }) => {
    const text = JSON.stringify(answer);
    response.writeHead(200, json).end(text.slice(0, draw(text.length)));
  },
  'no body': ({ response, draw }) => response.writeHead([200, 204, 500][draw(3)] as number, json).end(),
  'no JSON': ({ response, answer, draw }) => {
    const text = JSON.stringify(answer);
    const odd = [page, `${text}${text}`, `${text},`, `for(;;);${text}`, 'null', '"odd"', 'NaN', `[${text}]`, '\0'];
    response.writeHead(200, json).end(odd[draw(odd.length)]);
  },
  'bytes that are no text': ({ response, answer, draw }) => {
    const bytes = Buffer.from(JSON.stringify(answer));
    const at = draw(bytes.length);
    bytes[at] = [0xff, 0xc3, 0x80][draw(3)] as number;
    response.writeHead(200, json).end(bytes);
  },
  'not packed as it says': ({ response, answer, draw }) => {
    const name = ['gzip', 'br', 'deflate', 'zstd', 'gzip, br'][draw(5)] as string;
    const packed = gzipSync(JSON.stringify(answer));
    const bytes = [Buffer.from(JSON.stringify(answer)), packed.subarray(0, draw(packed.length)), Buffer.alloc(0)][
      draw(3)
    ];
    response.writeHead(200, { ...json, 'content-encoding': name }).end(bytes);
  },
  'refused without GraphQL': ({ response, draw }) =>
    response.writeHead([400, 401, 403, 404, 418, 500, 502, 503, 504][draw(9)] as number).end([page, '', '{}'][draw(3)]),
  'refused with GraphQL': ({ response, draw }) =>
    response
      .writeHead([400, 401, 403, 404, 422, 500, 502, 503, 504][draw(9)] as number, json)
      .end(['{"errors":[{"message":"odd"}]}', '{"data":null,"errors":{"message":"odd"}}'][draw(2)]),
  'later, please': ({ response, draw }) => {
    const after = ['0', '99999999', 'Fri, 31 Dec 2100 23:59:59 GMT', '-1', 'odd'][draw(5)] as string;
    const status = [429, 503][draw(2)] as number;
    response.writeHead(status, { 'retry-after': after }).end(['', '{"errors":[{"message":"later"}]}'][draw(2)]);
  },
  'moved to another host': ({ response, answer, elsewhere, draw }) =>
    response
      .writeHead([301, 302, 307, 308][draw(4)] as number, { location: elsewhere })
      .end(['', `${JSON.stringify(answer)}x`][draw(2)]),
  'moved in a circle': ({ response, path, draw }) =>
    response.writeHead(307, { location: [path, '', '//', 'http://[', '\u00e9'][draw(5)] as string }).end(),
  'too large': ({ response, answer, tooManyBytes, draw }) => {
    const text = JSON.stringify(answer).padEnd(tooManyBytes);
    if (draw(2) === 0) response.writeHead(200, json).end(text);
    else response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(text));
  },
  'connection cut': ({ response, answer, draw }) => {
    if (draw(2) === 0) {
      response.destroy();
      return;
    }
    const text = JSON.stringify(answer);
    response.writeHead(200, { ...json, ...(draw(2) === 0 ? { 'content-length': text.length + 9 } : {}) });
    response.write(text.slice(0, draw(text.length + 1)), () => response.destroy());
  },
  'no HTTP': ({ response, answer, draw }) => {
    const text = JSON.stringify(answer);
    const odd = ['HTTP/1.1 odd\r\n\r\n', text, `HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n${text}`][
      draw(3)
    ] as string;
    response.socket?.end(odd);
  },
  'said twice, wrong at last': (leaving) => sayTwice(leaving, false),
  'nineteen digits': ({ response, answer, fetch, schema, draw }) => {
    // A text may be told as a number, and is right then.
    const places = placesOf(answer, fetch, schema).filter(
      ({ type }) => !['String', 'ID'].includes(String(getNullableType(type))),
    );
    const place = pick(places, draw);
    const number = ['1234567890123456789', '-9007199254740993', '3.14159265358979323846'][draw(3)] as string;
    if (place) place.holder[place.key] = mark;
    response.writeHead(200, json).end(JSON.stringify(answer).replace(`"${mark}"`, number));
  },
};

/** What is only noticed when time has run out. */
export const silences: Readonly<Record<string, Send>> = {
  'never answered': () => {},
  'never ended': ({ response, answer, draw }) => {
    const text = JSON.stringify(answer);
    response.writeHead(200, json).write(text.slice(0, draw(text.length + 1)) || ' ');
  },
};
export const wireFaults = { ...oddities, ...failures };

const mark = 'stands here';
const again = ' said again';

/** One field of an object said twice, of which the last counts. */
function sayTwice({ response, answer, fetch, schema, draw }: Leaving, isRightLast: boolean): void {
  const place = pick(
    placesOf(answer, fetch, schema).filter(({ key, type }) => typeof key === 'string' && !isListType(type)),
    draw,
  );
  if (place) twice(place, ofAnotherShape(place, draw), isRightLast);
  response.writeHead(200, json).end(JSON.stringify(answer).replace(`${again}"`, '"'));
}

function twice({ holder, key }: Place, odd: unknown, isRightLast: boolean): void {
  const right = holder[key];
  delete holder[key];
  holder[`${key}${again}`] = isRightLast ? odd : right;
  holder[key] = isRightLast ? right : odd;
}
