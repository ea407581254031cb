import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, isRefused, type Told } from '../../attacks/answers.ts';
import { bearerOf, samplesOn } from '../../attacks/ground.ts';
import { api, type Input, inputsOf, standingAt, withValue } from '../../attacks/inputs.ts';
import { type Attack, attacksOn } from '../../attacks/values.ts';
import { type Attacked, startAttacked } from './attacked.ts';

/* Every input of the public schema, with everything that is hostile to its type. */

let attacked: Attacked;
beforeAll(async () => {
  attacked = await startAttacked();
});
afterAll(() => attacked.close());

const none = {
  plan: { account: [], materials: [], sources: [], id: '' } as never,
  submission: '',
  filing: '',
  material: '',
};
const coordinates = [...new Set(inputsOf(api, samplesOn(none)).map(({ coordinate }) => coordinate))];

describe.each(coordinates)('%s', (coordinate) => {
  it('breaks nothing, whatever it is', async () => {
    const inputs = inputsOf(api, attacked.samples).filter((each) => each.coordinate === coordinate);
    const faults: string[] = [];
    for (const input of inputs) {
      for (const { what, value, refused } of attacksAt(input)) {
        const told = await send(input, value);
        const said = faultsOf(told);
        const taken = refused && !isRefused(told) ? ['it is taken'] : [];
        faults.push(...[...said, ...taken].map((fault) => `${input.root}, ${what}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Every other one, from place to place in turn; all of them in `npm run test:long`. */
function attacksAt(input: Input): ReadonlyArray<Attack> {
  const all = attacksOn(input.type, standingAt(input, attacked.samples));
  const turn = coordinates.indexOf(input.coordinate);
  return process.env.ATTACKS === 'all' ? all : all.filter((_, index) => (index + turn) % 2 === 0);
}

let sent = 0;
async function send(input: Input, value: unknown): Promise<Told> {
  sent += 1;
  const variables = withValue(withKey(input), value);
  return attacked.post({ query: input.query, variables }, bearerOf(input.root, attacked.tokens));
}

/** Whatever was done under a key is answered again under it: each attack has its own. */
function withKey(input: Input): Input {
  const { input0 } = input.variables as { readonly input0?: object };
  if (!input0 || !('idempotencyKey' in input0)) return input;
  return { ...input, variables: { ...input.variables, input0: { ...input0, idempotencyKey: `attack-${sent}` } } };
}

it('the table holds every argument and every input field of the schema', () => {
  const declared = Object.values(api.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const inherited = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
    return Object.values(type.getFields())
      .filter(({ name }) => !inherited.has(name))
      .flatMap((field) => field.args.map(({ name }) => `${type.name}.${field.name}(${name}:)`));
  });
  expect(coordinates.filter((each) => !each.endsWith('[]')).sort()).toEqual(declared.sort());
});
