import { canonicalJson } from '../language/canonical.ts';
import type { Pseudonym } from './personal-data.ts';
import { suiteOfDigest } from './suites/index.ts';
import type { Suite } from './suites/suite.ts';

/** A row that is only ever added, as far as the chain holds it. */
export interface LedgerEntry {
  /** Of whom the chain is: each has one of its own. */
  readonly subject: string;
  /** From 1. */
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly kind: string;
  /** What stays of it. */
  readonly body: unknown;
  /** Keyed digest of what may be erased. */
  readonly contentDigest: string;
}
export interface ChainedEntry extends LedgerEntry {
  readonly digest: string;
}

/** The suite's digest over an entry and the digest of the one before; `null`: it is the first. */
export function chainDigest(previous: string | null, entry: LedgerEntry, suite: Suite): string {
  const { subject, number, at, kind, body, contentDigest } = entry;
  const instant = new Date(at).toISOString();
  return suite.digest(canonicalJson([previous, subject, number, instant, kind, body, contentDigest]));
}

/** The last entry of a chain; null: it has none yet. */
export type Last = Pick<ChainedEntry, 'number' | 'digest'> | null;

/** The entry that comes after, by the suite of `pseudonym`. `erasable`: what of it may be erased, of which only a digest under `pseudonym`'s key is chained. The caller holds whatever keeps two from being next at once. */
export function nextEntry(
  last: Last,
  entry: Pick<LedgerEntry, 'subject' | 'at' | 'kind' | 'body'>,
  erasable: ReadonlyArray<unknown>,
  pseudonym: Pseudonym,
): ChainedEntry {
  const number = (last?.number ?? 0) + 1;
  const { suite } = pseudonym;
  const contentDigest = pseudonym.content(suite.digest(canonicalJson([entry.subject, number, ...erasable])));
  const chained = { ...entry, number, contentDigest };
  return { ...chained, digest: chainDigest(last?.digest ?? null, chained, suite) };
}

/**
 * Number of the first entry that was changed, moved or added, or of one that is missing; null: the chain holds, each entry by the suite that its digest
 * names. What was cut off its end nobody sees in it.
 */
export function brokenAt(chain: ReadonlyArray<ChainedEntry>): number | null {
  let previous: string | null = null;
  for (const [index, entry] of chain.entries()) {
    const { digest } = entry;
    if (entry.number !== index + 1 || digest !== chainDigest(previous, entry, suiteOfDigest(digest))) return index + 1;
    previous = entry.digest;
  }
  return null;
}
