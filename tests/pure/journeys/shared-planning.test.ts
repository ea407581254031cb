import { describe, expect, it } from 'vitest';
import type { Gathered } from '../../../subgraphs/journeys/gather.ts';
import { createSharedPlanning } from '../../../subgraphs/journeys/shared-planning.ts';
import type { Plan, PlanInput } from '../../../subgraphs/planning/types.ts';

const event = { lifeEvent: 'newborn', region: '330381000000' };
const pin = { revision: 7, date: '2026-11-27' };

function create(answer: (call: number) => Gathered | 'NONE' | 'OUT' | Error = () => whole()) {
  const calls = { gathered: 0, planned: 0 };
  let now = 0;
  let fails = false;
  const shared = createSharedPlanning({
    gather: async () => {
      const said = answer(++calls.gathered);
      if (said instanceof Error) throw said;
      return said;
    },
    planner: {
      plan: async () => {
        calls.planned += 1;
        if (fails) throw new Error('over budget');
        return { id: String(calls.planned) } as Plan;
      },
    },
    clock: () => now,
  });
  const set = {
    now: (ms: number) => {
      now = ms;
    },
    fails: (so: boolean) => {
      fails = so;
    },
  };
  return { shared, calls, set };
}
const whole = (): Gathered => ({ basis: {}, matterCodes: ['m'], matters: [{ code: 'm' }] }) as unknown as Gathered;
const inputOf = ({ basis }: Gathered, question = 'q', today = '2026-11-27') =>
  ({ basis, situation: { answers: [{ question, value: true }] }, today }) as unknown as PlanInput;

describe('what is gathered', () => {
  it('serves those who come while somebody is at work with it, and nobody after', async () => {
    const { shared, calls } = create();
    await shared.during(async () => {
      const [first, second] = await Promise.all([shared.gather(event, pin), shared.gather(event, pin)]);
      expect(second).toBe(first);
      await shared.during(async () => expect(await shared.gather(event, pin)).toBe(first));
      expect(await shared.gather(event, pin)).toBe(first);
    });
    expect(calls.gathered).toBe(1);
    await shared.during(() => shared.gather(event, pin));
    expect(calls.gathered).toBe(2);
  });

  it.each([
    ['another event', { ...event, lifeEvent: 'marriage' }, pin],
    ['another region', { ...event, region: '330302000000' }, pin],
    ['another revision', event, { ...pin, revision: 8 }],
    ['another day', event, { ...pin, date: '2026-11-28' }],
  ])('is not that of %s', async (_, other, otherPin) => {
    const { shared, calls } = create();
    await shared.during(async () => {
      await shared.gather(event, pin);
      await shared.gather(other, otherPin);
    });
    expect(calls.gathered).toBe(2);
  });

  it.each([
    ['of no numbered revision', { ...pin, revision: null }, true],
    ['by whoever is not at work', pin, false],
  ])('is gathered each time %s', async (_, otherPin, atWork) => {
    const { shared, calls } = create();
    const twice = async () => [await shared.gather(event, otherPin), await shared.gather(event, otherPin)];
    await (atWork ? shared.during(twice) : twice());
    expect(calls.gathered).toBe(2);
  });

  it('serves for a second', async () => {
    const { shared, calls, set } = create();
    await shared.during(async () => {
      await shared.gather(event, pin);
      set.now(999);
      await shared.gather(event, pin);
      expect(calls.gathered).toBe(1);
      set.now(1000);
      await shared.gather(event, pin);
      expect(calls.gathered).toBe(2);
      set.now(1999);
      await shared.gather(event, pin);
    });
    expect(calls.gathered).toBe(2);
  });

  it.each([
    ['the catalogue did not answer', 'OUT'],
    ['there is no such event', 'NONE'],
    ['a department did not answer', { ...whole(), matters: [{ code: 'm' }, null] }],
    ['no department was asked', { ...whole(), matters: null }],
    ['it failed', new Error('out')],
  ] as ReadonlyArray<[string, Gathered | 'NONE' | 'OUT' | Error]>)('is gathered again where %s', async (_, answer) => {
    const { shared, calls } = create((call) => (call === 1 ? answer : whole()));
    await shared.during(async () => {
      await shared.gather(event, pin).catch(() => {});
      await shared.gather(event, pin);
      await shared.gather(event, pin);
    });
    expect(calls.gathered).toBe(2);
  });

  it('is kept of as many events as there is room for, and the others are gathered each time', async () => {
    const { shared, calls } = create();
    await shared.during(async () => {
      for (const _round of [1, 2])
        for (let each = 0; each < 21; each++) await shared.gather({ ...event, lifeEvent: `${each}` }, pin);
    });
    expect(calls.gathered).toBe(22);
  });

  it('is gathered anew, and kept, also where there is room for no other event', async () => {
    const { shared, calls, set } = create();
    await shared.during(async () => {
      for (let each = 0; each < 20; each++) await shared.gather({ ...event, lifeEvent: `${each}` }, pin);
      set.now(1000);
      for (const _round of [1, 2]) await shared.gather({ ...event, lifeEvent: '0' }, pin);
    });
    expect(calls.gathered).toBe(21);
  });

  it('is let go by an answer that failed, and by none that came late for one before', async () => {
    const late: { fail?: (error: Error) => void } = {};
    let gathered = 0;
    let now = 0;
    const shared = createSharedPlanning({
      gather: () => {
        gathered += 1;
        return gathered > 1 ? Promise.resolve(whole()) : new Promise((_, fail) => Object.assign(late, { fail }));
      },
      planner: { plan: async () => ({}) as Plan },
      clock: () => now,
    });
    await shared.during(async () => {
      const first = shared.gather(event, pin);
      now = 1000;
      const second = await shared.gather(event, pin);
      late.fail?.(new Error('late'));
      await expect(first).rejects.toThrow('late');
      expect(await shared.gather(event, pin)).toBe(second);
    });
    expect(gathered).toBe(2);
  });

  it('is let go where the work fails', async () => {
    const { shared, calls } = create();
    const failing = shared.during(async () => {
      await shared.gather(event, pin);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await shared.during(() => shared.gather(event, pin));
    expect(calls.gathered).toBe(2);
  });
});

describe('a plan', () => {
  it('is made once of what was gathered once, for one situation on one day', async () => {
    const { shared, calls } = create();
    const gathered = whole();
    const plan = await shared.planner.plan(inputOf(gathered), 'lin');
    expect(await shared.planner.plan(inputOf(gathered), 'chen')).toBe(plan);
    expect(calls.planned).toBe(1);
    for (const other of [inputOf(gathered, 'p'), inputOf(gathered, 'q', '2026-11-28'), inputOf(whole())])
      expect(await shared.planner.plan(other, 'lin')).not.toBe(plan);
    expect(calls.planned).toBe(4);
  });

  it('that was not made is made again', async () => {
    const { shared, calls, set } = create();
    const gathered = whole();
    set.fails(true);
    await expect(shared.planner.plan(inputOf(gathered), 'lin')).rejects.toThrow('over budget');
    set.fails(false);
    await shared.planner.plan(inputOf(gathered), 'lin');
    expect(calls.planned).toBe(2);
  });

  it('is kept of as many situations as there is room for', async () => {
    const { shared, calls } = create();
    const gathered = whole();
    for (const _round of [1, 2])
      for (let each = 0; each < 21; each++) await shared.planner.plan(inputOf(gathered, `${each}`), 'lin');
    expect(calls.planned).toBe(22);
  });
});
