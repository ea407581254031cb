import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCodeTables } from '../../../scripts/catalogue/tables/columns.ts';
import { csvText, importing, materialCells, matterCells, told } from './build.ts';

const withCells = (change: Readonly<Record<string, string>>) => importing([csvText({ ...matterCells, ...change })]);
const withMaterial = (...changes: ReadonlyArray<Readonly<Record<string, string>>>) =>
  importing([
    csvText(matterCells),
    csvText(
      ...changes.map((change) => ({ ...materialCells, PAGE_NUM: '', ORIGINALNUM: '', COPIESNUM: '', ...change })),
    ),
  ]);
const matterOf = ({ changes }: Awaited<ReturnType<typeof importing>>) => parse(changes[0]?.after ?? 'null');

describe('a cell', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026/2/28', '2026-02-28'],
    ['2026.02.28', '2026-02-28'],
    ['2026年2月28日', '2026-02-28'],
    ['20260228', '2026-02-28'],
    ['46081', '2026-02-28'],
    ['２０２６－０２－２８', '2026-02-28'],
    [' 2026-02-28\u200b', '2026-02-28'],
  ])('that says the day %s is understood', async (written, day) => {
    expect(matterOf(await withCells({ PLAN_CANCEL_DATE: written })).validTo).toBe(day);
  });

  it.each(['2026-02-30', '28/02/2026', '02-28-2026', '2026年13月1日', '260228', '12', '99999'])(
    'that says %s is no day, and is told by its place',
    async (written) => {
      const plan = await withCells({ PLAN_CANCEL_DATE: written });
      expect(told(plan.faults)).toEqual(['H2 NOT_A_DATE']);
      expect(plan.changes).toEqual([]);
    },
  );

  it('is read without what nobody means by it', async () => {
    const plan = await withCells({
      TASK_CODE: ' ３３０３８１ＺＺ０００００００００００１ ',
      TASK_NAME: '\u00a0测试事项 ',
      LIMIT_SCENE_NUM: '１',
    });
    expect(told(plan.faults)).toEqual([]);
    expect(matterOf(plan)).toMatchObject({ code: '330381ZZ000000000001', title: { zh: '测试事项' }, visits: 1 });
  });

  it.each([
    [{ TASK_CODE: '测试' }, 'A2 NOT_A_CODE'],
    [{ TASK_CODE: '测试事项', TASK_NAME: '330381ZZ000000000001' }, 'A2 SWAPPED'],
    [{ CATALOG_CODE: '3.30381E+19' }, 'B2 SPOILT_CODE'],
    [{ TASK_NAME_EN: '' }, 'D2 MISSING'],
    [{ TASK_TYPE: '07' }, 'F2 UNDECLARED'],
    [{ LIMIT_SCENE_NUM: '一次' }, 'H2 NOT_A_COUNT'],
    [{ LIMIT_SCENE_NUM: '-1' }, 'H2 NOT_A_COUNT'],
    [{ HANDLE_TYPE: '窗口办理、飞鸽' }, 'H2 UNDECLARED'],
    [{ BY_LAW: '户口登记条例第七条' }, 'H2 NOT_A_BASIS'],
    [{ PROMISE_DAY: '3', PROMISE_TYPE: '' }, 'I2 LIMIT_HALF'],
    [{ PROMISE_TYPE: '工作日' }, 'A2 LIMIT_HALF'],
    [{ MATERIAL_COUNT: '4' }, 'H2 WRONG_COUNT'],
    [{ ACCEPT_CONDITION: '一\n二', ACCEPT_CONDITION_EN: 'one' }, 'I2 LINES_DIFFER'],
  ] as const)('with %j is told: %s', async (change, expected) => {
    expect(told((await withCells(change)).faults)).toEqual([expected]);
  });

  it.each([
    [{ PAGE_NUM: '3', ORIGINALNUM: '1', COPIESNUM: '1', MATERIAL_TYPE: '原件和复印件' }, 'G2 DO_NOT_ADD_UP'],
    [{ PAGE_NUM: '2', ORIGINALNUM: '2' }, 'H2 COUNT_OF_OTHER'],
    [{ PAGE_NUM: '2', COPIESNUM: '2', MATERIAL_TYPE: '收原件' }, 'I2 COUNT_OF_OTHER'],
    [{ MATERIAL_TYPE: '原件' }, 'F2 UNDECLARED'],
    [{ TASK_CODE: 'X1' }, 'A2 NO_SUCH_MATTER'],
  ] as const)('of a material with %j is told: %s', async (change, expected) => {
    expect(told((await withMaterial(change)).faults)).toEqual([expected]);
  });

  it('of a material says how many copies, where its numbers add up', async () => {
    const plan = await withMaterial({ PAGE_NUM: '2', ORIGINALNUM: '0', COPIESNUM: '2' });
    expect(told(plan.faults)).toEqual([]);
    expect(matterOf(plan).requirements[0].uses).toEqual([
      { type: 'resident-identity-card', subject: 'APPLICANT', use: 'COPY', copies: 2 },
    ]);
  });

  it('that the second row of a material has otherwise is told, and a row that stands twice', async () => {
    const other = { CATALOG_FILE_ID: 'photograph' };
    expect(told((await withMaterial({}, { ...other, MATERIAL_NAME: '照片' })).faults)).toEqual(['C3 ROWS_DISAGREE']);
    expect(told((await withMaterial({}, {})).faults)).toEqual(['B3 TWICE']);
    expect(told((await withMaterial({}, other)).faults)).toEqual([]);
  });
});

describe('a code table', () => {
  it('makes codes of what it declares, and of nothing else', async () => {
    const codes = readCodeTables('TASK_TYPE: { "07": PUBLIC_SERVICE }');
    const of = (type: string) => importing([csvText({ ...matterCells, TASK_TYPE: type })], { codes });
    expect(matterOf(await of('０７')).type).toBe('PUBLIC_SERVICE');
    expect(told((await of('08')).faults)).toEqual(['F2 UNDECLARED']);
  });

  it('may not declare what no file can hold', () => {
    expect(() => readCodeTables('TASK_TYPE: { "07": SOMETHING }')).toThrow(/SOMETHING/);
    expect(() => readCodeTables('NO_SUCH: { "07": LICENCE }')).toThrow(/NO_SUCH/);
  });
});

describe('a head', () => {
  it('names columns in Chinese as well, beside some that are not read', async () => {
    const named = csvText({
      实施编码: matterCells.TASK_CODE as string,
      备注: 'x',
      ...Object.fromEntries(Object.entries(matterCells).slice(1)),
    });
    const plan = await importing([named]);
    expect(told(plan.faults)).toEqual(['B1 COLUMN_NOT_READ']);
    expect(matterOf(plan).code).toBe('330381ZZ000000000001');
  });

  it('without a column that is needed, or with one twice, is told', async () => {
    const { AREA_CODE: _, ...rest } = matterCells;
    expect(told((await importing([csvText(rest)])).faults)).toEqual([' COLUMN_MISSING']);
    expect(told((await importing([csvText({ ...matterCells, 事项名称: 'x' })])).faults)).toEqual(['H1 COLUMN_TWICE']);
    expect(told((await importing(['a,b\n1,2'])).faults)).toEqual([' SHEET_NOT_READ']);
  });
});
