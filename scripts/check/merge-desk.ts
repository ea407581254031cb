import { byCode } from '../../subgraphs/language/canonical.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';
import { likeness, pairsNamedAlike } from '../../subgraphs/publishing/near-names.ts';

/** One of two document types that may be the same. */
export interface Side {
  readonly code: string;
  readonly name: Localized;
  readonly aliases: ReadonlyArray<string>;
  readonly file: string;
  /** Titles of matters that ask for it, in order; at most eight. */
  readonly askedBy: ReadonlyArray<Localized>;
  /** How many do. */
  readonly uses: number;
}
export interface MergePair {
  readonly one: Side;
  readonly other: Side;
  /** 0 to 1: how alike they are named. */
  readonly score: number;
  /** Events of which citizens would be asked for less, or otherwise; absent: not planned. */
  readonly saves?: ReadonlyArray<Saving>;
}
/** What an event asks for where every matter that may be needed is, before document types are made one and after. */
export interface Saving {
  readonly event: string;
  readonly title: Localized;
  readonly materials: readonly [before: number, after: number];
  readonly workingDays: readonly [before: number, after: number];
}
export interface MergeDesk {
  /** The most alike first; at most a hundred. */
  readonly pairs: ReadonlyArray<MergePair>;
  readonly total: number;
  /** Pairs of which somebody has said, in `distinctFrom`, that they are not the same. */
  readonly toldApart: number;
  /** If all pairs were made one; absent: not planned. */
  readonly saves?: ReadonlyArray<Saving>;
}

const most = { pairs: 100, askedBy: 8 };

/** The one that more matters ask for stays. */
export function decided({ one, other }: MergePair): Readonly<Record<'keep' | 'give', MergePair['one']>> {
  return one.uses >= other.uses ? { keep: one, give: other } : { keep: other, give: one };
}

/** Pairs of document types that may be one, beside each other: a maintainer decides, and the decision stands in the catalogue file. */
export function mergeDeskOf({ documentTypes, matters }: Pick<Catalogue, 'documentTypes' | 'matters'>): MergeDesk {
  const users = new Map<string, Map<string, Localized>>();
  for (const { value } of matters)
    for (const { uses = [], options = [] } of value.requirements ?? [])
      for (const { type } of [...uses, ...options.flatMap((option) => option.uses)])
        users.set(type, (users.get(type) ?? new Map()).set(value.title.zh, value.title));
  const fileOf = new Map(
    documentTypes.flatMap(({ file, value }) =>
      (value.documentTypes ?? []).map(({ code }) => [code, file.path] as const),
    ),
  );
  const side = ({ code, name, aliases }: Pick<Side, 'code' | 'name' | 'aliases'>): Side => {
    const askedBy = [...(users.get(code)?.values() ?? [])].sort((a, b) => byCode(a.zh, b.zh));
    return {
      code,
      name,
      aliases,
      file: fileOf.get(code) ?? '',
      askedBy: askedBy.slice(0, most.askedBy),
      uses: askedBy.length,
    };
  };
  const pairs = [...pairsNamedAlike(documentTypes)]
    .map(({ type, other }) => ({ one: side(other), other: side(type), score: likeness(type, other) }))
    .sort((a, b) => b.score - a.score || (a.one.code < b.one.code ? -1 : 1));
  const apart = documentTypes.flatMap(({ value }) =>
    (value.documentTypes ?? []).flatMap(({ code, distinctFrom = [] }) =>
      distinctFrom.map((other) => [code, other].sort().join(' ')),
    ),
  );
  return { pairs: pairs.slice(0, most.pairs), total: pairs.length, toldApart: new Set(apart).size };
}
