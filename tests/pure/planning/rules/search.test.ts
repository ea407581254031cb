import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generated } from '../../../../scripts/bench/covering.ts';
import { fingerprint } from '../../../../subgraphs/language/canonical.ts';
import type { Demand } from '../../../../subgraphs/planning/cover.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import { solveCover } from '../../../../subgraphs/planning/solve.ts';
import type { PlanInput } from '../../../../subgraphs/planning/types.ts';
import { inputFor } from '../catalogue-input.ts';
import { generatedInput } from '../generated-catalogue.ts';
import { anyOf, inputOf, use } from './catalogue-of.ts';

/*
 * What the search finds, and with how much work, stays what it was. That it finds the best is shown by brute force in `properties.test.ts` and
 * by an established solver in `optimum.test.ts`; that it looks no further than it must, here alone. Whoever changes either on purpose runs this
 * file with RENEW=1 and reads the difference.
 */
interface Found {
  /** Of the whole plan. */
  readonly plan: string;
  /** The smallest budget of nodes with which it is proven to be the best. */
  readonly nodes: number;
}

const file = new URL('./search.json', import.meta.url);
const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, ReadonlyArray<Found>>) : {};
const most = 20_000;

function nodesFor(input: PlanInput): number {
  const isEnough = (nodeBudget: number): boolean => buildPlan({ ...input, nodeBudget }).optimal;
  let enough = 1;
  while (enough < most && !isEnough(enough)) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

const found = (input: PlanInput): Found => ({ plan: fingerprint(buildPlan(input)), nodes: nodesFor(input) });

const drawn = fc.sample(generatedInput, { seed: 2026, numRuns: 240 });
const groups: ReadonlyArray<readonly [name: string, inputs: ReadonlyArray<PlanInput>]> = [
  ...Array.from({ length: 8 }, (_each, at) => [`drawn ${at}`, drawn.slice(at * 30, at * 30 + 30)] as const),
  ['one document each of two', [1, 2, 3, 4].map((seed) => generated(4, 14, 10, 2, 1, seed))],
  ['pairs', [1, 2, 3, 4].map((seed) => generated(4, 10, 9, 3, 2, seed))],
  ['few types', [1, 2, 3, 4].map((seed) => generated(5, 24, 7, 3, 1, seed))],
];

describe('the search', () => {
  it.each(groups)('finds the same with the same work: %s', (name, inputs) => {
    const now = inputs.map(found);
    if (process.env.RENEW) writeFileSync(file, `${JSON.stringify(Object.assign(kept, { [name]: now }), null, 1)}\n`);
    expect(now).toEqual(kept[name]);
  });

  it.each([1, 2, 4, 8, 16])(
    'looks once at each row of a newborn event of %i children, nothing answered',
    (children) => {
      const parties = Array.from({ length: children }, (_each, index) => ({ id: `child-${index}`, roles: ['CHILD'] }));
      const input = inputFor('newborn', '330381000000', { parties });
      expect(nodesFor(input)).toBeLessThan(buildPlan(input).account.length);
    },
  );

  it('looks a dozen times at each row of the bereavement event, nothing answered', () => {
    const input = inputFor('citizen-death', '330381000000');
    expect(nodesFor(input)).toBeLessThan(12 * buildPlan(input).account.length);
  });

  it('sees at once that no order is without a cycle, however many choices there are', () => {
    const size = 30;
    const madeBy = (producer: number): Demand => ({
      lines: [],
      producer: producer % size,
      product: producer % size,
      showsOriginal: false,
      copies: 0,
      takes: false,
      looks: true,
    });
    const instances = Array.from({ length: size }, (_each, at) => at);
    const cover = solveCover({
      matters: instances.map(String),
      rows: instances.map((instance) => ({ instance, options: [[madeBy(instance + 1)], [madeBy(instance + 2)]] })),
      rarelyHeld: [],
      lineProducts: [],
      endOf: (_instance, start) => start + 1,
      nodeBudget: 100,
    });
    expect(cover).toMatchObject({ acyclic: false, optimal: true });
  });

  it('that stopped before it knew whether an order without a cycle exists does not call its list the best', () => {
    // Any two of twelve matters take the same paper, unless all but one of them take another.
    const matters = Array.from({ length: 12 }, (_each, at) => `m${at}`);
    const taken = (paper: string) => use(paper, 'MOTHER', { use: 'HAND_IN' });
    const input = inputOf({
      matters: Object.fromEntries(
        matters.map((code) => [code, { rows: { row: anyOf([taken('a')], [taken('b')], [taken('c')]) } }]),
      ),
    });
    expect(buildPlan({ ...input, nodeBudget: 50 }).optimal).toBe(false);
  });
});
