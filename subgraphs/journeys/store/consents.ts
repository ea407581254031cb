import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import type { GivenConsent } from '../domain/consent.ts';
import { type ConsentRow, consents } from '../tables.ts';
import { places } from './places.ts';
import type { Transaction } from './write.ts';

const consentRecord = versionedRecord<GivenConsent>('consent', []);

/** A consent as it stands: what was agreed to, when, and since when no longer. */
export type KeptConsent = GivenConsent & Pick<ConsentRow, 'id' | 'at' | 'withdrawnAt'>;
export interface Consents {
  of(submission: string): Promise<ReadonlyArray<KeptConsent>>;
}
/** Opens and seals what a consent tells; written in the transaction of what rests on it. */
export interface SealedConsents {
  openConsent(row: ConsentRow): KeptConsent;
  /** As they are written with a submission that is received. */
  consentRows(
    submission: string,
    /** With when, where it was before `at`. */
    given: ReadonlyArray<GivenConsent & { readonly at?: string }>,
    at: string,
  ): ReadonlyArray<Pick<ConsentRow, 'id' | 'submission' | 'at' | 'sealed'>>;
  /** False where there is none to the source that stands. */
  withdrawConsent(transaction: Transaction, submission: string, source: string, at: string): Promise<boolean>;
  /** Of a submission of an earlier release, which has them in its record alone. */
  noteConsents(
    transaction: Transaction,
    submission: string,
    given: ReadonlyArray<GivenConsent>,
    at: string,
  ): Promise<void>;
}

export function createSealedConsents(sealer: Sealer): SealedConsents {
  const openConsent: SealedConsents['openConsent'] = ({ id, at, withdrawnAt, sealed }) => ({
    ...{ id, at, withdrawnAt },
    ...consentRecord.read(sealer.open(sealed, places.consent(id))),
  });
  const consentRows: SealedConsents['consentRows'] = (submission, given, at) =>
    given.map(({ at: before = at, ...consent }, index) => {
      const id = `${submission}-c${index + 1}`;
      return { id, submission, at: before, sealed: sealer.seal(consentRecord.write(consent), places.consent(id)) };
    });
  return {
    ...{ openConsent, consentRows },
    async noteConsents(transaction, submission, given, at) {
      const known = await transaction.$count(consents, eq(consents.submission, submission));
      if (known === 0 && given.length > 0)
        await transaction.insert(consents).values([...consentRows(submission, given, at)]);
    },
    async withdrawConsent(transaction, submission, source, at) {
      const standing = and(eq(consents.submission, submission), isNull(consents.withdrawnAt));
      const rows = (await transaction.select().from(consents).where(standing)).map(openConsent);
      const found = rows.filter((each) => each.source === source && each.granted).map(({ id }) => id);
      if (found.length === 0) return false;
      await transaction.update(consents).set({ withdrawnAt: at }).where(inArray(consents.id, found));
      return true;
    },
  };
}

export function createConsents(db: PostgresJsDatabase, { openConsent }: SealedConsents): Consents {
  return {
    async of(submission) {
      const rows = await db
        .select()
        .from(consents)
        .where(eq(consents.submission, submission))
        .orderBy(asc(consents.id));
      return rows.map(openConsent);
    },
  };
}
