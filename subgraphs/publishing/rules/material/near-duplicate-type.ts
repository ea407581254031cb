import type { Rule } from '../../rule.ts';
import type { DocumentTypesFile } from '../../shapes.ts';

type DocumentType = NonNullable<DocumentTypesFile['documentTypes']>[number];

/** Of the pairs of neighbouring characters, the share that both names have: below it, names of the field are of different things as a rule. */
const alike = 0.7;

/**
 * 两种标准材料名称相近，或一种的名称是另一种的别名。
 * Two document types are named almost alike, or the name of one is an alias of the other.
 *
 * @why 同一份材料分作两种，就会向申请人要两次。
 * One document under two types is asked for twice.
 * @mend 确为同一种的，合并为一种，另一名称写入 aliases；并非同一种的，在其中之一写明 distinctFrom。
 * Make them one and keep the other name in `aliases`; where they are not the same, say so in `distinctFrom` of either.
 * @source GB/T 39554.2-2020；Dice (1945)
 */
export const rule: Rule = {
  code: 'NEAR_DUPLICATE_TYPE',
  severity: 'warning',
  *find({ documentTypes }) {
    const forms = new Set(
      documentTypes.flatMap(({ value }) =>
        (value.sources ?? []).filter(({ method }) => method === 'GENERATED_FORM').map(({ code }) => code),
      ),
    );
    const isForm = ({ sources }: DocumentType): boolean => sources?.some((source) => forms.has(source)) ?? false;
    const seen: DocumentType[] = [];
    for (const { file, value } of documentTypes)
      for (const [index, type] of (value.documentTypes ?? []).entries()) {
        for (const other of seen) {
          // A form is named for what it asks for, and is never that.
          if (isForm(type) !== isForm(other) || isToldApart(type, other) || !isNamedAlike(type, other)) continue;
          yield {
            file,
            at: ['documentTypes', index, 'name'],
            message: {
              zh: `“${type.name.zh}”与“${other.name.zh}”（${other.code}）名称相近，可能是同一种材料。`,
              en: `"${type.name.zh}" is named almost like "${other.name.zh}" (${other.code}): they may be one.`,
            },
            mend: {
              zh: `请合并；并非同一种的，请写明 distinctFrom: [${other.code}]。`,
              en: `Make them one, or say distinctFrom: [${other.code}].`,
            },
          };
        }
        seen.push(type);
      }
  },
};

const isToldApart = (a: DocumentType, b: DocumentType): boolean =>
  Boolean(a.distinctFrom?.includes(b.code) || b.distinctFrom?.includes(a.code));

function isNamedAlike(a: DocumentType, b: DocumentType): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return other.aliases.has(one.name) || one.aliases.has(other.name) || sharedPairs(one, other) >= alike;
}

interface Words {
  readonly name: string;
  readonly aliases: ReadonlySet<string>;
  /** Neighbouring characters → how often. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
}
/** Each type is compared with every other. */
const known = new WeakMap<DocumentType, Words>();

function wordsOf(type: DocumentType): Words {
  const before = known.get(type);
  if (before) return before;
  const name = plain(type.name.zh);
  const letters = [...name];
  const pairs = new Map<string, number>();
  for (const pair of letters.slice(1).map((next, at) => `${letters[at]}${next}`))
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  const words = { name, aliases: new Set(type.aliases.map(plain)), pairs, total: Math.max(0, letters.length - 1) };
  known.set(type, words);
  return words;
}

/** Without what says how it is handed in, not what it is. */
const plain = (name: string): string => name.replace(/（.*?）|\(.*?\)|原件|复印件|[\s《》“”、]/g, '');

/** Dice’s coefficient over pairs of neighbouring characters, 0 to 1. */
function sharedPairs(a: Words, b: Words): number {
  if (a.name === b.name) return 1;
  const total = a.total + b.total;
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, times] of a.pairs) shared += Math.min(times, b.pairs.get(pair) ?? 0);
  return (2 * shared) / total;
}
