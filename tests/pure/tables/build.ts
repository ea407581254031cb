import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegistry } from '../../../schema/registry.ts';
import type { CodeTables } from '../../../scripts/catalogue/tables/columns.ts';
import { type ImportPlan, planImport } from '../../../scripts/catalogue/tables/import-table.ts';
import type { Fault } from '../../../scripts/catalogue/tables/reasons.ts';
import { type Encoding, readSheets } from '../../../scripts/catalogue/tables/sheets.ts';

export const { departments } = readRegistry();
export const folder = (): string => mkdtempSync(join(tmpdir(), 'tables-'));

export const matterCells: Readonly<Record<string, string>> = {
  TASK_CODE: '330381ZZ000000000001',
  CATALOG_CODE: '000000000001',
  TASK_NAME: '测试事项',
  TASK_NAME_EN: 'A matter',
  AREA_CODE: '330381000000',
  TASK_TYPE: '公共服务',
  DEPT_NAME: '瑞安市卫生健康局',
};
export const materialCells: Readonly<Record<string, string>> = {
  TASK_CODE: '330381ZZ000000000001',
  MATERIAL_CODE: 'ZZ-01',
  MATERIAL_NAME: '身份证',
  CATALOG_FILE_ID: 'resident-identity-card',
  MATERIAL_SUBJECT: 'APPLICANT',
  MATERIAL_TYPE: '复印件',
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A table of one row or several, all with the columns of the first. */
export function csvText(...rows: ReadonlyArray<Readonly<Record<string, string>>>): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
}

export async function importing(
  contents: ReadonlyArray<string | Uint8Array>,
  {
    codes = {},
    encoding = 'utf-8',
    roots = [folder()],
    department = 'health',
  }: { codes?: CodeTables; encoding?: Encoding; roots?: ReadonlyArray<string>; department?: string } = {},
): Promise<ImportPlan> {
  const read = [];
  for (const [index, content] of contents.entries()) {
    const path = join(folder(), `${'abc'[index]}.csv`);
    writeFileSync(path, content);
    read.push(await readSheets(path, { encoding, department, departments }));
  }
  const plan = planImport({ sheets: read.flatMap(({ sheets }) => sheets), codes, department, departments, roots });
  return { ...plan, faults: [...read.flatMap(({ faults }) => faults), ...plan.faults] };
}

/** `!B2 CODE`: where and what, without what the rules say of a catalogue that has nothing else in it. */
export const told = (faults: ReadonlyArray<Fault>): ReadonlyArray<string> =>
  faults.filter(({ code }) => code !== 'CATALOGUE').map(({ cell, code }) => `${cell} ${code}`);
