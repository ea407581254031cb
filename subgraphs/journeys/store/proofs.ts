import { asc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { brokenAt, type Last, nextEntry } from '../../runtime/ledger.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym } from '../../runtime/personal-data.ts';
import type { Proven } from '../domain/proof.ts';
import { type ProofRow, proofs, type SubmissionRow } from '../tables.ts';

export interface ProofEntry extends Omit<ProofRow, 'submission'> {
  readonly signatureHolds: boolean;
}
export interface Proof {
  /** Number of the first entry that was changed, moved, added or is missing; null: all of it holds. */
  readonly brokenAt: number | null;
  readonly entries: ReadonlyArray<ProofEntry>;
}
export interface Proving {
  proofOf(submission: Pick<SubmissionRow, 'id' | 'proofNumber' | 'proofDigest'>): Promise<Proof>;
  readonly ledgerKey: LedgerKey;
}
/** Where the chain of a submission ends, as its own row says. */
export type ProofEnd = Pick<SubmissionRow, 'proofNumber' | 'proofDigest'>;

/** The next entries of a submission's chain, whose lock the caller holds, and where it ends then. Nothing is written. */
export type MakeProofs = (
  submission: string,
  end: ProofEnd,
  at: string,
  proven: ReadonlyArray<Proven>,
) => { readonly rows: ReadonlyArray<ProofRow>; readonly end: ProofEnd };

export function createMakeProofs(ledgerKey: LedgerKey, pseudonym: Pseudonym): MakeProofs {
  return (submission, { proofNumber, proofDigest }, at, proven) => {
    let last = lastOf({ proofNumber, proofDigest });
    const rows = proven.map(({ kind, body, content }): ProofRow => {
      const entry = nextEntry(last, { subject: submission, at, kind, body }, content, pseudonym);
      const { number, contentDigest, digest } = entry;
      last = { number, digest };
      return { submission, number, at, kind, body, contentDigest, digest, signature: ledgerKey.sign(digest) };
    });
    return { rows, end: { proofNumber: last?.number ?? 0, proofDigest: last?.digest ?? null } };
  };
}

const lastOf = ({ proofNumber, proofDigest }: ProofEnd): Last =>
  proofDigest === null ? null : { number: proofNumber, digest: proofDigest };

export function createProving(db: PostgresJsDatabase, ledgerKey: LedgerKey): Proving {
  return {
    ledgerKey,
    async proofOf({ id, proofNumber, proofDigest }) {
      const rows = await db.select().from(proofs).where(eq(proofs.submission, id)).orderBy(asc(proofs.number));
      const entries = rows.map(({ submission: _of, ...entry }) => ({
        ...entry,
        at: new Date(entry.at).toISOString(),
        signatureHolds: ledgerKey.holds(entry.digest, entry.signature),
      }));
      const wrong = entries.find(({ signatureHolds }) => !signatureHolds)?.number ?? null;
      const broken = brokenAt(rows.map((row) => ({ ...row, subject: row.submission })));
      const cut = (rows.at(-1)?.digest ?? null) === proofDigest ? null : Math.min(rows.length, proofNumber) + 1;
      const first = [wrong, broken, cut].filter((each) => each !== null).sort((a, b) => a - b)[0];
      return { brokenAt: first ?? null, entries };
    },
  };
}
