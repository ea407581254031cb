/** What can be said of a regular expression without running it. */
export interface PatternShape {
  /** The least and most characters of what it matches; most may be infinite. */
  readonly least: number;
  readonly most: number;
  /** A repetition without an end within another: a text that nearly fits is tried in more ways than anybody can wait for. */
  readonly isSlow: boolean;
  /** A class that holds an opening bracket which nobody escaped: mostly one that was to be closed before. */
  readonly hasOpenBracket: boolean;
  /** Begins with `^` and ends with `$`: it is about the whole text. */
  readonly isWhole: boolean;
}

interface Length {
  readonly least: number;
  readonly most: number;
  readonly isEndless: boolean;
}
const nothing: Length = { least: 0, most: 0, isEndless: false };
const one: Length = { least: 1, most: 1, isEndless: false };

/** Of an expression that holds; what it does not know (back references, look-around) it counts as nothing. */
export function patternShape(pattern: string): PatternShape {
  const letters = [...pattern];
  let at = 0;
  let isSlow = false;
  let hasOpenBracket = false;

  function choices(): Length {
    let all = sequence();
    while (letters[at] === '|') {
      at++;
      const other = sequence();
      all = {
        least: Math.min(all.least, other.least),
        most: Math.max(all.most, other.most),
        isEndless: all.isEndless || other.isEndless,
      };
    }
    return all;
  }

  function sequence(): Length {
    let all = nothing;
    while (at < letters.length && letters[at] !== '|' && letters[at] !== ')') {
      const part = repeated(atom());
      all = { least: all.least + part.least, most: all.most + part.most, isEndless: all.isEndless || part.isEndless };
    }
    return all;
  }

  function atom(): Length {
    const letter = letters[at++];
    if (letter === '^' || letter === '$') return nothing;
    if (letter === '[') return skipClass();
    if (letter === '(') return group();
    if (letter === '\\') return escaped();
    return one;
  }

  function group(): Length {
    const kind = letters
      .slice(at, at + 3)
      .join('')
      .match(/^\?(<?[=!]|:|<)/)?.[1];
    if (kind !== undefined) at += 1 + kind.length;
    if (kind === '<') while (letters[at - 1] !== '>' && at < letters.length) at++;
    const inside = choices();
    at++;
    return kind !== undefined && /[=!]/.test(kind) ? nothing : inside;
  }

  function skipClass(): Length {
    if (letters[at] === '^') at++;
    while (at < letters.length && letters[at] !== ']') {
      if (letters[at] === '[') hasOpenBracket = true;
      at += letters[at] === '\\' ? 2 : 1;
    }
    at++;
    return one;
  }

  function escaped(): Length {
    const letter = letters[at++] ?? '';
    if (/[bB]/.test(letter)) return nothing;
    if (/[pPuk]/.test(letter) && /[{<]/.test(letters[at] ?? '')) while (!/[}>]/.test(letters[at++] ?? '}'));
    return /[1-9k]/.test(letter) ? nothing : one;
  }

  function repeated(part: Length): Length {
    const written = letters
      .slice(at, at + 12)
      .join('')
      .match(/^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/);
    if (!written) return part;
    at += written[0].length;
    const [, from, comma, to] = written;
    const [least, most] = timesOf(written[0], from, comma, to);
    const isEndless = most === Number.POSITIVE_INFINITY;
    if (isEndless && part.isEndless) isSlow = true;
    const longest = part.most === 0 ? 0 : part.most * most;
    return { least: part.least * least, most: longest, isEndless: isEndless || part.isEndless };
  }

  const { least, most } = choices();
  return { least, most, isSlow, hasOpenBracket, isWhole: /^\^.*\$$/su.test(pattern) };
}

function timesOf(sign: string, from?: string, comma?: string, to?: string): readonly [number, number] {
  if (from !== undefined) {
    const most = comma === undefined ? Number(from) : to ? Number(to) : Number.POSITIVE_INFINITY;
    return [Number(from), most];
  }
  if (sign.startsWith('?')) return [0, 1];
  return [sign.startsWith('+') ? 1 : 0, Number.POSITIVE_INFINITY];
}
