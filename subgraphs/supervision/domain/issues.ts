import type { Calendar } from '../../language/calendar.ts';
import type { CaseTerms } from '../../language/case-clock.ts';
import type { Localized } from '../../language/text.ts';

/** What an issue came of: a walk through a matter, corrections that clerks ask for, a bad review. */
export const origins = ['WALKTHROUGH', 'CORRECTIONS', 'REVIEW'] as const;
export type Origin = (typeof origins)[number];

/** How issues of one origin are seen to the end, as the catalogue says (`data/supervision`). */
export interface IssueKind extends Pick<CaseTerms, 'classes' | 'firstClass' | 'mostWorkingDays'> {
  readonly origin: Origin;
  readonly name: Localized;
  /** Until somebody says otherwise: which section has it, and what is to be done. */
  readonly section: Localized;
  readonly measure: Localized;
}
export interface SupervisionRules {
  /** Who checks whether an issue is mended, and has it when that is disputed. */
  readonly unit: { readonly code: string; readonly name: Localized };
  readonly issueKinds: ReadonlyArray<IssueKind>;
  /** Why a review gives its grade, by codes. */
  readonly reviewReasons: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  /** A paper that no row names is drift by corrections where clerks ask for it in more than so many percent of the filings of so many days, of at least so many. */
  readonly drift: { readonly percent: number; readonly leastFilings: number; readonly withinDays: number };
}

/** What an issue is settled on when it is opened, and stays, whatever a later catalogue says. */
export interface IssueTerms extends CaseTerms {
  readonly origin: Origin;
  readonly name: Localized;
}
export const departmentHandler = (code: string): string => `department:${code}`;
export const unitHandler = (code: string): string => `unit:${code}`;

export function termsOf({ unit }: SupervisionRules, kind: IssueKind, calendar: Calendar): IssueTerms {
  const { origin, name, classes, firstClass, mostWorkingDays } = kind;
  return {
    ...{ origin, name, classes, firstClass, mostWorkingDays, calendar },
    // A department mends what it publishes and asks itself; whether it has, others look.
    ...{ ownerMayBeAbout: true, escalatesTo: unitHandler(unit.code) },
  };
}

/** A paper that was asked for in fact: a known type of document, or what it was called. */
export interface Paper {
  readonly documentType: string | null;
  readonly name: string | null;
}
export interface KnownType {
  readonly code: string;
  /** Its name in both languages, and its aliases. */
  readonly names: ReadonlyArray<string>;
}

/** A paper by its type, where it is called by one of its names. */
export function knownPaper(paper: Paper, types: ReadonlyArray<KnownType>): Paper {
  if (paper.documentType !== null || paper.name === null) return paper;
  const name = paper.name.trim();
  const known = types.find(({ names }) => names.includes(name));
  return known ? { documentType: known.code, name: null } : { documentType: null, name };
}

/** What was asked for and no row names. What is known by no name but its own is named by none. */
export function driftOf(asked: ReadonlyArray<Paper>, published: ReadonlyArray<string>): ReadonlyArray<Paper> {
  const seen = new Set<string>();
  return asked.filter((paper) => {
    const key = paperKey(paper);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst && (paper.documentType === null || !published.includes(paper.documentType));
  });
}
/** The same for the same paper. */
export const paperKey = ({ documentType, name }: Paper): string =>
  documentType === null ? `name:${name ?? ''}` : `type:${documentType}`;

/** A matter as the catalogue publishes it since a revision. */
export interface PublishedPapers {
  readonly revision: number;
  readonly papers: ReadonlyArray<string>;
}

/**
 * Whether what is published now answers an issue: the matter was published otherwise after the issue was opened and, where the paper is of a known
 * type, one of its rows names it. A bad review is answered by no publication.
 */
export function isAnswered(
  { origin, revision, paper }: { readonly origin: Origin; readonly revision: number; readonly paper: Paper | null },
  published: PublishedPapers | null,
): boolean {
  if (origin === 'REVIEW') return true;
  if (!published || published.revision <= revision) return false;
  return paper === null || paper.documentType === null || published.papers.includes(paper.documentType);
}

/** Whether clerks ask for a paper in so many of a matter's filings that it is asked for, whatever is published. */
export function isAskedFor(
  { percent, leastFilings }: SupervisionRules['drift'],
  asked: number,
  filings: number,
): boolean {
  return filings >= leastFilings && asked * 100 > filings * percent;
}
