import { expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

// Who is refused what, and what is refused with it: said here in answers, apart from the conditions themselves.

type Answers = Readonly<Record<string, unknown>>;
const [ruian, chuxiong, zhejiang] = ['330381000000', '532300000000', '330000000000'];

/** Matters by what follows the region in their codes, each with the conditions that refuse it. */
function refusedIn(event: string, region: string, answers: Answers): ReadonlyArray<string> {
  const { refusals } = buildPlan(inputFor(event, region, { answers: answersOf(answers) }));
  return refusals.map(({ matter, condition }) => `${matter.slice(6)} ${condition}`).sort();
}
const closing = {
  'debts-settled': true,
  'taxes-settled': true,
  'bank-debts-settled': true,
  'had-customs': true,
  'customs-settled': true,
  'had-employees': true,
};
const closed = ['GA000109011000', 'GJ000717011000', 'RS000714011000', 'YH000999011000'];
const kinds = [
  [{ 'entity-type': 'company', 'closing-procedure': 'simple', 'simple-closing-excluded': false }, 'SJ000131030000'],
  [{ 'entity-type': 'company', 'closing-procedure': 'ordinary' }, 'SJ000131031000'],
  [{ 'entity-type': 'sole-proprietorship' }, 'SJ000131032000'],
  [{ 'entity-type': 'partnership' }, 'SJ000131033000'],
  [{ 'entity-type': 'cooperative' }, 'SJ000131034000'],
  [{ 'entity-type': 'branch' }, 'SJ000131035000'],
] as const;
const home = { 'home-has-gas': true, 'both-apply': true, 'contract-signed': true };
const accounts = ['GD000999041000', 'GS000999040000', 'RQ000999042000'];
const every = (matters: ReadonlyArray<string>, condition: string) =>
  matters.map((matter) => `${matter} ${condition}`).sort();

const table: ReadonlyArray<readonly [string, string, Answers, Answers, ReadonlyArray<string>]> = [
  ...[ruian, zhejiang].map(
    (region) =>
      [
        'newborn',
        region,
        { 'household-kind': 'family' },
        { 'household-kind': 'elsewhere' },
        every(['GA000709105001', 'RS000714001000', 'SW000730001000', 'YB000736001000'], 'resident-here'),
      ] as const,
  ),
  [
    'newborn',
    chuxiong,
    { 'born-abroad': false },
    { 'born-abroad': true },
    every(['SW000730001000', 'WJ000123001000', 'YB000736001000'], 'born-here'),
  ],
  ...kinds.flatMap(([said, matter]) =>
    (
      [
        ['debts-settled', matter === 'SJ000131035000' ? [] : [...closed, matter]],
        ['taxes-settled', [...closed, matter, 'SW000730011000']],
        ['customs-settled', [...closed, matter, 'HG000129010000']],
      ] as const
    ).map(
      ([question, refused]) =>
        ['company-closing', ruian, { ...closing, ...said }, { [question]: false }, every(refused, question)] as const,
    ),
  ),
  ['company-closing', ruian, closing, { 'bank-debts-settled': false }, ['YH000999011000 nothing-owed']],
  [
    'social-card-services',
    ruian,
    { 'holds-card': false, 'cardholder-born-on': '2010-11-24' },
    { 'cardholder-born-on': '2010-11-25' },
    ['RS000714002000 old-enough'],
  ],
  [
    'company-opening',
    ruian,
    {
      'officers-barred': false,
      'capital-paid-within': 5,
      ...all('wants-seal', 'wants-invoices', 'has-employees', 'wants-bank-account'),
    },
    { 'officers-barred': true, 'capital-paid-within': 6 },
    [
      'GA000109010000',
      'GJ000717010000',
      'RS000714010000',
      'SJ000131001000',
      'SW000730010000',
      'YH000999010000',
    ].flatMap((matter) => [`${matter} capital-in-time`, `${matter} officers-not-barred`]),
  ],
  ...['restaurant-opening', 'shop-opening'].flatMap((event) =>
    (
      [
        ['ordinary', 'SJ000131041000'],
        ['small', 'SJ000131042000'],
      ] as const
    ).map(
      ([scale, matter]) =>
        [
          event,
          ruian,
          { 'food-scale': scale, 'has-business-licence': true },
          { 'has-business-licence': false },
          every(['SJ000131040000', matter], 'has-licence'),
        ] as const,
    ),
  ),
  [
    'road-freight-opening',
    zhejiang,
    { 'has-business-licence': true, 'vehicle-mass': 'over', 'has-freight-vehicles': true },
    { 'has-business-licence': false },
    every(['GA000709118000', 'JT000118001000', 'JT000118002000', 'SJ000131040000'], 'has-licence'),
  ],
  [
    'citizen-death',
    ruian,
    { 'asks-shareholdings': true, 'asks-wills': true, 'applicant-is-heir': true },
    { 'applicant-is-heir': false },
    every(['GZ000112020000', 'SJ000131020000'], 'is-heir'),
  ],
  [
    'citizen-death',
    ruian,
    { 'deceased-resident-here': true },
    { 'deceased-resident-here': false },
    ['GA000709106001 resident-here'],
  ],
  ['home-transfer', ruian, home, { 'both-apply': false }, every([...accounts, 'ZG000115040000'], 'both-apply')],
  [
    'home-transfer',
    ruian,
    home,
    { 'contract-signed': false },
    every([...accounts, 'SW000730040000', 'ZG000115040000'], 'contract-signed'),
  ],
  [
    'marriage-family',
    ruian,
    { 'joins-household': 'wife', 'receiving-resident-here': true },
    { 'receiving-resident-here': false },
    ['GA000709107000 resident-here'],
  ],
  [
    'credit-repair',
    zhejiang,
    { 'tax-credit-lowered': true, 'tax-breach-mended': true },
    { 'tax-breach-mended': false },
    ['SW000130080000 breach-mended'],
  ],
  [
    'utility-connection',
    ruian,
    {
      'building-project': true,
      ...all('wants-water', 'wants-power', 'wants-gas', 'wants-telecom', 'wants-broadcasting'),
    },
    { 'building-project': false },
    every(
      ['GB000999024000', 'GD000999021000', 'GS000999020000', 'RQ000999022000', 'TX000999023000'],
      'building-project',
    ),
  ],
  [
    'utility-connection',
    chuxiong,
    { 'building-project': true, ...all('wants-water', 'wants-power', 'wants-gas') },
    { 'building-project': false },
    every(['GD000999021000', 'GS000999020000', 'RQ000999022000'], 'building-project'),
  ],
  [
    'retirement',
    ruian,
    { 'contributed-years': 15 },
    { 'contributed-years': 14 },
    every(['RS000714033000', 'YB000736030000'], 'contributed-long-enough'),
  ],
];

function all(...questions: ReadonlyArray<string>): Answers {
  return Object.fromEntries(questions.map((question) => [question, true]));
}

it.each(table)('%s in %s, %j: who then says %j is refused %j', (event, region, entitled, instead, refused) => {
  expect(inputFor(event, region).today, 'ages are counted to it').toBe('2026-11-24');
  expect(refusedIn(event, region, entitled)).toEqual([]);
  expect(refusedIn(event, region, { ...entitled, ...instead })).toEqual(refused);
});
