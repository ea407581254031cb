/**
 * A number of more digits than JavaScript's numbers hold, as it was written. Only values of custom scalars and ids may be such.
 *
 * JSON.stringify asks it for text between two marks, which `json` takes off: a JSON text cannot hold a number otherwise.
 */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return `${mark}${this.text}${mark}`;
  }
}

/** No character: nobody's text holds it, and JSON takes it as it is. */
const mark = '\uffff';
const marked = /"\uffff([-+.\deE]+)\uffff"/g;

/** As JSON.stringify, with every digit. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  return text?.includes(mark) ? text.replace(marked, '$1') : text;
}

const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.]{15,}(?:[eE][-+]?\d+)?/g;

/** As JSON.parse, with every digit. Costs several times as much. */
export function readDigits(text: string): unknown {
  let found = false;
  const safe = text.replace(tokens, (token) => {
    if (token.startsWith('"') || !losesDigits(token)) return token;
    found = true;
    return `"${mark}${token}${mark}"`;
  });
  return found ? JSON.parse(safe, (_name, value) => digitsOf(value)) : JSON.parse(text);
}

function digitsOf(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith(mark) && value.endsWith(mark) && value.length > 2
    ? new Digits(value.slice(1, -1))
    : value;
}

/** Whether what JavaScript makes of a number is another number. */
function losesDigits(token: string): boolean {
  return plain(token) !== plain(String(Number(token)));
}

/** Digits alone, without what does not count: sign, point, leading and trailing noughts, exponent. */
function plain(number: string): string {
  return number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
}

/** Whether a number may have lost digits when it was read: too large to be exact, or with as many digits as numbers hold. */
export function mayHaveLostDigits(value: number): boolean {
  if (Number.isInteger(value)) return !Number.isSafeInteger(value);
  return Number.isFinite(value) && plain(String(value)).length > 15;
}

/** A quick look; most texts of long runs of digits hold them in text alone. */
const long = /\d[\d.]{15}/;

/** Whether a JSON text holds such a number. */
export function holdsLostDigits(text: string): boolean {
  if (!long.test(text)) return false;
  for (const [token] of text.matchAll(tokens))
    if (!token.startsWith('"') && mayHaveLostDigits(Number(token))) return true;
  return false;
}

/** Numbers were met that may have lost digits when they were read: what they came in has to be read anew. */
export class DigitsLost extends Error {}

/** Whether a value read from JSON holds such a number anywhere, however deep: a client may send what no call stack holds. */
export function holdsLostNumber(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'number' && mayHaveLostDigits(next)) return true;
    if (next !== null && typeof next === 'object') for (const each of Object.values(next)) left.push(each);
  }
  return false;
}
