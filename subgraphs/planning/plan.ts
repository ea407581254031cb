import { createWorkingDays } from '../language/calendar.ts';
import { byCode, canonicalJson, digest } from '../language/canonical.ts';
import { nominalWorkingDays, wholeDays } from '../language/time-limit.ts';
import { makeAccount, materialId } from './account.ts';
import { type Chosen, choose, finishTimes } from './choose.ts';
import { makeForm, receivedFields } from './form.ts';
import { findOpenQuestions, questionsNamed } from './questions.ts';
import { createNameParty, type NameParty, titleOf } from './reasons.ts';
import { type Expansion, expandRows, type MatterInstance, type Row } from './rows.ts';
import { type Understood, understand } from './situation.ts';
import type {
  AccountRow,
  Fate,
  Plan,
  PlanInput,
  PlannedFiling,
  PlanStep,
  PlanWarning,
  Problem,
  Reduction,
  Tally,
} from './types.ts';

/**
 * Computes the one list, the one form, the order of work and the account of every row. Pure: the same values give the same plan,
 * whatever the order of matters, rows, options or answers. Facts of life (an unknown question, a cycle, a department that did not
 * answer) are results with a name; it does not throw for them.
 */
export function buildPlan(input: PlanInput): Plan {
  const { basis } = input;
  const understood = understand(basis, input.situation);
  const expansion = expandRows(input, understood);
  const chosen = choose(input, expansion);
  const nameParty = createNameParty(basis.roles, expansion.binder.roleOf);
  const { materials, account } = makeAccount(expansion, chosen, understood.facts, nameParty, understood.refusedSources);
  const { form, problems: conflicts } = makeForm(basis, expansion, chosen, understood.facts, nameParty);
  const path = criticalPathOf(input, expansion, chosen);
  const problems = [...understood.problems, ...catalogueProblems(chosen, nameParty), ...conflicts];
  const missing = [...new Set([...expansion.missing, ...unanswered(input, expansion)])].sort(byCode);
  const workingDays = wholeDays(path.end);

  const plan = {
    catalogueRevision: basis.revision,
    problems,
    complete: missing.length === 0,
    missing,
    openQuestions: findOpenQuestions(input, understood, expansion),
    materials,
    account,
    reduction: reductionOf(expansion, account, form.fields.length > 0, materials.length, workingDays),
    form,
    steps: stepsOf(expansion, chosen),
    criticalPath: { workingDays, matters: path.matters },
    optimal: chosen.optimal,
    lowerBound: chosen.lowerBound,
    warnings: warningsOf(input, expansion, workingDays, path),
    sources: sourcesOf(expansion, chosen),
    filings: filingsOf(expansion, chosen, account, understood),
  };
  return { id: planId(input, plan), ...plan };
}

/**
 * A hash over the situation and what was shown and would be filed, as codes and numbers: names and titles follow from the codes. Not
 * over what it was computed from, which is ten times as much: what changes nothing here outdates no plan, be it a publication,
 * midnight, or a word in a department's wording. Lists of values in a decided order, so that equal plans give equal bytes.
 */
function planId(input: PlanInput, plan: Omit<Plan, 'id'>): string {
  const { event, region } = input.basis;
  const { situation } = input;
  // Native serialisation: every list here is in an order that the core decided, and schemas stand as departments answered them.
  const shown = JSON.stringify([
    [event, region],
    [
      inOneOrder(situation.answers),
      inOneOrder(situation.parties),
      [...situation.refusedSources].sort(byCode),
      inOneOrder(situation.held),
      [...situation.commitments].sort(byCode),
    ],
    plan.missing,
    plan.problems.map((problem) => problem.code),
    plan.openQuestions.map((open) => open.question),
    plan.materials.map((line) => [
      line.id,
      line.showOriginal,
      line.handIn,
      line.copies,
      line.minimumTrust,
      line.maximumAgeDays,
      line.deferrable,
      line.dueInWorkingDays,
      line.neededBy,
      line.dependsOn,
      line.alternatives,
    ]),
    plan.account.map((row) => [
      row.matter,
      row.requirement,
      row.party,
      row.fate,
      row.material,
      row.producedBy,
      row.source,
    ]),
    plan.form.fields.map((field) => [
      field.party,
      field.code,
      field.required,
      field.sensitive,
      field.receivedBy,
      field.prefilledFrom,
    ]),
    plan.form.schema,
    plan.steps.map((step) => [step.promised?.amount ?? null, step.promised?.unit ?? null]),
    [plan.criticalPath.workingDays, plan.criticalPath.matters],
    plan.sources.map((source) => [source.code, source.requiresConsent]),
    plan.filings.map((filing) => [
      filing.matter,
      filing.department,
      filing.party,
      filing.stage,
      filing.after,
      filing.questions,
      filing.rows.map((row) => [row.requirement, row.fate, row.materials, row.sources]),
      filing.consumes.map((use) => [use.documentType, use.parties, use.spec, use.filing]),
      filing.parties,
    ]),
  ]);
  return digest(shown).slice(0, 40);
}

/** As canonical texts: what the citizen said comes in any order. */
function inOneOrder(list: ReadonlyArray<unknown>): ReadonlyArray<string> {
  return list.map(canonicalJson).sort(byCode);
}

/** Matters that the graph named but of which no answer, and in the basis no member, tells anything. */
function unanswered(input: PlanInput, { instances }: Expansion): ReadonlyArray<string> {
  const members = new Set(input.basis.members.map((member) => member.matter));
  return input.matterCodes.filter(
    (code) => !members.has(code) && !instances.some((instance) => instance.member.matter === code),
  );
}

function catalogueProblems(chosen: Chosen, nameParty: NameParty): ReadonlyArray<Problem> {
  const problems: Problem[] = [];
  if (chosen.cycle) {
    const titles = chosen.cycle.map((instance) => instance.member.title);
    problems.push({
      code: 'PRODUCTION_CYCLE',
      path: chosen.cycle.map((instance) => instance.member.matter),
      message: {
        zh: `事项互相等待：${titles.map((title) => title.zh).join(' → ')}。请事项目录维护人员修改。`,
        en: `Matters wait for each other: ${titles.map((title) => title.en).join(' → ')}. The catalogue must be mended.`,
      },
    });
  }
  for (const { line, by } of chosen.takenTwice) {
    const title = titleOf(line, nameParty);
    const takers = by.map((instance) => instance.member.title);
    problems.push({
      code: 'TAKEN_TWICE',
      path: by.map((instance) => instance.member.matter),
      material: materialId(line),
      message: {
        zh: `${title.zh}被两个事项收走：${takers.map((each) => each.zh).join('、')}。请事项目录维护人员修改。`,
        en: `${title.en} is taken away by two matters: ${takers.map((each) => each.en).join(', ')}. The catalogue must be mended.`,
      },
    });
  }
  return problems;
}

function stepsOf({ instances }: Expansion, { order }: Chosen): ReadonlyArray<PlanStep> {
  return instances
    .map(
      (instance): PlanStep => ({
        matter: instance.member.matter,
        party: instance.party,
        stage: (order.stages[instance.index] ?? 0) + 1,
        after: [
          ...new Set(
            (order.before[instance.index] ?? []).map((index) => (instances[index] as MatterInstance).member.matter),
          ),
        ].sort(byCode),
        promised: instance.answer?.promisedLimit ?? null,
      }),
    )
    .sort((a, b) => a.stage - b.stage || byCode(a.matter, b.matter) || byCode(a.party ?? '', b.party ?? ''));
}

interface Path {
  readonly end: number;
  readonly matters: ReadonlyArray<string>;
  readonly yearsNotCovered: ReadonlyArray<number>;
}

/** The chain of matters that ends last; of several the first by code. */
function criticalPathOf(input: PlanInput, { instances }: Expansion, { order }: Chosen): Path {
  const days = createWorkingDays(input.basis.calendar, input.today);
  const finish = finishTimes(instances, order, days);
  const latest = (nodes: ReadonlyArray<number>): number | undefined =>
    [...nodes].sort((a, b) => (finish[b] as number) - (finish[a] as number) || a - b)[0];
  const matters: string[] = [];
  let node = latest(order.sequence);
  const end = node === undefined ? 0 : (finish[node] as number);
  while (node !== undefined) {
    matters.unshift((instances[node] as MatterInstance).member.matter);
    node = latest(order.before[node] ?? []);
  }
  return { end, matters, yearsNotCovered: days.yearsNotCovered() };
}

function reductionOf(
  { instances }: Expansion,
  account: ReadonlyArray<AccountRow>,
  hasForm: boolean,
  materials: number,
  workingDays: number,
): Reduction {
  const count = (fate: Fate): number => account.filter((row) => row.fate === fate).length;
  const generated = count('GENERATED');
  const notApplicable = count('NOT_APPLICABLE');
  const visits = instances.map((instance) => instance.answer?.visits ?? 0);
  const limits = instances.map((instance) => instance.answer?.promisedLimit ?? null);
  const before: Tally = {
    departments: new Set(instances.map((instance) => instance.member.department)).size,
    matters: instances.length,
    forms: generated,
    materials: account.length - generated - notApplicable,
    visits: visits.reduce((sum, each) => sum + each, 0),
    // One after another, each begun on a day of its own: what it took without the event.
    workingDays: limits.reduce((sum, limit) => sum + (limit === null ? 0 : wholeDays(nominalWorkingDays(limit))), 0),
  };
  const after: Tally = {
    departments: Math.min(1, before.departments),
    matters: Math.min(1, before.matters),
    forms: hasForm ? 1 : 0,
    materials,
    visits: Math.min(1, Math.max(0, ...visits)),
    workingDays,
  };
  return {
    before,
    after,
    rows: account.length,
    kept: count('KEPT'),
    merged: count('MERGED'),
    produced: count('PRODUCED'),
    shared: count('SHARED'),
    generated,
    committed: count('COMMITTED'),
    deferred: count('DEFERRED'),
    notApplicable,
  };
}

function warningsOf(
  { basis }: PlanInput,
  { instances }: Expansion,
  workingDays: number,
  path: Path,
): ReadonlyArray<PlanWarning> {
  const warnings: PlanWarning[] = [];
  if (basis.promisedDays !== null && basis.promisedDays < workingDays) {
    warnings.push({
      code: 'PROMISE_SHORTER_THAN_PATH',
      matters: path.matters,
      message: {
        zh: `公布时限${basis.promisedDays}个工作日短于关键路径${workingDays}个工作日，请以后者安排。`,
        en: `The published ${basis.promisedDays} working days are shorter than the critical path of ${workingDays}: count on the latter.`,
      },
    });
  }
  if (path.yearsNotCovered.length > 0) {
    warnings.push({
      code: 'CALENDAR_NOT_PUBLISHED',
      matters: [],
      message: {
        zh: `${path.yearsNotCovered.join('、')}年的节假日安排尚未收录，工作日暂按周一至周五估算，公布后请重新规划。`,
        en: `Holidays of ${path.yearsNotCovered.join(', ')} are not in the catalogue: working days there are counted Monday to Friday. Plan again once they are published.`,
      },
    });
  }
  const groups = new Map<string, MatterInstance[]>();
  for (const instance of instances) {
    const group = instance.member.exclusiveGroup;
    if (group !== null && instance.truth === 'TRUE') groups.set(group, [...(groups.get(group) ?? []), instance]);
  }
  for (const group of groups.values()) {
    const members = [...new Map(group.map((instance) => [instance.member.matter, instance.member])).values()];
    if (members.length < 2) continue;
    warnings.push({
      code: 'EXCLUSIVE_MATTERS_TOGETHER',
      matters: members.map((member) => member.matter),
      message: {
        zh: `只应办理其一的事项同时适用：${members.map((member) => member.title.zh).join('、')}。`,
        en: `Matters of which only one should be done hold at once: ${members.map((member) => member.title.en).join(', ')}.`,
      },
    });
  }
  return warnings;
}

function sourcesOf({ rows }: Expansion, { met }: Chosen): Plan['sources'] {
  const drawn = new Map<string, boolean>();
  for (const row of rows) {
    for (const { outcome } of met.get(row.index)?.needs ?? []) {
      if (outcome.kind === 'SHARED' && outcome.source) drawn.set(outcome.source.code, outcome.source.requiresConsent);
    }
  }
  return [...drawn].sort(([a], [b]) => byCode(a, b)).map(([code, requiresConsent]) => ({ code, requiresConsent }));
}

function filingsOf(
  expansion: Expansion,
  chosen: Chosen,
  account: ReadonlyArray<AccountRow>,
  { facts }: Understood,
): ReadonlyArray<PlannedFiling> {
  const lines = new Map(chosen.lines.map((line) => [line.index, line]));
  const rowsOf = new Map(expansion.instances.map((instance): [MatterInstance, Row[]] => [instance, []]));
  for (const row of expansion.rows) rowsOf.get(row.instance)?.push(row);
  return expansion.instances.map((instance) => {
    const rows = rowsOf.get(instance) ?? [];
    const met = rows.map((row) => ({ row, needs: chosen.met.get(row.index)?.needs ?? [] }));
    const received = receivedFields(expansion, facts, instance);
    const subjects = new Set<string>();
    for (const field of instance.answer?.formFields ?? []) subjects.add(field.subject);
    for (const result of instance.answer?.results ?? []) subjects.add(result.subject);
    for (const row of rows)
      for (const option of row.options) for (const need of option.needs) subjects.add(need.use.subject);
    return {
      matter: instance.member.matter,
      department: instance.member.department,
      party: instance.party,
      stage: (chosen.order.stages[instance.index] ?? 0) + 1,
      after: chosen.order.before[instance.index] ?? [],
      fields: received,
      questions: questionsNamed(instance, facts),
      rows: met.map(({ row, needs }) => ({
        requirement: row.requirement.code,
        fate: (account[row.index] as AccountRow).fate,
        materials: needs.flatMap(({ outcome }) => {
          const line = outcome.kind === 'LINE' ? lines.get(outcome.line) : undefined;
          return line ? [materialId(line)] : [];
        }),
        sources: needs.flatMap(({ outcome }) =>
          outcome.kind === 'SHARED' && outcome.source ? [outcome.source.code] : [],
        ),
      })),
      consumes: met.flatMap(({ needs }) =>
        needs.flatMap(({ need, outcome }) =>
          outcome.kind === 'PRODUCED'
            ? [
                {
                  documentType: need.documentType.code,
                  parties: need.parties,
                  spec: need.spec,
                  filing: outcome.by.index,
                },
              ]
            : [],
        ),
      ),
      parties: Object.fromEntries(
        [...subjects].sort(byCode).map((role) => [role, expansion.binder.partiesOf(role, instance)]),
      ),
    };
  });
}
