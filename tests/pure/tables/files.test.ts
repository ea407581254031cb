import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { type Change, writeChanges } from '../../../scripts/catalogue/tables/import-table.ts';
import { maxima } from '../../../scripts/catalogue/tables/sheet.ts';
import { csvText, folder, importing, matterCells, told } from './build.ts';

const workbook = (rows: ReadonlyArray<ReadonlyArray<unknown>>): Promise<Buffer> =>
  writeWorkbook([{ sheet: '事项', data: rows as never }]).toBuffer();
const head = Object.keys(matterCells);
const body = Object.values(matterCells);
const changedSheet = async (change: (xml: string) => string): Promise<Uint8Array> => {
  const files = unzipSync(await workbook([head, body]));
  const path = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] as Uint8Array))) });
};

/** A CSV in GBK: Node encodes none, so each character is looked for among all of its pairs of bytes. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    [...text].flatMap((each) => (each < '\x80' ? [each.charCodeAt(0)] : (bytes.get(each) as number[]))),
  );
}

describe('a file', () => {
  it('in GBK is read where that is declared, and refused where it is not', async () => {
    const bytes = gbk(csvText(matterCells));
    expect(told((await importing([bytes])).faults)).toEqual([' ENCODING']);
    const plan = await importing([bytes], { encoding: 'gbk' });
    expect(told(plan.faults)).toEqual([]);
    expect(plan.changes[0]?.after).toContain('测试事项');
  });

  it('in UTF-8 that is declared to be GBK is refused where it is none', async () => {
    expect(told((await importing(['TASK_NAME\n中'], { encoding: 'gbk' })).faults)).toEqual([' ENCODING']);
  });

  it('with a quotation that does not end is told by its line', async () => {
    expect(told((await importing(['TASK_NAME\n"a'])).faults)).toEqual([' CSV']);
  });

  it('of more than its maxima is refused: bytes, rows, columns, characters of a cell', async () => {
    expect(told((await importing(['x'.repeat(maxima.bytes + 1)])).faults)).toEqual([' TOO_LARGE']);
    expect(told((await importing([`TASK_NAME\n${'a\n'.repeat(maxima.rows)}`])).faults)).toContain(' TOO_LARGE');
    expect(told((await importing([`x${',x'.repeat(maxima.columns)}`])).faults)).toContain('GS1 TOO_LARGE');
    expect(
      told((await importing([csvText({ ...matterCells, TASK_NAME: '字'.repeat(maxima.cell + 1) })])).faults),
    ).toContain('C2 TOO_LARGE');
  });
});

describe('a workbook', () => {
  it('is read as a table is, its numbers and days too', async () => {
    const plan = await importing([
      await workbook([
        [...head, 'LIMIT_SCENE_NUM', 'PLAN_CANCEL_DATE'],
        [...body, 2, { value: new Date('2027-03-31'), type: Date, format: 'yyyy-mm-dd' }],
      ]),
    ]);
    expect(told(plan.faults)).toEqual([]);
    expect(plan.changes[0]?.after).toMatch(/visits: 2/);
    expect(plan.changes[0]?.after).toMatch(/validTo: "?2027-03-31/);
  });

  it('with merged cells is told which', async () => {
    const merged = await workbook([
      head,
      body,
      [{ value: body[0], columnSpan: 2, type: String }, null, ...body.slice(2)],
    ]);
    expect(told((await importing([merged])).faults)).toContain('A3 MERGED');
  });

  it('with a code that was made a number is told', async () => {
    const spoilt = await workbook([head, [3.303812e20, ...body.slice(1)]]);
    expect(told((await importing([spoilt])).faults)).toEqual(['A2 SPOILT_CODE']);
  });

  it('that would unpack into too much is refused before it is', async () => {
    const bytes = await workbook([head, body]);
    // The size that the first file of the archive's directory says of itself.
    const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(0x7fffffff, directory + 24);
    expect(told((await importing([bytes])).faults)).toEqual([' TOO_LARGE']);
  });

  it('with a cell at the end of the world is refused before a table up to it is made', async () => {
    const far = await changedSheet((xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(told((await importing([far])).faults)).toContain('XFD1048576 TOO_LARGE');
  });
});

describe('writing', () => {
  const change = (root: string, name: string, before: string | null): Change => {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    if (before !== null) writeFileSync(file, before);
    return { path: name, file, before, after: 'new' };
  };

  it('puts every file', () => {
    const root = folder();
    writeChanges([change(root, 'a.yaml', 'old'), change(root, 'b/c.yaml', null)]);
    expect([readFileSync(join(root, 'a.yaml'), 'utf8'), readFileSync(join(root, 'b/c.yaml'), 'utf8')]).toEqual([
      'new',
      'new',
    ]);
    expect(readdirSync(root)).toEqual(['a.yaml', 'b']);
  });

  it('puts none where one was changed meanwhile, or cannot be put', () => {
    const root = folder();
    const all = [change(root, 'a.yaml', 'old'), change(root, 'n.yaml', null), change(root, 'z.yaml', 'old')];
    writeFileSync(join(root, 'z.yaml'), 'somebody’s');
    expect(() => writeChanges(all)).toThrow(/z\.yaml was changed/);
    const blocked = [...all.slice(0, 2), { path: 'd', file: join(root, 'd'), before: null, after: 'new' }];
    mkdirSync(join(root, 'd'));
    expect(() => writeChanges(blocked)).toThrow();
    expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old');
    expect(existsSync(join(root, 'n.yaml'))).toBe(false);
    expect(readdirSync(root)).toEqual(['a.yaml', 'd', 'z.yaml']);
  });
});
