import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../subgraphs/language/calendar.ts';
import { type Condition, evaluate, type Question } from '../../../subgraphs/language/conditions.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { Answer, MatterAnswer, Plan, PlanInput, PlanStep, Tally } from '../../../subgraphs/planning/types.ts';
import { distinctEvents as events, inputFor } from './catalogue-input.ts';

// Counted anew from the account, the list and the order of work, and from what departments say: none of the core's own counting is used.

const walks = [0, 1, 2, 3];

/** Answers what is open with the n-th value that counts, until nothing is. */
function walked(input: PlanInput, nth: number): { readonly plan: Plan; readonly answers: ReadonlyArray<Answer> } {
  for (let answers: ReadonlyArray<Answer> = []; ; ) {
    const situation = { ...input.situation, answers };
    const plan = buildPlan({ ...input, situation });
    const [next] = plan.openQuestions;
    if (!next) return { plan, answers };
    const question = input.basis.questions.find(({ code }) => code === next.question) as Question;
    const values = valuesToTry(question, { ...input, situation });
    answers = [...answers, { question: question.code, value: values[(nth + answers.length * nth) % values.length] }];
  }
}

function tallies(input: PlanInput, answers: ReadonlyArray<Answer>, plan: Plan): { before: Tally; after: Tally } {
  const facts = {
    answers: new Map(answers.map(({ question, value }) => [question, value as string])),
    questions: new Map(input.basis.questions.map((each) => [each.code, each])),
    today: input.today,
  };
  const holds = (condition: Condition | null): boolean => evaluate(condition, facts) === 'TRUE';
  const matters = new Map((input.matters ?? []).flatMap((each) => (each ? [[each.code, each] as const] : [])));
  const answerOf = ({ matter }: { readonly matter: string }): MatterAnswer => matters.get(matter) as MatterAnswer;
  const isForm = (type: string): boolean =>
    input.basis.documentTypes.some(
      ({ code, sources }) => code === type && sources.some(({ method }) => method === 'GENERATED_FORM'),
    );
  const asked = plan.account.filter(({ fate }) => fate !== 'NOT_APPLICABLE' && fate !== 'NOT_ENTITLED');
  const rowsOf = ({ matter, party }: PlanStep) =>
    asked
      .filter((row) => row.matter === matter && row.party === party)
      .filter(({ fate }) => fate !== 'COMMITTED')
      .flatMap((row) => answerOf(row).requirements?.filter(({ code }) => code === row.requirement) ?? []);
  const isAttended = (step: PlanStep): boolean =>
    answerOf(step).channels?.includes('ONLINE') === false || rowsOf(step).some(({ onSite }) => onSite);
  const isShownAlone = (step: PlanStep): boolean =>
    rowsOf(step).some(({ options }) =>
      options
        .filter(({ condition }) => holds(condition))
        .every(({ uses }) =>
          uses.some(({ use, documentType }) => /INSPECT|HAND_IN/.test(use) && !isForm(documentType.code)),
        ),
    );
  const stages = new Set(plan.steps.filter(isAttended).map(({ stage }) => stage)).size;
  const isShown = plan.materials.some(({ showOriginal, handIn }) => showOriginal || handIn);
  const departments = new Set(
    plan.steps.map(({ matter }) => input.basis.members.find((member) => member.matter === matter)?.department),
  );
  const some = Math.min(1, plan.steps.length);
  return {
    before: {
      departments: departments.size,
      matters: plan.steps.length,
      forms: asked.filter(({ fate }) => fate === 'GENERATED').length,
      materials: asked.filter(({ fate }) => fate !== 'GENERATED').length,
      visits: plan.steps.reduce(
        (sum, step) => sum + Math.max(answerOf(step).visits ?? 0, isAttended(step) || isShownAlone(step) ? 1 : 0),
        0,
      ),
      workingDays: plan.steps.reduce((day, step) => ended(answerOf(step), Math.ceil(day - 1e-9), step, input), 0),
    },
    after: {
      departments: some,
      matters: some,
      forms: plan.form.fields.length > 0 ? 1 : 0,
      materials: plan.materials.length,
      visits: Math.max(stages, isShown || plan.steps.some((step) => (answerOf(step).visits ?? 0) > 0) ? 1 : 0),
      workingDays: lastEnd(plan, answerOf, input),
    },
  };
}

/** The latest end over the steps, each begun when all that it comes after have ended. */
function lastEnd(plan: Plan, answerOf: (step: PlanStep) => MatterAnswer, input: PlanInput): number {
  const ends = new Map<string, number>();
  for (const step of [...plan.steps].sort((a, b) => a.stage - b.stage)) {
    const begin = Math.max(0, ...step.after.map((matter) => ends.get(matter) ?? 0));
    ends.set(step.matter, Math.max(ends.get(step.matter) ?? 0, ended(answerOf(step), begin, step, input)));
  }
  return Math.max(0, ...ends.values());
}

/** Working days (with parts) from the plan's day on which a matter ends that begins after so many. */
function ended(
  { waits, promisedLimit, statutoryLimit, specialProcedures }: MatterAnswer,
  free: number,
  planned: PlanStep,
  input: PlanInput,
) {
  const step = (from: number, { amount, unit }: TimeLimit): number => {
    if (unit === 'WORKING_DAY') return from + amount;
    if (unit === 'HOUR') return from + amount / 8;
    if (unit === 'MINUTE') return from + amount / 480;
    return from + workingDaysWithin(input.basis.calendar, dayAfter(input, Math.floor(from)), amount);
  };
  const begin = Math.max(
    free,
    ...(waits ?? [])
      .filter(({ code }) => planned.waits.some((wait) => wait.code === code))
      .map(({ since, limit }) => step(since === 'BEGINNING' ? 0 : free, limit)),
  );
  const limit = promisedLimit ?? statutoryLimit;
  const own = limit ? step(begin, limit) : begin;
  const stopped = (specialProcedures ?? []).filter(({ stopsClock }) => stopsClock);
  const beside = (specialProcedures ?? []).filter(({ stopsClock }) => !stopsClock);
  return Math.max(
    stopped.reduce((end, procedure) => step(end, procedure.limit), own),
    ...beside.map((procedure) => step(begin, procedure.limit)),
  );
}

const next = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
function isWorked({ holidays, workdays }: Calendar, date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return workdays.includes(date) || (!holidays.includes(date) && weekday > 0 && weekday < 6);
}
function dayAfter({ today, basis }: PlanInput, workingDays: number): string {
  let date = today;
  for (let left = workingDays; left > 0; ) {
    date = next(date);
    if (isWorked(basis.calendar, date)) left -= 1;
  }
  return date;
}
function workingDaysWithin(calendar: Calendar, from: string, natural: number): number {
  let date = from;
  let worked = 0;
  for (let day = 0; day < natural; day++) {
    date = next(date);
    if (isWorked(calendar, date)) worked += 1;
  }
  return isWorked(calendar, date) || natural === 0 ? worked : worked + 1;
}

const rounded = (tally: Tally): Tally => ({ ...tally, workingDays: Math.max(0, Math.ceil(tally.workingDays - 1e-9)) });

describe.each(events)('%s in %s', (code, region) => {
  const input = inputFor(code, region);

  it('saves what it says it saves, and takes in nothing longer than its matters one by one', () => {
    for (const nth of walks) {
      const { plan, answers } = walked(input, nth);
      const told = JSON.stringify(answers);
      const { before, after } = tallies(input, answers, plan);
      expect(plan.reduction.before, told).toEqual(rounded(before));
      expect(plan.reduction.after, told).toEqual(rounded(after));
      // Alone, one row may name several lines of the list: nothing is joined there.
      if (plan.steps.length < 2) continue;
      for (const figure of ['departments', 'matters', 'forms', 'materials', 'visits', 'workingDays'] as const)
        expect(after[figure], `${figure}: ${told}`).toBeLessThanOrEqual(before[figure]);
    }
  });
});
