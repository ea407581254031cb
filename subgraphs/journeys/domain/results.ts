import { addPeriod, civilDateOf, periodOf } from '../../language/civil-date.ts';
import { type NumberFormat, numberFormats } from '../../language/formats.ts';
import type { Localized } from '../../language/text.ts';
import type { TimeLimit } from '../../language/time-limit.ts';
import type { PaymentTerms } from './payment.ts';
import { theResult } from './reasons.ts';
import type { IssuedResult } from './receipts.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Consumed, MetRow } from './travel.ts';

/** How long there is for corrections (补正期限), and whether what is not mended by then counts as taken back. */
export interface CorrectionPeriod {
  readonly limit: TimeLimit;
  readonly deemedWithdrawn: boolean;
}
/** One kind of result that a matter issues, for each of these parties. */
export interface Issued {
  readonly documentType: string;
  /** What people call it. Absent: planned before that was kept. */
  readonly title?: Localized;
  readonly subject: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  /** How its number is written; null: as the department likes. */
  readonly numberFormat: NumberFormat | null;
  /** ISO 8601 duration from its day on. Absent: planned before that was kept; null: until something happens, or nobody says. */
  readonly validity?: string | null;
  /** Of its type: used up by being used once. Absent: planned before that was kept. */
  readonly consumable?: boolean;
}
/** What a filing may issue, and what later ones take along; null: planned before that was kept, and not judged. */
export interface FilingTerms {
  readonly issues: ReadonlyArray<Issued> | null;
  readonly consumes: ReadonlyArray<Consumed>;
  /** What has to be paid before it issues anything; null: planned before that was kept, and not judged. */
  readonly payment: PaymentTerms | 'NONE' | null;
  /** How long there is for corrections; null: as where nobody says. */
  readonly correctionPeriod: CorrectionPeriod | null;
  readonly rows: ReadonlyArray<Pick<MetRow, 'shared'>>;
}

const longestNumber = 100;
const dayMs = 24 * 3_600_000;

/**
 * Why an approval by these results does not hold: it brings what the matter does not issue, for others, with numbers that cannot be, twice, or lacks what a
 * later filing needs. `filings`: of the whole submission, by position.
 */
export function resultRefusals(
  filings: ReadonlyArray<FilingTerms>,
  position: number,
  results: ReadonlyArray<IssuedResult>,
  now: number,
): ReadonlyArray<Refusal> {
  const issues = filings[position]?.issues ?? null;
  if (issues === null) return [];
  const refusals = results.flatMap((result, index) => {
    const at = { path: ['results', String(index)] };
    const kind = issues.find((each) => isOfKind(each, result));
    // What its matter does not issue has no name here but the department's code.
    if (!kind) return [refuse('RECEIPT_INVALID.RESULT', at, { place: index + 1 })];
    const slots = { documentType: kind.title ?? theResult };
    if (result.party !== null && !kind.parties.includes(result.party)) {
      return [refuse('RECEIPT_INVALID.PARTY', at, slots)];
    }
    if (!isPlausible(result, kind.numberFormat, now)) return [refuse('RECEIPT_INVALID.NUMBER', at, slots)];
    const before = results.slice(0, index);
    const twice = before.some((each) => isOfKind(kind, each) && each.party === result.party);
    return twice ? [refuse('RECEIPT_INVALID.TWICE', at, slots)] : [];
  });
  const missing = filings
    .flatMap(({ consumes }) => consumes)
    .filter((use) => use.filing === position && !results.some((result) => serves(result, use)))
    .map(({ documentType }) => documentType);
  return [
    ...refusals,
    ...[...new Set(missing)].map((documentType) =>
      refuse('RECEIPT_INVALID.MISSING', { path: ['results'] }, { documentType: titleOf(issues, documentType) }),
    ),
  ];
}

/** The last day on which a result holds, by what its matter says of its kind; null: nobody says. */
export function expiryOf(result: IssuedResult, issues: ReadonlyArray<Issued> | null): string | null {
  const period = periodOf(issues?.find((each) => isOfKind(each, result))?.validity ?? '');
  return period && addPeriod(civilDateOf(Date.parse(result.issuedAt)), period);
}

function titleOf(issues: ReadonlyArray<Issued>, documentType: string): Localized {
  return issues.find((each) => each.documentType === documentType)?.title ?? theResult;
}

function isOfKind(kind: Issued, { documentType, subject, spec }: IssuedResult): boolean {
  return kind.documentType === documentType && kind.subject === subject && kind.spec === spec;
}

function serves({ documentType, spec, party }: IssuedResult, use: Consumed): boolean {
  return documentType === use.documentType && spec === use.spec && (party === null || use.parties.includes(party));
}

function isPlausible({ number, issuedAt }: IssuedResult, format: NumberFormat | null, now: number): boolean {
  if (number.trim() === '' || number.length > longestNumber || /\p{C}/u.test(number)) return false;
  const at = Date.parse(issuedAt);
  // Clocks differ, and a day without an hour is midnight somewhere.
  if (Number.isNaN(at) || at > now + dayMs) return false;
  return format === null || numberFormats[format](number, civilDateOf(now));
}
