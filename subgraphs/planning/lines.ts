import { byCode } from '../language/canonical.ts';
import { apartIn, bothOf, isWithin, type PhotoFacts, photoKey } from '../language/photo-facts.ts';
import type { Need } from './expansion.ts';
import { type Identity, identityKey } from './identity.ts';

/** A line that may stand on the list. */
export interface PossibleLine extends Identity {
  readonly key: string;
}
export interface PossibleLines {
  readonly lines: ReadonlyArray<PossibleLine>;
  /** False where there are too many ways to join photographs to try all of them. */
  readonly exact: boolean;
}

/** Different photographs of one kind and party up to which every way to join them is a line: eighty-one ways at most. */
const mostPhotos = 12;

/**
 * Every line that rows name, in the order in which they are first named: of photographs one for each set of them that one photograph may be and to
 * which no other can be added. What it has to be in the end is said by those that rest on it.
 */
export function possibleLines(needs: Iterable<Need>): PossibleLines {
  const named = new Map<string, Need>();
  const sorts = new Map<string, Need[]>();
  for (const need of needs) {
    if (named.has(need.key)) continue;
    named.set(need.key, need);
    if (need.photo !== null) sorts.set(sortOf(need), []);
  }
  // Hardly any list has a photograph.
  if (sorts.size === 0) return { lines: [...named.values()], exact: true };
  for (const need of named.values()) sorts.get(sortOf(need))?.push(need);
  const lines = new Map<string, PossibleLine>();
  let exact = true;
  for (const need of named.values()) {
    const { documentType, parties, spec } = need;
    const within = (sorts.get(sortOf(need)) ?? []).filter((each) => covers(parties, each.parties));
    const photos = distinct(within.flatMap(({ photo }) => photo ?? []));
    exact &&= photos.length <= mostPhotos;
    for (const photo of photosWith(need.photo, photos)) {
      const key = identityKey(documentType, parties, spec, photo);
      lines.set(key, { documentType, parties, spec, photo, key });
    }
  }
  return { lines: [...lines.values()], exact };
}

/** Whether a line of the same type and variant meets a need. */
export function meetsNeed(line: PossibleLine, need: Need): boolean {
  return covers(line.parties, need.parties) && isWithin(line.photo, need.photo);
}

export const sortOf = ({ documentType, spec }: Pick<Identity, 'documentType' | 'spec'>): string =>
  `${documentType.code}|${spec ?? ''}`;

const covers = (parties: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean =>
  others.every((party) => parties.includes(party));

function distinct(photos: ReadonlyArray<PhotoFacts>): ReadonlyArray<PhotoFacts> {
  const byKey = new Map(photos.map((photo) => [photoKey(photo), photo]));
  return [...byKey].sort(([a], [b]) => byCode(a, b)).map(([, photo]) => photo);
}

/** What a photograph may be that meets the first and as many others as can be; of no facts, any that others have. */
function photosWith(own: PhotoFacts | null, photos: ReadonlyArray<PhotoFacts>): ReadonlyArray<PhotoFacts | null> {
  const fitting = photos.filter((photo) => apartIn(own, photo).length === 0);
  if (fitting.length === 0) return [own];
  if (fitting.length <= mostPhotos) return maximalSets(fitting).map((set) => set.reduce(bothOf, own));
  // One for each: with what follows it, as far as that can be added.
  return fitting.map((first) =>
    fitting.reduce((set, each) => (apartIn(set, each).length === 0 ? (bothOf(set, each) as PhotoFacts) : set), first),
  );
}

/** Sets of photographs each two of which can be one, to which no other can be added (Bron and Kerbosch, 1973, with a pivot). */
function maximalSets(photos: ReadonlyArray<PhotoFacts>): ReadonlyArray<ReadonlyArray<PhotoFacts>> {
  const found: ReadonlyArray<PhotoFacts>[] = [];
  const canBeOne = (one: PhotoFacts, other: PhotoFacts): boolean => one !== other && apartIn(one, other).length === 0;
  const grow = (
    set: ReadonlyArray<PhotoFacts>,
    left: ReadonlyArray<PhotoFacts>,
    tried: ReadonlyArray<PhotoFacts>,
  ): void => {
    const [pivot] = [...left, ...tried];
    if (pivot === undefined) found.push(set);
    // A set without the pivot has one that cannot be one with it.
    const turns = left.filter((each) => pivot === undefined || !canBeOne(pivot, each));
    for (const [index, photo] of turns.entries()) {
      const done = turns.slice(0, index);
      const fits = (each: PhotoFacts): boolean => canBeOne(photo, each);
      grow(
        [...set, photo],
        left.filter((each) => !done.includes(each) && fits(each)),
        [...tried, ...done].filter(fits),
      );
    }
  };
  grow([], photos, []);
  return found;
}
