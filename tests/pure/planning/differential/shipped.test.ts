import { expect, it } from 'vitest';
import { loadSolver } from '../../../../scripts/bench/covering.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import type { HeldDocument, PartyBinding, PlanInput } from '../../../../subgraphs/planning/types.ts';
import { distinctEvents as events, inputFor } from '../catalogue-input.ts';
import { drawer, situationsOf } from '../situations.ts';
import type { Highs } from './cost-by-solver.ts';
import { differ } from './differ.ts';

/** Of each event: `SITUATIONS` as many, of `npm run test:long` as there is time for. `SEED` draws who is in them, and what they hold and refuse. */
const most = Number(process.env.SITUATIONS ?? 12);
const seed = Number(process.env.SEED ?? 1);
/** Of one event. */
const longestMs = 120_000;
/** Days fall on the calendar, which an integer program does not have: what costs less than the path is not compared. */
const costs = ['lines', 'shown', 'rare'] as const;

it.each(events)('%s in %s: the same as by hand and an established solver', async (code, region) => {
  const highs = (await loadSolver()) as Highs;
  const input = inputFor(code, region);
  const draw = drawer(seed);
  let costed = 0;
  const until = performance.now() + longestMs;
  for (const answers of situationsOf(input, most)) {
    const situation = { ...input.situation, answers, ...lived(input, draw) };
    const { told, isCosted } = differ(highs, { ...input, situation }, buildPlan({ ...input, situation }), costs);
    expect(told, `seed ${seed}: ${JSON.stringify(situation)}`).toEqual([]);
    if (isCosted) costed += 1;
    if (performance.now() > until) break;
  }
  expect(costed).toBeGreaterThan(0);
});

/** Somebody who holds a few documents, refuses a source or two, and promises some rows; and of a role that matters are repeated for, two. */
function lived({ basis, matters }: PlanInput, draw: (below: number) => number): Partial<PlanInput['situation']> {
  const some = <T>(all: ReadonlyArray<T>, oneIn: number): ReadonlyArray<T> => all.filter(() => draw(oneIn) === 0);
  const held = some(basis.documentTypes, 6).map(
    ({ code }): HeldDocument => ({
      documentType: code,
      subject: some(basis.roles, 3)[0]?.code ?? null,
      spec: null,
      trust: draw(2) === 0 ? 'A' : 'D',
      issuedOn: draw(2) === 0 ? '2026-11-23' : '2000-01-01',
    }),
  );
  const sources = basis.documentTypes.flatMap((type) => type.sources.map((source) => source.code));
  const rows = (matters ?? []).flatMap((matter) => matter?.requirements ?? []);
  const repeated = basis.members.find(({ repeatedFor }) => repeatedFor !== null)?.repeatedFor;
  const two =
    repeated && draw(2) === 0
      ? [
          { id: 'an', roles: [repeated] },
          { id: 'ning', roles: [repeated] },
        ]
      : [];
  return {
    held,
    parties: two as ReadonlyArray<PartyBinding>,
    refusedSources: some([...new Set(sources)], 5),
    commitments: some(rows, 4).map(({ code }) => code),
  };
}
