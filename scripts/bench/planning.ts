import { readRegistry } from '../../schema/registry.ts';
import { buildPlan } from '../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../subgraphs/planning/questions.ts';
import type { PlanInput } from '../../subgraphs/planning/types.ts';
import type { LinkedCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { coveringModel, generated, loadSolver } from './covering.ts';

const mostParties = 16;

/** The planning core, event by event, and beside an established solver. */
export async function benchPlanning(): Promise<void> {
  benchEvents();
  await benchSolver();
}

/**
 * Every event of the catalogue as asked first, nothing answered, and answered to the end, then with the most parties that a plan takes. What counts
 * is a process that has planned before. Beside the time on the clock, which other work on the machine lengthens, that of the processor.
 */
function benchEvents(): void {
  console.log('event | said | rows | open | median ms | p99 ms | processor ms');
  for (const { code, region, content } of events()) {
    const repeated = content.basis.members.find(({ repeatedFor }) => repeatedFor !== null)?.repeatedFor;
    const nothing = inputOf(code, region, []);
    const said: ReadonlyArray<readonly [string, PlanInput]> = [
      ['nothing', nothing],
      ['all', answered(nothing)],
      ...(repeated ? [[`nothing, ${mostParties} of ${repeated}`, withParties(nothing, repeated)] as const] : []),
    ];
    for (const [what, input] of said) {
      const { account, openQuestions } = buildPlan(input);
      const until = performance.now() + 400;
      while (performance.now() < until) buildPlan(input);
      const { median, p99, processor } = timesOf(what.includes(' ') ? 25 : 200, () => buildPlan(input));
      const figures = [median, p99, processor].map((ms) => ms.toFixed(2)).join(' | ');
      console.log(`${code} ${region} | ${what} | ${account.length} | ${openQuestions.length} | ${figures}`);
    }
  }
}

/** Answers what is asked first with the first of its answers, until nothing is asked. */
function answered(input: PlanInput): PlanInput {
  const [next] = buildPlan(input).openQuestions;
  const question = input.basis.questions.find(({ code }) => code === next?.question);
  if (!question) return input;
  const [value] = valuesToTry(question, input);
  const answers = [...input.situation.answers, { question: question.code, value }];
  return answered({ ...input, situation: { ...input.situation, answers } });
}

function withParties(input: PlanInput, role: string): PlanInput {
  const parties = Array.from({ length: mostParties }, (_each, index) => ({ id: `party-${index}`, roles: [role] }));
  return { ...input, situation: { ...input.situation, parties } };
}

/** The planning core beside an established solver (HiGHS) that is given only the covering problem inside, not the rest of the plan. */
async function benchSolver(): Promise<void> {
  const highs = await loadSolver();
  const cases: ReadonlyArray<readonly [string, PlanInput]> = [
    ['newborn: 7 matters, 24 rows', newbornInput()],
    ['60 matters × 400 rows', generated(60, 400, 120, 3)],
    ['adversarial: 12 matters, every row a choice of three pairs', generated(12, 96, 40, 3, 2)],
  ];
  console.log('case | plan ms (median) | lines | optimal | HiGHS ms | its optimum | ratio');
  for (const [name, input] of cases) {
    const plan = buildPlan(input);
    // A questionnaire plans on every keystroke: what counts is the plan of a process that has planned before.
    const until = performance.now() + 1500;
    while (performance.now() < until) buildPlan(input);
    const ours = median(51, () => buildPlan(input));
    const model = coveringModel(input);
    if (!model) {
      console.log(`${name} | ${ours.toFixed(2)} | ${plan.materials.length} | ${plan.optimal} | – | – | –`);
      continue;
    }
    const solution = highs.solve(model);
    const theirs = median(11, () => highs.solve(model));
    const optimum = Math.round(solution.ObjectiveValue);
    console.log(
      `${name} | ${ours.toFixed(2)} | ${plan.materials.length} | ${plan.optimal} | ${theirs.toFixed(2)} | ${optimum} | ${(theirs / ours).toFixed(1)}×`,
    );
  }
}

function median(times: number, work: () => unknown): number {
  return timesOf(times, work).median;
}

function timesOf(
  times: number,
  work: () => unknown,
): { readonly median: number; readonly p99: number; readonly processor: number } {
  const before = process.cpuUsage();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  const at = (part: number): number => taken[Math.min(times - 1, Math.floor(times * part))] as number;
  return { median: at(0.5), p99: at(0.99), processor: (user + system) / 1000 / times };
}

function newbornInput(): PlanInput {
  return inputOf('newborn', '330381000000', newbornAnswers as PlanInput['situation']['answers'], newbornParties);
}

let kept: LinkedCatalogue | undefined;
function catalogue(): LinkedCatalogue {
  if (kept) return kept;
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  kept = read.catalogue;
  return kept;
}
const events = (): LinkedCatalogue['publication']['lifeEvents'] => catalogue().publication.lifeEvents;

function inputOf(
  code: string,
  region: string,
  answers: PlanInput['situation']['answers'],
  parties: PlanInput['situation']['parties'] = [],
): PlanInput {
  const event = events().find((each) => each.code === code && each.region === region);
  if (!event) throw new Error(`There is no ${code} event in ${region}.`);
  const matters = new Map(
    [...catalogue().departments.values()]
      .flat()
      .map((matter) => [matter.code, { code: matter.code, ...matter.content }] as const),
  );
  return {
    basis: { ...event.content.basis, revision: '1', region: event.region },
    matterCodes: event.content.matterCodes,
    matters: event.content.matterCodes.map((matter) => matters.get(matter) ?? null),
    situation: { answers, parties, refusedSources: [], held: [], commitments: [] },
    today: '2026-11-24',
  };
}
