import { expect, it } from 'vitest';
import { documentTitle } from '../../../subgraphs/language/document-title.ts';

const party = (zh: string, en: string) => ({ zh, en });
it.each([
  [[party('诊所', 'clinic')], party('诊所规章制度', 'Rules of the clinic'), '诊所规章制度', 'Rules of the clinic'],
  [
    [party('诊所（二）', 'clinic 2')],
    party('诊所规章制度', 'Clinic rules'),
    '诊所（二）的规章制度',
    'Clinic rules of clinic 2',
  ],
  [[party('母亲', 'mother')], party('身份证', 'Identity card'), '母亲的身份证', 'Identity card of mother'],
  [
    [party('父亲', 'father'), party('母亲', 'mother')],
    party('父亲证明', 'Proof of the father'),
    '父亲、母亲的父亲证明',
    'Proof of the father of father and mother',
  ],
  [[party('诊所', 'clinic')], party('诊所', 'Clinical file'), '诊所的诊所', 'Clinical file of clinic'],
] as const)('%j with %j', (parties, document, zh, en) => {
  expect(documentTitle(parties, document)).toEqual({ zh, en });
});
