import postgres from 'postgres';
import { rootSecrets } from '../../scripts/secrets.ts';
import { wrappersOf } from '../../scripts/wrappers.ts';
import { openKeyring } from '../../subgraphs/runtime/keys/keyring.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createSealer, type Sealer } from '../../subgraphs/runtime/personal-data.ts';
import { testSecret } from './database.ts';

/** Opens and seals as a subgraph does, with the keys that it has now. */
export async function sealerOf(adminUrl: string, part: string, schema = part): Promise<Sealer> {
  const secrets = (await rootSecrets(adminUrl, testSecret))(part);
  const sql = postgres(secrets.database, { max: 1, onnotice: () => {} });
  try {
    const keyring = await openKeyring({ sql, schema, wrappers: wrappersOf(secrets) }, silentLog);
    keyring.close();
    return createSealer(keyring);
  } finally {
    await sql.end();
  }
}
