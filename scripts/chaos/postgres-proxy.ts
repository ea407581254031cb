import { connect, createServer, type Socket } from 'node:net';
import type { CrashPoint } from './crash-points.ts';

/** Stands between the product and its database. */
export interface PostgresProxy {
  readonly url: string;
  /** Until the point is reached for that many times: then nothing passes until `open`. False: the signal ended it first. */
  reach(point: CrashPoint, times: number, signal: AbortSignal): Promise<boolean>;
  /** Lets new connections through; those that stand are cut. */
  open(): void;
  close(): Promise<void>;
}

interface Message {
  readonly kind: string;
  readonly body: Buffer;
  readonly raw: Buffer;
}
/** What a side says in pieces of any length, message by message; the first of the product has no kind. */
function createMessages(first: 'STARTUP' | null): (chunk: Buffer) => Generator<Message> {
  let left: Buffer = Buffer.alloc(0);
  let begun = first === null;
  return function* read(chunk) {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    for (;;) {
      const kinds = begun ? 1 : 0;
      if (left.length < kinds + 4) return;
      const length = kinds + left.readUInt32BE(kinds);
      if (left.length < length) return;
      const raw = left.subarray(0, length);
      left = left.subarray(length);
      yield { kind: begun ? String.fromCharCode(raw[0] as number) : 'STARTUP', body: raw.subarray(kinds + 4), raw };
      begun = true;
    }
  };
}

/** Longer than any statement of ours; what is bound to it may be much longer, and is not looked at. */
const longestText = 8192;
const texts = (body: Buffer): string[] => body.subarray(0, longestText).toString('latin1').split('\0');

/** The statement that a message of the product has performed; null: it performs none. */
function createStatements(): (message: Message) => string | null {
  const prepared = new Map<string, string>();
  return ({ kind, body }) => {
    if (kind === 'Q') return texts(body)[0] ?? '';
    if (kind === 'B') return prepared.get(texts(body)[1] ?? '') ?? '';
    if (kind === 'P') {
      const [name = '', text = ''] = texts(body);
      prepared.set(name, text);
    }
    return null;
  };
}

interface Armed {
  readonly point: CrashPoint;
  left: number;
  readonly reached: (isReached: boolean) => void;
}
interface Watching {
  /** Whether nothing passes any more. */
  readonly isShut: () => boolean;
  /** Null: the statement is no point that is waited for. */
  readonly pointAt: (statement: string, role: string) => CrashPoint['when'] | null;
  /** The point is reached. */
  readonly shut: () => void;
}

function pass(front: Socket, back: Socket, { isShut, pointAt, shut }: Watching): void {
  const statementOf = createStatements();
  const readFront = createMessages('STARTUP');
  const readBack = createMessages(null);
  let role = '';
  let asked = 0;
  let answered = 0;
  // The answer that nobody is to hear.
  let last = Number.POSITIVE_INFINITY;
  /** False: the message is not to arrive. */
  const passes = (message: Message): boolean => {
    const { kind, body } = message;
    if (kind === 'STARTUP') role = texts(body.subarray(4))[1] ?? '';
    const statement = statementOf(message);
    const when = statement === null ? null : pointAt(statement, role);
    if (when === 'AFTER') last = asked + 1;
    if (kind === 'Q' || kind === 'S') asked += 1;
    return when !== 'BEFORE';
  };
  front.on('data', (chunk: Buffer) => {
    for (const message of readFront(chunk)) {
      if (isShut()) return;
      if (!passes(message)) return shut();
      back.write(message.raw);
    }
  });
  back.on('data', (chunk: Buffer) => {
    for (const { kind, raw } of readBack(chunk)) {
      if (isShut()) return;
      if (kind === 'Z') answered += 1;
      if (answered >= last) return shut();
      front.write(raw);
    }
  });
}

/** PostgreSQL's protocol without encryption (frontend/backend protocol 3.0), as the product speaks it to a database on the same machine. */
export async function startPostgresProxy(database: string): Promise<PostgresProxy> {
  const target = new URL(database);
  const pairs = new Set<readonly [Socket, Socket]>();
  let armed: Armed | null = null;
  let isShut = false;
  const watching: Watching = {
    isShut: () => isShut,
    pointAt(statement, role) {
      if (!armed?.point.statement.test(statement) || !(armed.point.role?.test(role) ?? true)) return null;
      armed.left -= 1;
      return armed.left === 0 ? armed.point.when : null;
    },
    shut() {
      isShut = true;
      armed?.reached(true);
      armed = null;
    },
  };
  const open = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    armed = null;
    isShut = false;
  };
  const server = createServer((front) => {
    const back = connect(Number(target.port), target.hostname);
    const pair = [front, back] as const;
    pairs.add(pair);
    // Messages are passed on one by one, and none waits for the next.
    for (const socket of pair) socket.setNoDelay(true);
    pass(front, back, watching);
    const end = (): void => {
      for (const socket of pair) socket.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) socket.on('close', end).on('error', end);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = String(address !== null && typeof address === 'object' ? address.port : 0);
  return {
    url: url.href,
    reach: (point, times, signal) =>
      new Promise((reached) => {
        armed = { point, left: times, reached };
        signal.addEventListener('abort', () => reached(false), { once: true });
      }),
    open,
    close: async () => {
      open();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
