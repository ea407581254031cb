import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { generatedOperation, generatedSupergraph, type Told } from '../generated-supergraph.ts';

/** Of each shard; more in `npm run test:long`. A failure names both seeds. */
const supergraphs = Number(process.env.SUPERGRAPHS ?? 8);
const operations = Number(process.env.OPERATIONS ?? 30);

/** Where on a path the answer ends in null; undefined: nowhere. */
function nullOn(data: unknown, path: ReadonlyArray<string | number>): number | undefined {
  let value = data;
  for (let depth = 0; depth <= path.length; depth++) {
    if (value === null) return depth;
    value = (value as Record<string | number, unknown> | undefined)?.[path[depth] as string | number];
  }
  return undefined;
}
/** Fields that are null because of an error of their own, and not of one beside or below them. */
const ownNulls = ({ data, errors = [] }: Told): ReadonlyArray<string> =>
  [
    ...new Set(
      errors.filter(({ path }) => path && nullOn(data, path) === path.length).map(({ path }) => JSON.stringify(path)),
    ),
  ].sort();

/** Shards are files, so that they run side by side: each takes seeds of its own. */
export function compareShard(shard: number): void {
  const first = shard * supergraphs + 1;
  const last = first + supergraphs - 1;
  it(`supergraphs ${first} to ${last} answer ${operations} generated operations each as graphql-js does over everything at once`, async () => {
    const counts = { compared: 0, composed: 0, written: 0, mutations: 0, errorPaths: 0 };
    const drawn = new Set<string>();
    for (let seed = first; seed <= last; seed++) {
      const made = await generatedSupergraph(seed);
      if (!made) continue;
      counts.composed += 1;
      for (const each of made.drawn) drawn.add(each);
      for (let index = 0; index < operations; index++) {
        const root = index % 8 === 7 ? 'Mutation' : 'Query';
        const { query, variables } = generatedOperation(made.api, seed * 1000 + index, index % 2 === 0, root);
        // Drawn aliases may clash: such an operation is nobody's to answer.
        if (validate(made.api, parse(query)).length > 0) continue;
        made.reset();
        const alone: Told = await made.alone(query, variables);
        const told = `supergraph ${seed}, operation ${index}: ${query} ${JSON.stringify(variables)}`;
        const compare = (ours: Told): void => {
          const why = `${told} ${JSON.stringify(ours.errors)}`;
          expect(JSON.stringify(ours.data), why).toBe(JSON.stringify(alone.data));
          expect(Boolean(ours.errors), why).toBe(Boolean(alone.errors));
          // Each error stands where something is missing, and where an error made something missing one stands.
          for (const { path } of ours.errors ?? []) expect(nullOn(ours.data, path ?? []), why).toBeDefined();
          expect(ownNulls(ours), why).toEqual(ownNulls(alone));
          counts.errorPaths += ownNulls(ours).length;
        };
        const ours: Told = await made.gateway.execute({ query, variables });
        // Refused before anything ran: a mutation cannot be planned twice.
        if (root === 'Mutation' && JSON.stringify(ours.errors)?.includes('CONFLICTING_REQUIREMENTS')) continue;
        compare(ours);
        counts.compared += 1;
        if (root === 'Mutation') counts.mutations += 1;
        // Over HTTP the answer is written by generated code from the second time on.
        for (let time = 0; time < 2; time++) {
          made.reset();
          const { body } = await made.gateway.app.inject({
            method: 'POST',
            url: '/graphql',
            payload: { query, variables },
          });
          const answer = JSON.parse(body) as Told;
          compare(answer);
          if (!answer.errors) counts.written += 1;
        }
      }
      await made.gateway.close();
    }
    expect(counts.composed).toBeGreaterThan(supergraphs / 2);
    expect(counts.compared).toBeGreaterThan((supergraphs * operations) / 2);
    expect(counts.written).toBeGreaterThan(counts.compared / 4);
    expect(counts.mutations).toBeGreaterThan(counts.compared / 20);
    expect(counts.errorPaths).toBeGreaterThan(counts.compared / 20);
    expect([...drawn].sort()).toEqual([
      '@inaccessible',
      '@interfaceObject',
      '@override',
      '@provides',
      'composite key',
      'shared value type',
    ]);
  });
}
