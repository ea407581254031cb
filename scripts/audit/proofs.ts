import { z } from 'zod';
import { brokenAt } from '../../subgraphs/runtime/ledger.ts';
import { publishedKeys } from '../../subgraphs/runtime/ledger-key.ts';

/** As the API writes it, and in no other way: nothing of an answer may be changed unseen. */
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text);
const entry = z.object({
  ...{ number: z.int(), at: instant, kind: z.string(), body: z.unknown() },
  ...{ contentDigest: z.string(), digest: z.string(), signature: z.string() },
});
const proven = z.object({ id: z.string(), proof: z.object({ entries: z.array(entry) }) });
const answer = z.object({ data: z.object({ submission: proven }) });

/** Whose entries they are to be, and the keys by which that is known: `x` and `sm2` of `LedgerKey`, several where they changed. */
export interface KnownKeys {
  readonly part: string;
  readonly keys: ReadonlyArray<string>;
}
export interface Examined {
  /** Empty where the file does not tell. */
  readonly submission: string;
  readonly entries: number;
  /** What does not hold, and where; null: everything does. */
  readonly fault: string | null;
}

/**
 * What an answer of `schema/operations/proof.graphql` proves. Throws where a key is none. What was cut off the end is not seen in it: ask again, and compare.
 */
export function examineProofs(text: string, { part, keys }: KnownKeys): ReadonlyArray<Examined> {
  const { holds } = publishedKeys(part, keys);
  const unread = (fault: string): ReadonlyArray<Examined> => [{ submission: '', entries: 0, fault }];
  const json = parsed(text);
  if ('fault' in json) return unread(json.fault);
  const read = answer.safeParse(json.value);
  if (!read.success) return unread(unreadable(read.error));
  const { id, proof } = read.data.data.submission;
  const chain = proof.entries.map((each) => ({ ...each, subject: id, body: each.body ?? null }));
  const broken = brokenAt(chain);
  // The first fault is told, and what comes after it says nothing more.
  const chained = chain.slice(0, broken === null ? chain.length : broken - 1);
  const unsigned = chained.findIndex(({ digest, signature }) => !holds(digest, signature)) + 1;
  const told = { submission: id, entries: chain.length };
  if (unsigned > 0) return [{ ...told, fault: `entry ${unsigned} is not signed by a key that was given` }];
  if (broken === null) return [{ ...told, fault: null }];
  return [{ ...told, fault: `entry ${broken} was changed, moved, added or is missing` }];
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const [at] = /\bposition \d+/.exec(String(error)) ?? ['its end'];
    return { fault: `it is no JSON at ${at}` };
  }
}

/** Of an entry by its place, counted from 1. */
function unreadable({ issues }: z.ZodError): string {
  const at = issues.flatMap(({ path }) => (typeof path[4] === 'number' ? [path[4] + 1] : []));
  return at.length > 0 ? `entry ${Math.min(...at)} cannot be read` : 'it is no answer of proof.graphql';
}
