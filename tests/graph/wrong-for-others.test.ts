import { expect, it } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { patient } from '../patient.ts';
import { composed, type Part } from './subgraphs.ts';

const depot: Part = [
  'depot',
  'type Query { parcel: Parcel } type Parcel @key(fields: "id") { id: ID! weight: Int }',
  {},
];
const post: Part = [
  'post',
  'type Parcel @key(fields: "id") { id: ID! weight: Int @external postage: String @requires(fields: "weight") }',
  {},
];

it('a value that is none of its type is told to whom it was for, not to who asks next', async () => {
  let weight: unknown = { odd: 1 };
  const told: unknown[] = [];
  const gateway = await createGateway({
    ...patient,
    supergraph: { sdl: composed(depot, post) },
    planning: 'HERE',
    subgraphs: {
      depot: { execute: async () => ({ data: { parcel: { __typename: 'Parcel', id: '1', weight } } }) },
      post: {
        execute: async ({ variables }) => {
          const [{ weight: given }] = (variables as { representations: [{ weight: unknown }] }).representations;
          told.push(given);
          return { data: { _entities: [{ __typename: 'Parcel', postage: `for ${given}` }] } };
        },
      },
    },
  });
  const ask = () => gateway.execute({ query: '{ parcel { postage } }' });
  expect((await ask()).errors).toHaveLength(1);
  weight = 3;
  expect(await ask()).toEqual({ data: { parcel: { postage: 'for 3' } } });
  expect(told).toEqual([null, 3]);
  await gateway.close();
});
