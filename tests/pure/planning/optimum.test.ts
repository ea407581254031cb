import { expect, it } from 'vitest';
import {
  coveringModel,
  generated,
  loadSolver,
  withEntitlement,
  withRowsThatSayMore,
} from '../../../scripts/bench/covering.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';

/** Matters, rows, document types, options a row, uses an option: from what portals publish to what nobody would. */
const shapes: ReadonlyArray<readonly [name: string, ...shape: [number, number, number, number, number]]> = [
  ['ordinary', 7, 24, 18, 2, 1],
  ['wide', 60, 400, 120, 3, 1],
  ['few types, many rows', 10, 120, 15, 4, 1],
  ['every row a choice of pairs', 6, 24, 20, 3, 2],
  ['adversarial', 12, 60, 30, 3, 2],
];

it.each(shapes)('%s: the same optimum as an established solver, or an honest bound', async (name, ...shape) => {
  const [matters, rows, types, options, uses] = shape;
  const solver = await loadSolver();
  for (let seed = 1; seed <= (name === 'adversarial' ? 3 : 8); seed++) {
    const input = generated(matters, rows, types, options, uses, seed);
    const plan = buildPlan(input);
    const optimum = Math.round(solver.solve(coveringModel(input) as string).ObjectiveValue);
    if (plan.optimal) expect(plan.materials.length, `seed ${seed}`).toBe(optimum);
    expect(plan.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
    expect(plan.materials.length, `seed ${seed}`).toBeGreaterThanOrEqual(optimum);
  }
});

it.each(shapes)('%s, with benefits of which the highest is granted: the same', async (_name, ...shape) => {
  const [matters, rows, types, options, uses] = shape;
  const solver = await loadSolver();
  for (let seed = 1; seed <= 4; seed++) {
    const input = withEntitlement(generated(matters, rows, types, options, uses, seed));
    const plan = buildPlan(input);
    const optimum = Math.round(solver.solve(coveringModel(input) as string).ObjectiveValue);
    expect(plan.steps.length, `seed ${seed}`).toBe(Math.ceil(matters / 3));
    if (plan.optimal) expect(plan.materials.length, `seed ${seed}`).toBe(optimum);
    expect(plan.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
  }
});

it.each(shapes)('%s, with rows exempt, waived, taken otherwise and waited for: the same', async (_name, ...shape) => {
  const [matters, rows, types, options, uses] = shape;
  const solver = await loadSolver();
  for (let seed = 1; seed <= 3; seed++) {
    const plain = generated(matters, rows, types, options, uses, seed);
    const input = withRowsThatSayMore(seed === 2 ? withEntitlement(plain) : plain);
    const plan = buildPlan(input);
    const optimum = Math.round(solver.solve(coveringModel(input) as string).ObjectiveValue);
    expect(plan.reduction.waived, `seed ${seed}`).toBeGreaterThan(0);
    if (plan.optimal) expect(plan.materials.length, `seed ${seed}`).toBe(optimum);
    expect(plan.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
  }
});
