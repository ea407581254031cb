import { and, asc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { brokenAt, nextEntry } from '../../runtime/ledger.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import {
  type Delegation,
  type DelegationRefusal,
  type DelegationState,
  type DoneFor,
  delegationOf,
  nothingDone,
  stepDelegation,
} from '../domain/delegations.ts';
import { type DelegationEventRow, delegationEvents } from '../tables.ts';

/** Who of the staff did something. */
export const staffRecord = versionedRecord<{ readonly by: string }>('staff of supervision', []);

type Key = Pick<Delegation, 'matter' | 'to'>;
export interface AskedOfDelegation extends DoneFor {
  readonly request: string;
  readonly requestHash: string;
  readonly by: string;
  /** Instant, ISO. */
  readonly at: string;
}
export type DelegationStepped = 'DONE' | 'KEY_REUSED' | 'TOO_MANY' | DelegationRefusal;
export interface DelegationStore {
  /** Once for each request, at the end of its chain. */
  step(key: Key, asked: AskedOfDelegation): Promise<DelegationStepped>;
  /** By `matter to`: those of which something was done. */
  states(keys: ReadonlyArray<Key>): Promise<ReadonlyMap<string, DelegationState>>;
  /** Takes out who did what before an instant, some at once; answers how many. */
  eraseBefore(instant: string, atOnce: number): Promise<number>;
}

/** A bound on what reading one costs. */
const mostEvents = 200;
export const keyOf = ({ matter, to }: Key): string => `${matter} ${to}`;
const placeOf = (matter: string, receiver: string, number: number | string): string =>
  `event ${number} of the delegation of ${matter} to ${receiver}`;

export const delegationPlaces: SealedPlaces['tables'][number] = {
  name: 'delegation_events',
  key: ['matter', 'receiver', 'number'],
  columns: [
    {
      name: 'sealed',
      as: 'BYTES',
      place: ({ matter, receiver, number }) => placeOf(matter as string, receiver as string, number as string),
    },
  ],
};

const doneIn = ({ body, unit }: DelegationEventRow): DoneFor => ({ event: body, unit });
const stateOf = (rows: ReadonlyArray<DelegationEventRow>): DelegationState =>
  rows.length === 0 ? nothingDone : delegationOf(rows.map(doneIn));

export function createDelegationStore(db: PostgresJsDatabase, sealer: Sealer, pseudonym: Pseudonym): DelegationStore {
  return {
    step: (key, given) =>
      db.transaction(async (transaction) => {
        const { matter, to: receiver } = key;
        const request = pseudonym(given.request);
        const requestHash = pseudonym(given.requestHash);
        // One after the other: there is no row to lock before the first.
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(key)}, 2))`);
        const rows = await transaction
          .select()
          .from(delegationEvents)
          .where(and(eq(delegationEvents.matter, matter), eq(delegationEvents.receiver, receiver)))
          .orderBy(asc(delegationEvents.number));
        const known = rows.find((row) => row.request === request);
        if (known) return known.requestHash === requestHash ? 'DONE' : 'KEY_REUSED';
        const chain = rows.map((row) => ({ ...row, subject: keyOf(key), body: { ...row.body, unit: row.unit } }));
        const broken = brokenAt(chain);
        if (broken !== null) throw new Error(`The events of a delegation were changed at number ${broken}.`);
        const { event, unit, by, at } = given;
        const step = stepDelegation(stateOf(rows), { event, unit });
        if ('refusal' in step) return step.refusal;
        if (rows.length >= mostEvents) return 'TOO_MANY';
        const entry = { subject: keyOf(key), at, kind: event.kind, body: { ...event, unit } };
        const { number, contentDigest, digest } = nextEntry(rows.at(-1) ?? null, entry, [by], pseudonym);
        await transaction.insert(delegationEvents).values({
          ...{ matter, receiver, number, at, kind: event.kind, unit, request, requestHash, contentDigest, digest },
          body: event,
          sealed: sealer.seal(staffRecord.write({ by }), placeOf(matter, receiver, number)),
        });
        return 'DONE';
      }),
    async states(keys) {
      if (keys.length === 0) return new Map();
      const matters = [...new Set(keys.map(({ matter }) => matter))];
      const rows = await db
        .select()
        .from(delegationEvents)
        .where(inArray(delegationEvents.matter, matters))
        .orderBy(asc(delegationEvents.number));
      const grouped = new Map<string, DelegationEventRow[]>();
      for (const row of rows) {
        const key = keyOf({ matter: row.matter, to: row.receiver });
        grouped.set(key, [...(grouped.get(key) ?? []), row]);
      }
      return new Map([...grouped].map(([key, own]) => [key, stateOf(own)]));
    },
    async eraseBefore(instant, atOnce) {
      const some = await db
        .select({
          matter: delegationEvents.matter,
          receiver: delegationEvents.receiver,
          number: delegationEvents.number,
        })
        .from(delegationEvents)
        .where(and(lt(delegationEvents.at, instant), isNotNull(delegationEvents.sealed)))
        .limit(atOnce);
      for (const { matter, receiver, number } of some)
        await db
          .update(delegationEvents)
          .set({ sealed: null })
          .where(
            and(
              eq(delegationEvents.matter, matter),
              eq(delegationEvents.receiver, receiver),
              eq(delegationEvents.number, number),
            ),
          );
      return some.length;
    },
  };
}
