import type { LinkedThing, LinkedValue } from './linked-data.ts';
import { type Fault, fault } from './reasons.ts';
import { iriOf, shortOf } from './vocabulary.ts';

/** A document while it is read. */
export interface Reading {
  /** File. */
  readonly name: string;
  readonly things: ReadonlyMap<string, LinkedThing>;
  readonly faults: Fault[];
}
/** A thing, and what it is called where its faults are told. */
export interface Placed {
  readonly thing: LinkedThing;
  readonly place: string;
}

/** All values of a term; those of a list one by one. */
export function valuesOf({ thing }: Placed, term: string): ReadonlyArray<LinkedValue> {
  const values = (thing[iriOf(term)] ?? []) as ReadonlyArray<LinkedValue>;
  return values.flatMap((value) => value['@list'] ?? [value]);
}

/** The one value of a term; more are a fault. */
export function oneOf(reading: Reading, at: Placed, term: string): LinkedValue | undefined {
  const values = valuesOf(at, term);
  if (values.length > 1) tell(reading, 'SEVERAL_VALUES', at, term, [term, values.length]);
  return values[0];
}

export function tell(
  { name, faults }: Reading,
  code: Fault['code'],
  { place }: Placed,
  term: string,
  slots: ReadonlyArray<string | number>,
  isNote = false,
): void {
  faults.push(fault(code, name, `${place} ${term}`.trim(), slots, isNote));
}

/** A text or number as a text; of a link its id. */
export const textOf = (value: LinkedValue | undefined): string | undefined =>
  value && String(value['@value'] ?? value['@id'] ?? '');

const languageOf = (value: LinkedValue): string => value['@language']?.toLowerCase().split('-')[0] ?? 'zh';

/** What a term says in a language; what names no language is Chinese. In order, for lists. */
export const linesOf = (at: Placed, term: string, language: 'zh' | 'en'): ReadonlyArray<string> =>
  valuesOf(at, term)
    .filter((value) => languageOf(value) === language)
    .map((value) => String(textOf(value)).replaceAll(/\s*\n\s*/g, ' '));

export interface Words {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
}
export function wordsOf(reading: Reading, at: Placed, term: string): Words {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const lines = linesOf(at, term, language);
    if (lines.length > 1) tell(reading, 'SEVERAL_VALUES', at, term, [`${term} @${language}`, lines.length]);
    return lines[0];
  });
  return { zh, en };
}

/**
 * The code that a link is: the end of an id of ours (`yjs:region:330381000000`), or how the thing that it points to is identified; else what
 * stands there, and whoever reads the code refuses it.
 */
export function codeIn({ things }: Reading, value: LinkedValue | undefined, kind: string): string | undefined {
  const text = textOf(value);
  const ours = iriOf(`yjs:${kind}:`);
  if (text === undefined || text.startsWith(ours)) return text?.slice(ours.length);
  const thing = things.get(text);
  const identifier = thing && valuesOf({ thing, place: '' }, 'dct:identifier')[0];
  return textOf(identifier) ?? shortOf(text);
}

/** The things that a term points to. */
export function partsOf(reading: Reading, at: Placed, term: string): ReadonlyArray<Placed> {
  return valuesOf(at, term).flatMap((value, index) => {
    const id = textOf(value) as string;
    const thing = reading.things.get(id);
    if (!thing) tell(reading, 'NOT_IN_DOCUMENT', at, term, [shortOf(id)]);
    // What has no id of its own is called by the way to it.
    return thing ? [{ thing, place: id.startsWith('_:') ? `${at.place} ${term}[${index + 1}]` : shortOf(id) }] : [];
  });
}
