import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { byCode } from '../../language/canonical.ts';
import { mayComeIn } from '../domain/intake.ts';
import { appealEvents, appealSources, appeals, intakeTurns } from '../tables.ts';
import {
  type Arriving,
  type ArrivingBy,
  arrange,
  byOf,
  type Newcomer,
  type Origin,
  type Received,
} from './arranging.ts';
import { lastSources, likeBefore, lockEach, recur, sameOnes, topicOf } from './like-ones.ts';
import { tellAnswers } from './notices.ts';
import { root } from './reading.ts';
import { type AppealRecords, referenceOf, type Transaction } from './records.ts';

/**
 * Receives appeals of one origin, in their order, as sets: what it asks of the database does not grow with how many there are. Whoever says the same about
 * the same as an open appeal is one more source of it.
 */
export async function receive(
  transaction: Transaction,
  records: AppealRecords,
  origin: Origin,
  given: ReadonlyArray<Newcomer>,
): Promise<ReadonlyArray<Received>> {
  const { pseudonym } = records;
  const account = origin.kind === 'ACCOUNT' ? pseudonym(origin.account) : null;
  const all = given.map(
    (each, index): Arriving => ({
      ...{ ...each, index, written: each.request, request: requestOf(records, origin, each.request) },
      ...{ requestHash: pseudonym(each.requestHash), likeness: pseudonym(each.likeness) },
    }),
  );
  // One of an origin after the other: what is counted and looked for here is so when it is written.
  await lockEach(transaction, 0, originKeys(records, origin));
  const known = await receivedBefore(transaction, origin, account, all);
  const fresh = all.filter(({ request }) => !known.has(request));
  await lockEach(
    transaction,
    2,
    fresh.map(({ likeness }) => likeness),
  );
  const same = await sameOnes(
    transaction,
    account,
    fresh.map(({ likeness }) => likeness),
  );
  const strange = fresh.filter(({ likeness }) => !same.get(likeness)?.own);
  const at = given[0]?.at ?? '';
  const isFull = strange.length > 0 && (await isTooMany(transaction, records, origin, account, at));
  const arrived = isFull ? [] : await arrive(transaction, records, { origin, account, same }, strange);
  const outcomes = new Map(arrived);
  return all.map(({ index, request, requestHash, likeness }): Received => {
    const before = known.get(request);
    if (before) return before.requestHash === requestHash ? before.received : 'KEY_REUSED';
    const own = same.get(likeness)?.own;
    if (own) return { how: 'KNOWN', appeal: own.appeal, source: own.source };
    return outcomes.get(index) ?? 'TOO_MANY';
  });
}

/** Writes those that are new to their origin. */
async function arrive(
  transaction: Transaction,
  records: AppealRecords,
  by: ArrivingBy,
  newcomers: ReadonlyArray<Arriving>,
): Promise<ReadonlyArray<readonly [number, Received]>> {
  const [first] = newcomers;
  if (!first) return [];
  const { origin, same } = by;
  const counted = newcomers.filter(({ recurrence }) => recurrence !== null).map(topicOf);
  await lockEach(transaction, 1, counted);
  const like = await likeBefore(transaction, newcomers);
  const shared = [...same.values()].flatMap((each) => each.shared?.id ?? []);
  const lasts = await lastSources(transaction, shared);
  const { outcomes, rows, joined, recurred } = arrange(records, by, newcomers, { like, lasts });
  if (rows.appeals.length > 0) await transaction.insert(appeals).values([...rows.appeals]);
  if (rows.events.length > 0) await transaction.insert(appealEvents).values([...rows.events]);
  if (rows.sources.length > 0) await transaction.insert(appealSources).values([...rows.sources]);
  const { at } = first;
  if (origin.kind === 'POINT') {
    const caller = records.pseudonym(origin.caller);
    await transaction.insert(intakeTurns).values(rows.sources.map(() => ({ point: origin.point, caller, at })));
  }
  for (const [id, count] of [...recurred].sort(([a], [b]) => byCode(a, b)))
    await recur(transaction, records, id, { count, on: first.opened.on, at, by: byOf(origin) });
  await tellAnswers(transaction, [...joined.keys()], at, [...joined.values()].flat());
  return outcomes;
}

function requestOf({ pseudonym }: AppealRecords, origin: Origin, request: string): string {
  return origin.kind === 'PLATFORM' ? referenceOf(pseudonym, origin.platform, request) : pseudonym(request);
}

function originKeys({ pseudonym }: AppealRecords, origin: Origin): ReadonlyArray<string> {
  if (origin.kind === 'ACCOUNT') return [pseudonym(origin.account)];
  if (origin.kind === 'PLATFORM') return [`platform ${origin.platform}`];
  return [`point ${origin.point}`, `caller ${pseudonym(origin.caller)}`];
}

/** Those of the origin that were received under the same keys, by key. */
async function receivedBefore(
  transaction: Transaction,
  origin: Origin,
  account: string | null,
  newcomers: ReadonlyArray<Pick<Newcomer, 'request'>>,
): Promise<ReadonlyMap<string, { readonly requestHash: string; readonly received: Received }>> {
  const keys = newcomers.map(({ request }) => request);
  const ofOrigin: Readonly<Record<Origin['kind'], () => SQL | undefined>> = {
    ACCOUNT: () => and(eq(appealSources.account, account ?? ''), inArray(appealSources.request, keys)),
    POINT: () =>
      and(
        eq(appealSources.kind, 'POINT'),
        eq(appealSources.point, origin.kind === 'POINT' ? origin.point : ''),
        inArray(appealSources.request, keys),
      ),
    PLATFORM: () =>
      and(
        eq(appealSources.platform, origin.kind === 'PLATFORM' ? origin.platform : ''),
        inArray(appealSources.reference, keys),
      ),
  };
  const rows = await transaction
    .select({
      ...{ source: appealSources.id, request: appealSources.request, requestHash: appealSources.requestHash },
      root,
    })
    .from(appealSources)
    .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
    .where(ofOrigin[origin.kind]());
  return new Map(
    rows.map(({ source, request, requestHash, root: appeal }) => [
      request,
      { requestHash, received: { how: 'KNOWN', appeal, source } },
    ]),
  );
}

async function isTooMany(
  transaction: Transaction,
  { pseudonym }: AppealRecords,
  origin: Origin,
  account: string | null,
  at: string,
): Promise<boolean> {
  if (origin.kind === 'PLATFORM') return false;
  if (origin.kind === 'ACCOUNT') {
    const [row] = await transaction.execute<{ open: number }>(sql`
      select count(distinct r.id)::int as open from ${appealSources} s
      join ${appeals} a on a.id = s.appeal join ${appeals} r on r.id = coalesce(a.merged_into, a.id)
      where s.account = ${account} and r.status <> 'CLOSED'`);
    return (row?.open ?? 0) >= origin.mostOpen;
  }
  const caller = pseudonym(origin.caller);
  const since = sql`${at}::timestamptz - interval '1 hour'`;
  const [row] = await transaction.execute<{ ofPoint: number; ofCaller: number }>(sql`
    select count(*) filter (where point = ${origin.point})::int as "ofPoint",
      count(*) filter (where caller = ${caller})::int as "ofCaller"
    from ${intakeTurns} where at > ${since} and (point = ${origin.point} or caller = ${caller})`);
  return !mayComeIn({ ofPoint: row?.ofPoint ?? 0, ofCaller: row?.ofCaller ?? 0 }, origin.most);
}
