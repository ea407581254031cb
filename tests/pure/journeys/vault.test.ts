import { expect, it } from 'vitest';
import { createVault } from '../../../subgraphs/journeys/vault.ts';
import { serviceIdentity } from '../../../subgraphs/runtime/identity.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../subgraphs/runtime/subgraph.ts';

const who = { account: 'lin', identityNumber: null };
const many = Array.from({ length: 250 }, (_, index) => `l${index}`);
const vaultOf = (answer: (ids: ReadonlyArray<string>, call: number) => SubgraphResponse) => {
  const asked: number[] = [];
  const doors = () => async (request: SubgraphRequest) => {
    const ids = (request.variables as { ids: ReadonlyArray<string> }).ids;
    asked.push(ids.length);
    return answer(ids, asked.length);
  };
  return { asked, vault: createVault(doors, serviceIdentity('journeys'), silentLog) };
};

it('asks for no more at once than a list may hold, and forgets none', async () => {
  const { vault, asked } = vaultOf((ids) => ({ data: { licencesRedeem: ids.filter((id) => id === 'l249') } }));
  expect(await vault.redeem(who, many, 'p')).toEqual(['l249']);
  expect(asked).toEqual([100, 100, 50]);
});

it.each<[string, SubgraphResponse]>([
  ['an error', { data: { licencesRedeem: [] }, errors: [{ message: 'no' }] as never }],
  ['what is no list', { data: { licencesRedeem: 'a' } }],
  ['nothing', {}],
])('takes %s for no answer, and asks for no more', async (_name, wrong) => {
  const { vault, asked } = vaultOf((_ids, call) => (call === 2 ? wrong : { data: { licencesRedeem: [] } }));
  expect(await vault.redeem(who, many, 'p')).toBe('OUT');
  expect(asked).toEqual([100, 100]);
});
