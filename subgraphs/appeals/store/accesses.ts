import { randomUUID } from 'node:crypto';
import { desc, inArray, lt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { appealAccesses } from '../tables.ts';
import { grouped } from './grouped.ts';
import { type AppealRecords, staffPlaceOf } from './records.ts';

/** Somebody of the staff looked at an appeal, or did something to it. */
export interface Access {
  readonly appeal: string;
  readonly kind: 'READ' | 'ACTED';
  /** For whom. */
  readonly unit: string;
  readonly staff: string;
  /** ISO instant. */
  readonly at: string;
}
export interface Accesses {
  /** Resolves once they are kept: before that nothing is shown. */
  addAccesses(all: ReadonlyArray<Access>): Promise<void>;
  /** By appeal, the newest first, and of each no more than `most`; who it was stays sealed. */
  accessesOf(
    appeals: ReadonlyArray<string>,
    most: number,
  ): Promise<ReadonlyMap<string, ReadonlyArray<Omit<Access, 'staff' | 'appeal'>>>>;
  forgetAccesses(before: string): Promise<void>;
}

/** In the transaction of what is done. */
export async function addAccesses(
  writer: Pick<PostgresJsDatabase, 'insert'>,
  { sealer }: Pick<AppealRecords, 'sealer'>,
  all: ReadonlyArray<Access>,
): Promise<void> {
  if (all.length === 0) return;
  await writer.insert(appealAccesses).values(
    all.map((each) => {
      const id = randomUUID();
      return { ...each, id, staff: sealer.sealText(each.staff, staffPlaceOf(id)) };
    }),
  );
}

export function createAccesses(db: PostgresJsDatabase, records: AppealRecords): Accesses {
  return {
    addAccesses: (all) => addAccesses(db, records, all),
    async accessesOf(appeals, most) {
      if (appeals.length === 0) return new Map();
      const { appeal, kind, unit, at } = appealAccesses;
      const rows = await db
        .select({ appeal, kind, unit, at })
        .from(appealAccesses)
        .where(inArray(appeal, [...appeals]))
        .orderBy(desc(at), desc(appealAccesses.id))
        .limit(most * appeals.length);
      const byAppeal = grouped(rows, (row) => row.appeal);
      return new Map([...byAppeal].map(([of, each]) => [of, each.slice(0, most)]));
    },
    async forgetAccesses(before) {
      await db.delete(appealAccesses).where(lt(appealAccesses.at, before));
    },
  };
}
