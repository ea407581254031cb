import { filler } from './values.ts';

/** What came back, as whoever attacks sees it. */
export interface Told {
  readonly status: number;
  readonly body: string;
}
interface Coded {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

/** Of a refusal; what is asked for may be longer. */
const longestAnswer = 32 * 1024;
/** Characters of what was sent that an answer may hold in a row. */
const longestEcho = 300;

/** What is wrong with an answer to something hostile; nothing is. */
export function faultsOf({ status, body }: Told): ReadonlyArray<string> {
  const faults: string[] = [];
  if (status === 0) faults.push('it ends without a word');
  if (status >= 500) faults.push(`status ${status}`);
  if (body.length > longestAnswer && isRefused({ status, body })) faults.push(`${body.length} characters`);
  if (body.includes(filler.repeat(longestEcho))) faults.push('it says again what was sent');
  if (/\bat \S+ \(|node_modules|\.ts:\d/.test(body)) faults.push('it tells of the inside');
  for (const { message, extensions } of errorsIn(body)) {
    const code = extensions?.code;
    if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR') faults.push(`code ${code}: ${message}`);
  }
  if (status >= 400 && errorsIn(body).length === 0 && body !== '')
    faults.push(`status ${status} without a code: ${body.slice(0, 200)}`);
  return faults;
}

/** Whether it says no: among the errors, or as problems of what was to be done. */
export function isRefused({ status, body }: Told): boolean {
  return status >= 400 || errorsIn(body).length > 0 || /"problems":\[\{/.test(body);
}

function errorsIn(body: string): ReadonlyArray<Coded> {
  try {
    const read = JSON.parse(body) as { readonly errors?: ReadonlyArray<Coded>; readonly code?: unknown } | null;
    // What is no GraphQL says its code by itself.
    if (read && 'code' in read && !('statusCode' in read)) return [{ extensions: read }];
    return read?.errors ?? [];
  } catch {
    return [];
  }
}
