import type {
  AnswerAppealInput,
  AnswerAppealsInput,
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
  MergeAppealsInput,
  PhotographAppealInput,
} from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import type { CaseEvent } from '../language/case-clock.ts';
import { civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { type Asked, done, isGrade, isKey, longestKey, refused, told } from './asked.ts';
import { departmentHandler, handlersOf, isParty, unitHandler, unitsOf } from './domain/rules.ts';
import type { OpeningParts } from './opening.ts';
import { shownBy } from './showing.ts';
import type { KeptAppeal, KeptSource } from './store/index.ts';
import { isVisibleTo } from './who-sees.ts';

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
  /** The same answer to each: how many, and what is wrong with others. */
  readonly answerAll: (
    input: AnswerAppealsInput,
    identity: Identity | null,
  ) => Promise<{ readonly answered: number; readonly problems: Asked['problems'] }>;
  readonly photograph: Step<PhotographAppealInput>;
  readonly merge: Step<MergeAppealsInput>;
  readonly notSame: Step<MergeAppealsInput>;
}

const notFound = refused('APPEAL_NOT_FOUND', 'appeal');

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
  /** The word of one of those for whom it is, for each of their sources. */
  const word = async (
    appeal: string,
    sources: ReadonlyArray<string>,
    by: string,
    input: {
      readonly idempotencyKey: string;
      readonly accepted: boolean;
      readonly grade?: number | null;
      readonly text?: string | null;
    },
  ): Promise<Asked> => {
    const { idempotencyKey, accepted, grade = null, text = null } = input;
    if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
    if (!isGrade(grade)) return refused('APPEAL_GRADE_INVALID', 'grade');
    const asked = { ...requestOf(input, 'confirm', by), appeal, accepted, grade, text, by, at: iso() };
    const outcomes = await store.words(sources.map((source) => ({ ...asked, source })));
    const wrong = outcomes.find((outcome) => outcome !== 'DONE');
    return wrong === undefined ? done(appeal) : told(wrong);
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
  /** Staff who may act on both, and for whom. */
  const bothOf = async (
    input: MergeAppealsInput,
    anyone: Identity | null,
    name: string,
  ): Promise<Asked | { readonly by: string; readonly unit: string }> => {
    const identity = requireIdentity(anyone);
    if (!isKey(input.idempotencyKey))
      return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
    const known = await store.known(input.appeal, requestOf(input, name, identity.subject));
    if (known) return known === 'KEY_REUSED' ? told(known) : done(input.appeal, known.number);
    const [unit, second] = await Promise.all(
      [input.appeal, input.other].map((id) => actingFor(id, identity, 'OWNER_OR_UNIT')),
    );
    if (typeof second !== 'string') return second ?? notFound;
    return typeof unit === 'string' ? { by: identity.subject, unit } : (unit ?? notFound);
  };
  const byStaff =
    <Input extends { readonly idempotencyKey: string; readonly appeal: string }>(
      name: string,
      eventOf: (input: Input, on: string, identity: Identity) => CaseEvent | Asked | Promise<CaseEvent | Asked>,
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
      const event = await eventOf(input, today(), identity);
      return 'problems' in event ? event : step(input, name, { identity, unit }, event);
    };

  const showAfter: Step<PhotographAppealInput> = byStaff('photograph', ({ photos }, on, { subject }) =>
    shownBy(parts, photos, 'AFTER', subject, on),
  );
  const showBefore = async (input: PhotographAppealInput, by: string): Promise<Asked> => {
    if (!isKey(input.idempotencyKey))
      return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
    const own = (await store.ownSources([input.appeal], by)).get(input.appeal) ?? [];
    if (own.length === 0) return notFound;
    const event = await shownBy(parts, input.photos, 'BEFORE', by, today());
    if ('problems' in event) return event;
    const request = requestOf(input, 'photograph', by);
    const outcome = await store.step(input.appeal, { ...request, event, actor: { unit: null }, by, at: iso() });
    return typeof outcome === 'object' ? done(input.appeal) : told(outcome);
  };

  return {
    async confirm(input, anyone) {
      const { kind, subject } = requireIdentity(anyone);
      const own = kind === 'CITIZEN' ? await store.ownSources([input.appeal], subject) : new Map();
      const sources = (own.get(input.appeal) ?? []) as ReadonlyArray<KeptSource>;
      if (sources.length === 0) return notFound;
      return word(
        input.appeal,
        sources.map(({ id }) => id),
        subject,
        input,
      );
    },
    async confirmTracked(input) {
      const found = await store.byCode(input.trackingCode);
      // Of an account it only shows how it stands: who has an account speaks by it.
      if (!found || found.source.kind === 'ACCOUNT') return refused('APPEAL_NOT_FOUND', 'trackingCode');
      const { appeal, source } = found;
      return word(appeal.id, [source.id], `source ${source.id}`, input);
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
    answer: byStaff<AnswerAppealInput>('answer', answerOf),
    async answerAll({ appeals, ...input }, anyone) {
      const { subject: by, ...identity } = requireIdentity(anyone);
      if (!isKey(input.idempotencyKey)) {
        const { problems } = refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
        return { answered: 0, problems };
      }
      const given = [...new Set(appeals)];
      const found = identity.kind === 'STAFF' ? await store.many(given) : new Map<string, KeptAppeal>();
      const own = handlersOf(identity);
      const at = iso();
      const steps = given.flatMap((id) => {
        const appeal = found.get(id);
        if (!appeal || !own.includes(appeal.state.owner)) return [];
        const asked = { ...input, appeal: id };
        const event = answerOf(asked, today());
        const { request, requestHash } = requestOf(asked, 'answer', by);
        return [{ id, asked: { request, requestHash, event, actor: { unit: appeal.state.owner }, by, at } }];
      });
      const outcomes = await store.stepAll(steps);
      const wrong = given.flatMap((id) => {
        const outcome = outcomes.get(id);
        if (typeof outcome === 'object') return [];
        const { problems } = outcome === undefined ? notFound : told(outcome);
        return problems.map((each) => ({ ...each, path: ['appeals', String(appeals.indexOf(id)), ...each.path] }));
      });
      return { answered: given.length - wrong.length, problems: wrong };
    },
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
    async photograph(input, anyone) {
      const { kind, subject } = requireIdentity(anyone);
      const asked = await (kind === 'CITIZEN' ? showBefore(input, subject) : showAfter(input, anyone));
      // Also where it was shown before: whoever was interrupted here sends it again.
      if (asked.id !== null) await parts.photos.take(input.photos, subject);
      return asked;
    },
    async merge(input, anyone) {
      const looked = await bothOf(input, anyone, 'merge');
      if ('problems' in looked) return looked;
      const { by, unit } = looked;
      const asked = { ...requestOf(input, 'merge', by), actor: { unit }, by, at: iso(), reason: input.reason };
      const outcome = await store.merge(input.appeal, input.other, asked);
      return typeof outcome === 'object' ? done(input.appeal, outcome.number) : told(outcome);
    },
    async notSame(input, anyone) {
      const looked = await bothOf(input, anyone, 'not same');
      if ('problems' in looked) return looked;
      const { appeal, other, reason } = input;
      if (appeal === other) return told('APPEALS_DIFFER');
      if (reason.trim() === '') return told('CASE_REASON_MISSING');
      await store.notSame(appeal, other, { ...looked, reason, at: iso() });
      return done(appeal);
    },
  };
}

const answerOf = (
  { outcome, text, legalBasis = null, alternatives }: Omit<AnswerAppealInput, 'idempotencyKey' | 'appeal'>,
  on: string,
): CaseEvent => ({
  ...{ kind: 'ANSWERED' as const, on, outcome, text, legalBasis, alternatives: alternatives ?? [] },
});
