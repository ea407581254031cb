import { keptOf } from './kept.ts';
import type { DocumentTypesFile } from './shapes.ts';

type DocumentType = NonNullable<DocumentTypesFile['documentTypes']>[number];

/** Of the pairs of neighbouring characters, the share that both names have: below it, names of the field are of different things as a rule. */
const alike = 0.7;

/** Whether two types may be one: an alias of one is the name of the other, or their names share most of their pairs of characters. */
function isNamedAlike(a: DocumentType, b: DocumentType): boolean {
  return likeness(a, b) >= alike;
}

interface Words {
  readonly name: string;
  readonly aliases: ReadonlySet<string>;
  /** Neighbouring characters → how often. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
}
/** Each type is compared with every other. */
const wordsOf = keptOf((type: DocumentType): Words => {
  const name = plain(type.name.zh);
  const letters = [...name];
  const pairs = new Map<string, number>();
  for (const pair of letters.slice(1).map((next, at) => `${letters[at]}${next}`))
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return { name, aliases: new Set(type.aliases.map(plain)), pairs, total: Math.max(0, letters.length - 1) };
});

/** Without what says how it is handed in, not what it is. */
const plain = (name: string): string => name.replace(/（.*?）|\(.*?\)|原件|复印件|[\s《》“”、]/g, '');

/** How alike two types are named, 0 to 1; an alias counts whole. */
export function likeness(a: DocumentType, b: DocumentType): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return other.aliases.has(one.name) || one.aliases.has(other.name) ? 1 : sharedPairs(one, other);
}

/** Dice’s coefficient over pairs of neighbouring characters, 0 to 1. */
function sharedPairs(a: Words, b: Words): number {
  if (a.name === b.name) return 1;
  const total = a.total + b.total;
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, times] of a.pairs) shared += Math.min(times, b.pairs.get(pair) ?? 0);
  return (2 * shared) / total;
}

/** Somebody has said that they are not the same. */
const isToldApart = (a: DocumentType, b: DocumentType): boolean =>
  Boolean(a.distinctFrom?.includes(b.code) || b.distinctFrom?.includes(a.code));

/** Every pair that may be one, and what each is; of two the later first. A form is named for what it asks for, and is never that. */
export function* pairsNamedAlike<T extends { readonly value: DocumentTypesFile }>(
  files: ReadonlyArray<T>,
): Generator<{ readonly file: T; readonly index: number; readonly type: DocumentType; readonly other: DocumentType }> {
  const forms = new Set(
    files.flatMap(({ value }) =>
      (value.sources ?? []).filter(({ method }) => method === 'GENERATED_FORM').map(({ code }) => code),
    ),
  );
  const isForm = ({ sources }: DocumentType): boolean => sources?.some((source) => forms.has(source)) ?? false;
  const seen: DocumentType[] = [];
  for (const file of files)
    for (const [index, type] of (file.value.documentTypes ?? []).entries()) {
      for (const other of seen)
        if (isForm(type) === isForm(other) && !isToldApart(type, other) && isNamedAlike(type, other))
          yield { file, index, type, other };
      seen.push(type);
    }
}
