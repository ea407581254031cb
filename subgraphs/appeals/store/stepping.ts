import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type CaseRefusal, stepCase } from '../../language/case-clock.ts';
import { brokenAt } from '../../runtime/ledger.ts';
import { type PhotoRefusal, photoRefusal } from '../domain/photos.ts';
import { type AppealEventRow, type AppealRow, appealEvents, appeals } from '../tables.ts';
import { addAccesses } from './accesses.ts';
import { grouped } from './grouped.ts';
import { tellAnswers } from './notices.ts';
import { eventsOf } from './reading.ts';
import { type AppealRecords, type AskedStep, columnsOf, type Transaction } from './records.ts';

/** As many as happen to the hardest case, and a bound on what reading one costs. */
const mostEvents = 200;

/** `number`: of the event that it is. */
export type Stepped = { readonly number: number } | 'KEY_REUSED' | 'TOO_MANY' | CaseRefusal | PhotoRefusal;
/** The event that a key stands for already; null: none. */
export type KnownStep = { readonly number: number; readonly unit: string | null } | 'KEY_REUSED' | null;

export interface Stepping {
  /** Under its lock, by its events; the caller has looked whether who asks may. */
  step(id: string, asked: AskedStep): Promise<Stepped>;
  /** The same of several, no appeal twice. */
  stepAll(
    steps: ReadonlyArray<{ readonly id: string; readonly asked: AskedStep }>,
  ): Promise<ReadonlyMap<string, Stepped>>;
  /** What was done under this key before, by whoever its request names: they are told so whatever they may see by now. */
  known(id: string, asked: Pick<AskedStep, 'request' | 'requestHash'>): Promise<KnownStep>;
}

export function createStepping(db: PostgresJsDatabase, records: AppealRecords): Stepping {
  const { pseudonym } = records;
  return {
    step: (id, given) => db.transaction((transaction) => stepAppeal(transaction, records, id, given)),
    stepAll: (steps) => db.transaction((transaction) => stepAppeals(transaction, records, steps)),
    async known(id, { request, requestHash }) {
      const [row] = await db
        .select({ number: appealEvents.number, unit: appealEvents.unit, requestHash: appealEvents.requestHash })
        .from(appealEvents)
        .where(and(eq(appealEvents.appeal, id), eq(appealEvents.request, pseudonym(request))));
      if (!row) return null;
      return row.requestHash === pseudonym(requestHash) ? { number: row.number, unit: row.unit } : 'KEY_REUSED';
    },
  };
}

/** An appeal under its lock, with its events. */
export interface Locked {
  readonly row: AppealRow;
  readonly events: ReadonlyArray<AppealEventRow>;
}

/** All in one order, so that of two who want the same ones one waits. Throws where one is not there, and where somebody has changed what happened to it. */
export async function lockAppeals(
  transaction: Transaction,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Locked>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await transaction
    .select()
    .from(appeals)
    .where(inArray(appeals.id, wanted))
    .orderBy(asc(appeals.id))
    .for('update');
  if (rows.length < wanted.length) throw new Error(`There is no appeal among ${wanted.join(', ')}.`);
  const events = grouped(await eventsOf(transaction, wanted), ({ appeal }) => appeal);
  return new Map(
    rows.map((row) => {
      const own = events.get(row.id) ?? [];
      const broken = brokenAt(own.map(chained));
      if (broken !== null) throw new Error(`The events of appeal ${row.id} were changed at number ${broken}.`);
      return [row.id, { row, events: own }];
    }),
  );
}

/** An event as its chain holds it. */
export const chained = (event: AppealEventRow) => ({
  ...event,
  subject: event.appeal,
  body: { ...event.body, unit: event.unit },
});

/** One more event of one appeal, once for each key. */
export async function stepAppeal(
  transaction: Transaction,
  records: AppealRecords,
  id: string,
  asked: AskedStep,
): Promise<Stepped> {
  return (await stepAppeals(transaction, records, [{ id, asked }])).get(id) as Stepped;
}

/** One more event of each, once for each key, as sets: what it asks of the database does not grow with how many there are. No appeal twice. */
export async function stepAppeals(
  transaction: Transaction,
  records: AppealRecords,
  steps: ReadonlyArray<{ readonly id: string; readonly asked: AskedStep }>,
): Promise<ReadonlyMap<string, Stepped>> {
  const locked = await lockAppeals(
    transaction,
    steps.map(({ id }) => id),
  );
  const outcomes = new Map<string, Stepped>();
  const rows: AppealEventRow[] = [];
  const columns: Array<ReturnType<typeof columnsOf> & { readonly id: string }> = [];
  for (const { id, asked } of steps) {
    const next = nextOf(records, locked.get(id) as Locked, asked);
    outcomes.set(id, next.outcome);
    if (!next.added) continue;
    rows.push(next.added);
    columns.push({ id, ...next.columns });
  }
  if (rows.length === 0) return outcomes;
  await transaction.insert(appealEvents).values(rows);
  await setColumns(transaction, columns);
  const done = steps.filter(({ id }) => rows.some(({ appeal }) => appeal === id));
  await addAccesses(
    transaction,
    records,
    done.flatMap(({ id, asked: { actor, by, at } }) =>
      actor.unit === null ? [] : [{ appeal: id, kind: 'ACTED' as const, unit: actor.unit, staff: by, at }],
    ),
  );
  const answered = done.filter(({ asked }) => asked.event.kind === 'ANSWERED');
  if (answered[0])
    await tellAnswers(
      transaction,
      answered.map(({ id }) => id),
      answered[0].asked.at,
    );
  return outcomes;
}

/** What an event makes of an appeal that is locked. */
function nextOf(
  records: AppealRecords,
  { row, events }: Locked,
  given: AskedStep,
):
  | { readonly outcome: Stepped; readonly added: null }
  | { readonly outcome: Stepped; readonly added: AppealEventRow; readonly columns: ReturnType<typeof columnsOf> } {
  const { pseudonym } = records;
  const asked = { ...given, request: pseudonym(given.request), requestHash: pseudonym(given.requestHash) };
  const known = events.find(({ request }) => request === asked.request);
  if (known)
    return { outcome: known.requestHash === asked.requestHash ? { number: known.number } : 'KEY_REUSED', added: null };
  const kept = records.opened(row, events);
  const unseen = photoRefusal(
    row.terms.photos ?? false,
    kept.events.map(({ event }) => event),
    asked.event,
  );
  const step = unseen ? { refusal: unseen } : stepCase(kept.state, asked.event, asked.actor);
  if ('refusal' in step) return { outcome: step.refusal, added: null };
  if (events.length >= mostEvents) return { outcome: 'TOO_MANY', added: null };
  const added = records.event(row.id, events.at(-1) ?? null, asked);
  return { outcome: { number: added.number }, added, columns: columnsOf(step.state, asked.event, asked.at) };
}

async function setColumns(
  transaction: Transaction,
  columns: ReadonlyArray<ReturnType<typeof columnsOf> & { readonly id: string }>,
): Promise<void> {
  await transaction.execute(sql`
    update ${appeals} a set status = t.status, owner = t.owner, due_on = t."dueOn", outcome = t.outcome,
      answered_on = t."answeredOn", closed_at = t."closedAt", grade = coalesce(t.grade, a.grade)
    from json_to_recordset(${JSON.stringify(columns)}::json) as t (id text, status text, owner text, "dueOn" date, outcome text,
      "answeredOn" date, "closedAt" timestamptz, grade integer)
    where a.id = t.id`);
}
