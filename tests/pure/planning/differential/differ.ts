import type { Plan, PlanInput } from '../../../../subgraphs/planning/types.ts';
import { allCosts, type Cost, type Highs, leastCost } from './cost-by-solver.ts';
import { type Asked, type Doing, type HandRow, type State, workByHand } from './rows-by-hand.ts';
import { byHand } from './situation-by-hand.ts';

/** In what a plan differs from the same situation worked out by hand and solver, in words; and whether its costs could be compared. */
export interface Difference {
  readonly told: ReadonlyArray<string>;
  readonly isCosted: boolean;
}

export function differ(
  highs: Highs,
  input: PlanInput,
  plan: Plan,
  costs: ReadonlyArray<keyof Cost> = allCosts,
): Difference {
  const work = workByHand(byHand(input));
  const told: string[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown): void => {
    const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
    if (one !== other) told.push(`${what}: the plan ${one}, by hand ${other}`);
  };
  compare(
    'open questions',
    plan.openQuestions.map(({ question }) => question),
    [],
  );
  const nameOf = (matter: string, party: string | null): string => (party === null ? matter : `${matter} ${party}`);
  const doing = work.matters.map(({ member, own }) => nameOf(member.matter, own.party));
  compare('matters', plan.steps.map(({ matter, party }) => nameOf(matter, party)).sort(), [...doing].sort());
  compare('refused', [...new Set(plan.refusals.map(({ matter }) => matter))].sort(), [...work.refused].sort());
  const states = new Map(work.rows.map((row) => [`${doing[row.doing]} ${row.code}`, row.state]));
  for (const { matter, party, requirement, fate } of plan.account) {
    const row = `${nameOf(matter, party)} ${requirement}`;
    const state = states.get(row) ?? (work.refused.has(matter) ? 'NOT_ENTITLED' : 'NOT_APPLICABLE');
    compare(`fate of ${row}`, settled.includes(fate) ? fate : 'OPEN', state);
  }
  compare('visits before', plan.reduction.before.visits, visitsAlone(work.matters, work.rows));
  const attended = new Set(work.matters.flatMap((each, at) => (isAttended(each, at, work.rows) ? [doing[at]] : [])));
  const stages = new Set<number>();
  for (const { matter, party, stage, inPerson } of plan.steps) {
    const name = nameOf(matter, party);
    compare(`${name} in person`, inPerson, attended.has(name));
    if (attended.has(name)) stages.add(stage);
  }
  const isShown = plan.materials.some(({ showOriginal, handIn }) => showOriginal || handIn);
  const isThere = isShown || work.matters.some(({ answer }) => (answer.visits ?? 0) > 0);
  compare('visits after', plan.reduction.after.visits, Math.max(stages.size, isThere ? 1 : 0));
  const least = leastCost(highs, work, costs);
  // Where there is no order, and where the search was cut short, no cost is promised.
  if (least === null || !plan.optimal) return { told, isCosted: false };
  compare(
    'faults of the catalogue',
    plan.problems.map(({ code }) => code).filter((code) => faults.includes(code)),
    [],
  );
  const ours = costOf(plan, input);
  compare('cost', Object.fromEntries(costs.map((cost) => [cost, ours[cost]])), least);
  return { told, isCosted: true };
}

const settled: ReadonlyArray<string> = [
  'NOT_APPLICABLE',
  'WAIVED',
  'COMMITTED',
  'NOT_ENTITLED',
] satisfies ReadonlyArray<State | 'NOT_ENTITLED'>;

const faults: ReadonlyArray<string> = ['PRODUCTION_CYCLE', 'TAKEN_TWICE'];

function costOf(plan: Plan, { basis }: PlanInput): Cost {
  const isRare = (code: string): boolean => basis.documentTypes.some((type) => type.code === code && type.rarelyHeld);
  return {
    lines: plan.materials.length,
    shown: plan.materials.filter(({ showOriginal, handIn }) => showOriginal || handIn).length,
    rare: plan.materials.filter(({ documentType }) => isRare(documentType)).length,
    path: plan.criticalPath.workingDays,
    copies: plan.materials.reduce((sum, { copies }) => sum + copies, 0),
    sources: plan.sources.length,
  };
}

/** Rule 14: a visit at least where it is done at the counter alone, a row is met on site, or every way to meet one has an original in it. */
function visitsAlone(matters: ReadonlyArray<Doing>, rows: ReadonlyArray<HandRow>): number {
  const isOriginal = ({ by, use: { use } }: Asked): boolean =>
    by !== 'FORM' && by !== 'HELD' && use !== 'COPY' && use !== 'ELECTRONIC';
  return matters.reduce((sum, doing, at) => {
    const needsOne = rows.some(
      (row) =>
        row.doing === at &&
        row.state !== 'COMMITTED' &&
        row.alone.length > 0 &&
        (row.onSite || row.alone.every((way) => way.some(isOriginal))),
    );
    return sum + Math.max(doing.answer.visits ?? 0, needsOne || isCounterAlone(doing) ? 1 : 0);
  }, 0);
}

function isAttended(doing: Doing, at: number, rows: ReadonlyArray<HandRow>): boolean {
  return isCounterAlone(doing) || rows.some((row) => row.doing === at && row.onSite && row.state === 'OPEN');
}

function isCounterAlone({ answer: { channels } }: Doing): boolean {
  return channels != null && channels.length > 0 && !channels.includes('ONLINE');
}
