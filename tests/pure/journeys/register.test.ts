import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { provide, readRegister } from '../../../subgraphs/departments/register.ts';

const folder = fileURLToPath(new URL('../../../subgraphs/departments/health/registers', import.meta.url));
const mother = { name: '林静', identityNumber: '330381199505050022', bornOn: null };
const asked = (more: object = {}) => ({
  ...{ id: 'f-1', source: 'hospital-records', documentType: 'birth-medical-record', spec: null, matter: 'M1' },
  ...{ parties: [mother], applicant: mother },
  ...more,
});
const today = '2026-11-26';
const now = () => Date.parse(`${today}T04:00:00Z`);
const child = {
  documentType: 'first-vaccination-record',
  parties: [{ name: '陈晨', identityNumber: null, bornOn: '2026-11-01' }],
};

it.each<[string, object, string]>([
  ['whose it is, by number and name', {}, 'FOUND'],
  ['whose name is written with blanks', { parties: [{ ...mother, name: '林 静' }] }, 'FOUND'],
  ['of another document', { documentType: 'marriage-certificate' }, 'NOT_FOUND'],
  ['of another variant', { spec: '副页' }, 'NOT_FOUND'],
  ['of another source', { source: 'hospital-settlement' }, 'NOT_FOUND'],
  ['whom nobody knows', { parties: [{ ...mother, identityNumber: '330381199505050030' }] }, 'NOT_FOUND'],
  ['of another name', { parties: [{ ...mother, name: '林敬' }] }, 'NOT_MATCHED'],
  [
    'together with somebody who has no part in it',
    { parties: [mother, { ...mother, identityNumber: '330381199303030015' }] },
    'NOT_FOUND',
  ],
  ['of a newborn without a number, by the parent', child, 'FOUND'],
  [
    'of a newborn, by a stranger',
    { ...child, applicant: { ...mother, identityNumber: '330381198807070024' } },
    'NOT_FOUND',
  ],
  [
    'of a child born on another day',
    { ...child, applicant: { ...mother, name: '周兰', identityNumber: '330381199001010028' } },
    'NOT_MATCHED',
  ],
  [
    'that may not be told',
    { parties: [{ name: '赵敏', identityNumber: '330381198807070024', bornOn: null }] },
    'REFUSED',
  ],
  [
    'that is not entered yet',
    { parties: [{ name: '吴梅', identityNumber: '330381199202020020', bornOn: null }] },
    'LATER',
  ],
])('a register is asked for a document %s', (_whose, more, outcome) => {
  const answer = readRegister(folder, now).provide(asked(more));
  expect(answer.outcome).toBe(outcome);
  expect(answer.number === null).toBe(outcome !== 'FOUND');
});

it('tells of days that count from today', () => {
  const answer = readRegister(folder, now).provide(asked());
  expect([answer.issuedOn, answer.data]).toMatchObject(['2026-11-06', { 'birth-date': '2026-11-06' }]);
});

it('without a folder it knows nobody', () => {
  expect(readRegister(null, now).provide(asked()).outcome).toBe('NOT_FOUND');
  expect(readRegister(`${folder}/none`, now).provide(asked()).outcome).toBe('NOT_FOUND');
});

it.each([
  ['with a word too many', 'source: s\nentries: [{ documentType: d, colour: red }]', 'entries.0'],
  ['of a grade that there is not', 'source: s\nentries: [{ documentType: d, trust: E }]', 'entries.0.trust'],
  [
    'of a day that there is not',
    'source: s\nentries: [{ documentType: d, issuedOn: 2026-02-30 }]',
    'entries.0.issuedOn',
  ],
  ['that is no YAML', 'source: [', 'line 1'],
])('a file %s is named, with the place', (_what, text, at) => {
  const own = mkdtempSync(join(tmpdir(), 'yijianshi-register-'));
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  writeFileSync(join(own, 'wrong.yaml'), text);
  const read = () => readRegister(own, now);
  expect(read).toThrow('wrong.yaml');
  expect(read).toThrow(at);
  expect(read).toThrow(expect.objectContaining({ extensions: { code: 'REGISTER_INVALID' } }));
});

it('two entries of one person are no match, and one person named twice is not two', () => {
  const two = { name: '林静', identityNumber: mother.identityNumber };
  const entry = { source: 's', documentType: 'd', trust: 'A' as const };
  const request = asked({ source: 's', documentType: 'd' });
  expect(
    provide(
      [
        { ...entry, holders: [two] },
        { ...entry, holders: [two] },
      ],
      request,
      today,
    ).outcome,
  ).toBe('NOT_MATCHED');
  const couple = [{ ...entry, holders: [two, { name: '陈明', identityNumber: '330381199303030015' }] }];
  expect(provide(couple, { ...request, parties: [mother, mother] }, today).outcome).toBe('NOT_FOUND');
  expect(provide([{ ...entry, holders: [] }], { ...request, parties: [] }, today).outcome).toBe('NOT_FOUND');
});
