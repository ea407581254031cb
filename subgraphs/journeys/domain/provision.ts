import { daysBetween } from '../../language/civil-date.ts';
import type { Localized } from '../../language/text.ts';

export type TrustGrade = 'A' | 'B' | 'C' | 'D';
/** A document that a filing needs of a source, as planned. */
export interface SharedDocument {
  readonly source: string;
  /** Department whose system is asked. */
  readonly provider: string;
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  /** Of the material that the citizen is asked for where the source has not got it. */
  readonly material: string;
  readonly title: Localized;
}
interface SharedRow {
  readonly shared: ReadonlyArray<SharedDocument>;
}

/** What a source has of a document (调取结果). */
export interface ProvidedDocument {
  readonly number: string | null;
  readonly data: unknown;
  readonly trust: TrustGrade;
  /** ISO dates. */
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}
/** What a source says at once: `LATER` it cannot tell yet, or is out. */
export type SourceAnswer =
  | { readonly outcome: 'FOUND'; readonly document: ProvidedDocument }
  | { readonly outcome: 'NOT_FOUND' | 'NOT_MATCHED' | 'REFUSED' | 'LATER' };
/** `UNFIT`: found, and too old, expired or of too low a grade for the rows it is for. `SUPPLIED`: the citizen was asked for it instead and sent it. */
export type ProvisionOutcome = 'FOUND' | 'NOT_FOUND' | 'NOT_MATCHED' | 'REFUSED' | 'UNFIT' | 'OUT' | 'SUPPLIED';
/** What became of one document that a filing needs from a source. */
export interface Provision {
  readonly material: string;
  readonly source: string;
  readonly outcome: ProvisionOutcome;
  /** Null unless it was found. */
  readonly document: ProvidedDocument | null;
  /** ISO instant. */
  readonly at: string;
}

const grades: ReadonlyArray<TrustGrade> = ['A', 'B', 'C', 'D'];
/** A source that does not answer so often is given up: the citizen is asked instead. Half an hour to an hour. */
export const attemptsAtSource = 60;

/** Every document that a filing needs from sources, each once, as the strictest of its rows wants it. */
export function documentsNeeded(rows: ReadonlyArray<SharedRow>): ReadonlyArray<SharedDocument> {
  const needed = new Map<string, SharedDocument>();
  for (const document of rows.flatMap(({ shared }) => shared)) {
    const known = needed.get(document.material);
    needed.set(document.material, known ? strictest(known, document) : document);
  }
  return [...needed.values()];
}

/** One document as the stricter of two rows wants it. */
export function strictest(one: SharedDocument, other: SharedDocument): SharedDocument {
  const ages = [one.maximumAgeDays, other.maximumAgeDays].filter((age) => age !== null);
  return {
    ...one,
    minimumTrust:
      grades.indexOf(one.minimumTrust) < grades.indexOf(other.minimumTrust) ? one.minimumTrust : other.minimumTrust,
    maximumAgeDays: ages.length === 0 ? null : Math.min(...ages),
  };
}

/** Those of which it is not yet known what becomes of them. */
export function documentsLacking(
  rows: ReadonlyArray<SharedRow>,
  provisions: ReadonlyArray<Provision>,
): ReadonlyArray<SharedDocument> {
  const known = new Set(provisions.map(({ material }) => material));
  return documentsNeeded(rows).filter(({ material }) => !known.has(material));
}

/** Those that were found long ago: expired or too old by now. */
export function documentsOutgrown(
  rows: ReadonlyArray<SharedRow>,
  provisions: ReadonlyArray<Provision>,
  today: string,
): ReadonlyArray<SharedDocument> {
  const found = new Map(provisions.map(({ material, document }) => [material, document]));
  return documentsNeeded(rows).filter((needed) => {
    const document = found.get(needed.material) ?? null;
    return document !== null && !isFit(needed, document, today);
  });
}

/** Whether a found document serves: valid on the day, young enough, of the grade that is asked. */
export function isFit(
  { minimumTrust, maximumAgeDays }: Pick<SharedDocument, 'minimumTrust' | 'maximumAgeDays'>,
  { trust, issuedOn, expiresOn }: ProvidedDocument,
  today: string,
): boolean {
  if (grades.indexOf(trust) > grades.indexOf(minimumTrust)) return false;
  if (expiresOn !== null && expiresOn < today) return false;
  if (issuedOn !== null && issuedOn > today) return false;
  return maximumAgeDays === null || (issuedOn !== null && daysBetween(issuedOn, today) <= maximumAgeDays);
}

/** What is kept of an answer; null: the source is asked again. */
export function provisionOf(
  { material, source, minimumTrust, maximumAgeDays }: SharedDocument,
  answer: SourceAnswer,
  now: number,
  today: string,
): Provision | null {
  if (answer.outcome === 'LATER') return null;
  const at = new Date(now).toISOString();
  if (answer.outcome !== 'FOUND') return { material, source, outcome: answer.outcome, document: null, at };
  const { document } = answer;
  const fit = isFit({ minimumTrust, maximumAgeDays }, document, today);
  return { material, source, outcome: fit ? 'FOUND' : 'UNFIT', document: fit ? document : null, at };
}

/** Its source was out for too long. */
export function givenUp({ material, source }: SharedDocument, now: number): Provision {
  return { material, source, outcome: 'OUT', document: null, at: new Date(now).toISOString() };
}

/** Whether the citizen has to be asked for it. */
export function isMissing({ outcome }: Provision): boolean {
  return outcome !== 'FOUND' && outcome !== 'SUPPLIED';
}
