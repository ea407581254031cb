import { expect, it } from 'vitest';
import { drawer, generatedSupergraph, type Told } from '../generated-supergraph.ts';
import { breakAnswer, faultNames } from './faults.ts';
import { askedOf, complaintOf, operationsOf } from './verdict.ts';

/** More in `npm run test:long`. A failure names its seeds. */
const supergraphs = Number(process.env.BROKEN_SUPERGRAPHS ?? 6);
/** Several processes share a long run by where they begin and end. */
const first = Number(process.env.FIRST_SUPERGRAPH ?? 1);
const operations = Number(process.env.OPERATIONS ?? 20);
const ways = 3;
/** Room for all of them, by far. */
const roomMs = 300_000 + supergraphs * 60_000;

it(
  `whatever subgraphs of supergraphs ${first} to ${supergraphs} answer, the client gets what is right, or null and an error at its place`,
  async () => {
    const used = new Map<string, number>();
    for (let seed = first; seed <= supergraphs; seed++) {
      const made = await generatedSupergraph(seed);
      if (!made) continue;
      for (const { index, query, variables } of operationsOf(made, seed, operations)) {
        const right = await made.alone(query, variables);
        let fetches = 0;
        made.changeAnswers((answer) => {
          fetches += 1;
          return answer;
        });
        const unbroken: Told = await made.gateway.execute({ query, variables });
        expect(Boolean(unbroken.errors), `${query} ${JSON.stringify(unbroken.errors)}`).toBe(Boolean(right.errors));
        if (fetches === 0) continue;
        for (let way = 0; way < ways; way++) {
          const draw = drawer(seed * 10_007 + index * 101 + way);
          const name = faultNames[(seed + index * ways + way) % faultNames.length] as string;
          const { change, fetched } = breakAnswer(draw(fetches), name, draw);
          made.changeAnswers(change);
          const { status, ours } = await askedOf(made, query, variables);
          const why = `supergraph ${seed}, operation ${index}, way ${way}: ${query} ${JSON.stringify(variables)}\n${fetched()}\n${JSON.stringify(ours)}`;
          expect(status, why).toBe(200);
          expect(complaintOf(ours, right, query), why).toBeNull();
          if (!fetched().includes('nothing was broken')) used.set(name, (used.get(name) ?? 0) + 1);
        }
      }
      await made.gateway.close();
    }
    expect([...used.keys()].sort()).toEqual([...faultNames].sort());
  },
  roomMs,
);
