import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseEvent, CaseState } from '../../language/case-clock.ts';
import { caseOf, divided, joined, type Words } from '../../language/case-events.ts';
import type { Localized } from '../../language/text.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { type Last, nextEntry } from '../../runtime/ledger.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import type { Paper } from '../domain/issues.ts';
import { type IssueEventRow, type IssueRow, issueEvents } from '../tables.ts';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** What was seen, as somebody wrote it, sealed at rest; null: nobody wrote anything, or it was erased. */
export interface IssueRecord {
  readonly paper: string | null;
}
const issueRecord = versionedRecord<IssueRecord>('issue', []);
/** What was written of an event, and the person of the staff who did it. */
const eventRecord = versionedRecord<{ readonly words: Words; readonly by: string }>('event of an issue', []);

/** Who has it in a department, and what is to be done. */
export interface IssueMeasure {
  readonly section: Localized;
  readonly measure: Localized;
}
export interface KeptIssueEvent extends Pick<IssueEventRow, 'number' | 'at' | 'kind' | 'unit'> {
  readonly event: CaseEvent;
  readonly isErased: boolean;
}
/** An issue, opened, with what its events made of it. */
export interface KeptIssue
  extends Pick<
    IssueRow,
    'id' | 'origin' | 'matter' | 'about' | 'subject' | 'revision' | 'answeredRevision' | 'openedAt' | 'closedAt'
  > {
  readonly terms: IssueRow['terms'];
  readonly paper: Paper | null;
  readonly section: Localized;
  readonly measure: Localized;
  readonly events: ReadonlyArray<KeptIssueEvent>;
  readonly state: CaseState;
}
export interface AskedOfIssue {
  readonly request: string;
  readonly requestHash: string;
  readonly event: CaseEvent;
  /** With an ASSIGNED: what else changes. */
  readonly measure?: IssueMeasure;
  readonly unit: string | null;
  readonly by: string;
  /** Instant, ISO. */
  readonly at: string;
}

const placeOf = (id: string): string => `issue ${id}`;
const eventPlaceOf = (issue: string, number: number | string): string => `event ${number} of issue ${issue}`;
export const issuePlaces: SealedPlaces['tables'] = [
  { name: 'issues', key: ['id'], columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => placeOf(id as string) }] },
  {
    name: 'issue_events',
    key: ['issue', 'number'],
    columns: [
      { name: 'sealed', as: 'BYTES', place: ({ issue, number }) => eventPlaceOf(issue as string, number as string) },
    ],
  },
];

export interface IssueRecords {
  readonly pseudonym: Pseudonym;
  seal(id: string, record: IssueRecord): Buffer;
  opened(row: IssueRow, events: ReadonlyArray<IssueEventRow>): KeptIssue;
  /** One more event at the end of the chain; the caller holds the issue's lock, and has made pseudonyms of the request. */
  add(transaction: Transaction, issue: string, last: Last, asked: AskedOfIssue): Promise<NonNullable<Last>>;
}

export function createIssueRecords(sealer: Sealer, pseudonym: Pseudonym): IssueRecords {
  const openedEvent = ({ issue, number, at, kind, unit, body, sealed }: IssueEventRow): KeptIssueEvent => {
    const record = sealed && eventRecord.read(sealer.open(sealed, eventPlaceOf(issue, number)));
    return { ...{ number, at, kind, unit }, event: joined(body, record?.words ?? null), isErased: record === null };
  };
  return {
    pseudonym,
    seal: (id, record) => sealer.seal(issueRecord.write(record), placeOf(id)),
    opened(row, events) {
      const { paper: name } = issueRecord.read(sealer.open(row.sealed, placeOf(row.id)));
      const kept = events.map(openedEvent);
      return {
        ...row,
        paper: row.origin === 'REVIEW' ? null : { documentType: row.documentType, name },
        events: kept,
        state: caseOf(row.terms, kept),
      };
    },
    async add(transaction, issue, last, { event, measure, unit, by, at, request, requestHash }) {
      const { body: ofEvent, words } = divided(event);
      const body = { ...ofEvent, ...measure };
      const { number, contentDigest, digest } = nextEntry(
        last,
        { subject: issue, at, kind: event.kind, body: { ...body, unit } },
        [words, by],
        pseudonym,
      );
      await transaction.insert(issueEvents).values({
        ...{ issue, number, at, kind: event.kind, unit, request, requestHash, body, contentDigest, digest },
        sealed: sealer.seal(eventRecord.write({ words, by }), eventPlaceOf(issue, number)),
      });
      return { number, digest };
    },
  };
}

/** What an event makes of the row, so that the ledger can be read without the chain. */
export const columnsOf = (state: CaseState, at: string) => ({
  ...{ status: state.status, owner: state.owner, dueOn: state.dueOn },
  closedAt: state.status === 'CLOSED' ? at : null,
});
