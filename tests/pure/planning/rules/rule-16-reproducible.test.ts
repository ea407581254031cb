import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import type { PlanInput } from '../../../../subgraphs/planning/types.ts';
import { anyOf, type CatalogueOf, days, field, inputOf, is, made, source, text, use } from './catalogue-of.ts';

const deferral = { workingDays: 5, consequences: text('x') };
const catalogue: CatalogueOf = {
  types: {
    record: { sources: [source('hospital')], tells: ['height'] },
    form: { sources: [source('form', { method: 'GENERATED_FORM' })] },
  },
  questions: { q: {}, p: {} },
  answers: { p: true },
  parties: { li: ['MOTHER'], an: ['CHILD'] },
  held: [{ documentType: 'licence', trust: 'B' }],
  commitments: ['nothing'],
  refused: ['nobody'],
  matters: {
    a: {
      limit: days(3),
      rows: {
        r1: [use('card', 'MOTHER', { use: 'INSPECT_AND_COPY', copies: 1, minimumTrust: 'C', maximumAgeDays: 90 })],
        r2: anyOf([use('social', 'MOTHER')], [use('book', 'MOTHER')]),
        r3: [use('birth', 'CHILD')],
        r4: [use('record', 'MOTHER')],
        r5: { options: [[use('late', 'MOTHER')]], deferral },
        r6: { options: [[use('maybe', 'MOTHER')]], condition: is('q') },
        r7: [use('form', 'MOTHER')],
        r8: [use('licence', 'MOTHER')],
      },
      fields: [field('height', 'MOTHER', { schema: { type: 'number', minimum: 1 } })],
    },
    b: { makes: [made('birth', 'CHILD')], limit: days(2) },
  },
};
const idOf = (change: (input: PlanInput) => PlanInput = (input) => input): string =>
  buildPlan(change(inputOf(catalogue))).id;
const with_ = (more: Partial<CatalogueOf>): string => buildPlan(inputOf({ ...catalogue, ...more })).id;
const a = catalogue.matters.a as Required<CatalogueOf['matters'][string]>;
const row = (more: CatalogueOf['matters'][string]['rows']): string =>
  with_({ matters: { ...catalogue.matters, a: { ...a, rows: { ...a.rows, ...more } } } });
const id = idOf();

describe('rule 16: the id is the plan’s', () => {
  it('is forty hexadecimal digits, the same for the same', () => {
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(idOf()).toBe(id);
    expect(buildPlan(inputOf(catalogue))).toEqual(buildPlan(inputOf(catalogue)));
  });

  it.each<readonly [string, () => string]>([
    ['the day, where nothing depends on it', () => with_({ today: '2026-11-25' })],
    ['the revision, where nothing it says matters here', () => with_({ revision: '2' })],
    [
      'a name of a row',
      () =>
        row({
          r1: {
            names: text('another'),
            options: [
              [use('card', 'MOTHER', { use: 'INSPECT_AND_COPY', copies: 1, minimumTrust: 'C', maximumAgeDays: 90 })],
            ],
          },
        }),
    ],
    [
      'a title of an event',
      () =>
        idOf((input) => ({
          ...input,
          basis: {
            ...input.basis,
            members: input.basis.members.map((member) => ({ ...member, title: text('other') })),
          },
        })),
    ],
    [
      'the order of matters',
      () =>
        idOf((input) => ({
          ...input,
          matters: [...(input.matters ?? [])].reverse(),
          matterCodes: [...input.matterCodes].reverse(),
          basis: { ...input.basis, members: [...input.basis.members].reverse() },
        })),
    ],
    [
      'the order of rows',
      () =>
        idOf((input) => ({
          ...input,
          matters: (input.matters ?? []).map(
            (matter) => matter && { ...matter, requirements: [...(matter.requirements ?? [])].reverse() },
          ),
        })),
    ],
    ['the order of parties', () => with_({ parties: { an: ['CHILD'], li: ['MOTHER'] } })],
    [
      'the order of members within what was said',
      () =>
        idOf((input) => ({
          ...input,
          situation: { ...input.situation, held: [{ trust: 'B', documentType: 'licence' }] },
        })),
    ],
    ['the warnings', () => with_({ promisedDays: 1 })],
  ])('%s changes nothing', (_name, changed) => expect(changed()).toBe(id));

  it('the limit by law is its part where nothing is promised', () => {
    const by = (amount: number) =>
      with_({ matters: { ...catalogue.matters, b: { makes: [made('birth', 'CHILD')], statutory: days(amount) } } });
    expect(by(4)).not.toBe(by(5));
  });

  it('midnight changes nothing, though natural days hold another number of working days then', () => {
    const posted = { limit: { amount: 20, unit: 'NATURAL_DAY' as const }, makes: [made('birth', 'CHILD')] };
    const plans = ['2026-11-25', '2026-11-27', '2026-11-28'].map((today) =>
      buildPlan(inputOf({ ...catalogue, today, matters: { ...catalogue.matters, b: posted } })),
    );
    expect(new Set(plans.map(({ criticalPath }) => criticalPath.workingDays)).size).toBeGreaterThan(1);
    expect(new Set(plans.map((plan) => plan.id)).size).toBe(1);
  });

  it.each<readonly [string, () => string]>([
    ['the event', () => idOf((input) => ({ ...input, basis: { ...input.basis, event: 'other' } }))],
    ['the region', () => idOf((input) => ({ ...input, basis: { ...input.basis, region: '330382000000' } }))],
    ['an answer', () => with_({ answers: { p: false } })],
    ['an answer more', () => with_({ answers: { p: true, q: true } })],
    ['a party', () => with_({ parties: { wang: ['MOTHER'], an: ['CHILD'] } })],
    ['a party more, though it does nothing', () => with_({ parties: { ...catalogue.parties, wang: ['HEIR'] } })],
    ['a refused source', () => with_({ refused: ['hospital'] })],
    ['a refusal that changes nothing', () => with_({ refused: ['nobody', 'nobody else'] })],
    ['a held document', () => with_({ held: [] })],
    ['its grade', () => with_({ held: [{ documentType: 'licence', trust: 'A' }] })],
    ['a commitment', () => with_({ commitments: [] })],
    [
      'a silent department',
      () => with_({ matters: { ...catalogue.matters, b: { ...catalogue.matters.b, silent: true } } }),
    ],
    ['a problem', () => with_({ answers: { p: true, r: true } })],
    ['a line', () => row({ r9: [use('more', 'MOTHER')] })],
    [
      'copies',
      () =>
        row({
          r1: [use('card', 'MOTHER', { use: 'INSPECT_AND_COPY', copies: 2, minimumTrust: 'C', maximumAgeDays: 90 })],
        }),
    ],
    [
      'an original to show',
      () => row({ r1: [use('card', 'MOTHER', { use: 'COPY', copies: 1, minimumTrust: 'C', maximumAgeDays: 90 })] }),
    ],
    [
      'an original to hand in',
      () => row({ r2: anyOf([use('social', 'MOTHER', { use: 'HAND_IN' })], [use('book', 'MOTHER')]) }),
    ],
    [
      'the grade asked',
      () =>
        row({
          r1: [use('card', 'MOTHER', { use: 'INSPECT_AND_COPY', copies: 1, minimumTrust: 'B', maximumAgeDays: 90 })],
        }),
    ],
    [
      'the age asked',
      () =>
        row({
          r1: [use('card', 'MOTHER', { use: 'INSPECT_AND_COPY', copies: 1, minimumTrust: 'C', maximumAgeDays: 91 })],
        }),
    ],
    ['a deferral gone', () => row({ r5: [use('late', 'MOTHER')] })],
    [
      'the day a deferral is due',
      () => row({ r5: { options: [[use('late', 'MOTHER')]], deferral: { ...deferral, workingDays: 6 } } }),
    ],
    [
      'an alternative',
      () => row({ r2: anyOf([use('social', 'MOTHER')], [use('book', 'MOTHER')], [use('passport', 'MOTHER')]) }),
    ],
    ['a fate', () => row({ r4: [use('card', 'MOTHER')] })],
    ['a row’s code', () => row({ r8: [], r9: [use('licence', 'MOTHER')] })],
    [
      'what a line depends on',
      () => row({ r6: { options: [[use('maybe', 'MOTHER')]], condition: { any: [is('q'), is('s')] } } }),
    ],
    [
      'a field',
      () =>
        with_({ matters: { ...catalogue.matters, b: { ...catalogue.matters.b, fields: [field('name', 'CHILD')] } } }),
    ],
    [
      'who receives a field',
      () => with_({ matters: { ...catalogue.matters, b: { ...catalogue.matters.b, fields: a.fields } } }),
    ],
    [
      'a constraint',
      () =>
        with_({
          matters: {
            ...catalogue.matters,
            a: { ...a, fields: [field('height', 'MOTHER', { schema: { type: 'number', minimum: 2 } })] },
          },
        }),
    ],
    [
      'what is sensitive',
      () =>
        with_({
          matters: {
            ...catalogue.matters,
            a: {
              ...a,
              fields: [field('height', 'MOTHER', { sensitive: true, schema: { type: 'number', minimum: 1 } })],
            },
          },
        }),
    ],
    [
      'a limit',
      () =>
        with_({
          matters: {
            ...catalogue.matters,
            b: { makes: [made('birth', 'CHILD')], limit: { amount: 48, unit: 'HOUR' } },
          },
        }),
    ],
    [
      'a special procedure',
      () =>
        with_({
          matters: {
            ...catalogue.matters,
            a: { ...a, procedures: [{ code: 'hearing', titles: text('hearing'), limit: days(1), stopsClock: false }] },
          },
        }),
    ],
    [
      'a statutory limit where nothing is promised',
      () => with_({ matters: { ...catalogue.matters, b: { makes: [made('birth', 'CHILD')], statutory: days(4) } } }),
    ],
    [
      'a source',
      () => with_({ types: { ...catalogue.types, record: { sources: [source('clinic')], tells: ['height'] } } }),
    ],
    [
      'whether it wants consent',
      () =>
        with_({
          types: {
            ...catalogue.types,
            record: { sources: [source('hospital', { requiresConsent: false })], tells: ['height'] },
          },
        }),
    ],
    ['what fills a field', () => with_({ types: { ...catalogue.types, record: { sources: [source('hospital')] } } })],
    ['the order of work', () => with_({ matters: { ...catalogue.matters, b: { ...catalogue.matters.b, makes: [] } } })],
    [
      'a department',
      () => with_({ matters: { ...catalogue.matters, b: { ...catalogue.matters.b, department: 'another' } } }),
    ],
  ])('%s is another plan', (_name, changed) => expect(changed()).not.toBe(id));

  it('no question named by a filing is left out', () => {
    const told = (condition: boolean): string =>
      with_({
        matters: { ...catalogue.matters, b: { ...catalogue.matters.b, ...(condition ? { when: is('p') } : {}) } },
      });
    expect(told(true)).not.toBe(told(false));
  });
});
