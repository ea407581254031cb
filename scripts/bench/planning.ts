import { readRegistry } from '../../schema/registry.ts';
import { buildPlan } from '../../subgraphs/planning/index.ts';
import type { PlanInput } from '../../subgraphs/planning/types.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { coveringModel, generated, loadSolver } from './covering.ts';

/** The planning core beside an established solver (HiGHS) that is given only the covering problem inside, not the rest of the plan. */
export async function benchPlanning(): Promise<void> {
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
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] as number;
}

function newbornInput(): PlanInput {
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  const { publication, departments } = read.catalogue;
  const event = publication.lifeEvents.find(({ code, region }) => code === 'newborn' && region === '330381000000');
  if (!event) throw new Error('There is no newborn event in 330381000000.');
  const answers = new Map(
    [...departments.values()].flat().map(({ code, content }) => [code, { code, ...content }] as const),
  );
  return {
    basis: { ...event.content.basis, revision: '1', region: event.region },
    matterCodes: event.content.matterCodes,
    matters: event.content.matterCodes.map((code) => answers.get(code) ?? null),
    situation: {
      answers: newbornAnswers as PlanInput['situation']['answers'],
      parties: newbornParties,
      refusedSources: [],
      held: [],
      commitments: [],
    },
    today: '2026-11-24',
  };
}
