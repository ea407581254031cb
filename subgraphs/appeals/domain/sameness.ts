import { byCode, fingerprint } from '../../language/canonical.ts';

/** What an appeal is about, as far as codes say it. */
export interface Subject {
  readonly kind: string;
  readonly about: string | null;
  readonly matter: string | null;
  readonly submission: string | null;
  readonly place: string | null;
}

/** Words as they are compared: width and case of letters, spaces, punctuation and signs make no difference. Never empty where something was written. */
export function normalWords(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const bare = folded.replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
  // Who wrote nothing but signs is compared by these.
  return bare === '' ? folded.trim() : bare;
}

/** The same of two that say the same about the same. */
export function likenessOf({ kind, about, matter, submission, place }: Subject, text: string): string {
  return fingerprint([kind, about, matter, submission, place, normalWords(text)]);
}

/** Whether somebody else's with the same words is the same: it is about a thing that both mean, and about nobody's own submission. */
export function isSharedWith({ about, matter, submission, place }: Omit<Subject, 'kind'>): boolean {
  return submission === null && (about !== null || matter !== null || place !== null);
}

/** How alike two texts are, 0 to 1: the share of pairs of neighbouring characters that they have in common (Dice's coefficient). */
export function alikeness(one: string, other: string): number {
  const [first, second] = [pairsOf(normalWords(one)), pairsOf(normalWords(other))];
  const all = sizeOf(first) + sizeOf(second);
  if (all === 0) return normalWords(one) === normalWords(other) ? 1 : 0;
  let common = 0;
  for (const [pair, times] of first) common += Math.min(times, second.get(pair) ?? 0);
  return (2 * common) / all;
}

function pairsOf(words: string): ReadonlyMap<string, number> {
  const characters = [...words];
  const pairs = new Map<string, number>();
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1]}${characters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, times) => sum + times, 0);

/** From here on staff are asked whether two are the same. */
export const leastAlike = 0.5;

/** Those that nearly say the same, the most alike first. */
export function mostAlike(
  text: string,
  others: ReadonlyArray<{ readonly id: string; readonly text: string }>,
  most: number,
): ReadonlyArray<{ readonly id: string; readonly alikeness: number }> {
  return others
    .map(({ id, text: other }) => ({ id, alikeness: alikeness(text, other) }))
    .filter((each) => each.alikeness >= leastAlike)
    .sort((a, b) => b.alikeness - a.alikeness || byCode(a.id, b.id))
    .slice(0, most);
}
