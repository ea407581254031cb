import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { nextEntry } from '../../runtime/ledger.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import { type CatalogueChange, type Classifiable, holds } from '../domain/like-classes.ts';
import {
  appeals,
  type LikeClassEventRow,
  type LikeClassRow,
  likeClassEvents,
  likeClasses,
  matters,
  rules,
} from '../tables.ts';
import { type AppealRecords, classPlaceOf, noteRecord, openOnes, type Transaction } from './records.ts';

export interface KeptClassEvent
  extends Pick<LikeClassEventRow, 'number' | 'at' | 'kind' | 'unit' | 'digest' | 'signature'> {
  readonly text: string | null;
}
export interface KeptClass extends LikeClassRow {
  readonly events: ReadonlyArray<KeptClassEvent>;
}
export interface AskedOfClass {
  readonly request: string;
  readonly requestHash: string;
  readonly unit: string;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}
export type ClassRefusal =
  | 'KEY_REUSED'
  | 'LIKE_CLASS_NOT_FOUND'
  | 'LIKE_CLASS_OTHER'
  | 'LIKE_CLASS_CLOSED'
  | 'LIKE_CLASS_NOT_PROPOSED'
  | 'CATALOGUE_CHANGE_HOLDS'
  | 'CATALOGUE_CHANGE_NOT_PUBLISHED'
  | 'CATALOGUE_MATTER_UNKNOWN';
export type OfClass = { readonly id: string } | ClassRefusal;

export interface LikeClasses {
  /** These and those that are in it already have one cause; `id` is of a new class where there is none. The caller has looked that they are of its kind. */
  linkClass(id: string, kind: string, ids: ReadonlyArray<string>, asked: AskedOfClass): Promise<OfClass>;
  proposeChange(id: string, change: CatalogueChange, asked: AskedOfClass): Promise<OfClass>;
  /** Only where what is published since holds the change. */
  closeClass(id: string, asked: AskedOfClass): Promise<OfClass>;
  classes(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptClass>>;
  classIds(kinds: ReadonlyArray<string>, limit: number): Promise<ReadonlyArray<string>>;
  /** Appeals of it, the first first. */
  ofClass(id: string, limit: number): Promise<ReadonlyArray<string>>;
  classOf(appeal: string): Promise<string | null>;
  /** Open ones of a kind that are of no class, the newest first. */
  unclassified(kind: string, most: number): Promise<ReadonlyArray<Classifiable>>;
}

export function createLikeClasses(db: PostgresJsDatabase, records: AppealRecords, ledgerKey: LedgerKey): LikeClasses {
  const { pseudonym, sealer } = records;
  /** The class that a key stands for already; null: none. */
  const known = async (within: Pick<PostgresJsDatabase, 'select'>, { request, requestHash }: AskedOfClass) => {
    const [row] = await within
      .select({ id: likeClassEvents.class, requestHash: likeClassEvents.requestHash })
      .from(likeClassEvents)
      .where(eq(likeClassEvents.request, pseudonym(request)));
    if (!row) return null;
    return row.requestHash === pseudonym(requestHash) ? { id: row.id } : ('KEY_REUSED' as const);
  };
  const add = async (
    transaction: Transaction,
    id: string,
    kind: LikeClassEventRow['kind'],
    body: Readonly<Record<string, unknown>>,
    { request, requestHash, unit, by, reason, at }: AskedOfClass,
  ): Promise<OfClass> => {
    const [last] = await transaction
      .select({ number: likeClassEvents.number, digest: likeClassEvents.digest })
      .from(likeClassEvents)
      .where(eq(likeClassEvents.class, id))
      .orderBy(desc(likeClassEvents.number))
      .limit(1);
    const entry = { subject: `class ${id}`, at, kind, body: { ...body, unit } };
    const { number, contentDigest, digest } = nextEntry(last ?? null, entry, [reason, by], pseudonym);
    await transaction.insert(likeClassEvents).values({
      ...{ class: id, number, at, kind, unit, body, contentDigest, digest, signature: ledgerKey.sign(digest) },
      ...{ request: pseudonym(request), requestHash: pseudonym(requestHash) },
      sealed: sealer.seal(noteRecord.write({ text: reason, by }), classPlaceOf(id, number)),
    });
    return { id };
  };
  const locked = async (transaction: Transaction, id: string): Promise<LikeClassRow | null> => {
    const [row] = await transaction.select().from(likeClasses).where(eq(likeClasses.id, id)).for('update');
    return row ?? null;
  };
  const published = async (transaction: Transaction, matter: string) => {
    const [row] = await transaction.select().from(matters).where(eq(matters.code, matter));
    return row?.content ? row : null;
  };
  return {
    linkClass: (id, kind, ids, asked) =>
      db
        .transaction(async (transaction) => {
          const before = await known(transaction, asked);
          if (before) return before;
          await transaction
            .insert(likeClasses)
            .values({ id, kind, openedAt: asked.at, status: 'OPEN' })
            .onConflictDoNothing();
          const row = await locked(transaction, id);
          if (row?.kind !== kind) return 'LIKE_CLASS_OTHER';
          if (row.status === 'CLOSED') return 'LIKE_CLASS_CLOSED';
          const linked = await transaction
            .update(appeals)
            .set({ likeClass: id })
            .where(and(inArray(appeals.id, [...ids]), sql`coalesce(${appeals.likeClass}, ${id}) = ${id}`))
            .returning({ id: appeals.id });
          if (linked.length < ids.length) throw new OtherClass();
          return add(transaction, id, 'LINKED', { appeals: [...ids] }, asked);
        })
        .catch((error: unknown) => {
          if (error instanceof OtherClass) return 'LIKE_CLASS_OTHER' as const;
          throw error;
        }),
    proposeChange: (id, change, asked) =>
      db.transaction(async (transaction) => {
        const before = await known(transaction, asked);
        if (before) return before;
        const row = await locked(transaction, id);
        if (!row) return 'LIKE_CLASS_NOT_FOUND';
        if (row.status === 'CLOSED') return 'LIKE_CLASS_CLOSED';
        const matter = await published(transaction, change.matter);
        if (!matter) return 'CATALOGUE_MATTER_UNKNOWN';
        if (holds(change, matter.content)) return 'CATALOGUE_CHANGE_HOLDS';
        const [latest] = await transaction
          .select({ revision: rules.revision })
          .from(rules)
          .orderBy(desc(rules.revision))
          .limit(1);
        await transaction
          .update(likeClasses)
          .set({ status: 'PROPOSED', change, proposedAt: latest?.revision ?? 0 })
          .where(eq(likeClasses.id, id));
        return add(transaction, id, 'PROPOSED', { change }, asked);
      }),
    closeClass: (id, asked) =>
      db.transaction(async (transaction) => {
        const before = await known(transaction, asked);
        if (before) return before;
        const row = await locked(transaction, id);
        if (!row) return 'LIKE_CLASS_NOT_FOUND';
        if (row.status === 'CLOSED') return 'LIKE_CLASS_CLOSED';
        if (!row.change || row.proposedAt === null) return 'LIKE_CLASS_NOT_PROPOSED';
        const matter = await published(transaction, row.change.matter);
        const revision = matter?.revision ?? 0;
        if (!matter || revision <= row.proposedAt || !holds(row.change, matter.content))
          return 'CATALOGUE_CHANGE_NOT_PUBLISHED';
        await transaction
          .update(likeClasses)
          .set({ status: 'CLOSED', closedBy: revision })
          .where(eq(likeClasses.id, id));
        return add(transaction, id, 'CLOSED', { revision }, asked);
      }),
    async classes(ids) {
      if (ids.length === 0) return new Map();
      const [rows, events] = await Promise.all([
        db
          .select()
          .from(likeClasses)
          .where(inArray(likeClasses.id, [...ids])),
        db
          .select()
          .from(likeClassEvents)
          .where(inArray(likeClassEvents.class, [...ids]))
          .orderBy(asc(likeClassEvents.class), asc(likeClassEvents.number)),
      ]);
      const opened = events.map(({ class: of, sealed, ...each }) => {
        const note = sealed && noteRecord.read(sealer.open(sealed, classPlaceOf(of, each.number)));
        return { of, kept: { ...each, text: note?.text ?? null } };
      });
      return new Map(
        rows.map((row) => [
          row.id,
          { ...row, events: opened.filter(({ of }) => of === row.id).map(({ kept }) => kept) },
        ]),
      );
    },
    async classIds(kinds, limit) {
      if (kinds.length === 0) return [];
      const rows = await db
        .select({ id: likeClasses.id })
        .from(likeClasses)
        .where(inArray(likeClasses.kind, [...kinds]))
        .orderBy(desc(likeClasses.openedAt), desc(likeClasses.id))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
    async ofClass(id, limit) {
      const rows = await db
        .select({ id: appeals.id })
        .from(appeals)
        .where(eq(appeals.likeClass, id))
        .orderBy(asc(appeals.openedAt), asc(appeals.id))
        .limit(limit);
      return rows.map((row) => row.id);
    },
    async classOf(appeal) {
      const [row] = await db.select({ id: appeals.likeClass }).from(appeals).where(eq(appeals.id, appeal));
      return row?.id ?? null;
    },
    async unclassified(kind, most) {
      const rows = await db
        .select()
        .from(appeals)
        .where(openOnes(eq(appeals.kind, kind), isNull(appeals.likeClass)))
        .orderBy(desc(appeals.openedAt), desc(appeals.id))
        .limit(most);
      return rows.map((row) => {
        const { id, matter, about, terms } = row;
        const refusal = terms.reasons?.find(({ refused }) => refused)?.code ?? null;
        return { id, matter, about, refusal, text: records.recordOf(row).text };
      });
    },
  };
}

/** Takes back what was linked. */
class OtherClass extends Error {}
