import { and, ne, type SQL } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseActor, CaseEvent, CaseState } from '../../language/case-clock.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { type Last, nextEntry } from '../../runtime/ledger.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import { caseOf, divided, joined, type Words } from '../domain/events.ts';
import { type AppealTerms, readTrackingCode } from '../domain/rules.ts';
import { type AppealEventRow, type AppealRow, appealEvents, appeals } from '../tables.ts';

/** What an appeal tells of persons, sealed at rest; null: it was erased. */
export interface AppealRecord {
  readonly text: string | null;
  readonly trackingCode: string | null;
}
export const appealRecord = versionedRecord<AppealRecord>('appeal', []);
/** What was written of an event, and the person of the staff who did it. */
export interface EventRecord {
  readonly words: Words;
  readonly by: string;
}
export const eventRecord = versionedRecord<EventRecord>('event of an appeal', []);

export interface KeptEvent extends Pick<AppealEventRow, 'number' | 'at' | 'kind' | 'unit'> {
  readonly event: CaseEvent;
  readonly by: string | null;
  readonly isErased: boolean;
}
/** An appeal, opened, with what its events made of it. */
export interface KeptAppeal
  extends Pick<AppealRow, 'id' | 'kind' | 'about' | 'matter' | 'submission' | 'openedAt' | 'grade'> {
  readonly terms: AppealTerms;
  readonly record: AppealRecord;
  readonly events: ReadonlyArray<KeptEvent>;
  readonly state: CaseState;
}
export interface AskedStep {
  readonly request: string;
  readonly requestHash: string;
  readonly event: CaseEvent;
  readonly actor: CaseActor;
  readonly by: string;
  readonly at: string;
}
const placeOf = (id: string): string => `appeal ${id}`;
const eventPlaceOf = (appeal: string, number: number | string): string => `event ${number} of appeal ${appeal}`;

/** Every column of appeals that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    {
      name: 'appeals',
      key: ['id'],
      columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => placeOf(id as string) }],
    },
    {
      name: 'appeal_events',
      key: ['appeal', 'number'],
      columns: [
        {
          name: 'sealed',
          as: 'BYTES',
          place: ({ appeal, number }) => eventPlaceOf(appeal as string, number as string),
        },
      ],
    },
  ],
};

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** Rows of appeals and of what happened to them, sealed and opened. */
export interface AppealRecords {
  readonly pseudonym: Pseudonym;
  /** As a tracking code is looked for; null: it is none. */
  codeOf(written: string): string | null;
  seal(id: string, record: AppealRecord): Buffer;
  opened(row: AppealRow, events: ReadonlyArray<AppealEventRow>): KeptAppeal;
  /** One more event at the end of the chain; the caller holds the appeal's lock, and has made pseudonyms of the request. */
  add(transaction: Transaction, appeal: string, last: Last, asked: AskedStep): Promise<NonNullable<Last>>;
}

export function createRecords(sealer: Sealer, pseudonym: Pseudonym): AppealRecords {
  const openedEvent = ({ appeal, number, at, kind, unit, body, sealed }: AppealEventRow): KeptEvent => {
    const record = sealed && eventRecord.read(sealer.open(sealed, eventPlaceOf(appeal, number)));
    return {
      ...{ number, at, kind, unit, event: joined(body, record?.words ?? null) },
      ...{ by: record?.by ?? null, isErased: record === null },
    };
  };
  const openedAppeal = (row: AppealRow, events: ReadonlyArray<AppealEventRow>): KeptAppeal => {
    const { id, kind, about, matter, submission, openedAt, grade, terms } = row;
    const kept = events.map(openedEvent);
    return {
      ...{ id, kind, about, matter, submission, openedAt, grade, terms },
      record: appealRecord.read(sealer.open(row.sealed, placeOf(id))),
      events: kept,
      state: caseOf(terms, kept),
    };
  };
  const codeOf = (written: string): string | null => {
    const code = readTrackingCode(written);
    return code && pseudonym(`code ${code}`);
  };
  return {
    pseudonym,
    codeOf,
    seal: (id, record) => sealer.seal(appealRecord.write(record), placeOf(id)),
    opened: openedAppeal,
    async add(transaction, appeal, last, { event, actor, by, at, request, requestHash }) {
      const { body, words } = divided(event);
      const { unit } = actor;
      const { number, contentDigest, digest } = nextEntry(
        last,
        { subject: appeal, at, kind: event.kind, body: { ...body, unit } },
        [words, by],
        pseudonym,
      );
      await transaction.insert(appealEvents).values({
        ...{ appeal, number, at, kind: event.kind, unit, request, requestHash, body, contentDigest, digest },
        sealed: sealer.seal(eventRecord.write({ words, by }), eventPlaceOf(appeal, number)),
      });
      return { number, digest };
    },
  };
}

/** What an event makes of the row, so that queues can be read without the chain. */
export const columnsOf = (state: CaseState, event: CaseEvent, at: string) => ({
  ...{ status: state.status, owner: state.owner, dueOn: state.dueOn },
  outcome: state.answer?.outcome ?? null,
  answeredOn: state.answer?.on ?? null,
  closedAt: state.status === 'CLOSED' ? at : null,
  ...(event.kind === 'WORD' && event.grade !== null ? { grade: event.grade } : {}),
});
/** Those that are not closed. */
export const openOnes = (...where: ReadonlyArray<SQL | undefined>): SQL | undefined =>
  and(ne(appeals.status, 'CLOSED'), ...where);
