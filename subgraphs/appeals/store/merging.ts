import { and, desc, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { civilDateOf } from '../../language/civil-date.ts';
import { appealPairs, appeals } from '../tables.ts';
import { tellAnswers } from './notices.ts';
import { type AppealRecords, type AskedStep, notePlaceOf, noteRecord, openOnes, type Transaction } from './records.ts';
import { lockAppeals, type Stepped, stepAppeal } from './stepping.ts';

/** What two are compared by. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
}
export type Merged = Stepped | 'APPEALS_DIFFER' | 'APPEALS_NOT_SAME';
export interface Merging {
  /** `other` is seen to its end with `kept`: whoever said it is told the answer of that. */
  merge(kept: string, other: string, asked: Omit<AskedStep, 'event'> & { readonly reason: string }): Promise<Merged>;
  /** So that nobody is asked again. */
  notSame(one: string, other: string, said: Omit<Note, 'unit'> & { readonly unit: string }): Promise<void>;
  /** Open ones of its kind about something that it is about too, of which nobody said that they are not the same, the newest first. */
  candidates(id: string, since: string, most: number): Promise<ReadonlyArray<Candidate>>;
}
interface Note {
  readonly unit: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const inOrder = (one: string, other: string): { readonly first: string; readonly second: string } =>
  one < other ? { first: one, second: other } : { first: other, second: one };

export function createMerging(db: PostgresJsDatabase, records: AppealRecords): Merging {
  return {
    merge: (kept, other, asked) =>
      db
        .transaction((transaction) => mergeTwo(transaction, records, kept, other, asked))
        .catch((error: unknown) => {
          if (error instanceof Refused) return error.outcome;
          throw error;
        }),
    async notSame(one, other, { unit, reason, by, at }) {
      const pair = inOrder(one, other);
      const sealed = records.sealer.seal(
        noteRecord.write({ text: reason, by }),
        notePlaceOf('pair', pair.first, pair.second),
      );
      await db
        .insert(appealPairs)
        .values({ ...pair, unit, at, sealed })
        .onConflictDoNothing();
    },
    async candidates(id, since, most) {
      const [row] = await db.select().from(appeals).where(eq(appeals.id, id));
      if (!row) return [];
      const { kind, about, matter, place } = row;
      const shared = [
        ...(matter === null ? [] : [eq(appeals.matter, matter)]),
        ...(about === null ? [] : [eq(appeals.about, about)]),
        ...(place === null ? [] : [eq(appeals.place, place)]),
      ];
      if (shared.length === 0) return [];
      const isPair = sql`exists (select from ${appealPairs} p
        where p.first = least(${appeals.id}, ${id}) and p.second = greatest(${appeals.id}, ${id}))`;
      const rows = await db
        .select()
        .from(appeals)
        .where(
          openOnes(
            and(eq(appeals.kind, kind), ne(appeals.id, id), gte(appeals.openedAt, since), or(...shared)),
            and(isNull(appeals.mergedInto), sql`not ${isPair}`),
          ),
        )
        .orderBy(desc(appeals.openedAt), desc(appeals.id))
        .limit(most);
      return rows.flatMap((each) => {
        const { text } = records.recordOf(each);
        return text === null ? [] : [{ id: each.id, text }];
      });
    },
  };
}

async function mergeTwo(
  transaction: Transaction,
  records: AppealRecords,
  kept: string,
  other: string,
  { reason, ...asked }: Omit<AskedStep, 'event'> & { readonly reason: string },
): Promise<Merged> {
  const locked = await lockAppeals(transaction, [kept, other]);
  const [one, two] = [locked.get(kept)?.row, locked.get(other)?.row];
  if (!one || !two) throw new Error('Two that were locked are there.');
  // Who is complained of in one must not come by the other.
  if (one.id === two.id || one.kind !== two.kind || one.about !== two.about) return 'APPEALS_DIFFER';
  const { first, second } = inOrder(kept, other);
  const isPair = and(eq(appealPairs.first, first), eq(appealPairs.second, second));
  if ((await transaction.$count(appealPairs, isPair)) > 0) return 'APPEALS_NOT_SAME';
  const on = civilDateOf(Date.parse(asked.at));
  const joined = await stepAppeal(transaction, records, kept, {
    ...{ ...asked, event: { kind: 'JOINED', from: other, reason, on } },
  });
  if (typeof joined === 'string') return joined;
  const merged = await stepAppeal(transaction, records, other, {
    ...{ ...asked, event: { kind: 'MERGED', into: kept, reason, on } },
  });
  // Nothing of either is kept where one cannot be.
  if (typeof merged === 'string') throw new Refused(merged);
  await transaction
    .update(appeals)
    .set({ mergedInto: kept })
    .where(or(eq(appeals.id, other), inArray(appeals.mergedInto, [other])));
  await tellAnswers(transaction, [kept], asked.at);
  return joined;
}

/** Takes back what was written. */
class Refused extends Error {
  readonly outcome: Exclude<Stepped, object>;
  constructor(outcome: Exclude<Stepped, object>) {
    super(outcome);
    this.outcome = outcome;
  }
}
