import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { byCode } from '../../language/canonical.ts';
import type { CaseEvent } from '../../language/case-clock.ts';
import { stepCase } from '../../language/case-clock.ts';
import type { Last } from '../../runtime/ledger.ts';
import { appealEvents, appealSources, appeals } from '../tables.ts';
import { root, seenWith } from './reading.ts';
import { type AppealRecords, columnsOf, type Transaction } from './records.ts';

/** What is like another: of one kind, about the same. */
export interface Topic {
  readonly kind: string;
  readonly about: string | null;
  readonly matter: string | null;
}
export const topicOf = ({ kind, about, matter }: Topic): string => JSON.stringify([kind, about, matter]);

/** Until the transaction ends, all in one order, so that of two who want the same one waits. `family` keeps locks of different things apart. */
export async function lockEach(transaction: Transaction, family: number, keys: ReadonlyArray<string>): Promise<void> {
  const sorted = [...new Set(keys)].sort(byCode);
  if (sorted.length === 0) return;
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hash) from (
      select distinct hashtextextended(key, ${family}) as hash from json_array_elements_text(${JSON.stringify(sorted)}::json) key order by 1
    ) sorted`,
  );
}

/** An open appeal that says the same: one that is shared with whoever says it, and the account's own. */
export interface SameOne {
  readonly shared: { readonly id: string } | null;
  readonly own: { readonly appeal: string; readonly source: string } | null;
}

/** By likeness. Open ones are locked: none is answered or closed while somebody joins it. */
export async function sameOnes(
  transaction: Transaction,
  account: string | null,
  likenesses: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, SameOne>> {
  if (likenesses.length === 0) return new Map();
  const found = await transaction.execute<{ likeness: string; root: string }>(sql`
    select likeness, coalesce(merged_into, id) as root from ${appeals}
    where ${inArray(appeals.likeness, [...likenesses])} and (status <> 'CLOSED' or merged_into is not null)`);
  const open = await lockOpen(
    transaction,
    found.map((each) => each.root),
  );
  const own = account === null ? new Map<string, string>() : await ownSources(transaction, account, [...open]);
  const same = new Map<string, SameOne>();
  for (const { likeness, root: id } of found) {
    if (!open.has(id)) continue;
    const source = own.get(id);
    const before = same.get(likeness);
    same.set(likeness, {
      shared: before?.shared ?? { id },
      own: before?.own ?? (source === undefined ? null : { appeal: id, source }),
    });
  }
  return same;
}

async function lockOpen(transaction: Transaction, ids: ReadonlyArray<string>): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction
    .select({ id: appeals.id, status: appeals.status })
    .from(appeals)
    .where(inArray(appeals.id, [...new Set(ids)]))
    .orderBy(asc(appeals.id))
    .for('update');
  return new Set(rows.filter(({ status }) => status !== 'CLOSED').map(({ id }) => id));
}

/** By appeal. */
async function ownSources(
  transaction: Transaction,
  account: string,
  roots: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, string>> {
  if (roots.length === 0) return new Map();
  const rows = await transaction
    .select({ root, id: appealSources.id })
    .from(appealSources)
    .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
    .where(and(eq(appealSources.account, account), seenWith(roots)));
  return new Map(rows.map((row) => [row.root, row.id]));
}

/** The last source of each. */
export async function lastSources(
  transaction: Transaction,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Last>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectDistinctOn([appealSources.appeal], {
      ...{ appeal: appealSources.appeal, number: appealSources.number, digest: appealSources.digest },
    })
    .from(appealSources)
    .where(inArray(appealSources.appeal, [...ids]))
    .orderBy(appealSources.appeal, desc(appealSources.number));
  // Of a release that did not chain them: the chain begins with the next.
  return new Map(rows.map(({ appeal, number, digest }) => [appeal, { number, digest: digest ?? '' }]));
}

/** How many came in about the same since its recurrence counts, whoever said so, by topic; those without recurrence are not counted. */
export async function likeBefore(
  transaction: Transaction,
  topics: ReadonlyArray<Topic & { readonly recurrence: { readonly since: string } | null }>,
): Promise<ReadonlyMap<string, number>> {
  const counted = new Map(
    topics.flatMap(({ kind, about, matter, recurrence }) =>
      recurrence === null ? [] : [[topicOf({ kind, about, matter }), { kind, about, matter, since: recurrence.since }]],
    ),
  );
  if (counted.size === 0) return new Map();
  const rows = await transaction.execute<{ topic: string; many: number }>(sql`
    select t.topic, count(s.id)::int as many
    from json_to_recordset(${JSON.stringify([...counted].map(([topic, each]) => ({ topic, ...each })))}::json)
      as t (topic text, kind text, about text, matter text, since timestamptz)
    join ${appeals} a on a.kind = t.kind and coalesce(a.about, '') = coalesce(t.about, '') and coalesce(a.matter, '') = coalesce(t.matter, '')
    join ${appealSources} s on s.appeal = a.id and s.at >= t.since
    group by t.topic`);
  return new Map(rows.map(({ topic, many }) => [topic, many]));
}

/** So many say the same that whoever is above looks at it: once for each appeal. The caller holds its lock. */
export async function recur(
  transaction: Transaction,
  records: AppealRecords,
  id: string,
  { count, on, at, by }: { readonly count: number; readonly on: string; readonly at: string; readonly by: string },
): Promise<void> {
  const [row] = await transaction.select().from(appeals).where(eq(appeals.id, id));
  const events = await transaction
    .select()
    .from(appealEvents)
    .where(eq(appealEvents.appeal, id))
    .orderBy(asc(appealEvents.number));
  if (!row || events.some(({ kind }) => kind === 'RECURRED')) return;
  const event: CaseEvent = { kind: 'RECURRED', count, on };
  const step = stepCase(records.opened(row, events).state, event, { unit: null });
  if ('refusal' in step) return;
  const request = `recurred ${id}`;
  const added = records.event(id, events.at(-1) ?? null, {
    ...{ event, actor: { unit: null }, by, at, request, requestHash: request },
  });
  await transaction.insert(appealEvents).values(added);
  await transaction
    .update(appeals)
    .set(columnsOf(step.state, event, at))
    .where(eq(appeals.id, id));
}
