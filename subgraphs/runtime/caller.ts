import type { Headers } from './pin.ts';

/** Header by which the gateway tells callers apart without naming them: same caller, same text, while the gateway runs. */
export const callerHeader = 'yijianshi-caller';
const mostCharacters = 64;

/** Whose turn it is, of those who said nothing of who they are. It decides nothing else: anybody may have written it. */
export function callerOf(headers: Headers): string {
  const given = headers[callerHeader];
  return typeof given === 'string' ? given.slice(0, mostCharacters) : '';
}
