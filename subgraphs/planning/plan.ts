import { createWorkingDays } from '../language/calendar.ts';
import { byCode } from '../language/canonical.ts';
import { wholeDays } from '../language/time-limit.ts';
import { makeAccount } from './account.ts';
import { type Chosen, choose } from './choose.ts';
import { refusalsOf, withoutMatter } from './entitlement.ts';
import type { Expansion } from './expansion.ts';
import { filingsOf, sourcesOf, stepsOf } from './filings.ts';
import { catalogueProblems, expiredOnTheWay, warningsOf } from './findings.ts';
import { makeForm } from './form.ts';
import { groupProblems } from './groups.ts';
import { answeringFields, createTell, withKnownFields } from './known-fields.ts';
import { createNameParty } from './party-names.ts';
import { planId } from './plan-id.ts';
import { questionnaireOf } from './questionnaire.ts';
import { findOpenQuestions } from './questions.ts';
import { reductionOf } from './reduction.ts';
import { expandRows } from './rows.ts';
import { type Understood, understand } from './situation.ts';
import { type Timing, timingOf } from './timing.ts';
import type { Plan, PlanInput } from './types.ts';
import { visitsOf } from './visits.ts';

/**
 * Computes the one list, the one form, the order of work and the account of every row. Pure: the same values give the same plan,
 * whatever the order of matters, rows, options or answers. Facts of life (an unknown question, a cycle, a department that did not
 * answer) are results with a name; it does not throw for them.
 */
export function buildPlan(input: PlanInput): Plan {
  const { basis } = input;
  const understood = withKnownFields(input, understand(basis, input.situation, input.today));
  const today = expandRows(input, understood, () => input.today);
  const { expansion, chosen, timing } = settle(input, understood, today);
  const { facts, refusedSources } = understood;
  const nameParty = createNameParty(basis.roles, understood.parties, expansion.binder);
  const { materials, account } = makeAccount(expansion, chosen, facts, nameParty, refusedSources);
  const tell = createTell(basis, understood);
  const { form, problems: conflicts } = makeForm(basis, expansion, chosen, facts, nameParty, tell);
  const missing = [...new Set([...expansion.missing, ...unknownMatters(input)])].sort(byCode);
  const workingDays = wholeDays(timing.end);
  const visits = visitsOf(expansion, chosen.order, materials);
  const openQuestions = findOpenQuestions(input, understood, expansion, today, nameParty).map((open) => ({
    ...open,
    answeredBy: answeringFields(facts.questions.get(open.question), basis, form.fields, expansion.binder, tell),
  }));

  const plan = {
    catalogueRevision: basis.revision,
    problems: [
      ...understood.problems,
      ...withoutMatter(expansion),
      ...groupProblems(basis, expansion),
      ...catalogueProblems(chosen, nameParty),
      ...conflicts,
    ],
    complete: missing.length === 0,
    missing,
    openQuestions,
    questionnaire: questionnaireOf(input.situation, understood, openQuestions.length),
    derivedAnswers: understood.derived,
    refusals: refusalsOf(basis, expansion, facts, nameParty),
    materials,
    account,
    reduction: reductionOf(expansion.instances, account, form.fields.length > 0, materials.length, visits, timing),
    form,
    steps: stepsOf(expansion, chosen, visits),
    criticalPath: { workingDays, matters: timing.path },
    optimal: chosen.optimal,
    lowerBound: chosen.lowerBound,
    warnings: [...warningsOf(basis, workingDays, timing), ...expiredOnTheWay(expansion, chosen, timing, nameParty)],
    sources: sourcesOf(expansion, chosen),
    bound: Object.fromEntries(basis.roles.map(({ code }) => [code, expansion.binder.partiesOf(code)])),
    filings: filingsOf(expansion, chosen, account, facts, timing, nameParty),
  };
  return { id: planId(input, plan), ...plan };
}

interface Settled {
  readonly expansion: Expansion;
  readonly chosen: Chosen;
  readonly timing: Timing;
}

/**
 * What is chosen, and when each matter then begins. A held document must be young enough on that day, which what is chosen decides:
 * one that turns out too old is left out and chosen anew. Days only move on and fewer documents do, so it comes to an end.
 */
function settle(input: PlanInput, understood: Understood, today: Expansion): Settled {
  let expansion = today;
  for (let days: ReadonlyArray<string> = []; ; ) {
    const chosen = choose(input, expansion);
    const calendar = createWorkingDays(input.basis.calendar, input.today);
    const timing = timingOf(calendar, expansion.instances, chosen.order);
    const young = agingHeld(expansion);
    if (young === 0) return { expansion, chosen, timing };
    const before = days;
    days = timing.startDates.map((date, index) => latest(date, before[index] ?? input.today));
    const later = days;
    const again = expandRows(input, understood, (instance) => later[instance] ?? input.today);
    if (agingHeld(again) === young) return { expansion, chosen, timing };
    expansion = again;
  }
}

const latest = (a: string, b: string): string => (a > b ? a : b);

/** Needs met by a held document that grows too old, or ends, some day. */
function agingHeld({ rows }: Expansion): number {
  let count = 0;
  for (const { options } of rows)
    for (const { needs } of options)
      for (const { held, heldAs, use } of needs)
        if (held && (use.maximumAgeDays !== null || heldAs.some(({ expiresOn }) => expiresOn != null))) count += 1;
  return count;
}

/** Matters that the graph named but of which, in the basis, no member tells anything. */
function unknownMatters(input: PlanInput): ReadonlyArray<string> {
  const members = new Set(input.basis.members.map((member) => member.matter));
  return input.matterCodes.filter((code) => !members.has(code));
}
