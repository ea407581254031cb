import { parse, validate } from 'graphql';
import { type Case, generatedOperation, type Told } from '../generated-supergraph.ts';

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

/** What is wrong with an answer where something was broken on the way: null where it is right, or null and told. */
export function complaintOf(ours: Told, right: Told, query: string): string | null {
  for (const { path, isNull } of differences(ours.data, right.data)) {
    if (!isNull && at(ours.data, path) !== derivedOfNull) return `wrong data at ${path.join('.')}`;
    const place = isNull ? path : path.slice(0, -1);
    // Of what is required for something that may be skipped nobody says whether it was asked for.
    const isLenient = !isNull && query.includes('@');
    if (!isLenient && !isTold(ours, place)) return `silent at ${path.join('.')}`;
  }
  return null;
}

/** Operations over a supergraph that hold, every other one with nothing skipped. */
export function* operationsOf(
  { api }: Case,
  seed: number,
  count: number,
): Generator<{ readonly index: number; readonly query: string; readonly variables: Record<string, unknown> }> {
  for (let index = 0; index < count; index++) {
    const { query: drawn, variables } = generatedOperation(api, seed * 1000 + index, false);
    const query = index % 2 === 0 ? drawn : withoutConditions(drawn);
    if (validate(api, parse(query)).length === 0) yield { index, query, variables };
  }
}

/** As a client asks, so that a failure of the gateway itself is seen. */
export async function askedOf(
  { gateway }: Case,
  query: string,
  variables: object,
): Promise<{ status: number; ours: Told }> {
  const { statusCode, body } = await gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query, variables },
  });
  return { status: statusCode, ours: JSON.parse(body) as Told };
}
