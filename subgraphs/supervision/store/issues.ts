import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type CaseRefusal, type CaseState, stepCase } from '../../language/case-clock.ts';
import { standingRevision } from '../../runtime/beginnings.ts';
import { brokenAt } from '../../runtime/ledger.ts';
import { isAnswered, type Origin, type PublishedPapers } from '../domain/issues.ts';
import { type IssueRow, issueEvents, issues, publishedMatters } from '../tables.ts';
import { type AskedOfIssue, columnsOf, type IssueRecords, type KeptIssue, type Transaction } from './issue-records.ts';
import { type NewIssue, openIssue } from './opening.ts';

export type IssueStepped = 'DONE' | 'KEY_REUSED' | 'TOO_MANY' | 'ISSUE_NOT_PUBLISHED' | CaseRefusal;
/** What a ledger is asked for. `overdue`: open, and its last day is over on that day (ISO). */
export interface IssueFilter {
  readonly origin?: Origin | null;
  readonly matter?: string | null;
  /** Whom it is about, or who has it. */
  readonly department?: string | null;
  readonly status?: 'OPEN' | 'CLOSED' | null;
  readonly overdueOn?: string | null;
  /** Null: all origins. */
  readonly among?: ReadonlyArray<Origin> | null;
}
export interface LedgerRow {
  readonly department: string;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
}
export interface IssueStore {
  open(issue: NewIssue): Promise<string>;
  /** Under its lock, by its events; the caller has looked whether who asks may. */
  step(id: string, asked: AskedOfIssue): Promise<IssueStepped>;
  many(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptIssue>>;
  list(filter: IssueFilter, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  count(filter: IssueFilter): Promise<number>;
  /** By department: opened and closed between two instants (ISO), and how it stood at the second, which is the day `until` (ISO). */
  report(from: string, to: string, until: string): Promise<ReadonlyArray<LedgerRow>>;
  /** A matter as it is published now; null: it is not, or was not since there are rows of it. */
  papersOf(matter: string): Promise<(PublishedPapers & { readonly department: string }) | null>;
  /** Of those closed before an instant, some at once; answers how many. */
  eraseClosedBefore(instant: string, atOnce: number, at: string): Promise<number>;
}

/** As many as happen to the hardest, and a bound on what reading one costs. */
const mostEvents = 200;

export function createIssueStore(db: PostgresJsDatabase, records: IssueRecords): IssueStore {
  const { pseudonym } = records;
  const eventsOf = (within: Pick<PostgresJsDatabase, 'select'>, ids: ReadonlyArray<string>) =>
    within
      .select()
      .from(issueEvents)
      .where(inArray(issueEvents.issue, [...ids]))
      .orderBy(asc(issueEvents.issue), asc(issueEvents.number));
  const papersOf = async (within: Pick<PostgresJsDatabase, 'select'>, matter: string) => {
    const [row] = await within
      .select()
      .from(publishedMatters)
      .where(and(eq(publishedMatters.matter, matter), lte(publishedMatters.revision, standingRevision())))
      .orderBy(desc(publishedMatters.revision))
      .limit(1);
    return row ?? null;
  };
  /**
   * What changes with a step of the rows of the ledger. Nobody's word does: whoever says that it is mended and whoever finds it so are held against
   * what is published.
   */
  const changesOf = async (transaction: Transaction, issue: KeptIssue, state: CaseState, asked: AskedOfIssue) => {
    const changes = { ...columnsOf(state, asked.at), ...asked.measure };
    const ends = asked.event.kind === 'ANSWERED' || state.status === 'CLOSED';
    if (!ends || issue.origin === 'REVIEW') return changes;
    const published = await papersOf(transaction, issue.matter);
    return published && isAnswered(issue, published) ? { ...changes, answeredRevision: published.revision } : null;
  };
  return {
    open: (issue) => db.transaction((transaction) => openIssue(transaction, records, issue)),
    step: (id, given) =>
      db.transaction(async (transaction) => {
        const asked = { ...given, request: pseudonym(given.request), requestHash: pseudonym(given.requestHash) };
        const [row] = await transaction.select().from(issues).where(eq(issues.id, id)).for('update');
        if (!row) throw new Error(`There is no issue ${id}.`);
        const events = await eventsOf(transaction, [id]);
        const known = events.find(({ request }) => request === asked.request);
        if (known) return known.requestHash === asked.requestHash ? 'DONE' : 'KEY_REUSED';
        const chain = events.map((each) => ({ ...each, subject: id, body: { ...each.body, unit: each.unit } }));
        const broken = brokenAt(chain);
        if (broken !== null) throw new Error(`The events of issue ${id} were changed at number ${broken}.`);
        const issue = records.opened(row, events);
        const { event, unit } = asked;
        const step = stepCase(issue.state, event, { unit });
        if ('refusal' in step) return step.refusal;
        const changes = await changesOf(transaction, issue, step.state, asked);
        if (changes === null) return 'ISSUE_NOT_PUBLISHED';
        if (events.length >= mostEvents) return 'TOO_MANY';
        await records.add(transaction, id, events.at(-1) ?? null, asked);
        await transaction.update(issues).set(changes).where(eq(issues.id, id));
        return 'DONE';
      }),
    async many(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(issues)
        .where(inArray(issues.id, [...ids]));
      const events = await eventsOf(
        db,
        rows.map(({ id }) => id),
      );
      const openedOf = (row: IssueRow) =>
        records.opened(
          row,
          events.filter(({ issue }) => issue === row.id),
        );
      return new Map(rows.map((row) => [row.id, openedOf(row)]));
    },
    async list(filter, limit, offset) {
      const rows = await db
        .select({ id: issues.id })
        .from(issues)
        .where(where(filter))
        .orderBy(asc(issues.dueOn), asc(issues.id))
        .limit(limit)
        .offset(offset);
      return rows.map(({ id }) => id);
    },
    count: (filter) => db.$count(issues, where(filter)),
    async report(from, to, until) {
      const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
      const isOpen = sql`${issues.openedAt} < ${to} and (${issues.closedAt} is null or ${issues.closedAt} >= ${to})`;
      return db
        .select({
          department: issues.about,
          opened: count(sql`${issues.openedAt} >= ${from} and ${issues.openedAt} < ${to}`),
          closed: count(sql`${issues.closedAt} >= ${from} and ${issues.closedAt} < ${to}`),
          open: count(isOpen),
          overdue: count(sql`${isOpen} and ${issues.dueOn} < ${until}`),
        })
        .from(issues)
        .where(and(lt(issues.openedAt, to), or(isNull(issues.closedAt), gte(issues.closedAt, from))))
        .groupBy(issues.about)
        .orderBy(asc(issues.about));
    },
    papersOf: (matter) => papersOf(db, matter),
    eraseClosedBefore: (instant, atOnce, at) =>
      db.transaction(async (transaction) => {
        const rows = await transaction
          .select({ id: issues.id })
          .from(issues)
          .where(and(isNotNull(issues.closedAt), isNull(issues.erasedAt), lt(issues.closedAt, instant)))
          .orderBy(asc(issues.id))
          .limit(atOnce)
          .for('update');
        const ids = rows.map(({ id }) => id);
        for (const id of ids)
          await transaction
            .update(issues)
            .set({ sealed: records.seal(id, { paper: null }), erasedAt: at })
            .where(eq(issues.id, id));
        if (ids.length > 0)
          await transaction.update(issueEvents).set({ sealed: null }).where(inArray(issueEvents.issue, ids));
        return ids.length;
      }),
  };
}

function where({ origin, matter, department, status, overdueOn, among }: IssueFilter): SQL | undefined {
  return and(
    origin == null ? undefined : eq(issues.origin, origin),
    among == null ? undefined : inArray(issues.origin, [...among]),
    matter == null ? undefined : eq(issues.matter, matter),
    department == null ? undefined : or(eq(issues.about, department), eq(issues.owner, `department:${department}`)),
    status == null ? undefined : (status === 'OPEN' ? ne : eq)(issues.status, 'CLOSED'),
    // While its clock stands it is not.
    overdueOn == null ? undefined : and(eq(issues.status, 'IN_HAND'), lt(issues.dueOn, overdueOn)),
  );
}
