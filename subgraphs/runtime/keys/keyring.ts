import type { Log } from '../log.ts';
import type { DataKey, DataKeys } from '../personal-data.ts';
import type { SuiteName } from '../suites/suite.ts';
import { type KeyPlace, openRow, readRows } from './rows.ts';

export interface Keyring extends DataKeys {
  close(): void;
}

/**
 * How often a process looks for new keys. A key that is made seals only after three times as long (`sealsAfterMs`): every process can open
 * by then what another seals with it.
 */
export const readEveryMs = 10_000;
export const sealsAfterMs = 3 * readEveryMs;

/** The keys of a part, unwrapped in memory, and kept as they are in its schema. Throws `KeyClosed` where one does not open. */
export async function openKeyring(place: KeyPlace, log: Log, everyMs: number = readEveryMs): Promise<Keyring> {
  let keys = new Map<number, DataKey>();
  let told: SuiteName | undefined;
  let sealing: DataKey | undefined;
  const read = async (): Promise<void> => {
    const rows = (await readRows(place)).filter(({ wrapped }) => wrapped !== null);
    const opened = await Promise.all(
      rows.map(async (row) => [row.id, keys.get(row.id) ?? (await openRow(place, row))] as const),
    );
    keys = new Map(opened);
    const newest = rows.filter(({ seals }) => seals).at(-1);
    sealing = (newest && keys.get(newest.id)) ?? sealing;
    if (sealing && sealing.suite !== place.suite && told !== sealing.suite)
      log.warn(
        { schema: place.schema, seals: sealing.suite, wanted: place.suite },
        'the key that seals is of another suite: rotate the keys',
      );
    told = sealing?.suite;
  };
  await read();
  if (!sealing) throw new Error(`${place.schema} has no key that seals: "npm run import" gives it one.`);
  let reading = false;
  const readAgain = (): void => {
    // What was read last still holds; the next time comes soon.
    if (reading) return;
    reading = true;
    read()
      .catch((err) => log.warn({ err, schema: place.schema }, 'the data keys were not read'))
      .finally(() => {
        reading = false;
      });
  };
  const timer = setInterval(readAgain, everyMs).unref();
  return {
    get sealing() {
      return sealing as DataKey;
    },
    find(id) {
      const key = keys.get(id);
      // Made a moment ago, and this process was asleep: it is there when the caller comes again.
      if (!key) readAgain();
      return key;
    },
    close: () => clearInterval(timer),
  };
}
