import { civilDateOf } from '../../language/civil-date.ts';
import type { Localized } from '../../language/text.ts';
import { heldBack, lackingOf, outgrownOf } from './calls.ts';
import { change, nameOf, postponed, unchanged } from './next.ts';
import { attemptsAtSource, documentsNeeded, givenUp, isMissing, type Provision, provisionOf } from './provision.ts';
import * as words from './reasons.ts';
import type { Correction } from './receipts.ts';
import { entry, type Filing, type Moment, type Step, type Submission, type SubmissionEvent } from './submission.ts';

/** Writes down what sources have; what they have not is asked of the citizen, and of a source that cannot tell yet it is asked again. */
export function provided(
  submission: Submission,
  { command, answers }: SubmissionEvent & { readonly kind: 'PROVIDED' },
  moment: Moment,
): Step {
  const filing = submission.filings.find(({ id }) => id === command.filing);
  if (!filing) return unchanged(submission, 'UNKNOWN_FILING');
  if (filing.state !== 'WAITING') return unchanged(submission, 'OVERTAKEN');
  const isLast = filing.attempts + 1 >= attemptsAtSource;
  // Consent may have been withdrawn meanwhile: what is not wanted any more is not kept.
  const outgrown = new Set(outgrownOf(submission, filing, moment.now).map(({ material }) => material));
  const wanted = new Set([...lackingOf(submission, filing).map(({ material }) => material), ...outgrown]);
  const today = civilDateOf(moment.now);
  const came = command.documents.flatMap((document, index): ReadonlyArray<Provision> => {
    const answer = answers[index] ?? { outcome: 'LATER' };
    if (!wanted.has(document.material)) return [];
    if (answer.outcome === 'LATER' && isLast) return [givenUp(document, moment.now)];
    const kept = provisionOf(document, answer, moment.now, today);
    return kept ? [kept] : [];
  });
  const provisions = [...filing.provisions.filter(({ material }) => !outgrown.has(material)), ...came];
  const changed: Filing = { ...filing, provisions };
  const open = lackingOf(submission, changed);
  if (open.length > 0) {
    const message = words.sourceDelayed(nameOf(submission, open[0]?.provider ?? ''));
    const entries = filing.attempts === 0 ? [entry('DELAYED', filing, message)] : [];
    return change(submission, { ...postponed(changed, moment), message }, 'POSTPONED', entries, moment);
  }
  const settled = { ...changed, attempts: 0, retryAt: null };
  const missing = provisions.filter(isMissing);
  if (missing.length === 0) return change(submission, { ...settled, message: null }, 'DONE', [], moment);
  const documents = new Map(
    documentsNeeded(submission.terms.filings[filing.position]?.rows ?? []).map((each) => [each.material, each]),
  );
  const corrections = missing.flatMap(({ material, outcome }): ReadonlyArray<Correction> => {
    const document = documents.get(material);
    if (!document || outcome === 'FOUND' || outcome === 'SUPPLIED') return [];
    const source = nameOf(submission, document.provider);
    return [{ field: null, material, message: words.notProvided[outcome](source, document.title) }];
  });
  const message = words.notAllProvided;
  const asked: Filing = { ...settled, state: 'NEEDS_CORRECTION', message, corrections };
  return change(submission, asked, 'DONE', [entry('EVIDENCE_NOT_PROVIDED', filing, message)], moment);
}

/** What is known of a document after a supplement: of one that was not sent nothing, so that its source is asked once more. */
export function suppliedNow(provision: Provision, sent: ReadonlySet<string>): ReadonlyArray<Provision> {
  if (!isMissing(provision)) return [provision];
  return sent.has(provision.material) ? [{ ...provision, outcome: 'SUPPLIED' }] : [];
}

/** Filings without what a source provided to those that are held back: consent to it is withdrawn. */
export function withoutProvided(submission: Submission, source: string, now: number): ReadonlyArray<Filing> {
  const held = heldBack(submission, now);
  return submission.filings.map((filing) => {
    const provisions = filing.provisions.filter((each) => each.source !== source || each.document === null);
    const isChanged = held.has(filing.position) && provisions.length < filing.provisions.length;
    return isChanged ? { ...filing, provisions } : filing;
  });
}

/** Titles of what a source was planned to provide, each once. */
export function titlesFrom({ filings }: Submission['terms'], source: string): ReadonlyArray<Localized> {
  const documents = filings.flatMap(({ rows }) => rows.flatMap(({ shared }) => shared));
  const titles = documents.filter((each) => each.source === source).map(({ title }) => title);
  return [...new Map(titles.map((title) => [title.zh, title])).values()];
}
