import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../../scripts/check/command.ts';
import { type Coverage, coverageOf } from '../../../scripts/check/coverage.ts';
import { percent } from '../../../scripts/check/formats/standing.ts';
import { eventPlans } from '../../../scripts/check/graphs.ts';
import { mergeDeskOf } from '../../../scripts/check/merge-desk.ts';
import { withSavings } from '../../../scripts/check/merge-savings.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { catalogueOf, changed } from '../publishing/rule-cases.ts';
import { isReport, layer, run } from './run.ts';

const share = { of: 0, holds: 0 };
const none: Coverage = {
  departments: 0,
  matters: 0,
  materials: 0,
  events: 0,
  online: share,
  oneVisit: share,
  legalBasis: share,
  licence: share,
};
const file = (text?: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'trend-')), 'trend.jsonl');
  if (text !== undefined) writeFileSync(path, text);
  return path;
};
const covering =
  (coverage: Coverage): NonNullable<Surroundings['examine']> =>
  () => ({
    layers: [layer('CATALOGUE', () => ({ findings: [] }))],
    consequences: () => ({ coverage }),
  });
const ran = (path: string, date: string, matters: number, more: ReadonlyArray<string> = []) =>
  run(['--trend', path, '--date', date, ...more], { examine: covering({ ...none, matters }) });
const days = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).date);

describe('the trend', () => {
  it('says nothing at first, and then what is otherwise than at the run before', async () => {
    const path = file();
    expect((await ran(path, '2026-11-20', 3)).out).not.toContain('→');
    expect((await ran(path, '2026-11-27', 5)).out).toContain('2026-11-20: 事项 matters 3 → 5');
    const { code, out } = await ran(path, '2026-11-28', 4, ['--json']);
    const report = JSON.parse(out);
    expect([code, isReport(report), report.trend.since.date, report.trend.now.coverage.matters]).toEqual([
      0,
      true,
      '2026-11-27',
      4,
    ]);
    expect(days(path)).toEqual(['2026-11-20', '2026-11-27', '2026-11-28']);
  });

  it('keeps one run of a day, the last, and at most four hundred', async () => {
    const path = file();
    await ran(path, '2026-11-20', 3);
    await ran(path, '2026-11-20', 4);
    expect(days(path)).toEqual(['2026-11-20']);
    const [line] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(
      path,
      Array.from({ length: 450 }, (_, day) =>
        String(line).replace('2026-11-20', new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
      ).join('\n'),
    );
    await ran(path, '2026-11-27', 3);
    expect([days(path).length, days(path).at(-1)]).toEqual([400, '2026-11-27']);
  });

  it('is compared with an earlier day alone', async () => {
    const path = file();
    await ran(path, '2026-12-01', 9);
    expect((await ran(path, '2026-11-27', 3)).out).not.toContain('→');
  });

  it('is left as it is where the run broke off, and refused where the file holds something else', async () => {
    const path = file();
    const broken = layer('API', () => {
      throw new Error('no');
    });
    const examine = () => ({ layers: [broken], consequences: () => ({ coverage: none }) });
    expect((await run(['--trend', path], { examine })).code).toBe(3);
    expect(existsSync(path)).toBe(false);
    for (const text of ['{', '{"date":"2026-11-20"}', 'x'.repeat(2 ** 20 + 1)])
      expect((await ran(file(text), '2026-11-27', 3)).code).toBe(2);
  });
});

type Matters = Parameters<typeof mergeDeskOf>[0];
const catalogue = (
  matters: ReadonlyArray<object>,
  types: ReadonlyArray<object>,
): Matters & Parameters<typeof coverageOf>[0] =>
  ({
    matters: matters.map((value, index) => ({ value, department: `d${index % 2}`, file: { path: `${index}` } })),
    documentTypes: [{ value: { documentTypes: types }, file: { path: 'types.yaml' } }],
    lifeEvents: [{}],
  }) as never;
const type = (code: string, zh: string, more: object = {}) => ({ code, name: { zh, en: code }, aliases: [], ...more });
const both = (text: string) => ({ zh: text, en: text });
const asks = (title: string, ...types: ReadonlyArray<string>) => ({
  title: both(title),
  requirements: [{ options: types.map((each) => ({ uses: [{ type: each }] })) }],
});

describe('coverage', () => {
  it('counts what is stated, and nothing that is not', () => {
    const matters = [
      {
        channels: ['COUNTER', 'ONLINE'],
        visits: 1,
        legalBases: [{}],
        results: [{ type: 'a' }, { type: 'b' }],
        requirements: [{}, {}],
      },
      { channels: ['COUNTER'], visits: 2, legalBases: [] },
      { results: [{ type: 'a' }] },
    ];
    expect(coverageOf(catalogue(matters, [type('a', '甲', { licenceCode: 'x' }), type('b', '乙')]))).toEqual({
      departments: 2,
      matters: 3,
      materials: 2,
      events: 1,
      online: { of: 3, holds: 1 },
      oneVisit: { of: 3, holds: 1 },
      legalBasis: { of: 3, holds: 1 },
      licence: { of: 3, holds: 2 },
    });
  });

  it('is said to be whole of all alone', () => {
    expect([{ of: 1000, holds: 999 }, { of: 3, holds: 3 }, share].map(percent)).toEqual(['99 %', '100 %', '–']);
  });
});

describe('the merge desk', () => {
  const pair = [type('one', '结婚登记证明书'), type('two', '结婚登记证明')];
  it('has pairs that may be one, who asks for each, and leaves out what was told apart', () => {
    const desk = mergeDeskOf(
      catalogue([asks('甲', 'one'), asks('乙', 'one', 'two'), asks('乙', 'one')], [...pair, type('far', '营业执照')]),
    );
    expect(desk).toMatchObject({ total: 1, toldApart: 0 });
    expect(desk.pairs[0]).toMatchObject({
      one: { code: 'one', askedBy: [both('乙'), both('甲')], uses: 2 },
      other: { code: 'two', askedBy: [both('乙')], uses: 1 },
    });
    expect(desk.pairs[0]?.score).toBeCloseTo(10 / 11);
    const decided = [pair[0] as object, { ...pair[1], distinctFrom: ['one'] }];
    expect(mergeDeskOf(catalogue([], decided))).toMatchObject({ pairs: [], total: 0, toldApart: 1 });
  });

  it('shows a hundred, the most alike first, and counts all', () => {
    const types = Array.from({ length: 20 }, (_, index) =>
      type(`t${index}`, `出生医学证明${'副页'.repeat(index % 2)}`),
    );
    const { pairs, total } = mergeDeskOf(catalogue([], types));
    expect([pairs.length, total, pairs[0]?.score, (pairs[99]?.score ?? 1) < 1]).toEqual([100, 190, 1, true]);
  });

  it('says what citizens are asked for less once two are one, by pair and for all of them', () => {
    const types = { code: 'proof', name: { zh: '结婚证书', en: 'Proof of marriage' }, aliases: [], holding: 'JOINT' };
    const requirement = {
      code: 'R1-03',
      name: types.name,
      declaredSource: 'APPLICANT',
      uses: [{ type: 'proof', subject: 'PARENTS', use: 'INSPECT' }],
    };
    const asked = { 'document-types/all#/documentTypes/-': types, 'police/registration#/requirements/-': requirement };
    const saved = (set: Readonly<Record<string, unknown>>) => {
      const changedCatalogue = catalogueOf(changed({ set }));
      const plans = eventPlans(changedCatalogue, linkCatalogue(changedCatalogue), '2026-11-27');
      return withSavings(
        mergeDeskOf(changedCatalogue),
        plans.map(({ input }) => input),
      );
    };
    const desk = saved(asked);
    expect(desk.pairs.map(({ one, other }) => [one.code, other.code])).toEqual([['marriage-certificate', 'proof']]);
    expect(desk.saves).toMatchObject([{ event: 'birth' }]);
    const [before, after] = desk.saves?.[0]?.materials ?? [];
    expect(before).toBe((after ?? 0) + 1);
    expect(desk.pairs[0]?.saves).toEqual(desk.saves);
    const { 'police/registration#/requirements/-': _row, ...unasked } = asked;
    expect(saved(unasked).saves).toEqual([]);
  });
});
