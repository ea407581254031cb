import { and, ne, type SQL } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseActor, CaseEvent, CaseState } from '../../language/case-clock.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { type Last, nextEntry } from '../../runtime/ledger.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import { caseOf, divided, joined, type Words } from '../domain/events.ts';
import type { Location } from '../domain/intake.ts';
import { type AppealTerms, readTrackingCode } from '../domain/rules.ts';
import { type AppealEventRow, type AppealRow, appeals, type SourceRow } from '../tables.ts';

/** What an appeal tells of persons, sealed at rest; null: it was erased. */
export interface AppealRecord {
  readonly text: string | null;
  readonly location: Location | null;
  /** Of its first source, where a release before this one opened it. */
  readonly trackingCode: string | null;
}
export const appealRecord = versionedRecord<AppealRecord>('appeal', [(older) => ({ ...older, location: null })]);
/** What a source is told of by, sealed at rest. */
export interface SourceRecord {
  readonly trackingCode: string;
  /** The number that its platform has it under. */
  readonly reference: string | null;
}
export const sourceRecord = versionedRecord<SourceRecord>('source of an appeal', []);
/** What one who has no event of their own wrote, or the reason of what is no event; and who. */
export interface NoteRecord {
  readonly text: string | null;
  readonly by: string | null;
}
export const noteRecord = versionedRecord<NoteRecord>('note on an appeal', []);
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
  extends Pick<
    AppealRow,
    'id' | 'kind' | 'about' | 'matter' | 'submission' | 'place' | 'openedAt' | 'grade' | 'mergedInto'
  > {
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
/** Somebody or something by which an appeal came in; null of what was erased. */
export interface KeptSource extends Pick<SourceRow, 'id' | 'appeal' | 'number' | 'at' | 'kind' | 'platform' | 'point'> {
  readonly trackingCode: string | null;
  readonly reference: string | null;
}
export type NewSource = Omit<SourceRow, 'number' | 'contentDigest' | 'digest' | 'signature' | 'sealed'> & SourceRecord;

const placeOf = (id: string): string => `appeal ${id}`;
const eventPlaceOf = (appeal: string, number: number | string): string => `event ${number} of appeal ${appeal}`;

const sourcePlaceOf = (id: string): string => `source ${id}`;
export const notePlaceOf = (of: 'word' | 'pair', ...key: ReadonlyArray<string | number>): string =>
  `${of} ${key.join(' ')}`;
export const classPlaceOf = (of: string, number: number | string): string => `event ${number} of class ${of}`;
export const staffPlaceOf = (id: string): string => `staff of access ${id}`;

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
    {
      name: 'appeal_sources',
      key: ['id'],
      columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => sourcePlaceOf(id as string) }],
    },
    {
      name: 'appeal_words',
      key: ['source', 'appeal', 'event'],
      columns: [
        {
          ...{ name: 'sealed', as: 'BYTES' },
          place: ({ source, appeal, event }) =>
            notePlaceOf('word', source as string, appeal as string, event as string),
        },
      ],
    },
    {
      name: 'appeal_pairs',
      key: ['first', 'second'],
      columns: [
        {
          ...{ name: 'sealed', as: 'BYTES' },
          place: ({ first, second }) => notePlaceOf('pair', first as string, second as string),
        },
      ],
    },
    {
      name: 'like_class_events',
      key: ['class', 'number'],
      columns: [
        {
          ...{ name: 'sealed', as: 'BYTES' },
          place: ({ class: of, number }) => classPlaceOf(of as string, number as string),
        },
      ],
    },
    {
      name: 'appeal_accesses',
      key: ['id'],
      columns: [{ name: 'staff', as: 'TEXT', place: ({ id }) => staffPlaceOf(id as string) }],
    },
  ],
};

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** Rows of appeals, of what happened to them and of where they came from, sealed and opened. */
export interface AppealRecords {
  readonly sealer: Sealer;
  readonly pseudonym: Pseudonym;
  /** As a tracking code is looked for; null: it is none. */
  codeOf(written: string): string | null;
  seal(id: string, record: AppealRecord): Buffer;
  opened(row: AppealRow, events: ReadonlyArray<AppealEventRow>): KeptAppeal;
  recordOf(row: AppealRow): AppealRecord;
  openedSource(row: SourceRow): KeptSource;
  /** The next event of a chain; the caller holds the appeal's lock, and has made pseudonyms of the request. */
  event(appeal: string, last: Last, asked: AskedStep): AppealEventRow;
  /** The next source of an appeal, as `event`. */
  source(last: Last, source: NewSource): SourceRow;
}

export function createRecords(sealer: Sealer, pseudonym: Pseudonym, ledgerKey: LedgerKey): AppealRecords {
  const openedEvent = ({ appeal, number, at, kind, unit, body, sealed }: AppealEventRow): KeptEvent => {
    const record = sealed && eventRecord.read(sealer.open(sealed, eventPlaceOf(appeal, number)));
    return {
      ...{ number, at, kind, unit, event: joined(body, record?.words ?? null) },
      ...{ by: record?.by ?? null, isErased: record === null },
    };
  };
  const recordOf = ({ id, sealed }: AppealRow): AppealRecord => appealRecord.read(sealer.open(sealed, placeOf(id)));
  const openedAppeal = (row: AppealRow, events: ReadonlyArray<AppealEventRow>): KeptAppeal => {
    const { id, kind, about, matter, submission, place, openedAt, grade, mergedInto, terms } = row;
    const kept = events.map(openedEvent);
    return {
      ...{ id, kind, about, matter, submission, place, openedAt, grade, mergedInto, terms },
      record: recordOf(row),
      events: kept,
      state: caseOf(terms, kept),
    };
  };
  const codeOf = (written: string): string | null => {
    const code = readTrackingCode(written);
    return code && pseudonym(`code ${code}`);
  };
  return {
    ...{ sealer, pseudonym, codeOf },
    seal: (id, record) => sealer.seal(appealRecord.write(record), placeOf(id)),
    opened: openedAppeal,
    recordOf,
    openedSource({ sealed, ...row }) {
      const record = sealed && sourceRecord.read(sealer.open(sealed, sourcePlaceOf(row.id)));
      return { ...row, trackingCode: record?.trackingCode ?? null, reference: record?.reference ?? null };
    },
    event(appeal, last, { event, actor: { unit }, by, at, request, requestHash }) {
      const { body, words } = divided(event);
      const entry = { subject: appeal, at, kind: event.kind, body: { ...body, unit } };
      const { number, contentDigest, digest } = nextEntry(last, entry, [words, by], pseudonym);
      return {
        ...{ appeal, number, at, kind: event.kind, unit, request, requestHash, body, contentDigest, digest },
        signature: ledgerKey.sign(digest),
        sealed: sealer.seal(eventRecord.write({ words, by }), eventPlaceOf(appeal, number)),
      };
    },
    source(last, { trackingCode, reference, ...source }) {
      const { id, appeal, at, kind } = source;
      const { number, contentDigest, digest } = nextEntry(
        last,
        sourceEntry(source),
        [trackingCode, reference],
        pseudonym,
      );
      return {
        ...{ ...source, id, appeal, number, at, kind, contentDigest, digest, signature: ledgerKey.sign(digest) },
        reference: reference === null ? null : referenceOf(pseudonym, source.platform, reference),
        sealed: sealer.seal(sourceRecord.write({ trackingCode, reference }), sourcePlaceOf(id)),
      };
    },
  };
}

/** What the chain of an appeal's sources holds of one. */
export function sourceEntry({ id, appeal, at, kind, platform, point, account }: Omit<NewSource, keyof SourceRecord>) {
  return { subject: `sources of ${appeal}`, at, kind, body: { id, platform, point, account } };
}
/** A platform's number as it is looked for. */
export const referenceOf = (pseudonym: Pseudonym, platform: string | null, reference: string): string =>
  pseudonym(JSON.stringify(['number', platform, reference]));

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
