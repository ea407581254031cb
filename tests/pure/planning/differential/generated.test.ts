import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSolver } from '../../../../scripts/bench/covering.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import { allCosts, type Highs } from './cost-by-solver.ts';
import { differ } from './differ.ts';
import { livedInput } from './lived-catalogue.ts';

/** `RUNS` as many, of `npm run test:long` 10,000. A failure prints its seed: with `SEED` the same catalogues are drawn again. */
const runs = Number(process.env.RUNS ?? 200);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it('any catalogue, lived by anybody: the same matters, rows, visits and costs as by hand and an established solver', async () => {
  const highs = (await loadSolver()) as Highs;
  let costed = 0;
  const property = fc.property(livedInput, (input) => {
    const { told, isCosted } = differ(highs, input, buildPlan(input), allCosts);
    if (isCosted) costed += 1;
    if (told.length > 0) throw new Error(told.join('\n'));
  });
  const outcome = fc.check(property, { ...seed, numRuns: runs, interruptAfterTimeLimit: 280_000 });
  const { errorInstance, numRuns } = outcome;
  expect(outcome.failed, `${errorInstance}\n${fc.defaultReportMessage(outcome)}`).toBe(false);
  // Only where whatever is chosen goes in a circle, or two matters take one document, is there nothing to compare.
  expect(costed, `seed ${outcome.seed}`).toBeGreaterThan(0.9 * numRuns);
});
