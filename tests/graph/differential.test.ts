import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { generatedOperation, generatedSupergraph } from './generated-supergraph.ts';

/** `SUPERGRAPHS=100 OPERATIONS=100 npx vitest run tests/graph/differential.test.ts` for a long look; a failure names both seeds. */
const supergraphs = Number(process.env.SUPERGRAPHS ?? 30);
const operations = Number(process.env.OPERATIONS ?? 100);

it(`answers ${supergraphs} × ${operations} generated operations as graphql-js does over everything at once`, async () => {
  let compared = 0;
  let composed = 0;
  let written = 0;
  for (let seed = 1; seed <= supergraphs; seed++) {
    const made = await generatedSupergraph(seed);
    if (!made) continue;
    composed += 1;
    for (let index = 0; index < operations; index++) {
      const { query, variables } = generatedOperation(made.api, seed * 1000 + index, index % 2 === 0);
      // Drawn aliases may clash: such an operation is nobody's to answer.
      if (validate(made.api, parse(query)).length > 0) continue;
      const [ours, alone] = await Promise.all([
        made.gateway.execute({ query, variables }),
        made.alone(query, variables),
      ]);
      compared += 1;
      const told = `supergraph ${seed}, operation ${index}: ${query} ${JSON.stringify(variables)} ${JSON.stringify(ours.errors)}`;
      expect(JSON.stringify(ours.data), told).toBe(JSON.stringify(alone.data));
      expect(Boolean(ours.errors), told).toBe(Boolean(alone.errors));
      // Over HTTP the answer is written by generated code from the second time on.
      for (let time = 0; time < 2; time++) {
        const { body } = await made.gateway.app.inject({
          method: 'POST',
          url: '/graphql',
          payload: { query, variables },
        });
        const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: ReadonlyArray<unknown> };
        expect(JSON.stringify(data), told).toBe(JSON.stringify(alone.data));
        expect(Boolean(errors), told).toBe(Boolean(alone.errors));
        if (!errors) written += 1;
      }
    }
    await made.gateway.close();
  }
  expect(composed).toBeGreaterThan(supergraphs / 2);
  expect(compared).toBeGreaterThan((supergraphs * operations) / 2);
  expect(written).toBeGreaterThan(compared / 4);
}, 240_000);
