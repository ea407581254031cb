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

/** The same for what a custom scalar holds within. */
const long = /\d[\d.]{15}/;

export function holdsLongNumber(text: string): boolean {
  return long.test(text);
}
