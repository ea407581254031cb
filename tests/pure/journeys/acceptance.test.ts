import { describe, expect, it } from 'vitest';
import {
  changeForm,
  consentRefusals,
  createNameSource,
  deferredMaterials,
  departmentsOut,
  type Evidence,
  evidenceRefusals,
  keyRefusals,
  planRefusals,
  replaceEvidence,
  type StoredFile,
  type SubmittedPlan,
  sameFileRefusals,
} from '../../../subgraphs/journeys/domain/acceptance.ts';
import type { PhotoFacts } from '../../../subgraphs/language/photo-facts.ts';

const title = { zh: '身份证', en: 'Identity card' };
const plan: SubmittedPlan = {
  id: 'p',
  problems: [],
  complete: true,
  missing: [],
  openQuestions: [],
  materials: [
    { id: 'card', title, deferrable: false },
    { id: 'deed', title: { zh: '房产证', en: 'Title deed' }, deferrable: true },
  ],
  sources: [
    { code: 'police', requiresConsent: true },
    { code: 'tax', requiresConsent: true },
    { code: 'open', requiresConsent: false },
  ],
};
const names = {
  members: [
    { matter: 'm1', department: 'tax' },
    { matter: 'm2', department: 'police' },
    { matter: 'm3', department: 'police' },
  ],
  departments: [
    { code: 'tax', name: { zh: '税务局', en: 'Tax' } },
    { code: 'police', name: { zh: '公安局', en: 'Police' } },
  ],
  questions: [{ code: 'q', text: { zh: '已婚吗', en: 'Married?' } }],
};
const file = (more: Partial<StoredFile>): StoredFile => ({
  ...{ sha256: 'hash', contentType: 'image/png', bytes: 15 * 1024, pixels: { width: 358, height: 441 } },
  ...more,
});
const told = (refusals: ReadonlyArray<{ code: string; path: ReadonlyArray<string>; material?: string | null }>) =>
  refusals.map(({ code, path, material }) => [code, path.join('.'), material ?? null]);

describe('a plan', () => {
  it('that is the one asked for is taken', () => {
    expect(planRefusals(plan, names, 'p')).toEqual([]);
  });

  it('of another id is outdated', () => {
    expect(told(planRefusals(plan, names, 'q'))).toEqual([['PLAN_OUTDATED', 'planId', null]]);
  });

  it('that lacks answers names the departments that are out, each once and no other', () => {
    const [refusal, ...more] = planRefusals({ ...plan, complete: false, missing: ['m2', 'm3'] }, names, 'another');
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', path: ['planId'] });
    expect(refusal?.message.zh).toMatch(/^公安局暂时/);
    expect(departmentsOut(names.departments.map(({ name }) => name)).message.en).toMatch(/^Tax, Police did/);
  });

  it('with open questions names each; an outdated id is not told beside it', () => {
    const open = { ...plan, openQuestions: [{ question: 'q' }, { question: 'r' }] };
    const asked = [...names.questions, { code: 'r', text: { zh: '多大', en: 'How old?' } }];
    const refusals = planRefusals(open, { ...names, questions: asked }, 'another');
    expect(told(refusals)).toEqual([
      ['QUESTION_OPEN', 'answers.q', null],
      ['QUESTION_OPEN', 'answers.r', null],
    ]);
    expect(refusals.map(({ message }) => message.zh.slice(0, 5))).toEqual(['“已婚吗”', '“多大”尚']);
  });

  it('with problems of its own is not called outdated as well', () => {
    expect(planRefusals({ ...plan, problems: [{}] }, names, 'another')).toEqual([]);
  });
});

describe('consent', () => {
  const sources = [{ code: 'police', name: { zh: '公安数据', en: 'Police data' } }];
  const nameOf = createNameSource([{ sources: [] }, { sources }]);
  it('is needed for every source that wants it, and granted, not only named', () => {
    const consents = [{ source: 'police', granted: false }];
    expect(told(consentRefusals(plan, consents, nameOf))).toEqual([
      ['CONSENT_MISSING', 'consents.police', null],
      ['CONSENT_MISSING', 'consents.tax', null],
    ]);
    expect(consentRefusals(plan, consents, nameOf)[0]?.message.en).toContain('"Police data"');
    expect(consentRefusals(plan, consents, nameOf)[1]?.message.zh).toContain('“其数据来源”');
    const granted = ['police', 'tax'].map((source) => ({ source, granted: true }));
    expect(consentRefusals(plan, granted, nameOf)).toEqual([]);
  });
});

describe('evidence for a material', () => {
  const deed: Evidence = { material: 'deed', bringToCounter: true };
  const stored = new Map([
    ['u1', file({ sha256: 'hash 1' })],
    ['u3', file({ sha256: 'hash 3', contentType: 'application/pdf', pixels: null })],
  ]);
  const terms = { taken: { card: ['image/jpeg', 'image/png'] }, photos: {} };
  it.each<[string, Evidence, ReadonlyArray<string>]>([
    ['an upload that has arrived', { material: 'card', upload: 'u1' }, []],
    ['an upload that has not', { material: 'card', upload: 'u2' }, ['UPLOAD_NOT_FOUND']],
    ['an upload of a type that it does not take', { material: 'card', upload: 'u3' }, ['UPLOAD_OF_OTHER_TYPE']],
    ['an e-licence', { material: 'card', licence: 'E-1' }, []],
    ['the promise to bring it', { material: 'card', bringToCounter: true }, []],
    ['later, which it may not', { material: 'card', later: true }, ['NOT_DEFERRABLE']],
    ['no way at all', { material: 'card' }, ['EVIDENCE_AMBIGUOUS']],
    [
      'ways that are all declined',
      { material: 'card', upload: null, licence: null, bringToCounter: false, later: false },
      ['EVIDENCE_AMBIGUOUS'],
    ],
    ['an upload and an e-licence', { material: 'card', upload: 'u1', licence: 'E-1' }, ['EVIDENCE_AMBIGUOUS']],
    [
      'an e-licence and the counter',
      { material: 'card', licence: 'E-1', bringToCounter: true },
      ['EVIDENCE_AMBIGUOUS'],
    ],
    [
      'the counter and later',
      { material: 'card', bringToCounter: true, later: true },
      ['EVIDENCE_AMBIGUOUS', 'NOT_DEFERRABLE'],
    ],
  ])('%s', (_what, item, codes) => {
    const refusals = evidenceRefusals(plan, [deed, item], stored, terms);
    expect(told(refusals)).toEqual(codes.map((code) => [code, 'evidence.1', 'card']));
  });

  const asked: PhotoFacts = {
    ...{ width: { least: 354, most: 420 }, height: { least: 441, most: 441 }, background: 'WHITE' as const },
    ...{ kib: { least: 14, most: 20 }, printWidthMm: null, printHeightMm: null },
  };
  it.each<[string, Partial<StoredFile>, Partial<PhotoFacts>, ReadonlyArray<string>]>([
    ['as it is asked for', {}, {}, []],
    ['as narrow and as small as it may be', { bytes: 14 * 1024, pixels: { width: 354, height: 441 } }, {}, []],
    ['as wide and as large as it may be', { bytes: 20 * 1024, pixels: { width: 420, height: 441 } }, {}, []],
    ['too narrow', { pixels: { width: 353, height: 441 } }, {}, ['353 by 441 pixels']],
    ['too high', { pixels: { width: 358, height: 442 } }, {}, ['358 by 442 pixels']],
    ['too small', { bytes: 14 * 1024 - 1 }, {}, ['13.9 KB']],
    ['too large', { bytes: 20 * 1024 + 1 }, {}, ['20.1 KB']],
    [
      'too large by far, and on its side',
      { bytes: 3_000_000, pixels: { width: 441, height: 358 } },
      {},
      ['441 by 358 pixels', '2929.7 KB'],
    ],
    ['too large where nobody asks', { bytes: 3_000_000 }, { kib: null }, []],
    ['too wide where nobody asks', { pixels: { width: 9000, height: 441 } }, { width: null }, []],
    ['put before pixels were read', { pixels: null }, {}, []],
    ['no picture', { contentType: 'application/pdf', pixels: null, bytes: 1 }, {}, []],
  ])('as a photograph: %s', (_what, of, more, says) => {
    const items = [deed, { material: 'card', upload: 'p' }];
    const photos = { card: { ...asked, ...more } };
    const refusals = evidenceRefusals(plan, items, new Map([['p', file(of)]]), { taken: {}, photos });
    expect(told(refusals)).toEqual(says.map(() => ['PHOTO_UNFIT', 'evidence.1', 'card']));
    for (const [index, words] of says.entries()) {
      expect(refusals[index]?.message.en).toContain(words);
      expect(refusals[index]?.message.en).toContain('“Identity card”');
      expect(refusals[index]?.message.zh).toContain('身份证');
    }
  });

  it('for another material is held to nothing of a photograph', () => {
    const items = [deed, { material: 'card', upload: 'p' }];
    const stored = new Map([['p', file({ bytes: 1 })]]);
    expect(evidenceRefusals(plan, items, stored, { taken: {}, photos: { deed: asked } })).toEqual([]);
  });

  it('of a type that takes any file may be any', () => {
    const items = [
      { material: 'deed', upload: 'u3' },
      { material: 'card', upload: 'u1' },
    ];
    expect(evidenceRefusals(plan, items, stored, terms)).toEqual([]);
  });

  it('may follow later where the plan says so', () => {
    const items = [
      { material: 'deed', later: true },
      { material: 'card', licence: 'E-1' },
    ];
    expect(evidenceRefusals(plan, items, stored, terms)).toEqual([]);
  });

  it('is supplied once, for a material of the plan, and for each of them', () => {
    const twice = [deed, { material: 'deed', licence: 'E-2' }, { material: 'passport', upload: 'u9' }];
    const refusals = evidenceRefusals(plan, twice, stored, terms);
    expect(told(refusals)).toEqual([
      ['EVIDENCE_TWICE', 'evidence.1', 'deed'],
      ['UNKNOWN_MATERIAL', 'evidence.2', 'passport'],
      ['EVIDENCE_MISSING', 'evidence', 'card'],
    ]);
    expect(refusals.map(({ message }) => message.zh.includes('房产证') || message.zh.includes('身份证'))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('one file', () => {
  const stored = new Map([
    ['u1', { sha256: 'hash 1', contentType: 'image/png' }],
    ['again', { sha256: 'hash 1', contentType: 'image/png' }],
    ['u2', { sha256: 'hash 2', contentType: 'image/png' }],
  ]);
  it.each<[string, ReadonlyArray<Evidence>, ReadonlyArray<Evidence>, ReadonlyArray<string>]>([
    [
      'for each material',
      [],
      [
        { material: 'a', upload: 'u1' },
        { material: 'b', upload: 'u2' },
      ],
      [],
    ],
    [
      'for two',
      [],
      [
        { material: 'a', upload: 'u1' },
        { material: 'b', upload: 'u1' },
      ],
      ['evidence.1'],
    ],
    [
      'uploaded twice for two',
      [],
      [
        { material: 'a', upload: 'u1' },
        { material: 'b', upload: 'again' },
      ],
      ['evidence.1'],
    ],
    [
      'for every one',
      [],
      ['a', 'b', 'c'].map((material) => ({ material, upload: 'u1' })),
      ['evidence.1', 'evidence.2'],
    ],
    [
      'e-licence for two',
      [],
      [
        { material: 'a', licence: 'E' },
        { material: 'b', licence: 'E' },
      ],
      ['evidence.1'],
    ],
    [
      'supplied before for another',
      [{ material: 'a', upload: 'u1' }],
      [{ material: 'b', upload: 'again' }],
      ['evidence.0'],
    ],
    ['supplied before for the same', [{ material: 'a', upload: 'u1' }], [{ material: 'a', upload: 'again' }], []],
    [
      'that did not arrive, told elsewhere',
      [],
      [
        { material: 'a', upload: 'x' },
        { material: 'b', upload: 'x' },
      ],
      [],
    ],
    [
      'at the counter',
      [],
      [
        { material: 'a', bringToCounter: true },
        { material: 'b', bringToCounter: true },
      ],
      [],
    ],
  ])('%s', (_what, kept, evidence, paths) => {
    const refusals = sameFileRefusals(kept, evidence, stored);
    expect(refusals.map(({ code, path }) => [code, path.join('.')])).toEqual(paths.map((path) => ['SAME_FILE', path]));
  });
});

describe('what a supplement sends', () => {
  it('replaces what was supplied for the same material, and leaves the rest', () => {
    const before = [
      { material: 'card', upload: 'u1' },
      { material: 'deed', upload: 'u2' },
    ];
    expect(replaceEvidence(before, [{ material: 'card', upload: 'u3' }])).toEqual([
      { material: 'deed', upload: 'u2' },
      { material: 'card', upload: 'u3' },
    ]);
  });

  it('of a form changes what is sent, element by element', () => {
    const before = { baby: { name: '晨', sex: '女' }, lin: { phone: '1' } };
    expect(changeForm(before, { baby: { name: '光' }, chen: { phone: '2' } })).toEqual({
      baby: { name: '光', sex: '女' },
      lin: { phone: '1' },
      chen: { phone: '2' },
    });
  });
});

describe('materials that follow later', () => {
  it('are those of which it is said', () => {
    const evidence = [
      { material: 'deed', later: true },
      { material: 'card', later: false },
    ];
    expect(deferredMaterials(plan.materials, evidence)).toEqual([plan.materials[1]]);
  });
});

describe('an idempotency key', () => {
  it.each([
    ['one character', 'k', []],
    ['255 characters', 'k'.repeat(255), []],
    ['256 characters', 'k'.repeat(256), ['IDEMPOTENCY_KEY_REQUIRED']],
    ['nothing', '', ['IDEMPOTENCY_KEY_REQUIRED']],
    ['blanks', '  ', ['IDEMPOTENCY_KEY_REQUIRED']],
  ])('of %s', (_what, key, codes) => {
    const refusals = keyRefusals(key);
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ path: ['idempotencyKey'], material: null });
      expect(refusal.message.en).toContain('255');
    }
  });
});
