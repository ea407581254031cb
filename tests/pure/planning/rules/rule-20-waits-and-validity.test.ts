import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../../subgraphs/language/time-limit.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import type { MatterWait, Plan } from '../../../../subgraphs/planning/types.ts';
import { type CatalogueOf, days, inputOf, is, made, open, planOf, stages, use } from './catalogue-of.ts';

const wait = (limit: TimeLimit, more: Partial<MatterWait> = {}): MatterWait => ({
  code: 'notice',
  titles: { zh: '公告', en: 'notice' },
  limit,
  since: 'PREVIOUS',
  condition: null,
  legalBasis: { title: 'law', article: null, documentNumber: null },
  ...more,
});
const natural = (amount: number): TimeLimit => ({ amount, unit: 'NATURAL_DAY' });

/** A takes three working days, B waits for A's result, then `waits`, then takes two. */
const chain = (waits: ReadonlyArray<MatterWait>, more: Partial<CatalogueOf> = {}): CatalogueOf => ({
  matters: {
    a: { limit: days(3), makes: [made('result', 'MOTHER')] },
    b: { limit: days(2), rows: { r: [use('result', 'MOTHER')] }, waits },
  },
  questions: { notice: {} },
  ...more,
});
const ended = ({ criticalPath, reduction, filings }: Plan) => ({
  after: criticalPath.workingDays,
  before: reduction.before.workingDays,
  due: filings.find(({ matter }) => matter === 'b')?.endsAfterWorkingDays,
});

describe('rule 20: a wait before a matter, nobody’s work', () => {
  it.each<readonly [string, ReadonlyArray<MatterWait>, number]>([
    ['none', [], 5],
    ['working days, from when the matter before is done', [wait(days(10))], 15],
    // 24 November and three working days are Friday the 27th; the tenth natural day after is Monday the 7th.
    ['natural days fall on the calendar', [wait(natural(10))], 3 + 6 + 2],
    // The eighth day after is a Saturday: it ends on the Monday.
    ['a last day off moves on', [wait(natural(8))], 3 + 6 + 2],
    ['from the beginning, it runs beside what is done before', [wait(days(10), { since: 'BEGINNING' })], 12],
    ['from the beginning, and over sooner than that', [wait(days(2), { since: 'BEGINNING' })], 5],
    ['of two the longer', [wait(days(10)), wait(days(4), { code: 'other' })], 15],
    ['one that does not apply here', [wait(days(10), { condition: is('notice') })], 5],
  ])('%s', (_name, waits, total) => {
    const plan = planOf(chain(waits, { answers: { notice: false } }));
    expect(ended(plan)).toEqual({ after: total, before: total, due: total });
    expect(stages(plan)).toEqual({ a: 1, b: 2 });
  });

  it('is told with its step, where it applies', () => {
    const waits = [wait(days(10), { condition: is('notice') })];
    const told = (answers: Readonly<Record<string, unknown>>) =>
      planOf(chain(waits, { answers })).steps.map((step) => step.waits.map(({ code }) => code));
    expect(told({ notice: true })).toEqual([[], ['notice']]);
    expect(told({ notice: false })).toEqual([[], []]);
  });

  it('is counted while it is unknown, and asked about: it decides when the matter ends', () => {
    const plan = planOf(chain([wait(days(10), { condition: is('notice') })]));
    expect(plan.criticalPath.workingDays).toBe(15);
    expect(open(plan)).toEqual(['notice']);
    expect(planOf(chain([wait(days(10), { condition: is('notice') })], { answers: { notice: true } })).filings).toEqual(
      expect.arrayContaining([expect.objectContaining({ matter: 'b', questions: ['notice'] })]),
    );
  });

  it('a department that does not answer it has none that is known', () => {
    const input = inputOf(chain([wait(days(10))]));
    const silent = (input.matters ?? []).map((answer) => answer && { ...answer, waits: null });
    expect(buildPlan({ ...input, matters: silent }).criticalPath.workingDays).toBe(5);
  });

  it('another id for another wait', () => {
    // Over before A is: no day changes, but what is shown does.
    const waits = [[], ...[1, 2].map((limit) => [wait(days(limit), { since: 'BEGINNING' })])];
    expect(new Set(waits.map((each) => planOf(chain(each)).id)).size).toBe(3);
  });

  it('a held document is young on the day that the wait leaves it', () => {
    const held = (limit: number) =>
      planOf({
        held: [{ documentType: 'card', subject: 'MOTHER', trust: 'A', issuedOn: '2026-11-20' }],
        matters: {
          m: {
            waits: [wait(days(limit))],
            rows: { r: [use('card', 'MOTHER', { use: 'ELECTRONIC', maximumAgeDays: 11 })] },
          },
        },
      }).materials.length;
    // Eleven days old on 1 December, five working days on.
    expect([held(5), held(6)]).toEqual([0, 1]);
  });
});

describe('rule 20: a result with a validity', () => {
  const valid = (duration: string | null): CatalogueOf =>
    chain([wait(natural(30))], {
      matters: {
        a: {
          limit: days(3),
          makes: [made('result', 'MOTHER')],
          validity: { duration, untils: duration === null ? { zh: '变更', en: 'a change' } : null },
        },
        b: { limit: days(2), rows: { r: [use('result', 'MOTHER')] }, waits: [wait(natural(30))] },
      },
    });
  // Issued on 27 November; B begins on 28 December, the 30 days ending on a Sunday.
  it.each<readonly [string | null, ReadonlyArray<string>]>([
    ['P1Y', []],
    ['P31D', []],
    ['P30D', ['a', 'b']],
    ['P4W', ['a', 'b']],
    ['P1M', ['a', 'b']],
    ['P1M1D', []],
    [null, []],
    ['P', []],
    ['P0D', []],
  ])('that holds %s: told where it has expired when its taker begins', (duration, matters) => {
    const plan = planOf(valid(duration));
    const told = plan.warnings.filter(({ code }) => code === 'RESULT_EXPIRES_BEFORE_USE');
    expect(told.flatMap((warning) => warning.matters)).toEqual(matters);
    expect(plan.account.map(({ fate }) => fate)).toEqual(['PRODUCED']);
    expect(plan.filings[0]?.issues.map(({ validity }) => validity)).toEqual([duration]);
  });

  it('says of what, until when, and what to do', () => {
    const [warning] = planOf(valid('P4W')).warnings;
    expect(warning?.message.en).toContain('holds until 2026-12-25 and has expired when "name b" begins');
    expect(warning?.message.zh).toContain('2026-12-25');
  });
});
