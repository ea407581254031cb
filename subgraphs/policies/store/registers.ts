import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { fingerprint } from '../../language/canonical.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { brokenAt, nextEntry } from '../../runtime/ledger.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import type { Happened, OfferEvent } from '../domain/events.ts';
import { type RegisterEventRow, registerEvents, registers } from '../tables.ts';

/** What somebody said, under which key of theirs. */
export interface Said {
  readonly idempotencyKey: string;
  /** What was asked, without the key. */
  readonly content: unknown;
  readonly event: OfferEvent;
  /** ISO instant. */
  readonly at: string;
}
export type Written = 'DONE' | 'KEY_REUSED' | 'TOO_MANY';
/** What an account said, with the row that holds it. */
export interface KeptRegister {
  readonly id: string;
  readonly openedAt: string;
  readonly events: ReadonlyArray<Happened & { readonly number: number }>;
}
export interface RegisterStore {
  /** Null: the account never said anything, or had it erased. */
  of(account: string): Promise<KeptRegister | null>;
  /** Once for each key. */
  add(account: string, said: Said): Promise<Written>;
  /** Everything that an account said, for good; answers how many rows. */
  forget(account: string, at: string): Promise<number>;
  /** Of accounts that said nothing since an instant (ISO), some at once; answers how many of them. */
  forgetSilent(since: string, atOnce: number, at: string): Promise<number>;
}

const offerRecord = versionedRecord<{ readonly event: OfferEvent }>('word on offers', []);
const placeOf = (register: string, number: number | string): string => `event ${number} of register ${register}`;
/** As much as one is ever asked to agree to or refuse, and a bound on what reading it costs. */
export const mostEvents = 500;

/** Every column that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    {
      name: 'register_events',
      key: ['register', 'number'],
      columns: [
        {
          name: 'sealed',
          as: 'BYTES',
          place: ({ register, number }) => placeOf(register as string, number as string),
        },
      ],
    },
  ],
};

export function createRegisterStore(db: PostgresJsDatabase, sealer: Sealer, pseudonym: Pseudonym): RegisterStore {
  type Reader = Pick<PostgresJsDatabase, 'select'>;
  const rowsOf = (reader: Reader, register: string) =>
    reader
      .select()
      .from(registerEvents)
      .where(eq(registerEvents.register, register))
      .orderBy(asc(registerEvents.number));
  const opened = (rows: ReadonlyArray<RegisterEventRow>): KeptRegister['events'] =>
    rows.flatMap(({ register, number, at, sealed }) =>
      sealed === null
        ? []
        : [
            {
              number,
              at: new Date(at).toISOString(),
              event: offerRecord.read(sealer.open(sealed, placeOf(register, number))).event,
            },
          ],
    );
  const erase = (ids: ReadonlyArray<string>, at: string): Promise<number> =>
    db.transaction(async (transaction) => {
      if (ids.length === 0) return 0;
      const gone = await transaction
        .update(registers)
        .set({ account: null, erasedAt: at })
        .where(and(inArray(registers.id, [...ids]), isNull(registers.erasedAt)))
        .returning({ id: registers.id });
      const erased = gone.map(({ id }) => id);
      if (erased.length === 0) return 0;
      const rows = await transaction
        .update(registerEvents)
        .set({ sealed: null })
        .where(inArray(registerEvents.register, erased))
        .returning({ number: registerEvents.number });
      return rows.length;
    });
  return {
    async of(account) {
      const [register] = await db
        .select()
        .from(registers)
        .where(eq(registers.account, pseudonym(account)));
      if (!register) return null;
      const { id, openedAt } = register;
      return { id, openedAt: new Date(openedAt).toISOString(), events: opened(await rowsOf(db, id)) };
    },
    add: (account, { idempotencyKey, content, event, at }) =>
      db.transaction(async (transaction) => {
        const whose = pseudonym(account);
        await transaction
          .insert(registers)
          .values({ id: randomUUID(), account: whose, openedAt: at, lastAt: at })
          .onConflictDoNothing();
        const [register] = await transaction.select().from(registers).where(eq(registers.account, whose)).for('update');
        // Erased between the two: whoever asks again begins another.
        if (!register) throw new Error('What an account said was erased while it said more.');
        const rows = await rowsOf(transaction, register.id);
        const request = pseudonym(JSON.stringify([account, event.kind, idempotencyKey]));
        const requestHash = pseudonym(fingerprint(content));
        const known = rows.find((row) => row.request === request);
        if (known) return known.requestHash === requestHash ? 'DONE' : 'KEY_REUSED';
        const broken = brokenAt(rows.map((row) => ({ ...row, subject: register.id, body: null })));
        if (broken !== null) throw new Error(`The events of register ${register.id} were changed at number ${broken}.`);
        if (rows.length >= mostEvents) return 'TOO_MANY';
        const { kind } = event;
        const { number, contentDigest, digest } = nextEntry(
          rows.at(-1) ?? null,
          { subject: register.id, at, kind, body: null },
          [event],
          pseudonym,
        );
        await transaction.insert(registerEvents).values({
          ...{ register: register.id, number, at, kind, request, requestHash, contentDigest, digest },
          sealed: sealer.seal(offerRecord.write({ event }), placeOf(register.id, number)),
        });
        await transaction.update(registers).set({ lastAt: at }).where(eq(registers.id, register.id));
        return 'DONE';
      }),
    async forget(account, at) {
      const ids = await db
        .select({ id: registers.id })
        .from(registers)
        .where(eq(registers.account, pseudonym(account)));
      return erase(
        ids.map(({ id }) => id),
        at,
      );
    },
    async forgetSilent(since, atOnce, at) {
      const silent = await db
        .select({ id: registers.id })
        .from(registers)
        .where(and(isNull(registers.erasedAt), lt(registers.lastAt, since)))
        .limit(atOnce);
      await erase(
        silent.map(({ id }) => id),
        at,
      );
      return silent.length;
    },
  };
}
