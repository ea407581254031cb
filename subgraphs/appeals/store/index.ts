import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type CaseRefusal, stepCase } from '../../language/case-clock.ts';
import { brokenAt } from '../../runtime/ledger.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import type { AppealRules } from '../domain/rules.ts';
import { type AppealRow, appealEvents, appeals, matters, rules } from '../tables.ts';
import { type NewAppeal, type Opened, openAppeal } from './opening.ts';
import { type AskedStep, columnsOf, createRecords, type KeptAppeal, openOnes } from './records.ts';

export type { NewAppeal } from './opening.ts';
export { publishRules } from './publish.ts';
export { type KeptAppeal, type KeptEvent, sealedPlaces } from './records.ts';

export type Stepped = 'DONE' | 'KEY_REUSED' | 'TOO_MANY' | CaseRefusal;
export interface Figures {
  readonly received: number;
  readonly answeredOnTheSpot: number;
  readonly solved: number;
  readonly refused: number;
  readonly overdue: number;
  readonly graded: number;
  readonly satisfied: number;
}
export interface AppealStore {
  rules(): Promise<AppealRules | null>;
  departmentOf(matter: string): Promise<string | null>;
  /** The id of the appeal: of this one, or of one that was opened under its key or is the same. At most so many of an account are open. */
  open(appeal: NewAppeal, mostOpen: number): Promise<Opened>;
  /** Under its lock, by its events; the caller has looked whether who asks may. */
  step(id: string, asked: AskedStep): Promise<Stepped>;
  many(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptAppeal>>;
  /** Whether the account opened it. */
  isOf(id: string, account: string): Promise<boolean>;
  ofAccount(account: string, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  countOfAccount(account: string): Promise<number>;
  ofSubmissions(account: string, submissions: ReadonlyArray<string>): Promise<ReadonlyArray<KeptAppeal>>;
  toHandle(handlers: ReadonlyArray<string>, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  countToHandle(handlers: ReadonlyArray<string>): Promise<number>;
  byCode(code: string): Promise<KeptAppeal | null>;
  /** Instants, ISO; `until` without it; `today` ISO. */
  figures(kind: string, from: string, until: string, today: string): Promise<Figures>;
  /** Of closed ones about a submission. */
  eraseOf(submission: string, at: string): Promise<number>;
  /** Of those closed before an instant, some at once; answers how many. */
  eraseClosedBefore(instant: string, atOnce: number, at: string): Promise<number>;
}

/** As many as happen to the hardest case, and a bound on what reading one costs. */
const mostEvents = 200;

export function createAppealStore(db: PostgresJsDatabase, sealer: Sealer, pseudonym: Pseudonym): AppealStore {
  const records = createRecords(sealer, pseudonym);
  const eventsOf = (within: Pick<PostgresJsDatabase, 'select'>, ids: ReadonlyArray<string>) =>
    within
      .select()
      .from(appealEvents)
      .where(inArray(appealEvents.appeal, [...ids]))
      .orderBy(asc(appealEvents.appeal), asc(appealEvents.number));
  const openedMany = async (rows: ReadonlyArray<AppealRow>): Promise<ReadonlyArray<KeptAppeal>> => {
    if (rows.length === 0) return [];
    const events = await eventsOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      records.opened(
        row,
        events.filter(({ appeal }) => appeal === row.id),
      ),
    );
  };
  const erase = (where: SQL | undefined, at: string, most?: number): Promise<number> =>
    db.transaction(async (transaction) => {
      const query = transaction
        .select({ id: appeals.id })
        .from(appeals)
        .where(and(isNotNull(appeals.closedAt), isNull(appeals.erasedAt), where))
        .orderBy(appeals.id)
        .$dynamic();
      const ids = (await (most === undefined ? query : query.limit(most)).for('update')).map(({ id }) => id);
      for (const id of ids) {
        const sealed = records.seal(id, { text: null, trackingCode: null });
        await transaction.update(appeals).set({ sealed, erasedAt: at }).where(eq(appeals.id, id));
      }
      if (ids.length > 0)
        await transaction.update(appealEvents).set({ sealed: null }).where(inArray(appealEvents.appeal, ids));
      return ids.length;
    });
  return {
    async rules() {
      const [row] = await db.select().from(rules).orderBy(desc(rules.revision)).limit(1);
      return row?.content ?? null;
    },
    async departmentOf(matter) {
      const [row] = await db.select().from(matters).where(eq(matters.code, matter));
      return row?.department ?? null;
    },
    open: (appeal, mostOpen) => db.transaction((transaction) => openAppeal(transaction, records, appeal, mostOpen)),
    step: (id, given) =>
      db.transaction(async (transaction) => {
        const asked = { ...given, request: pseudonym(given.request), requestHash: pseudonym(given.requestHash) };
        const [row] = await transaction.select().from(appeals).where(eq(appeals.id, id)).for('update');
        if (!row) throw new Error(`There is no appeal ${id}.`);
        const events = await eventsOf(transaction, [id]);
        const known = events.find(({ request }) => request === asked.request);
        if (known) return known.requestHash === asked.requestHash ? 'DONE' : 'KEY_REUSED';
        const broken = brokenAt(
          events.map((each) => ({ ...each, subject: id, body: { ...each.body, unit: each.unit } })),
        );
        if (broken !== null) throw new Error(`The events of appeal ${id} were changed at number ${broken}.`);
        const { state } = records.opened(row, events);
        const step = stepCase(state, asked.event, asked.actor);
        if ('refusal' in step) return step.refusal;
        if (events.length >= mostEvents) return 'TOO_MANY';
        await records.add(transaction, id, events.at(-1) ?? null, asked);
        await transaction
          .update(appeals)
          .set(columnsOf(step.state, asked.event, asked.at))
          .where(eq(appeals.id, id));
        return 'DONE';
      }),
    async many(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(appeals)
        .where(inArray(appeals.id, [...ids]));
      return new Map((await openedMany(rows)).map((each) => [each.id, each]));
    },
    isOf: async (id, account) =>
      (await db.$count(appeals, and(eq(appeals.id, id), eq(appeals.account, pseudonym(account))))) > 0,
    async ofAccount(account, limit, offset) {
      const rows = await db
        .select({ id: appeals.id })
        .from(appeals)
        .where(eq(appeals.account, pseudonym(account)))
        .orderBy(desc(appeals.openedAt), desc(appeals.id))
        .limit(limit)
        .offset(offset);
      return rows.map(({ id }) => id);
    },
    countOfAccount: (account) => db.$count(appeals, eq(appeals.account, pseudonym(account))),
    async ofSubmissions(account, submissions) {
      if (submissions.length === 0) return [];
      const rows = await db
        .select()
        .from(appeals)
        .where(and(inArray(appeals.submission, [...submissions]), eq(appeals.account, pseudonym(account))))
        .orderBy(asc(appeals.openedAt), asc(appeals.id));
      return openedMany(rows);
    },
    async toHandle(handlers, limit, offset) {
      const rows = await db
        .select({ id: appeals.id })
        .from(appeals)
        .where(openOnes(inArray(appeals.owner, [...handlers])))
        .orderBy(asc(appeals.dueOn), asc(appeals.id))
        .limit(limit)
        .offset(offset);
      return rows.map(({ id }) => id);
    },
    countToHandle: (handlers) => db.$count(appeals, openOnes(inArray(appeals.owner, [...handlers]))),
    async byCode(written) {
      const code = records.codeOf(written);
      const rows = code === null ? [] : await db.select().from(appeals).where(eq(appeals.code, code));
      return (await openedMany(rows))[0] ?? null;
    },
    async figures(kind, from, until, today) {
      const count = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number);
      const openedOn = sql`(${appeals.openedAt} at time zone 'Asia/Shanghai')::date`;
      const [row] = await db
        .select({
          received: sql<number>`count(*)`.mapWith(Number),
          answeredOnTheSpot: count(sql`${appeals.outcome} = 'ADVISED' and ${appeals.answeredOn} = ${openedOn}`),
          solved: count(sql`${appeals.outcome} = 'SOLVED' and ${appeals.status} = 'CLOSED'`),
          refused: count(sql`${appeals.outcome} = 'REFUSED' and ${appeals.status} = 'CLOSED'`),
          overdue: count(sql`${appeals.status} = 'IN_HAND' and ${appeals.dueOn} < ${today}`),
          graded: count(sql`${appeals.grade} is not null`),
          satisfied: count(sql`${appeals.grade} >= 4`),
        })
        .from(appeals)
        .where(and(eq(appeals.kind, kind), gte(appeals.openedAt, from), lt(appeals.openedAt, until)));
      return row as Figures;
    },
    eraseOf: (submission, at) => erase(eq(appeals.submission, submission), at),
    eraseClosedBefore: (instant, atOnce, at) => erase(lt(appeals.closedAt, instant), at, atOnce),
  };
}
