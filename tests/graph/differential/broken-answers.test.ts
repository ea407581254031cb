import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { drawer, generatedOperation, generatedSupergraph, type Told } from '../generated-supergraph.ts';
import { breakAnswer, faultNames } from './faults.ts';

/** More in `npm run test:long`. A failure names its seeds. */
const supergraphs = Number(process.env.BROKEN_SUPERGRAPHS ?? 6);
const operations = Number(process.env.OPERATIONS ?? 20);
const ways = 3;
/** Room for all of them, by far. */
const roomMs = 300_000 + supergraphs * 60_000;

type Path = ReadonlyArray<string | number>;

/** Where the answer is not what it would be, had nothing been broken: null instead, or something else. */
function differences(ours: unknown, right: unknown, path: Path = []): ReadonlyArray<{ path: Path; isNull: boolean }> {
  if (JSON.stringify(ours) === JSON.stringify(right)) return [];
  if (ours === null) return [{ path, isNull: true }];
  const bothLists = Array.isArray(ours) && Array.isArray(right) && ours.length === right.length;
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const bothObjects = isObject(ours) && isObject(right) && `${Object.keys(ours)}` === `${Object.keys(right)}`;
  if (!bothLists && !bothObjects) return [{ path, isNull: false }];
  return Object.keys(ours as object).flatMap((key) =>
    differences((ours as never)[key], (right as never)[key], [...path, bothLists ? Number(key) : key]),
  );
}

/** An error above, at or below a place tells of it. */
function isTold({ errors = [] }: Told, path: Path): boolean {
  return errors.some(({ path: told }) => told?.every((step, depth) => depth >= path.length || step === path[depth]));
}

/** What is made of a value that is required, and was told as null beside an error. */
const derivedOfNull = 'from null';
const at = (data: unknown, path: Path): unknown => path.reduce((value, step) => (value as never)?.[step], data);

/** The same operation, with nothing skipped. */
const withoutConditions = (query: string): string =>
  query
    .replaceAll(/ @(skip|include)\(if: \$\w+\)/g, '')
    .replaceAll(/\$(yes|no): Boolean! = \w+,?/g, '')
    .replace('( )', '')
    .replace('()', '');

it(
  `whatever ${supergraphs} supergraphs' subgraphs answer, the client gets what is right, or null and an error at its place`,
  async () => {
    const used = new Map<string, number>();
    for (let seed = 1; seed <= supergraphs; seed++) {
      const made = await generatedSupergraph(seed);
      if (!made) continue;
      for (let index = 0; index < operations; index++) {
        const { query: drawn, variables } = generatedOperation(made.api, seed * 1000 + index, false);
        const query = index % 2 === 0 ? drawn : withoutConditions(drawn);
        if (validate(made.api, parse(query)).length > 0) continue;
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
          const request = { method: 'POST', url: '/graphql', payload: { query, variables } } as const;
          const answer = await made.gateway.app.inject(request);
          const ours = JSON.parse(answer.body) as Told;
          const why = `supergraph ${seed}, operation ${index}, way ${way}: ${query} ${JSON.stringify(variables)}\n${fetched()}\n${JSON.stringify(ours)}`;
          expect(answer.statusCode, why).toBe(200);
          for (const { path, isNull } of differences(ours.data, right.data)) {
            expect(isNull || at(ours.data, path) === derivedOfNull, `wrong data at ${path.join('.')}: ${why}`).toBe(
              true,
            );
            const place = isNull ? path : path.slice(0, -1);
            // Of what is required for something that may be skipped nobody says whether it was asked for.
            const isLenient = !isNull && query.includes('@');
            expect(isLenient || isTold(ours, place), `silent at ${path.join('.')}: ${why}`).toBe(true);
          }
          if (!fetched().includes('nothing was broken')) used.set(name, (used.get(name) ?? 0) + 1);
        }
      }
      await made.gateway.close();
    }
    expect([...used.keys()].sort()).toEqual([...faultNames].sort());
  },
  roomMs,
);
