import { type DestinationStream, destination, pino } from 'pino';
import { codesOf } from './error-codes.ts';

/** Lines for operators, each an object. What is not the program's own text goes into `details`, never into the message. */
export interface Log {
  info(details: Details, message: string): void;
  warn(details: Details, message: string): void;
  error(details: Details, message: string): void;
  /** The same, with further details on every line: `part` names who speaks. */
  child(details: Details): Log;
}
/** `err` is an error: told as its kind, code and where it broke. */
type Details = Readonly<Record<string, unknown>>;

export interface LogOptions {
  /** Where lines go; standard error. */
  readonly to?: DestinationStream;
  /** For people at a terminal instead of for programs. */
  readonly readable?: boolean;
}

/** Names under which personal data and secrets travel through this product. A slip of the pen shall not write them down. */
const personal = [
  ...['answers', 'parties', 'form', 'evidence', 'consents', 'corrections', 'results', 'sealed', 'subject'],
  ...['variables', 'representations', 'query', 'body', 'data', 'errors', 'parameters', 'args'],
  ...['headers', 'authorization', 'cookie', 'token', 'secret', 'password', 'ticket', 'client-key'],
];
/** As they stand, and one and two levels down. */
const paths = personal.flatMap((name) => ['', '*.', '*.*.'].map((above) => `${above}["${name}"]`));

/** One for the whole process: JSON lines with level, time, message, part and, where there is one, the trace. */
export function createLog({ to = destination({ dest: 2, sync: true }), readable = false }: LogOptions = {}): Log {
  return pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths, censor: '[redacted]' },
      serializers: { err: errorOf },
    },
    readable ? { write: (line: string) => void to.write(readableOf(line)) } : to,
  );
}

/** Nothing is written: for tests, and for those who listen elsewhere. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {}, child: () => silentLog };

/** Of a `traceparent` header the id that a client, the gateway and every subgraph share. Undefined where it is none. */
export function traceIdOf(traceparent: string | string[] | undefined): string | undefined {
  return /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(String(traceparent ?? ''))?.[1];
}

/** Where it broke, never with what: a message may hold a query, its parameters, an address. */
function errorOf(error: unknown): Details {
  const { name = 'Error', message = '', stack = '' } = error as Partial<NodeJS.ErrnoException>;
  const [code] = codesOf(error);
  const at = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return { name, ...(code === undefined ? {} : { code }), at };
}

function readableOf(line: string): string {
  const { level, time, part, message, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const { name, code, at = [] } = (err ?? {}) as { name?: string; code?: string; at?: ReadonlyArray<string> };
  const kind = err ? ` (${[name, code].filter(Boolean).join(' ')})` : '';
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  const head = `${String(time).slice(11, 19)} ${String(level).toUpperCase()} ${part ?? ''}: ${message}${kind}${details}`;
  return `${[head, ...at.map((frame) => `    ${frame}`)].join('\n')}\n`;
}
