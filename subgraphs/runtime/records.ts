/** A shape of sealed records, with readers for those that older releases wrote. */
export interface RecordShape<T> {
  /** What is sealed: the value with the version it is written in. */
  write(value: T): unknown;
  /** Of whatever release wrote it. Throws for one that a later release wrote. */
  read(stored: unknown): T;
}

type Stored = Readonly<Record<string, unknown>>;

/**
 * `upgrades[n]` makes a record of version n + 1 of one of version n; the last makes today's. A record without a version is of version 0. An upgrade is
 * written once and never changed: what it reads lies in databases.
 */
export function versionedRecord<T extends object>(
  what: string,
  upgrades: ReadonlyArray<(older: Stored) => Stored>,
): RecordShape<T> {
  const current = upgrades.length;
  return {
    write: (value) => ({ version: current, ...value }),
    read(stored) {
      const { version = 0, ...members } = stored as Stored;
      if (typeof version !== 'number' || version > current) {
        throw new Error(
          `A ${what} of version ${version} was written by a later release; this one reads up to ${current}.`,
        );
      }
      return upgrades.slice(version).reduce((record, upgrade) => upgrade(record), members) as T;
    },
  };
}
