import { afterAll, beforeAll } from 'vitest';
import { createSubmissionStore, type SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { type Database, openDatabase } from '../../subgraphs/runtime/database.ts';
import { createPseudonym } from '../../subgraphs/runtime/personal-data.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';
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

/** What the tests of a file work on. */
export interface OpenedStore {
  readonly database: TestDatabase;
  readonly own: Database;
  readonly store: SubmissionStore;
}

/** Opens rows of submissions for the tests of a file, in a database of its own, and closes them after the last. */
export function openStore(take: (opened: OpenedStore) => void, now?: () => number): void {
  const closing: Array<() => Promise<unknown>> = [];
  beforeAll(async () => {
    const database = await createTestDatabase();
    closing.push(database.close);
    const { own, store } = await storeOf(database, now);
    closing.push(own.close);
    take({ database, own, store });
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
}
