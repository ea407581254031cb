import type {
  AnswerAppealInput,
  AppealReasonInput,
  AppealStepInput,
  AssignAppealInput,
  CheckAppealInput,
  ClassifyAppealInput,
  ConfirmAppealInput,
  ConfirmTrackedAppealInput,
  EscalateAppealInput,
  ExtendAppealInput,
  LodgeCertificateInput,
} from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import type { CaseEvent } from '../language/case-clock.ts';
import { civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { type Asked, done, isKey, longestKey, refused } from './asked.ts';
import { departmentHandler, handlersOf, isParty, unitHandler, unitsOf } from './domain/rules.ts';
import type { OpeningParts } from './opening.ts';
import type { KeptAppeal, Stepped, Worded } from './store/index.ts';

export type StepParts = OpeningParts;
/** `PARTY`: a department whose reasons it is about. */
type May = 'OWNER' | 'OWNER_OR_UNIT' | 'UNIT' | 'PARTY';
type Step<Input> = (input: Input, identity: Identity | null) => Promise<Asked>;
export interface Steps {
  readonly confirm: Step<ConfirmAppealInput>;
  readonly confirmTracked: Step<ConfirmTrackedAppealInput>;
  readonly classify: Step<ClassifyAppealInput>;
  readonly assign: Step<AssignAppealInput>;
  readonly pause: Step<AppealReasonInput>;
  readonly resume: Step<AppealStepInput>;
  readonly extend: Step<ExtendAppealInput>;
  readonly escalate: Step<EscalateAppealInput>;
  readonly telephone: Step<AppealReasonInput>;
  readonly answer: Step<AnswerAppealInput>;
  readonly check: Step<CheckAppealInput>;
  readonly lodge: Step<LodgeCertificateInput>;
}

const grades = { least: 1, most: 5 };
const notFound = refused('APPEAL_NOT_FOUND', 'appeal');

type Refusal = Exclude<Stepped, object> | Worded;
/** Where in the input what is refused lies, where it is not the appeal itself. */
const places: Readonly<Partial<Record<Refusal, string>>> = {
  CASE_CLASS_UNKNOWN: 'class',
  CASE_REASON_MISSING: 'reason',
  CASE_NOTICE_MISSING: 'notified',
  CASE_OWNER_CONCERNED: 'department',
  CASE_ESCALATION_INCOMPLETE: 'members',
  CASE_REFUSAL_INCOMPLETE: 'legalBasis',
};

export function createSteps(parts: StepParts): Steps {
  const { store, now } = parts;
  /** An appeal with a unit that there is not would be nobody's. */
  const isUnit = async (unit: string): Promise<boolean> =>
    (await parts.rules()).units.some(({ code }) => code === unit);
  const today = (): string => civilDateOf(now());

  const requestOf = (
    { idempotencyKey, ...content }: { readonly idempotencyKey: string },
    name: string,
    by: string,
  ): { readonly request: string; readonly requestHash: string } => ({
    request: JSON.stringify([by, name, idempotencyKey]),
    requestHash: fingerprint(content),
  });
  const iso = (): string => new Date(now()).toISOString();

  /** One more event, by somebody of the staff for somebody. */
  const step = async (
    input: { readonly idempotencyKey: string; readonly appeal: string },
    name: string,
    { identity, unit }: { readonly identity: Identity; readonly unit: string },
    event: CaseEvent,
  ): Promise<Asked> => {
    const by = identity.subject;
    const outcome = await store.step(input.appeal, {
      ...{ ...requestOf(input, name, by), event, actor: { unit }, by, at: iso() },
    });
    return typeof outcome === 'object' ? done(input.appeal, outcome.number) : told(outcome);
  };
  /** The word of one of those for whom it is. */
  const word = async (
    appeal: string,
    source: string,
    by: string,
    name: string,
    input: {
      readonly idempotencyKey: string;
      readonly accepted: boolean;
      readonly grade?: number | null;
      readonly text?: string | null;
    },
  ): Promise<Asked> => {
    const { idempotencyKey, accepted, grade = null, text = null } = input;
    if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
    if (grade !== null && (grade < grades.least || grade > grades.most))
      return refused('APPEAL_GRADE_INVALID', 'grade');
    const asked = { ...requestOf(input, name, by), accepted, grade, text, by, at: iso() };
    const outcome = await store.word(appeal, source, asked);
    return outcome === 'DONE' ? done(appeal) : told(outcome);
  };
  /** For whom somebody of the staff may act on an appeal: whoever has it; or, where that will do, a unit that looks after its kind. */
  const actingFor = async (id: string, identity: Identity, may: May): Promise<string | Asked> => {
    const appeal = identity.kind === 'STAFF' ? (await store.many([id])).get(id) : undefined;
    if (!appeal || !isVisibleTo(appeal, identity)) return notFound;
    const own = handlersOf(identity);
    if (may === 'PARTY') return own.find((each) => isParty(appeal.terms, each)) ?? notFound;
    const { owner } = appeal.state;
    const unit = own.find((each) => unitsOf(appeal.terms).includes(each) && each !== owner);
    if (may === 'UNIT') return unit ?? refused('CASE_CHECK_NOT_INDEPENDENT', 'appeal');
    if (own.includes(owner)) return owner;
    return (may === 'OWNER_OR_UNIT' ? unit : undefined) ?? refused('APPEAL_NOT_YOURS', 'appeal');
  };
  const byStaff =
    <Input extends { readonly idempotencyKey: string; readonly appeal: string }>(
      name: string,
      eventOf: (input: Input, on: string) => CaseEvent | Asked | Promise<CaseEvent | Asked>,
      may: May = 'OWNER',
    ): Step<Input> =>
    async (input, anyone) => {
      const identity = requireIdentity(anyone);
      if (!isKey(input.idempotencyKey))
        return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
      // Whoever did it is told so, be it another's by now.
      const known = await store.known(input.appeal, requestOf(input, name, identity.subject));
      if (known === 'KEY_REUSED') return told(known);
      if (known) {
        const { number, unit } = known;
        if (unit !== null)
          await store.addAccesses([{ appeal: input.appeal, kind: 'READ', unit, staff: identity.subject, at: iso() }]);
        return done(input.appeal, number);
      }
      const unit = await actingFor(input.appeal, identity, may);
      if (typeof unit !== 'string') return unit;
      const event = await eventOf(input, today());
      return 'problems' in event ? event : step(input, name, { identity, unit }, event);
    };

  return {
    async confirm(input, anyone) {
      const { kind, subject } = requireIdentity(anyone);
      const own = kind === 'CITIZEN' ? await store.ownSources([input.appeal], subject) : new Map();
      const source = own.get(input.appeal)?.[0];
      return source ? word(input.appeal, source.id, subject, 'confirm', input) : notFound;
    },
    async confirmTracked(input) {
      const found = await store.byCode(input.trackingCode);
      // Of an account it only shows how it stands: who has an account speaks by it.
      if (found?.source.kind !== 'POINT') return refused('APPEAL_NOT_FOUND', 'trackingCode');
      const { appeal, source } = found;
      return word(appeal.id, source.id, `source ${source.id}`, 'confirm', input);
    },
    classify: byStaff('classify', ({ class: code, reason, notified }, on) => ({
      ...{ kind: 'CLASSIFIED' as const, on, class: code, reason: reason ?? '', isNotified: notified ?? false },
    })),
    assign: byStaff(
      'assign',
      async ({ department = null, unit = null, reason }, on) => {
        if ((department === null) === (unit === null)) return refused('APPEAL_HANDLER_UNKNOWN', 'department');
        if (department !== null && !parts.departments.has(department))
          return refused('APPEAL_HANDLER_UNKNOWN', 'department');
        if (unit !== null && !(await isUnit(unit))) return refused('APPEAL_HANDLER_UNKNOWN', 'unit');
        const owner = department === null ? unitHandler(unit as string) : departmentHandler(department);
        return { kind: 'ASSIGNED', on, owner, reason };
      },
      'OWNER_OR_UNIT',
    ),
    pause: byStaff('pause', ({ reason }, on) => ({ kind: 'PAUSED', on, reason })),
    resume: byStaff('resume', (_input, on) => ({ kind: 'RESUMED', on })),
    extend: byStaff('extend', ({ workingDays, reason, notified }, on) => ({
      ...{ kind: 'EXTENDED' as const, on, workingDays, reason, isNotified: notified },
    })),
    escalate: byStaff(
      'escalate',
      async ({ unit, members, meetsOn, reason }, on) => {
        if (!(await isUnit(unit))) return refused('APPEAL_HANDLER_UNKNOWN', 'unit');
        return isCivilDate(meetsOn)
          ? { kind: 'ESCALATED', on, to: unitHandler(unit), members, meetsOn, reason }
          : refused('CASE_ESCALATION_INCOMPLETE', 'meetsOn');
      },
      'OWNER_OR_UNIT',
    ),
    telephone: byStaff('telephone', ({ reason }, on) => ({ kind: 'TELEPHONED', on, text: reason })),
    answer: byStaff('answer', ({ outcome, text, legalBasis = null, alternatives }, on) => ({
      ...{ kind: 'ANSWERED' as const, on, outcome, text, legalBasis, alternatives: alternatives ?? [] },
    })),
    check: byStaff('check', ({ holds, text }, on) => ({ kind: 'CHECKED', on, holds, text }), 'UNIT'),
    lodge: byStaff(
      'lodge',
      async ({ appeal, title, number, submission }, on) => {
        const applicant = (await store.many([appeal])).get(appeal)?.events[0]?.by ?? null;
        const isTheirs = applicant !== null && (await parts.submissions.ofAccount(submission, applicant)) !== null;
        return isTheirs
          ? { kind: 'LODGED', on, submission, reason: title, text: number }
          : refused('SUBMISSION_NOT_FOUND', 'submission');
      },
      'PARTY',
    ),
  };
}

function told(outcome: Exclude<Refusal, 'DONE'>): Asked {
  if (outcome === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  if (outcome === 'TOO_MANY') return refused('APPEAL_TOO_LONG', 'appeal');
  return refused(outcome, places[outcome] ?? 'appeal');
}

/** For whom somebody of the staff looks at it: whoever has it, or a unit that looks after its kind. */
export function lookingFor(
  { state, terms }: Pick<KeptAppeal, 'state' | 'terms'>,
  staff: Pick<Identity, 'department' | 'scopes'>,
): string {
  const own = handlersOf(staff);
  return [state.owner, ...unitsOf(terms)].find((each) => own.includes(each)) ?? own[0] ?? '';
}

/** Staff of whoever has it, of the units that look after its kind, and of departments whose reasons exclude each other. */
export function isVisibleTo(
  { state, terms }: Pick<KeptAppeal, 'state' | 'terms'>,
  staff: Pick<Identity, 'kind' | 'department' | 'scopes'>,
): boolean {
  const own = handlersOf(staff);
  if (staff.kind !== 'STAFF') return false;
  return own.some((each) => [state.owner, ...unitsOf(terms)].includes(each) || isParty(terms, each));
}
