import { randomBytes, randomUUID } from 'node:crypto';
import type {
  AnswerAppealInput,
  AppealReasonInput,
  AppealStepInput,
  AssignAppealInput,
  CheckAppealInput,
  ClassifyAppealInput,
  ConfirmAppealInput,
  EscalateAppealInput,
  ExtendAppealInput,
  OpenAppealInput,
} from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import type { CaseEvent } from '../language/case-clock.ts';
import { civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import {
  type AppealRules,
  departmentHandler,
  handlersOf,
  termsOf,
  trackingCode,
  unitHandler,
  unitsOf,
} from './domain/rules.ts';
import type { AppealStore, KeptAppeal, Stepped } from './store/index.ts';
import type { Submissions } from './submissions.ts';

interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
/** Either the id of an appeal or what is wrong. */
export interface Asked {
  readonly id: string | null;
  readonly problems: ReadonlyArray<Told>;
}
export interface StepParts {
  readonly store: AppealStore;
  readonly submissions: Submissions;
  readonly departments: ReadonlySet<string>;
  readonly rules: () => Promise<AppealRules>;
  readonly now: () => number;
}
type May = 'OWNER' | 'OWNER_OR_UNIT' | 'UNIT';
type Step<Input> = (input: Input, identity: Identity | null) => Promise<Asked>;
export interface Steps {
  readonly open: Step<OpenAppealInput>;
  readonly confirm: Step<ConfirmAppealInput>;
  readonly classify: Step<ClassifyAppealInput>;
  readonly assign: Step<AssignAppealInput>;
  readonly pause: Step<AppealReasonInput>;
  readonly resume: Step<AppealStepInput>;
  readonly extend: Step<ExtendAppealInput>;
  readonly escalate: Step<EscalateAppealInput>;
  readonly telephone: Step<AppealReasonInput>;
  readonly answer: Step<AnswerAppealInput>;
  readonly check: Step<CheckAppealInput>;
}

/** Of one account. */
const mostOpen = 20;
const longestKey = 255;
const grades = { least: 1, most: 5 };

function refused<Id extends ProblemId>(id: Id, path: string, ...slots: Fillings<Id>): Asked {
  return { id: null, problems: [{ ...problem(id, ...slots), path: [path], material: null }] };
}
const notFound = refused('APPEAL_NOT_FOUND', 'appeal');

/** Where in the input what is refused lies, where it is not the appeal itself. */
const places: Readonly<Partial<Record<Stepped, string>>> = {
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

  /** One more event, by somebody for somebody, once for each key. */
  const step = async (
    input: { readonly idempotencyKey: string; readonly appeal: string },
    name: string,
    who: { readonly identity: Identity; readonly unit: string | null },
    event: CaseEvent,
  ): Promise<Asked> => {
    const { idempotencyKey, ...content } = input;
    if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
    const by = who.identity.subject;
    const outcome = await store.step(input.appeal, {
      ...{ request: JSON.stringify([by, name, idempotencyKey]), requestHash: fingerprint(content) },
      ...{ event, actor: { unit: who.unit }, by, at: new Date(now()).toISOString() },
    });
    if (outcome === 'DONE') return { id: input.appeal, problems: [] };
    if (outcome === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    if (outcome === 'TOO_MANY') return refused('APPEAL_TOO_LONG', 'appeal');
    return refused(outcome, places[outcome] ?? 'appeal');
  };
  /** For whom somebody of the staff may act on an appeal: whoever has it; or, where that will do, a unit that looks after its kind. */
  const actingFor = async (id: string, identity: Identity, may: May): Promise<string | Asked> => {
    const appeal = identity.kind === 'STAFF' ? (await store.many([id])).get(id) : undefined;
    if (!appeal || !isVisibleTo(appeal, identity)) return notFound;
    const own = handlersOf(identity);
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
      const unit = await actingFor(input.appeal, identity, may);
      if (typeof unit !== 'string') return unit;
      const event = await eventOf(input, today());
      return 'problems' in event ? event : step(input, name, { identity, unit }, event);
    };

  return {
    open: (input, identity) => openAppeal(parts, input, requireIdentity(identity)),
    async confirm(input, anyone) {
      const identity = requireIdentity(anyone);
      const own = identity.kind === 'CITIZEN' && (await store.isOf(input.appeal, identity.subject));
      if (!own) return notFound;
      const { accepted, grade = null, text = null } = input;
      if (grade !== null && (grade < grades.least || grade > grades.most))
        return refused('APPEAL_GRADE_INVALID', 'grade');
      return step(input, 'confirm', { identity, unit: null }, { kind: 'WORD', on: today(), accepted, grade, text });
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
  };
}

const isKey = (key: string): boolean => key.trim() !== '' && key.length <= longestKey && !/\p{C}/u.test(key);

/** Staff of whoever has it, and of the units that look after its kind. */
export function isVisibleTo(
  { state, terms }: Pick<KeptAppeal, 'state' | 'terms'>,
  staff: Pick<Identity, 'kind' | 'department' | 'scopes'>,
): boolean {
  const own = handlersOf(staff);
  return staff.kind === 'STAFF' && [state.owner, ...unitsOf(terms)].some((each) => own.includes(each));
}

async function openAppeal(
  { store, submissions, departments, rules: read, now }: StepParts,
  { idempotencyKey, ...content }: OpenAppealInput,
  identity: Identity,
): Promise<Asked> {
  if (identity.kind !== 'CITIZEN') return refused('APPEAL_OF_CITIZENS', 'kind');
  if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
  const { text, submission = null, matter = null } = content;
  if (text.trim() === '') return refused('APPEAL_TEXT_MISSING', 'text');
  const rules = await read();
  const kind = rules.kinds.find(({ code }) => code === content.kind);
  if (!kind) return refused('APPEAL_KIND_UNKNOWN', 'kind', { kinds: rules.kinds.map(({ code }) => code).join(', ') });
  const concerned = await aboutWhom({ store, submissions, departments }, content, identity.subject);
  if (typeof concerned === 'object' && concerned !== null) return concerned;
  const about = concerned;
  const at = now();
  const on = civilDateOf(at);
  const aboutHandler = about === null ? null : departmentHandler(about);
  const opened = await store.open(
    {
      ...{ id: randomUUID(), account: identity.subject, request: idempotencyKey, requestHash: fingerprint(content) },
      likeness: fingerprint([kind.code, about, matter, submission, text.trim()]),
      ...{ kind: kind.code, about, matter, submission, at: new Date(at).toISOString() },
      record: { text: text.trim(), trackingCode: trackingCode(randomBytes(16)) },
      terms: termsOf(rules, kind),
      opened: { kind: 'OPENED', on, owner: unitHandler(kind.owner), about: aboutHandler },
      recurrence: kind.recurrence && {
        count: kind.recurrence.count,
        since: new Date(at - kind.recurrence.withinDays * 86_400_000).toISOString(),
      },
    },
    mostOpen,
  );
  if (opened === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  if (opened === 'TOO_MANY') return refused('APPEALS_OPEN', 'kind', { most: mostOpen });
  return { id: opened.id, problems: [] };
}

/** The department that an appeal is about; null: none in particular. */
async function aboutWhom(
  { store, submissions, departments }: Pick<StepParts, 'store' | 'submissions' | 'departments'>,
  { submission = null, matter = null, department = null }: Omit<OpenAppealInput, 'idempotencyKey'>,
  account: string,
): Promise<string | null | Asked> {
  const about = matter === null ? department : await store.departmentOf(matter);
  if (matter !== null && about === null) return refused('MATTER_NOT_FOUND', 'matter', { matter });
  const isStrange = about !== null && !departments.has(about);
  if (isStrange || (department !== null && department !== about))
    return refused('APPEAL_HANDLER_UNKNOWN', 'department');
  if (submission === null) return about;
  const known = await submissions.ofAccount(submission, account);
  if (!known) return refused('SUBMISSION_NOT_FOUND', 'submission');
  const filing = known.filings.find((each) => each.matter === matter);
  if (matter !== null && !filing) return refused('MATTER_NOT_FOUND', 'matter', { matter });
  return filing?.department ?? about;
}
