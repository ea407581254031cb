import { type Database, openDatabase } from '../database.ts';
import type { SubgraphContext } from '../definition.ts';
import { createSealer, type Sealer } from '../personal-data.ts';
import { openKeyring } from './keyring.ts';

export interface SealedDatabase extends Database {
  readonly sealer: Sealer;
}

/** The database of a subgraph that keeps personal data, together with the keys that seal it. Throws `KeyClosed`. */
export async function openSealedDatabase({
  row,
  database,
  wrappers,
  suite,
  log,
  keysEveryMs,
}: Pick<SubgraphContext, 'row' | 'database' | 'wrappers' | 'suite' | 'log' | 'keysEveryMs'>): Promise<SealedDatabase> {
  const { sql, db, close } = openDatabase(database);
  try {
    const keyring = await openKeyring(
      { sql, schema: database.schema, wrappers, suite },
      log.child({ part: row.code }),
      keysEveryMs,
    );
    return {
      ...{ sql, db },
      sealer: createSealer(keyring),
      close: () => {
        keyring.close();
        return close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
