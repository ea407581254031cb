import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { CaseEvent } from '../../language/case-clock.ts';
import type { Last } from '../../runtime/ledger.ts';
import { caseOf } from '../domain/events.ts';
import type { AppealTerms } from '../domain/rules.ts';
import { appeals } from '../tables.ts';
import { type AppealRecords, columnsOf, openOnes, type Transaction } from './records.ts';

export interface NewAppeal {
  readonly id: string;
  readonly account: string;
  readonly request: string;
  readonly requestHash: string;
  /** What makes another of the same person the same appeal. */
  readonly likeness: string;
  readonly kind: string;
  readonly about: string | null;
  readonly matter: string | null;
  readonly submission: string | null;
  readonly record: { readonly text: string; readonly trackingCode: string };
  readonly terms: AppealTerms;
  readonly opened: Extract<CaseEvent, { readonly kind: 'OPENED' }>;
  /** Instant, ISO. */
  readonly at: string;
  /** The how-manieth like one escalates, since when they count; null: none does. */
  readonly recurrence: { readonly count: number; readonly since: string } | null;
}
export type Opened = { readonly id: string } | 'KEY_REUSED' | 'TOO_MANY';

/** Opens an appeal, unless it is there already. Those of one account come one after the other: what is counted and looked for here is so when it is written. */
export async function openAppeal(
  transaction: Transaction,
  records: AppealRecords,
  appeal: NewAppeal,
  mostOpen: number,
): Promise<Opened> {
  const { pseudonym } = records;
  const { id, kind, about, matter, submission, record, terms, opened, at, recurrence } = appeal;
  const account = pseudonym(appeal.account);
  const request = pseudonym(appeal.request);
  const requestHash = pseudonym(appeal.requestHash);
  const likeness = pseudonym(appeal.likeness);
  // One of an account after the other: what is counted and looked for here is so when it is written.
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`);
  const [known] = await transaction
    .select({ id: appeals.id, requestHash: appeals.requestHash })
    .from(appeals)
    .where(and(eq(appeals.account, account), eq(appeals.request, request)));
  if (known) return known.requestHash === requestHash ? { id: known.id } : 'KEY_REUSED';
  const [same] = await transaction
    .select({ id: appeals.id })
    .from(appeals)
    .where(openOnes(eq(appeals.likeness, likeness), eq(appeals.account, account)))
    .limit(1);
  if (same) return same;
  const open = await transaction.$count(appeals, openOnes(eq(appeals.account, account)));
  if (open >= mostOpen) return 'TOO_MANY';
  const before = await likeIt(transaction, appeal);
  const asked = { actor: { unit: null }, by: appeal.account, at, request, requestHash };
  const events: CaseEvent[] = [opened];
  if (recurrence !== null && before + 1 >= recurrence.count)
    events.push({ kind: 'RECURRED', count: before + 1, on: opened.on });
  const state = caseOf(
    terms,
    events.map((event) => ({ event, unit: null })),
  );
  await transaction.insert(appeals).values({
    ...{ id, account, request, requestHash, likeness, kind, about, matter, submission, openedAt: at, terms },
    code: records.codeOf(record.trackingCode) as string,
    ...columnsOf(state, opened, at),
    sealed: records.seal(id, record),
  });
  let last: Last = null;
  for (const [index, event] of events.entries())
    last = await records.add(transaction, id, last, { ...asked, request: `${request} ${index}`, event });
  return { id };
}

/** How many of the same kind about the same came in since its recurrence counts, whoever opened them. */
async function likeIt(
  transaction: Transaction,
  { kind, about, matter, recurrence }: Pick<NewAppeal, 'kind' | 'about' | 'matter' | 'recurrence'>,
): Promise<number> {
  if (recurrence === null) return 0;
  // Of two at once the later one sees the earlier.
  const topic = JSON.stringify([kind, about, matter]);
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${topic}, 1))`);
  const aboutIt = about === null ? isNull(appeals.about) : eq(appeals.about, about);
  const ofMatter = matter === null ? isNull(appeals.matter) : eq(appeals.matter, matter);
  return transaction.$count(
    appeals,
    and(eq(appeals.kind, kind), aboutIt, ofMatter, gte(appeals.openedAt, recurrence.since)),
  );
}
