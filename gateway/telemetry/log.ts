import { destination, pino } from 'pino';
import type { Log } from '../types.ts';

/** For a gateway that was given no log: JSON lines on standard error. */
export function createDefaultLog(): Log {
  return pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: placeOf },
    },
    destination({ dest: 2, sync: true }),
  );
}

function placeOf(error: unknown): Readonly<Record<string, unknown>> {
  const { name, message = '', code, stack = '' } = error as Partial<NodeJS.ErrnoException>;
  const at = stack.replace(message, '').split('\n');
  return { name, code, at: at.filter((line) => /^\s+at /.test(line)).map((line) => line.trim()) };
}
