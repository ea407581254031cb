import { z } from 'zod';
import { brokenAt } from '../../subgraphs/runtime/ledger.ts';
import { type LedgerKey, publishedKey } from '../../subgraphs/runtime/ledger-key.ts';

const entry = z.object({
  ...{ number: z.int(), at: z.string(), kind: z.string(), body: z.unknown() },
  ...{ contentDigest: z.string(), digest: z.string(), signature: z.string() },
});
const proven = z.object({ id: z.string(), proof: z.object({ entries: z.array(entry) }) });
const answer = z.object({ data: z.object({ submission: proven }) });

export interface Examined {
  readonly submission: string;
  readonly entries: number;
  /** What does not hold, and where; null: everything does. */
  readonly fault: string | null;
}

/** What an answer of `schema/operations/proof.graphql` proves. Throws where it is none. What was cut off the end is not seen in it: ask again, and compare. */
export function examineProofs(text: string, key: LedgerKey['published']): ReadonlyArray<Examined> {
  const { holds } = publishedKey(key);
  const { id, proof } = answer.parse(JSON.parse(text)).data.submission;
  const chain = proof.entries.map((each) => ({ ...each, subject: id, body: each.body ?? null }));
  const broken = brokenAt(chain);
  const unsigned = chain.find(({ digest, signature }) => !holds(digest, signature));
  const places = [
    broken === null ? null : { at: broken, fault: `entry ${broken} was changed, moved, added or is missing` },
    unsigned ? { at: unsigned.number, fault: `entry ${unsigned.number} is not signed by this key` } : null,
  ].filter((each) => each !== null);
  const [first] = places.sort((a, b) => a.at - b.at);
  return [{ submission: id, entries: chain.length, fault: first?.fault ?? null }];
}
