import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readRegister } from '../../../subgraphs/departments/register.ts';

const folder = fileURLToPath(new URL('../../../subgraphs/departments/health/registers', import.meta.url));
const mother = { name: '林静', identityNumber: '330381199505050022', bornOn: null };
const asked = (more: object = {}) => ({
  ...{ id: 'f-1', source: 'hospital-records', documentType: 'birth-medical-record', spec: null, matter: 'M1' },
  ...{ parties: [mother], applicant: mother },
  ...more,
});
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
    { ...child, parties: [{ name: null, identityNumber: null, bornOn: '2026-11-02' }] },
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
  const answer = readRegister(folder).provide(asked(more));
  expect(answer.outcome).toBe(outcome);
  expect(answer.number === null).toBe(outcome !== 'FOUND');
});

it('without a folder it knows nobody', () => {
  expect(readRegister(null).provide(asked()).outcome).toBe('NOT_FOUND');
  expect(readRegister(`${folder}/none`).provide(asked()).outcome).toBe('NOT_FOUND');
});
