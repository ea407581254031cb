import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlanner, type Planner, type PlannerOptions } from '../../subgraphs/journeys/planner.ts';
import { buildPlan, effortOf, type PlanInput } from '../../subgraphs/planning/index.ts';
import { inputFor } from '../pure/planning/catalogue-input.ts';

const children = Array.from({ length: 16 }, (_each, index) => ({ id: `child-${index}`, roles: ['CHILD'] }));
const hard = inputFor('newborn', '330381000000', { parties: children });
const asked = inputFor('newborn', '330381000000');
const hostile = new URL('./threads/hostile-planner.mjs', import.meta.url);

function start(options: Partial<PlannerOptions> = {}): Planner {
  // However busy the machine is with something else.
  const planner = createPlanner({ log: pino({ level: 'silent' }), budgetMs: 300_000, ...options });
  onTestFinished(() => planner.close());
  return planner;
}
const codeOf = (planning: Promise<unknown>): Promise<unknown> =>
  planning.then(
    () => 'PLANNED',
    (err) => err.extensions?.code,
  );

describe('life events are planned in threads', () => {
  it('as they are here', async () => {
    expect(await start().plan(asked, 'one')).toEqual(buildPlan(asked));
  });

  it('while others are answered', async () => {
    let answered = 0;
    const planning = start().plan(hard, 'one');
    let isPlanning = true;
    const answer = (): void => {
      answered += 1;
      if (isPlanning) setImmediate(answer);
    };
    setImmediate(answer);
    await planning;
    isPlanning = false;
    expect(answered).toBeGreaterThan(100);
  });

  it.each(['stay', 'fill'])(
    'one that would %s for ever is ended with its thread, told so, and followed by the next',
    async (today) => {
      const planner = start({ from: hostile, budgetMs: today === 'stay' ? 1500 : 60_000 });
      const waiting = codeOf(planner.plan({ ...hard, today }, 'one'));
      expect(await waiting).toBe('PLAN_NOT_MADE');
      expect(await planner.plan({ ...hard, today: '2026-11-24' }, 'one')).toEqual({ today: '2026-11-24' });
    },
  );

  it('of one caller never in all of them', async () => {
    const planner = start({ from: hostile, budgetMs: 60_000 });
    const stuck = ['stay', 'stay', 'stay'].map((today) => codeOf(planner.plan({ ...hard, today }, 'one')));
    expect(await planner.plan(hard, 'another')).toEqual({ today: hard.today });
    await planner.close();
    // Those that wait for their turn begin in vain, too.
    expect(await Promise.all(stuck)).not.toContain('PLANNED');
  });

  it('what is certain to be cheap is planned at once, here', async () => {
    const [first] = asked.basis.members;
    const cheap: PlanInput = { ...asked, basis: { ...asked.basis, members: first ? [first] : [], questions: [] } };
    expect(await start({ from: new URL('file:///nowhere.mjs') }).plan(cheap, 'one')).toEqual(buildPlan(cheap));
  });
});

describe('the effort of a plan', () => {
  it('grows with rows, children, questions not answered and documents held, and with no more than their product', () => {
    const of = (input: Partial<PlanInput['situation']>): number =>
      effortOf({ ...asked, situation: { ...asked.situation, ...input } });
    const quiet = of({});
    expect(of({ parties: children })).toBeGreaterThan(10 * quiet);
    expect(of({ answers: asked.basis.questions.map(({ code }) => ({ question: code, value: true })) })).toBeLessThan(
      quiet / 10,
    );
    expect(of({ held: [{ documentType: 'id-card', trust: 'A' }] })).toBeGreaterThan(quiet);
    expect(of({ parties: [...children, ...children] })).toBeLessThan(2.1 * of({ parties: children }));
  });
});
