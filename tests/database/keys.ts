import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import postgres from 'postgres';
import { readRegistry } from '../../schema/registry.ts';
import { loadParts, schemaOf } from '../../scripts/definitions.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { storageOf } from '../../scripts/storage.ts';
import { wrappersOf } from '../../scripts/wrappers.ts';
import { openKeyring } from '../../subgraphs/runtime/keys/keyring.ts';
import type { RotatedPart } from '../../subgraphs/runtime/keys/rotating.ts';
import { createLedgerKey } from '../../subgraphs/runtime/ledger-key.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createSealer, type Sealer } from '../../subgraphs/runtime/personal-data.ts';
import type { SuiteName } from '../../subgraphs/runtime/suites/suite.ts';
import { testSecret } from './database.ts';

/** Signs as a part does, with a key of the tests' own. */
export const testLedgerKey = createLedgerKey('journeys', {
  international: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK,
  sm: null,
});

/** Opens and seals as a subgraph does, with the keys that it has now. */
export async function sealerOf(
  adminUrl: string,
  part: string,
  schema = part,
  suite: SuiteName = 'INTERNATIONAL',
): Promise<Sealer> {
  const secrets = (await rootSecrets(adminUrl, testSecret))(part);
  const sql = postgres(secrets.database, { max: 1, onnotice: () => {} });
  try {
    const keyring = await openKeyring({ sql, schema, suite, wrappers: wrappersOf(secrets, null) }, silentLog);
    keyring.close();
    return createSealer(keyring);
  } finally {
    await sql.end();
  }
}

/** Every part that seals, as the command has it; close each one's `sql`. */
export async function rotatedParts(
  adminUrl: string,
  dataFolder: string,
  suite: SuiteName = 'INTERNATIONAL',
): Promise<ReadonlyArray<RotatedPart>> {
  const secrets = await rootSecrets(adminUrl, testSecret);
  const parts = await loadParts(readRegistry());
  return parts.flatMap(({ row, definition: { sealed: places } }) => {
    if (!places) return [];
    const own = secrets(row.code);
    const sql = postgres(own.database, { max: 1, onnotice: () => {} });
    const wrappers = wrappersOf(own, null, suite);
    return [{ sql, schema: schemaOf(row), suite, wrappers, places, storage: storageOf(null, dataFolder) }];
  });
}
