import type { Consent } from './acceptance.ts';
import type { MetRow } from './travel.ts';

/** The newest of the texts to which somebody agrees. */
export const consentTextVersion = '1';

/** What was agreed to, or was not, when a submission was made. */
export interface GivenConsent extends Consent {
  /** What for: `SUBMISSION`, this one and nothing else; `PREVIEW`, to look before it; `HAND_OVER`, what was seen goes to its departments. */
  readonly purpose: 'SUBMISSION' | 'PREVIEW' | 'HAND_OVER';
  readonly textVersion: string;
  /** Rows of matters that the source may meet. */
  readonly requirements: ReadonlyArray<string>;
}

interface Planned {
  readonly rows: ReadonlyArray<MetRow>;
}

export function givenConsents(
  consents: ReadonlyArray<Consent>,
  filings: ReadonlyArray<Planned>,
): ReadonlyArray<GivenConsent> {
  return consents.map(({ source, granted }) => ({
    ...{ source, granted, purpose: 'SUBMISSION' as const, textVersion: consentTextVersion },
    requirements: [
      ...new Set(
        filings.flatMap(({ rows }) =>
          rows.filter(({ sources }) => sources.includes(source)).map(({ requirement }) => requirement),
        ),
      ),
    ],
  }));
}

/** The fate of a row that a source met until consent to it was withdrawn. */
export const consentWithdrawn = 'CONSENT_WITHDRAWN';

/**
 * Plans of filings after consent to a source is withdrawn: those that are held back say of no row that it may be drawn from there, and what
 * it would have provided may be supplied instead. What is handed over, or may be on its way, stays: the same filing sent twice has to say the same.
 */
export function withoutSource<Filing extends Planned>(
  filings: ReadonlyArray<Filing>,
  heldBack: ReadonlySet<number>,
  source: string,
): ReadonlyArray<Filing> {
  return filings.map((filing, position) =>
    heldBack.has(position) ? { ...filing, rows: filing.rows.map((row) => notFrom(row, source)) } : filing,
  );
}

function notFrom(row: MetRow, source: string): MetRow {
  if (!row.sources.includes(source)) return row;
  const sources = row.sources.filter((each) => each !== source);
  const from = (each: { readonly source: string }): boolean => each.source === source;
  return {
    ...row,
    sources,
    materials: [...row.materials, ...row.shared.filter(from).map(({ material }) => material)],
    shared: row.shared.filter((each) => !from(each)),
    fate: sources.length === 0 ? consentWithdrawn : row.fate,
  };
}

/** Whether a row of it is met by nothing any more: its department asks the applicant, and no rule decides. */
export function lacksConsent({ rows }: Planned): boolean {
  return rows.some(({ fate }) => fate === consentWithdrawn);
}
