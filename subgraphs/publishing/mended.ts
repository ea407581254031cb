import { type Document, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import type { FileKind } from './catalogue.ts';
import { normalText, withoutStraySpaces } from './normal-text.ts';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Texts that people read, of which spaces at the ends mean nothing. */
const read: ReadonlySet<string> = new Set(['zh', 'en', 'name', 'title']);
/** Lists of a calendar, whose order means nothing. */
const sorted: ReadonlySet<string> = new Set(['holidays', 'workdays']);

/**
 * A catalogue file as it should be written, where that changes nothing of what it means: wide, invisible and uncomposed characters, stray spaces, the
 * order of a calendar's days. Comments and layout stay, and what it gives it gives again. A file that cannot be read, or would be read otherwise
 * than meant afterwards, stays as it is.
 */
export function mended(kind: FileKind, text: string): string {
  const before = parseDocument(text);
  const written = applied(text, textEdits(before, text));
  const result = kind === 'calendar' ? applied(written, orderEdits(parseDocument(written), written)) : written;
  const after = parseDocument(result);
  const isMeant = after.errors.length === 0 && agrees(before.toJS(), after.toJS(), kind);
  return isMeant ? result : text;
}

function fixed(key: unknown, text: string): string {
  const normal = normalText(text);
  return typeof key === 'string' && read.has(key) ? withoutStraySpaces(normal) : normal;
}

/** Whether it says afterwards what it said, each text as it was or as it should be. */
function agrees(before: unknown, after: unknown, kind: FileKind, key?: unknown): boolean {
  if (typeof before === 'string') return after === before || after === fixed(key, before);
  if (before === null || typeof before !== 'object') return after === before;
  if (after === null || typeof after !== 'object' || Array.isArray(after) !== Array.isArray(before)) return false;
  const [one, other] = [before, after].map((each) =>
    Array.isArray(each) && kind === 'calendar' && sorted.has(String(key))
      ? each.map((day) => (typeof day === 'string' ? normalText(day) : day)).sort()
      : each,
  ) as [object, object];
  const [entries, others] = [Object.entries(one), Object.entries(other)];
  return (
    entries.length === others.length &&
    entries.every(
      ([name, member], index) =>
        others[index]?.[0] === name &&
        agrees(member, others[index]?.[1], kind, Array.isArray(before) ? undefined : name),
    )
  );
}

/** Of values on one line, as they stand between or without quotes. */
function textEdits(document: Document, text: string): ReadonlyArray<Edit> {
  const edits: Edit[] = [];
  visit(document, {
    Pair(_key, pair) {
      if (isScalar(pair.value))
        edits.push(...scalarEdit(pair.value, isScalar(pair.key) ? pair.key.value : undefined, text));
    },
    Seq(_key, list) {
      for (const item of list.items) if (isScalar(item)) edits.push(...scalarEdit(item, undefined, text));
    },
  });
  return edits;
}

function scalarEdit({ value, range, type }: Scalar, key: unknown, text: string): ReadonlyArray<Edit> {
  if (typeof value !== 'string' || !range || type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL) return [];
  const wanted = fixed(key, value);
  const source = text.slice(range[0], range[1]);
  // With an escape in it, it is not written as it reads; then it stays.
  if (wanted === value) return [];
  return [{ from: range[0], to: range[1], text: source.replace(value, () => wanted) }];
}

/** Each day takes the place that is its own, as it is written. */
function orderEdits(document: Document, text: string): ReadonlyArray<Edit> {
  const edits: Edit[] = [];
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || !sorted.has(String(key.value)) || !isSeq(value)) return;
      const days = value.items.filter(isScalar).filter((item) => item.range);
      const inOrder = [...days].sort((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
      for (const [index, day] of days.entries()) {
        const own = inOrder[index] as typeof day;
        if (own === day || !day.range || !own.range) continue;
        edits.push({ from: day.range[0], to: day.range[1], text: text.slice(own.range[0], own.range[1]) });
      }
    },
  });
  return edits;
}

function applied(text: string, edits: ReadonlyArray<Edit>): string {
  let result = text;
  for (const { from, to, text: instead } of [...edits].sort((a, b) => b.from - a.from))
    result = result.slice(0, from) + instead + result.slice(to);
  return result;
}
