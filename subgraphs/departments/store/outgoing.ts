import { and, asc, desc, eq, gte, inArray, isNull, like, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedTable } from '../../runtime/keys/places.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { commands, counters, outgoing, outgoingFiles } from '../tables.ts';

export type SendingKind = 'FILING' | 'SUPPLEMENT' | 'PAYMENT' | 'WITHDRAWAL';
/** Something that is to be carried to a department, in its own codes; by its id once. */
export interface Sending {
  readonly id: string;
  readonly kind: SendingKind;
  readonly body: unknown;
  /** By their places in the body. */
  readonly files: ReadonlyArray<Buffer>;
}
/** The same with its number, ready to be carried. */
export interface Carried extends Omit<Sending, 'files'> {
  readonly filing: string;
  readonly number: number;
  readonly madeAt: string;
  /** How many files there are. */
  readonly files: number;
}
/** What a department was told of a filing, and has said of it, read in the transaction that decides. */
export interface SentBefore {
  /** The newest first; `number` null: not carried yet. */
  entries(): Promise<ReadonlyArray<{ readonly kind: SendingKind; readonly number: number | null }>>;
  /** Whether an answer with a greater number was taken. */
  answeredSince(number: number): Promise<boolean>;
}

type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** The command under which an answer is taken once. Its number is written so that texts stand in the order of numbers. */
export const answerCommand = (number: number): string => `relay ${String(number).padStart(16, '0')}`;
const counter = 'relay';
const bodyAt = (id: string): string => `outgoing ${id}`;
const fileAt = (id: string, place: string | number): string => `outgoing ${id} file ${place}`;

export const outgoingPlaces: ReadonlyArray<SealedTable> = [
  {
    name: 'outgoing',
    key: ['id'],
    columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => bodyAt(id as string) }],
  },
  {
    name: 'outgoing_files',
    key: ['outgoing', 'place'],
    columns: [{ name: 'sealed', as: 'BYTES', place: (key) => fileAt(key.outgoing as string, key.place as string) }],
  },
];

export async function addOutgoing(
  transaction: Transaction,
  sealer: Sealer,
  filing: string,
  sends: ReadonlyArray<Sending>,
): Promise<void> {
  for (const { id, kind, body, files } of sends) {
    await transaction.insert(outgoing).values({ id, filing, kind, sealed: sealer.seal(body, bodyAt(id)) });
    for (const [place, content] of files.entries())
      await transaction
        .insert(outgoingFiles)
        .values({ outgoing: id, place, sealed: sealer.seal(content.toString('base64'), fileAt(id, place)) });
  }
}

/** Files go with what they belong to. */
export async function forgetOutgoing(transaction: Transaction, filing: string, which: 'ALL' | 'NOT_CARRIED') {
  const ofFiling = eq(outgoing.filing, filing);
  await transaction.delete(outgoing).where(which === 'ALL' ? ofFiling : and(ofFiling, isNull(outgoing.number)));
}

export const sentBefore = (transaction: Transaction, filing: string): SentBefore => ({
  async entries() {
    const rows = await transaction
      .select({ kind: outgoing.kind, number: outgoing.number })
      .from(outgoing)
      .where(eq(outgoing.filing, filing))
      .orderBy(desc(outgoing.madeAt), desc(outgoing.id));
    return rows.map((row) => ({ ...row, kind: row.kind as SendingKind }));
  },
  async answeredSince(number) {
    const [last] = await transaction
      .select({ id: commands.id })
      .from(commands)
      .where(and(eq(commands.filing, filing), like(commands.id, 'relay %')))
      .orderBy(desc(commands.id))
      .limit(1);
    return last !== undefined && last.id > answerCommand(number);
  },
});

/** What lies there for a department that is reached by relay. */
export interface Outbox {
  /** What waits, the oldest first, each with its number; `from`: also what was carried, from that number on. */
  waiting(most: number, from: number | null): Promise<ReadonlyArray<Carried>>;
  /** One file. Throws where there is none. */
  file(id: string, place: number): Promise<Buffer>;
  /** It is on its way. */
  carried(ids: ReadonlyArray<string>): Promise<void>;
}

export function createOutbox(db: PostgresJsDatabase, sealer: Sealer): Outbox {
  const numbered = async (transaction: Transaction, most: number): Promise<void> => {
    const rows = await transaction
      .select({ id: outgoing.id })
      .from(outgoing)
      .where(isNull(outgoing.number))
      .orderBy(asc(outgoing.madeAt), asc(outgoing.id))
      .limit(most);
    for (const { id } of rows) {
      // Two exports at once wait for one another here, and find each its own.
      const [row] = await transaction
        .insert(counters)
        .values({ name: counter, value: 1 })
        .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
        .returning({ value: counters.value });
      await transaction
        .update(outgoing)
        .set({ number: row?.value ?? 0 })
        .where(eq(outgoing.id, id));
    }
  };
  return {
    waiting: (most, from) =>
      db.transaction(async (transaction) => {
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' relay'))`);
        await numbered(transaction, most);
        const rows = await transaction
          .select({
            ...{ id: outgoing.id, kind: outgoing.kind, filing: outgoing.filing, sealed: outgoing.sealed },
            ...{ number: outgoing.number, madeAt: outgoing.madeAt },
            files: sql<number>`(select count(*)::int from ${outgoingFiles} where ${outgoingFiles.outgoing} = ${outgoing.id})`,
          })
          .from(outgoing)
          .where(from === null ? isNull(outgoing.carriedAt) : gte(outgoing.number, from))
          .orderBy(asc(outgoing.number))
          .limit(most);
        return rows.map(({ sealed, number, kind, ...row }) => ({
          ...row,
          kind: kind as SendingKind,
          number: number ?? 0,
          body: sealer.open(sealed, bodyAt(row.id)),
        }));
      }),
    async file(id, place) {
      const [row] = await db
        .select({ sealed: outgoingFiles.sealed })
        .from(outgoingFiles)
        .where(and(eq(outgoingFiles.outgoing, id), eq(outgoingFiles.place, place)));
      if (!row) throw new Error('There is no such file.');
      return Buffer.from(String(sealer.open(row.sealed, fileAt(id, place))), 'base64');
    },
    async carried(ids) {
      if (ids.length === 0) return;
      await db
        .update(outgoing)
        .set({ carriedAt: sql`clock_timestamp()` })
        .where(inArray(outgoing.id, [...ids]));
    },
  };
}
