import { createSubmissionStore, type SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { type Database, openDatabase } from '../../subgraphs/runtime/database.ts';
import { createPseudonym } from '../../subgraphs/runtime/personal-data.ts';
import { type TestDatabase, testSecret } from './database.ts';
import { sealerOf, testLedgerKey } from './keys.ts';

/** Rows of submissions in a database of a test, with the connections that they are asked over. */
export async function storeOf(
  { adminUrl }: TestDatabase,
  now: () => number = Date.now,
): Promise<{ readonly own: Database; readonly store: SubmissionStore }> {
  const own = openDatabase({ url: roleUrl(adminUrl, testSecret, roleOf(testSecret, 'journeys')), schema: 'journeys' });
  const sealer = await sealerOf(adminUrl, 'journeys');
  const pseudonym = createPseudonym(Buffer.alloc(32, 2));
  const kept = { db: own.db, sealer, pseudonym, ledgerKey: testLedgerKey };
  return { own, store: createSubmissionStore({ ...kept, holdMs: 60_000, now, chance: () => 0 }) };
}
