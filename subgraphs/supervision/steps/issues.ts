import type {
  AnswerIssueInput,
  AssignIssueInput,
  CheckIssueInput,
  ExtendIssueInput,
} from '../../../schema/generated/supervision.ts';
import { fingerprint } from '../../language/canonical.ts';
import type { CaseEvent } from '../../language/case-clock.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { inBoth } from '../../language/text.ts';
import { hasScope, type Identity, requireIdentity } from '../../runtime/identity.ts';
import { departmentHandler, unitHandler } from '../domain/issues.ts';
import type { Published, SupervisionStore } from '../store/index.ts';
import type { IssueMeasure, KeptIssue } from '../store/issue-records.ts';
import type { IssueStepped } from '../store/issues.ts';
import { type Asked, keyRefusal, refused } from './told.ts';

interface Parts {
  readonly store: SupervisionStore;
  readonly published: () => Promise<Published>;
  readonly departments: ReadonlySet<string>;
  readonly now: () => number;
}
type Step<Input> = (input: Input, identity: Identity | null) => Promise<Asked>;
export interface IssueSteps {
  readonly assign: Step<AssignIssueInput>;
  readonly extend: Step<ExtendIssueInput>;
  readonly answer: Step<AnswerIssueInput>;
  readonly check: Step<CheckIssueInput>;
}

/** Those who supervise see all, walkers what walks and corrections opened, and heads of sections what their department has or is about. */
export function seesIssue(
  { origin, about, state }: Pick<KeptIssue, 'origin' | 'about' | 'state'>,
  identity: Identity | null,
): boolean {
  if (!identity) return false;
  if (hasScope(identity, 'audit')) return true;
  if (hasScope(identity, 'walk') && origin !== 'REVIEW') return true;
  const own = identity.department;
  return hasScope(identity, 'issues') && own !== null && (own === about || state.owner === departmentHandler(own));
}

const notFound = refused('ISSUE_NOT_FOUND', 'issue');
/** Where in the input what is refused lies, where it is not the issue itself. */
const places: Readonly<Partial<Record<IssueStepped, string>>> = {
  CASE_REASON_MISSING: 'reason',
  CASE_NOTICE_MISSING: 'notified',
  CASE_LIMIT_EXCEEDED: 'workingDays',
};
interface Done {
  readonly event: CaseEvent;
  readonly measure?: IssueMeasure;
}

export function createIssueSteps({ store, published, departments, now }: Parts): IssueSteps {
  const auditors = async (): Promise<string> => {
    const { rules } = (await published()).content;
    if (!rules) throw new Error('The catalogue does not say who supervises.');
    return unitHandler(rules.unit.code);
  };
  /** For whom somebody may act on an issue: whoever has it, or the office of supervision. */
  const actingFor = async (issue: KeptIssue, identity: Identity, may: 'OWNER' | 'EITHER' | 'OFFICE') => {
    const office = hasScope(identity, 'audit') ? await auditors() : null;
    if (may === 'OFFICE') return office;
    const { owner } = issue.state;
    const isOwner =
      office === owner ||
      (hasScope(identity, 'issues') &&
        identity.department !== null &&
        owner === departmentHandler(identity.department));
    if (isOwner) return owner;
    return may === 'EITHER' ? office : null;
  };
  const byStaff =
    <Input extends { readonly idempotencyKey: string; readonly issue: string }>(
      name: string,
      may: 'OWNER' | 'EITHER' | 'OFFICE',
      doneBy: (input: Input, on: string, issue: KeptIssue) => Done | Asked,
    ): Step<Input> =>
    async (input, anyone) => {
      const identity = requireIdentity(anyone);
      const { idempotencyKey, ...content } = input;
      const wrong = keyRefusal(idempotencyKey);
      if (wrong) return wrong;
      const issue = (await store.issues.many([input.issue])).get(input.issue);
      if (!issue || !seesIssue(issue, identity)) return notFound;
      const unit = await actingFor(issue, identity, may);
      if (unit === null) return refused('ISSUE_NOT_YOURS', 'issue');
      const at = now();
      const done = doneBy(input, civilDateOf(at), issue);
      if ('problems' in done) return done;
      const by = identity.subject;
      const outcome = await store.issues.step(input.issue, {
        ...{ request: JSON.stringify([by, name, idempotencyKey]), requestHash: fingerprint(content) },
        ...{ ...done, unit, by, at: new Date(at).toISOString() },
      });
      if (outcome === 'DONE') return { id: input.issue, problems: [] };
      if (outcome === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      if (outcome === 'TOO_MANY') return refused('SUPERVISION_TOO_LONG', 'issue');
      return refused(outcome, places[outcome] ?? 'issue');
    };
  return {
    assign: byStaff('assign', 'EITHER', ({ department = null, section, measure, reason }, on, issue) => {
      if (department !== null && !departments.has(department)) return refused('ISSUE_OWNER_UNKNOWN', 'department');
      if (section.trim() === '' || measure.trim() === '') return refused('ISSUE_MEASURE_MISSING', 'section');
      const owner = department === null ? issue.state.owner : departmentHandler(department);
      const given = { section: inBoth(section.trim()), measure: inBoth(measure.trim()) };
      return { event: { kind: 'ASSIGNED', on, owner, reason }, measure: given };
    }),
    extend: byStaff('extend', 'OWNER', ({ workingDays, reason, notified }, on) => ({
      event: { kind: 'EXTENDED', on, workingDays, reason, isNotified: notified },
    })),
    answer: byStaff('answer', 'OWNER', ({ text }, on) => ({
      event: { kind: 'ANSWERED', on, outcome: 'SOLVED', text, legalBasis: null, alternatives: [] },
    })),
    check: byStaff('check', 'OFFICE', ({ holds, text }, on) => ({ event: { kind: 'CHECKED', on, holds, text } })),
  };
}
