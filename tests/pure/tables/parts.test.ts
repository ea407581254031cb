import { describe, expect, it } from 'vitest';
import { mergeMatter } from '../../../scripts/catalogue/tables/merge.ts';
import { readTable } from '../../../scripts/catalogue/tables/rows.ts';
import { readFile } from '../../../subgraphs/publishing/read.ts';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import { csvText, importing, matterCells, told } from './build.ts';

const TASK_CODE = '330381ZZ000000000001';
const result = { TASK_CODE, RESULT_CODE: 'birth-certificate', RESULT_SUBJECT: 'CHILD' };
const fee = { TASK_CODE, FEE_NAME: '工本费', FEE_STAND: '5', BY_LAW: '浙价费〔2010〕1号' };
const field = { TASK_CODE, ELEMENT_CODE: 'name', ELEMENT_SUBJECT: 'CHILD', ELEMENT_NEED: '必填' };

const read = (...tables: ReadonlyArray<string>) => importing([csvText(matterCells), ...tables]);
const matterOf = async (...tables: ReadonlyArray<string>): Promise<MatterFile> => {
  const { changes, faults } = await read(...tables);
  expect(told(faults)).toEqual([]);
  const text = changes[0]?.after ?? '';
  return readFile({ path: 'a.yaml', text, kind: 'matter', department: 'health' }).file.value as MatterFile;
};

describe('tables of results, fees and fields', () => {
  it('fill what a new matter issues and asks for', async () => {
    const { results, formFields } = await matterOf(
      csvText(
        { ...result, RESULT_SPEC: '', RESULT_VALIDITY: '3年' },
        { ...result, RESULT_SPEC: '副页', RESULT_VALIDITY: 'P1Y6M' },
      ),
      csvText(field, { ...field, ELEMENT_SUBJECT: 'MOTHER', ELEMENT_NEED: '否' }),
    );
    expect(results).toEqual([
      { type: 'birth-certificate', subject: 'CHILD', validity: 'P3Y' },
      { type: 'birth-certificate', subject: 'CHILD', spec: '副页', validity: 'P1Y6M' },
    ]);
    expect(formFields).toEqual([
      { element: 'name', subject: 'CHILD', required: true },
      { element: 'name', subject: 'MOTHER', required: false },
    ]);
  });

  it.each([
    ['5', 500],
    ['5.5元', 550],
    ['￥0.05', 5],
  ])('read %s yuan as %i fen', async (FEE_STAND, amountFen) => {
    expect((await matterOf(csvText({ ...fee, FEE_STAND }))).costs).toEqual([
      { item: '工本费', amountFen, basis: '浙价费〔2010〕1号' },
    ]);
  });

  it('take words for how long a result holds', async () => {
    const { results } = await matterOf(
      csvText({ ...result, RESULT_UNTIL: '年满十六', RESULT_UNTIL_EN: 'until sixteen' }),
    );
    expect(results).toEqual([
      { type: 'birth-certificate', subject: 'CHILD', validity: { until: { zh: '年满十六', en: 'until sixteen' } } },
    ]);
  });

  it.each([
    ['an amount with a third place', csvText({ ...fee, FEE_STAND: '5.005' }), 'C2 NOT_AN_AMOUNT'],
    ['an amount in words', csvText({ ...fee, FEE_STAND: '五元' }), 'C2 NOT_AN_AMOUNT'],
    ['a fee without its law', csvText({ ...fee, BY_LAW: ' ' }), 'D2 MISSING'],
    ['a period in words', csvText({ ...result, RESULT_VALIDITY: '长期' }), 'D2 NOT_A_DURATION'],
    ['a period of nothing', csvText({ ...result, RESULT_VALIDITY: 'P' }), 'D2 NOT_A_DURATION'],
    ['two ways to hold', csvText({ ...result, RESULT_VALIDITY: 'P1Y', RESULT_UNTIL: '至' }), 'E2 TWO_VALIDITIES'],
    ['a word that is none of the column’s', csvText({ ...field, ELEMENT_NEED: '视情况' }), 'D2 UNDECLARED'],
    ['the same field twice', csvText(field, { ...field, ELEMENT_NEED: '否' }), 'B3 TWICE'],
    ['a matter that nobody has', csvText({ ...fee, TASK_CODE: 'ZZ-9' }), 'A2 NO_SUCH_MATTER'],
  ])('refuse %s by its cell', async (_what, table, expected) => {
    expect(told((await read(table)).faults)).toEqual([expected]);
  });

  it('change of what a file has what they say, and nothing else; what they no longer name stays and is told', async () => {
    const table = csvText({ ...result, RESULT_VALIDITY: 'P2Y' });
    const fields = csvText({ ...field, ELEMENT_NEED: '否' });
    const until = { zh: '年满十六', en: 'until sixteen' };
    const [one, other] = [
      { element: 'name', subject: 'CHILD', required: true, condition: { question: 'married', equals: true } },
      { element: 'name', subject: 'MOTHER', required: true },
    ];
    const before = {
      code: TASK_CODE,
      requirements: [],
      results: [{ type: 'birth-certificate', subject: 'CHILD', validity: { until } }],
      costs: [{ item: '工本费', amountFen: 500, basis: '依据' }],
      formFields: [one, other],
    } as unknown as MatterFile;
    const rows = [table, fields].flatMap((text) => {
      const cells = text.split('\r\n').map((line) => line.slice(1, -1).split('","'));
      return readTable({ name: 'a', rows: cells }, {}).rows;
    });
    const { matter, faults } = mergeMatter(before, undefined, rows);
    expect(matter.results).toEqual([{ type: 'birth-certificate', subject: 'CHILD', validity: 'P2Y' }]);
    expect(matter.formFields).toEqual([{ ...one, required: false }, other]);
    expect(matter.costs).toBe(before.costs);
    expect(faults).toMatchObject([
      { code: 'KEPT', isNote: true, message: { en: expect.stringContaining('name MOTHER') } },
    ]);
  });
});
