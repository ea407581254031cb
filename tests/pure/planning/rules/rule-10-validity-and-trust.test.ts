import { describe, expect, it } from 'vitest';
import type { EvidenceUse, HeldDocument, TrustGrade } from '../../../../subgraphs/planning/types.ts';
import { type CatalogueOf, days, fates, line, made, planOf, problems, source, use } from './catalogue-of.ts';

const twoPeople: Partial<CatalogueOf> = { parties: { li: ['MOTHER'], zhang: ['FATHER'] } };
const card = (more: Partial<EvidenceUse> = {}, subject = 'MOTHER') => use('card', subject, more);
const held = (more: Partial<HeldDocument> = {}): HeldDocument => ({ documentType: 'card', trust: 'A', ...more });
const planWith = (document: HeldDocument, wanted = card(), more: Partial<CatalogueOf> = {}) =>
  planOf({ held: [document], matters: { m: { rows: { row: [wanted] } } }, ...more });
const fateOf = (...args: Parameters<typeof planWith>) => fates(planWith(...args)).row;

describe('rule 10: grades', () => {
  const grades: ReadonlyArray<TrustGrade> = ['A', 'B', 'C', 'D'];
  it.each(grades.flatMap((has) => grades.map((wants) => [has, wants] as const)))(
    '%s where %s is the least',
    (has, wants) => {
      expect(fateOf(held({ trust: has }), card({ minimumTrust: wants }))).toBe(
        has <= wants ? 'SHARED' : 'KEPT card:MOTHER',
      );
    },
  );

  it('a line asks the strictest grade of its rows', () => {
    const rows = {
      r1: [card({ minimumTrust: 'D' })],
      r2: [card({ minimumTrust: 'B' })],
      r3: [card({ minimumTrust: 'C' })],
    };
    expect(line(planOf({ matters: { m: { rows } } }), 'card:MOTHER').minimumTrust).toBe('B');
    expect(line(planOf({ matters: { m: { rows: { r1: [card()] } } } }), 'card:MOTHER').minimumTrust).toBe('D');
  });

  it('one good enough for one row and not for the other is asked for: a line meets both', () => {
    const rows = { r1: [card({ minimumTrust: 'A' })], r2: [card({ minimumTrust: 'C' })] };
    expect(fates(planOf({ held: [held({ trust: 'B' })], matters: { m: { rows } } }))).toEqual({
      r1: 'KEPT card:MOTHER',
      r2: 'MERGED card:MOTHER',
    });
  });
});

describe('rule 10: age', () => {
  // Planned for 2026-11-24.
  it.each([
    ['2026-11-24', 0, true],
    ['2026-11-23', 0, false],
    ['2026-10-25', 30, true],
    ['2026-10-24', 30, false],
    [null, 30, false],
    [undefined, 30, false],
    [null, null, true],
    ['1990-01-01', null, true],
  ])('of %s, at most %s days: %s', (issuedOn, maximumAgeDays, good) => {
    const document = held(issuedOn === undefined ? {} : { issuedOn });
    expect(fateOf(document, card({ maximumAgeDays }))).toBe(good ? 'SHARED' : 'KEPT card:MOTHER');
  });

  it('a line asks the shortest of its rows', () => {
    const rows = { r1: [card()], r2: [card({ maximumAgeDays: 90 })], r3: [card({ maximumAgeDays: 30 })] };
    expect(line(planOf({ matters: { m: { rows } } }), 'card:MOTHER').maximumAgeDays).toBe(30);
    expect(line(planOf({ matters: { m: { rows: { r1: [card()] } } } }), 'card:MOTHER').maximumAgeDays).toBeNull();
  });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-1-1', ''])(
    '%j is no day: refused, and not believed',
    (issuedOn) => {
      const plan = planWith(held({ issuedOn }));
      expect(problems(plan)).toEqual(['INVALID_DATE held.0.issuedOn']);
      expect(fates(plan)).toEqual({ row: 'KEPT card:MOTHER' });
    },
  );

  it.each(['2024-02-29', null])('%j is taken', (issuedOn) => {
    const plan = planWith(held({ issuedOn }));
    expect(problems(plan)).toEqual([]);
    expect(fates(plan)).toEqual({ row: 'SHARED' });
  });

  it('counts on the day its matter is expected to start', () => {
    // Three working days from Tuesday the 24th: Friday the 27th. 28 days old then, 25 today.
    const later = (maximumAgeDays: number): CatalogueOf => ({
      held: [held({ issuedOn: '2026-10-30' })],
      matters: {
        a: { makes: [made('permit', 'MOTHER')], limit: days(3) },
        b: { rows: { card: [card({ maximumAgeDays })], permit: [use('permit', 'MOTHER')] } },
        c: { rows: { now: [card({ maximumAgeDays: 25 })] } },
      },
    });
    expect(fates(planOf(later(28)))).toMatchObject({ card: 'SHARED', now: 'SHARED' });
    // Too old for the one that begins on Friday: brought for it, and then for the other as well.
    expect(fates(planOf(later(27)))).toMatchObject({ card: 'MERGED card:MOTHER', now: 'KEPT card:MOTHER' });
  });
});

describe('rule 10: whose document is held', () => {
  it.each<readonly [string, HeldDocument, EvidenceUse, Partial<CatalogueOf>, boolean]>([
    ['of nobody in particular, wanted of one', held(), card(), {}, true],
    ['of nobody in particular, wanted of each of two', held(), card({}, 'PARENTS'), {}, false],
    [
      'of nobody in particular, wanted of two who share it',
      held(),
      card({}, 'PARENTS'),
      { types: { card: { holding: 'JOINT' } } },
      true,
    ],
    ['of the role', held({ subject: 'MOTHER' }), card(), twoPeople, true],
    ['of another role', held({ subject: 'FATHER' }), card(), twoPeople, false],
    ['of the party', held({ party: 'li' }), card(), twoPeople, true],
    ['of another party', held({ party: 'zhang' }), card(), twoPeople, false],
    ['the party goes before the role', held({ party: 'zhang', subject: 'MOTHER' }), card(), twoPeople, false],
    ['of the group, wanted of one', held({ subject: 'PARENTS' }), card(), twoPeople, true],
    ['of one, wanted of the group', held({ subject: 'MOTHER' }), card({}, 'PARENTS'), twoPeople, false],
    ['of the group, wanted of the group', held({ subject: 'PARENTS' }), card({}, 'PARENTS'), twoPeople, true],
    ['of the variant', held({ spec: '正页' }), card({ spec: '正页' }), {}, true],
    ['of another variant', held({ spec: '副页' }), card({ spec: '正页' }), {}, false],
    ['of no variant', held(), card({ spec: '正页' }), {}, false],
    ['of a variant that is not asked for', held({ spec: '正页' }), card(), {}, false],
    ['of another type', held({ documentType: 'book' }), card(), { types: { book: {} } }, false],
    ['to be handed in', held(), card({ use: 'HAND_IN' }), {}, false],
  ])('%s', (_name, document, wanted, more, good) => {
    const plan = planWith(document, wanted, more);
    expect(problems(plan)).toEqual([]);
    expect(fates(plan).row?.startsWith('SHARED')).toBe(good);
  });

  it('of a type that the event does not know is refused', () => {
    expect(problems(planWith(held({ documentType: 'ghost' })))).toEqual(['UNKNOWN_DOCUMENT_TYPE held.0']);
  });

  it('is told by the wallet’s name, else as the citizen’s own', () => {
    const wallet = planWith(held(), card(), {
      types: { card: { sources: [source('wallet', { method: 'PERSONAL_VAULT', requiresConsent: false })] } },
    });
    expect(fates(wallet)).toEqual({ row: 'SHARED wallet' });
    expect(wallet.sources).toEqual([{ code: 'wallet', requiresConsent: false }]);
    expect(planWith(held()).account[0]?.reason).toEqual({
      zh: '您的卡包中已有该材料，无需再交。',
      en: 'Your wallet already holds it; nothing to supply.',
    });
  });

  it('draws on no source', () => {
    expect(planWith(held(), card(), { types: { card: { sources: [source('police')] } } }).sources).toEqual([]);
  });
});

describe('rule 10: licences of the vault', () => {
  const licencesOf = (...documents: ReadonlyArray<HeldDocument>) =>
    planOf({ ...twoPeople, held: documents, matters: { m: { rows: { row: [card({}, 'PARENTS')] } } } }).filings.flatMap(
      ({ rows }) => rows.flatMap(({ licences }) => licences.map(({ licence, parties }) => [licence, ...parties])),
    );
  const of = (party: string, licence: string | null = null) => held({ party, licence });

  it('one of each meet what each of a group has, and each goes to its own', () => {
    expect(licencesOf(of('li', 'a'), of('zhang', 'b'))).toEqual([
      ['a', 'li'],
      ['b', 'zhang'],
    ]);
  });

  it.each<[string, ReadonlyArray<HeldDocument>]>([
    ['of one of them alone', [of('li', 'a')]],
    ['two of one of them', [of('li', 'a'), of('li', 'b')]],
    ['one of one of them and one of nobody in particular', [of('li', 'a'), held({ licence: 'b' })]],
  ])('%s do not', (_name, documents) => {
    const plan = planOf({ ...twoPeople, held: documents, matters: { m: { rows: { row: [card({}, 'PARENTS')] } } } });
    expect(fates(plan).row).toBe('KEPT card:li+zhang');
    expect(licencesOf(...documents)).toEqual([]);
  });

  it('go before what is only said to be held', () => {
    expect(licencesOf(of('li'), of('zhang', 'b'), of('li', 'a'))).toEqual([
      ['a', 'li'],
      ['b', 'zhang'],
    ]);
  });

  it('hold on the day their matter is expected to start, and that day is the last', () => {
    const on = (expiresOn: string) =>
      fates(
        planOf({
          held: [held({ licence: 'a', expiresOn })],
          matters: {
            first: { makes: [made('seal', 'MOTHER')], limit: days(3) },
            m: { rows: { row: [card()], other: [use('seal', 'MOTHER')] } },
          },
        }),
      ).row;
    const starts = planOf({
      matters: {
        first: { makes: [made('seal', 'MOTHER')], limit: days(3) },
        m: { rows: { other: [use('seal', 'MOTHER')] } },
      },
    }).filings.find(({ matter }) => matter === 'm')?.startsOn as string;
    const before = new Date(Date.parse(starts) - 86_400_000).toISOString().slice(0, 10);
    expect([on(starts), on(before)]).toEqual(['SHARED', 'KEPT card:MOTHER']);
  });
});
