import { expect, it } from 'vitest';
import { excluding, type Ruling } from '../../../subgraphs/journeys/domain/excluding.ts';

const ruling = (
  department: string,
  feature: string | null,
  present: boolean,
  filing: string | null = 'f1',
): Ruling => ({
  ...{ matter: `m-${department}`, department, filing },
  reason: {
    code: `${department}-${feature}-${present}`,
    demands: feature === null ? null : { feature: { code: feature }, present },
  },
});
const naming = ruling('market', 'owner-name', false);

it.each<[string, Ruling, ReadonlyArray<Ruling>, number | null]>([
  ['one department wants what another forbids', naming, [ruling('health', 'owner-name', true)], 0],
  ['whichever of both is refused first', ruling('health', 'owner-name', true), [naming], 0],
  ['a rule by which it would be refused', naming, [ruling('health', 'owner-name', true, null)], 0],
  [
    'what was refused comes before what would be',
    naming,
    [ruling('health', 'owner-name', true, null), ruling('tax', 'owner-name', true)],
    1,
  ],
  ['both want the same', naming, [ruling('health', 'owner-name', false)], null],
  ['each wants something else', naming, [ruling('health', 'colour', true)], null],
  ['a department contradicts itself', naming, [ruling('market', 'owner-name', true)], null],
  ['the refusal wants nothing', ruling('market', null, true), [ruling('health', null, false), naming], null],
  ['the others want nothing', naming, [ruling('health', null, true)], null],
  ['there are no others', naming, [], null],
])('%s', (_, refused, others, found) => {
  expect(excluding(refused, others)).toBe(found === null ? null : others[found]);
});
