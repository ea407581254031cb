import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type CaseRefusal, stepCase } from '../../language/case-clock.ts';
import { brokenAt } from '../../runtime/ledger.ts';
import { type AppealEventRow, type AppealRow, appealEvents, appeals } from '../tables.ts';
import { addAccesses } from './accesses.ts';
import { tellAnswer } from './notices.ts';
import { eventsOf } from './reading.ts';
import { type AppealRecords, type AskedStep, columnsOf, type Transaction } from './records.ts';

/** As many as happen to the hardest case, and a bound on what reading one costs. */
const mostEvents = 200;

/** `number`: of the event that it is. */
export type Stepped = { readonly number: number } | 'KEY_REUSED' | 'TOO_MANY' | CaseRefusal;
/** The event that a key stands for already; null: none. */
export type KnownStep = { readonly number: number; readonly unit: string | null } | 'KEY_REUSED' | null;

export interface Stepping {
  /** Under its lock, by its events; the caller has looked whether who asks may. */
  step(id: string, asked: AskedStep): Promise<Stepped>;
  /** What was done under this key before, by whoever its request names: they are told so whatever they may see by now. */
  known(id: string, asked: Pick<AskedStep, 'request' | 'requestHash'>): Promise<KnownStep>;
}

export function createStepping(db: PostgresJsDatabase, records: AppealRecords): Stepping {
  const { pseudonym } = records;
  return {
    step: (id, given) => db.transaction((transaction) => stepAppeal(transaction, records, id, given)),
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

/** An appeal under its lock, with its events. Throws where there is none, and where somebody has changed what happened to it. */
export async function lockAppeal(
  transaction: Transaction,
  id: string,
): Promise<{ readonly row: AppealRow; readonly events: ReadonlyArray<AppealEventRow> }> {
  const [row] = await transaction.select().from(appeals).where(eq(appeals.id, id)).for('update');
  if (!row) throw new Error(`There is no appeal ${id}.`);
  const events = await eventsOf(transaction, [id]);
  const broken = brokenAt(events.map(chained));
  if (broken !== null) throw new Error(`The events of appeal ${id} were changed at number ${broken}.`);
  return { row, events };
}

/** An event as its chain holds it. */
export const chained = (event: AppealEventRow) => ({
  ...event,
  subject: event.appeal,
  body: { ...event.body, unit: event.unit },
});

/** One more event, once for each key. */
export async function stepAppeal(
  transaction: Transaction,
  records: AppealRecords,
  id: string,
  given: AskedStep,
): Promise<Stepped> {
  const { pseudonym } = records;
  const asked = { ...given, request: pseudonym(given.request), requestHash: pseudonym(given.requestHash) };
  const { row, events } = await lockAppeal(transaction, id);
  const known = events.find(({ request }) => request === asked.request);
  if (known) return known.requestHash === asked.requestHash ? { number: known.number } : 'KEY_REUSED';
  const step = stepCase(records.opened(row, events).state, asked.event, asked.actor);
  if ('refusal' in step) return step.refusal;
  if (events.length >= mostEvents) return 'TOO_MANY';
  const added = records.event(id, events.at(-1) ?? null, asked);
  await transaction.insert(appealEvents).values(added);
  await transaction
    .update(appeals)
    .set(columnsOf(step.state, asked.event, asked.at))
    .where(eq(appeals.id, id));
  const { unit } = asked.actor;
  if (unit !== null)
    await addAccesses(transaction, records, [{ appeal: id, kind: 'ACTED', unit, staff: asked.by, at: asked.at }]);
  if (asked.event.kind === 'ANSWERED') await tellAnswer(transaction, id, asked.at);
  return { number: added.number };
}
