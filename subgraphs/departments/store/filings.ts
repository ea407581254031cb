import { and, eq, isNotNull, like, not } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { digest } from '../../language/canonical.ts';
import { isAnyOf } from '../../runtime/any-of.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { type Sealer, sealedText } from '../../runtime/personal-data.ts';
import { createTogether } from '../../runtime/together.ts';
import { type FilingRecord, type FilingState, filingRecord, isSettled, nothingTold } from '../filing.ts';
import type { NextValue } from '../numbers.ts';
import { erasures, filings } from '../tables.ts';
import { createBegin, mostTogether } from './begin.ts';
import { createChange } from './change.ts';
import type { Transaction } from './counted.ts';
import { addOutgoing, forgetOutgoing, outgoingPlaces, type Sending, type SentBefore } from './outgoing.ts';

/** A filing on the desk. */
export interface DeskFiling {
  readonly id: string;
  readonly matter: string;
  readonly party: string | null;
  readonly state: FilingState;
  readonly requestHash: string;
  readonly record: FilingRecord;
}
/** A filing as it lies on the desk. */
export interface KeptFiling extends DeskFiling {
  readonly receivedAt: string;
  readonly decidedAt: string | null;
}
export type ErasedFiling = Pick<typeof erasures.$inferSelect, 'at' | 'rows' | 'digest'>;
/** Where a filing stands from now on. */
export interface Decision extends Pick<DeskFiling, 'state' | 'record'> {
  /** What has to be carried to the department with it; `forgets`: in place of all that was not carried yet. */
  readonly sends?: ReadonlyArray<Sending>;
  readonly forgets?: boolean;
}
/** Decides under the filing's lock; numbers taken and what is decided are written together or not at all. */
export type Decide = (filing: DeskFiling, nextValue: NextValue, sent: SentBefore) => Promise<Decision | null>;

export interface DeskFilings {
  find(id: string): Promise<KeptFiling | null>;
  /** Takes a filing in and decides it; one that is known is answered as it stands. */
  begin(filing: Omit<DeskFiling, 'state'>, decide: Decide): Promise<DeskFiling>;
  /** Before anything is read: party ids that earlier releases wrote in clear. */
  sealWhatLiesClear(): Promise<void>;
  /** Takes out what the filing tells of persons, unless `require` throws; again it answers what it did. */
  erase(id: string, require: (filing: DeskFiling) => void): Promise<ErasedFiling>;
  /** Null where there is no such filing. A command that was performed before decides nothing again. */
  change(id: string, command: string | null, decide: Decide): Promise<DeskFiling | null>;
}

/** Rows at once. */
const batch = 200;

type Row = typeof filings.$inferSelect;

const nameOf = (id: string): string => `filing ${id}`;
const partyAt = (id: string): string => `${nameOf(id)} party`;

/** Every column of a department that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    {
      name: 'filings',
      key: ['id'],
      columns: [
        { name: 'sealed', as: 'BYTES', place: ({ id }) => nameOf(id as string) },
        { name: 'party', as: 'TEXT', place: ({ id }) => partyAt(id as string) },
      ],
    },
    ...outgoingPlaces,
  ],
};

export function createDeskFilings(db: PostgresJsDatabase, sealer: Sealer, now: () => number): DeskFilings {
  const seal = (id: string, record: FilingRecord): Buffer => sealer.seal(filingRecord.write(record), nameOf(id));
  const opened = ({ sealed, state, party, ...row }: Row): KeptFiling => ({
    ...row,
    party: party === null ? null : sealer.openText(party, partyAt(row.id)),
    state: state as FilingState,
    record: filingRecord.read(sealer.open(sealed, nameOf(row.id))),
  });
  const send = async (transaction: Transaction, id: string, { sends, forgets }: Decision): Promise<void> => {
    if (forgets) await forgetOutgoing(transaction, id, 'NOT_CARRIED');
    if (sends) await addOutgoing(transaction, sealer, id, sends);
  };
  const decidedOf = ({ id, state, record }: DeskFiling): Pick<Row, 'id' | 'state' | 'sealed' | 'decidedAt'> => ({
    ...{ id, state, sealed: seal(id, record) },
    decidedAt: isSettled(state) ? new Date(now()).toISOString() : null,
  });
  const begin = createBegin(db, {
    rowOf: (filing) => {
      const { id, matter, party, requestHash } = filing;
      const named = party === null ? null : sealer.sealText(party, partyAt(id));
      return { ...decidedOf(filing), matter, party: named, requestHash };
    },
    send,
  });
  // One text for every length. An id with a comma is nobody's.
  const find = createTogether<string, KeptFiling | null>({
    async write(ids) {
      const rows = await db.select().from(filings).where(isAnyOf(filings.id, ids));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => {
        const row = byId.get(id);
        return row ? opened(row) : null;
      });
    },
    most: mostTogether,
    atOnce: 2,
    reads: true,
  });
  const sealSome = (): Promise<number> =>
    db.transaction(async (transaction) => {
      const clear = and(isNotNull(filings.party), not(like(filings.party, `${sealedText}%`)));
      const rows = await transaction
        .select()
        .from(filings)
        .where(clear)
        .limit(batch)
        .for('update', { skipLocked: true });
      for (const { id, party } of rows)
        await transaction
          .update(filings)
          .set({ party: sealer.sealText(party as string, partyAt(id)) })
          .where(eq(filings.id, id));
      return rows.length;
    });
  return {
    async sealWhatLiesClear() {
      while ((await sealSome()) === batch);
    },
    find,
    async begin(filing, decide) {
      return begin(filing, decide).catch(async (error: unknown) => {
        // Also where it could not be decided anew: one that is known is answered as it stands.
        const known = await find(filing.id);
        if (known) return known;
        throw error;
      });
    },
    erase: (id, require) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.select().from(filings).where(eq(filings.id, id)).for('update');
        const at = new Date(now()).toISOString();
        if (!row) return { at, rows: 0, digest: digest('') };
        const [before] = await transaction.select().from(erasures).where(eq(erasures.filing, id));
        if (before) return before;
        require(opened(row));
        const erased = { at, rows: 1, digest: digest(row.sealed.toString('base64')) };
        await transaction
          .update(filings)
          .set({ party: null, requestHash: 'erased', sealed: seal(id, nothingTold) })
          .where(eq(filings.id, id));
        await forgetOutgoing(transaction, id, 'ALL');
        await transaction.insert(erasures).values({ filing: id, ...erased });
        return erased;
      }),
    change: createChange(db, { opened, rowOf: decidedOf, send }),
  };
}
