import { afterEach, expect, it, vi } from 'vitest';
import { drawer, generatedSupergraph, type Told } from '../generated-supergraph.ts';
import { breakAnswer, faultNames } from './faults.ts';
import { Served } from './served.ts';
import { askedOf, complaintOf, operationsOf } from './verdict.ts';
import { oddities, silences, wireFaults } from './wire-faults.ts';

/** More in `npm run test:long`. A failure names its seeds. */
const supergraphs = Number(process.env.WIRED_SUPERGRAPHS ?? 3);
const operations = Number(process.env.OPERATIONS ?? 20);
const ways = 3;
/** Room for all of them, by far. */
const roomMs = 300_000 + supergraphs * 60_000;
const maximumResponseBytes = 200_000;
/** Of what never comes. What is late only because the machine is busy is told like it. */
const deadlineMs = 150;
/** Longer than a breaker remembers and waits. */
const laterMs = 20_000;

afterEach(() => {
  vi.useRealTimers();
});

/** As after a pause: one fault after another would have a subgraph left alone, and nothing else would be tried. */
function pass(): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + laterMs);
}

/** Errors of fetches side by side stand as they arrive. */
const inOrder = ({ data, errors = [] }: Told): object => ({
  data,
  errors: errors.map((error) => JSON.stringify(error)).sort(),
});

it(
  `whatever ${supergraphs} supergraphs' subgraphs send over HTTP, the client gets what is right, or null and an error at its place`,
  async () => {
    const names = [...Object.keys(wireFaults), ...faultNames];
    const used = new Set<string>();
    for (let seed = 1; seed <= supergraphs; seed++) {
      const served = await Served.listen();
      const made = await generatedSupergraph(seed, { maximumResponseBytes }, served.reach);
      for (const { index, query, variables } of made ? operationsOf(made, seed, operations) : []) {
        if (!made) break;
        const right = await made.alone(query, variables);
        pass();
        made.changeAnswers((answer) => answer);
        served.breakOne();
        const { ours: unbroken } = await askedOf(made, query, variables);
        expect(Boolean(unbroken.errors), `${query} ${JSON.stringify(unbroken.errors)}`).toBe(Boolean(right.errors));
        const { fetches } = served;
        if (fetches === 0) continue;
        for (let way = 0; way < ways; way++) {
          const draw = drawer(seed * 10_009 + index * 103 + way);
          const name = names[(seed * 7 + index * ways + way) % names.length] as string;
          const send = wireFaults[name];
          pass();
          if (send) {
            made.changeAnswers((answer) => answer);
            served.breakOne(draw(fetches), draw(2) === 0, (leaving) =>
              send({ ...leaving, draw, tooManyBytes: maximumResponseBytes + 1 }),
            );
          } else {
            const { change } = breakAnswer(draw(fetches), name, draw);
            served.breakOne();
            made.changeAnswers(change);
          }
          const { status, ours } = await askedOf(made, query, variables);
          const why = `supergraph ${seed}, operation ${index}, way ${way}, ${name}: ${query} ${JSON.stringify(variables)}\n${served.fetch}\n${JSON.stringify(ours)}`;
          expect(status, why).toBe(200);
          expect(complaintOf(ours, right, query), why).toBeNull();
          if (name in oddities) expect(inOrder(ours), why).toEqual(inOrder(unbroken));
          if (!send || served.fetch !== null) used.add(name);
        }
      }
      expect(served.strayed).toEqual([]);
      await made?.gateway.close();
      served.close();
    }
    expect([...used].sort()).toEqual(names.sort());
  },
  roomMs,
);

it(
  'what never comes, or never ends, is told where it is missing once its time is over',
  async () => {
    const names = Object.keys(silences);
    const used = new Set<string>();
    for (let seed = 1; seed <= Math.ceil(supergraphs / 2); seed++) {
      const served = await Served.listen();
      const made = await generatedSupergraph(seed, { deadlineMs }, served.reach);
      for (const { index, query, variables } of made ? operationsOf(made, seed, Math.ceil(operations / 4)) : []) {
        if (!made) break;
        const right = await made.alone(query, variables);
        pass();
        served.breakOne();
        await askedOf(made, query, variables);
        const { fetches } = served;
        if (fetches === 0) continue;
        const draw = drawer(seed * 10_037 + index * 107);
        const name = names[(seed + index) % names.length] as string;
        pass();
        served.breakOne(draw(fetches), true, (leaving) => silences[name]?.({ ...leaving, draw, tooManyBytes: 0 }));
        const { status, ours } = await askedOf(made, query, variables);
        const why = `supergraph ${seed}, operation ${index}, ${name}: ${query} ${JSON.stringify(variables)}\n${served.fetch}\n${JSON.stringify(ours)}`;
        expect(status, why).toBe(200);
        expect(complaintOf(ours, right, query), why).toBeNull();
        if (served.fetch !== null) used.add(name);
      }
      served.close();
      await made?.gateway.close();
    }
    expect([...used].sort()).toEqual(names.sort());
  },
  roomMs,
);
