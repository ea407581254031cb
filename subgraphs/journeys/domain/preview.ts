import { isSameName } from '../../language/names.ts';
import type { ToldPerson } from './people.ts';
import { type ProvidedDocument, provisionOf, type SharedDocument, type SourceAnswer, strictest } from './provision.ts';

/**
 * What became of one document that was looked at before anything is submitted. `LATER`: its source cannot tell yet, and a new request asks again.
 * `NOT_ASKED`: its source was not consented to. `OF_ANOTHER`: it is of somebody with a number of their own who did not sign in; its department fetches it.
 */
export type PreviewOutcome = SourceAnswer['outcome'] | 'UNFIT' | 'NOT_ASKED' | 'OF_ANOTHER';
/** One document of one source, for all rows that it may meet. */
export interface PreviewPlace {
  /** As the strictest of its rows wants it. */
  readonly document: SharedDocument;
  readonly matters: ReadonlyArray<string>;
  readonly requirements: ReadonlyArray<string>;
}
export interface PreviewItem extends PreviewPlace {
  readonly id: string;
  readonly outcome: PreviewOutcome;
  /** Null unless it was found and serves. */
  readonly found: ProvidedDocument | null;
  /** ISO instant. */
  readonly at: string;
  /** What the citizen said when they saw it; null: nothing yet. */
  readonly decision: PreviewDecision | null;
  /** Code of the question that it was looked up for; absent: it is for rows. */
  readonly question?: string;
  /** To that question; there where it was found. */
  readonly answer?: unknown;
  /** What it tells of fields of the form; absent: nothing. */
  readonly values?: ReadonlyArray<ToldValue>;
}
export interface ToldValue {
  readonly party: string;
  /** Code of the data element. */
  readonly element: string;
  readonly value: unknown;
}
export interface PreviewDecision {
  readonly accepted: boolean;
  /** ISO instant. */
  readonly at: string;
  readonly textVersion: string;
}
interface PlannedFiling {
  readonly matter: string;
  readonly rows: ReadonlyArray<{ readonly requirement: string; readonly shared: ReadonlyArray<SharedDocument> }>;
}

/** Every document that a plan takes from sources: once for each source. */
export function previewPlaces(filings: ReadonlyArray<PlannedFiling>): ReadonlyArray<PreviewPlace> {
  const places = new Map<string, PreviewPlace>();
  const withOne = (list: ReadonlyArray<string>, one: string) => [...new Set([...list, one])];
  for (const { matter, rows } of filings)
    for (const { requirement, shared } of rows)
      for (const document of shared) {
        const key = JSON.stringify([document.source, document.material]);
        const known = places.get(key);
        places.set(key, {
          document: known ? strictest(known.document, document) : document,
          matters: withOne(known?.matters ?? [], matter),
          requirements: withOne(known?.requirements ?? [], requirement),
        });
      }
  return [...places.values()];
}

/** Whether a document is of nobody but who signed in, and of those who have no number of their own yet. */
export function isOfCaller(
  { parties }: Pick<SharedDocument, 'parties'>,
  people: ReadonlyArray<ToldPerson>,
  identityNumber: string | null,
): boolean {
  return people.every(
    (person) =>
      !parties.includes(person.party) || person.identityNumber === null || person.identityNumber === identityNumber,
  );
}

/** What is shown and kept of a source's answer. `now` in milliseconds, `today` the civil date. */
export function previewed(
  document: SharedDocument,
  answer: SourceAnswer,
  now: number,
  today: string,
): Pick<PreviewItem, 'outcome' | 'found' | 'at'> {
  const kept = provisionOf(document, answer, now, today);
  const at = new Date(now).toISOString();
  // What was given up or supplied is never a source's answer.
  if (kept === null || kept.outcome === 'OUT' || kept.outcome === 'SUPPLIED')
    return { outcome: 'LATER', found: null, at };
  return { outcome: kept.outcome, found: kept.document, at };
}

/** How what is told of somebody now compares with what a source was asked by: `MORE` is told, or somebody `OTHER`. */
export function samePerson(before: ToldPerson | undefined, now: ToldPerson | undefined): 'SAME' | 'MORE' | 'OTHER' {
  const pairs = [
    [before?.identityNumber ?? null, now?.identityNumber ?? null],
    [before?.bornOn ?? null, now?.bornOn ?? null],
  ];
  const [was, is] = [before?.name ?? null, now?.name ?? null];
  if (was !== null && (is === null || !isSameName(was, is))) return 'OTHER';
  if (pairs.some(([one, other]) => one !== null && one !== other)) return 'OTHER';
  return (was === null && is !== null) || pairs.some(([one, other]) => one === null && other !== null)
    ? 'MORE'
    : 'SAME';
}

/** The newest of the texts to which somebody agrees who lets a source be asked before submitting, and who hands over what was shown. */
export const previewTextVersion = 'preview-1';
export const handOverTextVersion = 'hand-over-1';

/** Sources to plan again without: not consented to, or what they showed was disputed. */
export function sourcesToRefuse(items: ReadonlyArray<PreviewItem>): ReadonlyArray<string> {
  // A source that was not to answer a question may still give a document.
  const refused = items.filter(
    ({ outcome, decision, question }) =>
      question === undefined && (outcome === 'NOT_ASKED' || decision?.accepted === false),
  );
  return [...new Set(refused.map(({ document }) => document.source))];
}
