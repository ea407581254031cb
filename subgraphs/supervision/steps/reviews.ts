import type { ConfirmFollowUpInput, ReviewFilingInput } from '../../../schema/generated/supervision.ts';
import { fingerprint } from '../../language/canonical.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { refusal } from '../../runtime/errors.ts';
import { type Identity, requireIdentity } from '../../runtime/identity.ts';
import { termsOf } from '../domain/issues.ts';
import { isBad, isFinished, numberOf, reasonsRefusal } from '../domain/reviews.ts';
import type { Journeys } from '../journeys.ts';
import type { Published, SupervisionStore } from '../store/index.ts';
import { type Asked, keyRefusal, refused } from './told.ts';

interface Parts {
  readonly store: SupervisionStore;
  readonly journeys: Journeys;
  readonly published: () => Promise<Published>;
  readonly now: () => number;
}
type Step<Input> = (input: Input, identity: Identity | null) => Promise<Asked>;
export interface ReviewSteps {
  /** Answers the submission. */
  readonly review: Step<ReviewFilingInput>;
  readonly confirm: Step<ConfirmFollowUpInput>;
}

/** Stands for who reviewed wherever staff may look one day. */
const applicant = 'applicant';

function citizenOf(anyone: Identity | null): string {
  const { kind, subject } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.REVIEW');
  return subject;
}

export function createReviewSteps({ store, journeys, published, now }: Parts): ReviewSteps {
  return {
    async review({ idempotencyKey, ...content }, anyone) {
      const account = citizenOf(anyone);
      const wrong = keyRefusal(idempotencyKey);
      if (wrong) return wrong;
      const { submission, filing: id, grade } = content;
      const text = content.text?.trim() || null;
      const reasons = [...new Set(content.reasons ?? [])].sort();
      const { revision, content: catalogue } = await published();
      const { rules, calendar } = catalogue;
      const kind = rules?.issueKinds.find(({ origin }) => origin === 'REVIEW');
      if (!rules || !kind) throw new Error('The catalogue does not say how bad reviews are followed up.');
      const unfit = reasonsRefusal(
        grade,
        reasons,
        rules.reviewReasons.map(({ code }) => code),
      );
      if (unfit) return refused(unfit, 'reasons');
      // Whose it is and whether it is finished is journeys' to say.
      const known = await journeys.submission(submission, account);
      const filing = known?.filings.find((each) => each.id === id);
      if (!known || !filing) return refused('REVIEW_OF_NO_FILING', 'filing');
      if (!isFinished(filing.state)) return refused('REVIEW_TOO_EARLY', 'filing');
      const at = now();
      const instant = new Date(at).toISOString();
      const { matter, department } = filing;
      const outcome = await store.reviews.add({
        ...{ filing: id, submission, account, matter, department, lifeEvent: known.lifeEvent, region: known.region },
        ...{ grade: numberOf(grade), reasons, text, at: instant },
        ...{ request: idempotencyKey, requestHash: fingerprint(content) },
        issue: isBad(grade)
          ? {
              ...{
                terms: termsOf(rules, kind, calendar),
                matter,
                about: department,
                paper: null,
                subject: id,
                revision,
              },
              ...{ section: kind.section, measure: kind.measure, on: civilDateOf(at), at: instant, by: applicant },
            }
          : null,
      });
      if (outcome === 'DONE') return { id: submission, problems: [] };
      return outcome === 'KEY_REUSED'
        ? refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
        : refused(outcome, 'filing');
    },
    async confirm({ idempotencyKey, ...content }, anyone) {
      const account = citizenOf(anyone);
      const wrong = keyRefusal(idempotencyKey);
      if (wrong) return wrong;
      const own = await store.reviews.ofSubmission(content.submission, account);
      const issue = own.find(({ filing }) => filing === content.filing)?.issue;
      if (!issue) return refused('REVIEW_OF_NO_FILING', 'filing');
      const at = now();
      const outcome = await store.issues.step(issue, {
        ...{ request: JSON.stringify([account, 'word', idempotencyKey]), requestHash: fingerprint(content) },
        event: { kind: 'WORD', on: civilDateOf(at), accepted: content.accepted, grade: null, text: null },
        ...{ unit: null, by: applicant, at: new Date(at).toISOString() },
      });
      if (outcome === 'DONE') return { id: content.submission, problems: [] };
      if (outcome === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      if (outcome === 'TOO_MANY') return refused('SUPERVISION_TOO_LONG', 'filing');
      return refused(outcome, 'filing');
    },
  };
}
