import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../subgraphs/journeys/domain/acceptance.ts';
import {
  type Asking,
  changeRefusals,
  noticeOf,
  supplementRefusals,
  toldOnce,
} from '../../../subgraphs/journeys/domain/notice.ts';

const names = (field: string | null, material: string | null = null) => ({
  ...{ field, material },
  message: { zh: '请更正', en: 'Correct it' },
});
const asking = (...corrections: Asking['corrections']): Asking => ({
  corrections,
  fields: { baby: ['birth-date', 'name'], lin: ['phone'] },
  rows: [
    { materials: ['card'], shared: [] },
    { materials: ['deed'], shared: [] },
  ],
});
const text = (zh: string) => ({ zh, en: `en ${zh}` });
const everything = ['baby.birth-date', 'baby.name', 'lin.phone', 'card', 'deed'];

describe('a correction notice', () => {
  it.each<[string, ReadonlyArray<Asking>, ReadonlyArray<string>]>([
    ['of a field', [asking(names('baby.name'))], ['baby.name']],
    ['of a material', [asking(names(null, 'deed'))], ['deed']],
    ['of both', [asking(names('lin.phone', 'card'))], ['lin.phone', 'card']],
    ['in words alone', [asking(names(null))], everything],
    ['of a field and in words', [asking(names('baby.name'), names(null))], everything],
    ['without a word', [asking()], everything],
    ['of what its filing has not', [asking(names('chen.name'))], everything],
    ['of two filings', [asking(names('baby.name')), asking(names(null, 'card'))], ['baby.name', 'card']],
    ['of nobody', [], []],
  ])('%s', (_what, filings, open) => {
    const { fields, materials } = noticeOf(filings);
    expect([...fields, ...materials]).toEqual(open);
  });

  it('tells what several filings ask for alike once, and each thing that differs', () => {
    const deed = names(null, 'deed');
    const blurred = { ...deed, message: { zh: '看不清', en: 'It is blurred' } };
    expect(toldOnce([deed, names(null, 'card'), { ...deed }, blurred, names(null)])).toEqual([
      ...[deed, names(null, 'card'), blurred, names(null)],
    ]);
  });
});

describe('a supplement’s form', () => {
  const notice = noticeOf([asking(names('baby.birth-date'))]);
  const before = { baby: { 'birth-date': '2999-01-01', name: '晨' }, lin: { phone: '1' } };
  it.each<[string, Parameters<typeof changeRefusals>[2], ReadonlyArray<string>]>([
    ['mends what is asked', { baby: { 'birth-date': '2026-11-01' } }, []],
    ['says the rest again', { ...before, baby: { ...before.baby, 'birth-date': '2026-11-01' } }, []],
    ['mends something else', { baby: { name: '光' } }, ['NOT_ASKED_FOR form.baby.name']],
    ['adds something', { chen: { name: '明' } }, ['NOT_ASKED_FOR form.chen.name']],
    ['takes away what is asked', { baby: { 'birth-date': null } }, ['FIELD_MISSING form.baby.birth-date']],
    ['empties it', { baby: { 'birth-date': '' } }, ['FIELD_MISSING form.baby.birth-date']],
    ['takes away something else', { lin: { phone: null } }, ['NOT_ASKED_FOR form.lin.phone']],
    ['brings a party that is nothing', { lin: null as never }, []],
    ['says answers anew', { $answers: { married: false } }, ['NOT_ASKED_FOR form.$answers.married']],
    [
      'reaches for the prototype',
      JSON.parse('{ "__proto__": { "phone": "2" } }'),
      ['NOT_ASKED_FOR form.__proto__.phone'],
    ],
  ])('%s', (_what, changes, told) => {
    const refusals = changeRefusals(notice, before, changes, () => text('名字'));
    expect(refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(told);
    // A citizen reads titles, not codes.
    for (const { message } of refusals) expect(message.en).not.toContain('birth-date');
  });
});

describe('a supplement’s evidence', () => {
  const notice = noticeOf([asking(names(null, 'card'))]);
  const listed = new Set(['card', 'deed']);
  const stored = new Map([
    ['u1', { sha256: 'hash', contentType: 'image/png', bytes: 1, pixels: { width: 1, height: 2 } }],
    ['u3', { sha256: 'other', contentType: 'application/pdf', bytes: 1, pixels: null }],
    ['wide', { sha256: 'wide', contentType: 'image/png', bytes: 1, pixels: { width: 2, height: 2 } }],
  ]);
  const one = { least: 1, most: 1 };
  const photos = {
    card: { width: one, height: null, background: null, kib: null, printWidthMm: null, printHeightMm: null },
  };
  it.each<[string, ReadonlyArray<Evidence>, ReadonlyArray<string>]>([
    ['for what is asked', [{ material: 'card', upload: 'u1' }], []],
    ['for another material of the list', [{ material: 'deed', upload: 'u1' }], ['NOT_ASKED_FOR evidence.0']],
    ['for none of the list', [{ material: 'passport', upload: 'u1' }], ['UNKNOWN_MATERIAL evidence.0']],
    ['that has not arrived', [{ material: 'card', upload: 'u2' }], ['UPLOAD_NOT_FOUND evidence.0']],
    ['of a type that is not taken', [{ material: 'card', upload: 'u3' }], ['UPLOAD_OF_OTHER_TYPE evidence.0']],
    ['that is another photograph', [{ material: 'card', upload: 'wide' }], ['PHOTO_UNFIT evidence.0']],
    ['put off a second time', [{ material: 'card', later: true }], ['NOT_DEFERRABLE evidence.0']],
    ['that is none: taken away', [{ material: 'card' }], ['EVIDENCE_AMBIGUOUS evidence.0']],
    ['in two ways', [{ material: 'card', upload: 'u1', licence: 'E' }], ['EVIDENCE_AMBIGUOUS evidence.0']],
    [
      'twice',
      [
        { material: 'card', upload: 'u1' },
        { material: 'card', licence: 'E' },
      ],
      ['EVIDENCE_TWICE evidence.1'],
    ],
  ])('%s', (_what, evidence, told) => {
    const refusals = supplementRefusals(
      notice,
      listed,
      evidence,
      stored,
      { taken: { card: ['image/png'] }, photos },
      { card: text('身份证') },
    );
    expect(refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(told);
  });
});
