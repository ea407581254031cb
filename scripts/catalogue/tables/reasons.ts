import type { Localized } from '../../../subgraphs/language/text.ts';

/** What may be wrong with a table or a document of linked data, and what to do: of a cell, a row, a column or a sheet. */
const sentences = {
  ENCODING: [
    '不是 UTF-8 编码。请另存为 UTF-8，或用 --encoding gbk 声明编码。',
    'It is not UTF-8. Save it so, or declare it: --encoding gbk.',
  ],
  CSV: [
    '第 {1} 行不是有效的 CSV：{2}。请检查引号是否成对。',
    'Line {1} is no CSV: {2}. See whether quotes are in pairs.',
  ],
  JSON: [
    '不是有效的 JSON：{1}。JSON-LD 文件为 UTF-8 编码的 JSON。',
    'It is no JSON: {1}. A file of JSON-LD is JSON in UTF-8.',
  ],
  NO_CONTEXT: [
    '没有 @context，其中的名称没有含义。请写入 CPSV-AP 的 @context，或导出时保留它。',
    'It has no @context, and so its names mean nothing. Write that of CPSV-AP, or keep it where the file is exported.',
  ],
  CONTEXT_UNKNOWN: [
    '@context “{1}”不是已知的地址，也不会从网络读取。请把其内容写进文件。',
    'The @context "{1}" is no address that is known, and nothing is fetched. Write what it holds into the file.',
  ],
  LINKED_DATA: [
    '不是有效的 JSON-LD：{1}。请对照 JSON-LD 1.1 改正。',
    'It is no JSON-LD: {1}. Correct it by JSON-LD 1.1, where the error is named so.',
  ],
  TERM_UNKNOWN: [
    '“{1}”没有含义：@context 未定义它，或不在 yjs 术语中。请改正或删去。{2}',
    '"{1}" has no meaning: the @context does not define it, or it is no term of yjs. Correct it or take it out.{2}',
  ],
  TERM_NOT_READ: ['“{1}”不会读取。', '"{1}" is not read.'],
  TEXT_NOT_READ: [
    '“{1}”不会读取：受理条件写在 yjs:acceptanceCondition 中。',
    '"{1}" is not read: conditions of acceptance stand in yjs:acceptanceCondition.',
  ],
  NO_SERVICES: [
    '其中没有 cpsv:PublicService。请检查 @type 和 @context。',
    'There is no cpsv:PublicService in it. See whether @type and @context are right.',
  ],
  DEPARTMENT_UNKNOWN: [
    '没有代码为“{1}”的部门。请改为 schema/subgraphs.yaml 中的代码。',
    'There is no department "{1}". Write a code of schema/subgraphs.yaml.',
  ],
  LEFT_OUT: [
    '其他部门的事项不在此次导入中，请分别用 --department 导入：{1}。',
    'Matters of other departments are left out; import them with their own --department: {1}.',
  ],
  SEVERAL_VALUES: [
    '“{1}”有 {2} 个值，只能有一个。请删去其余。',
    '"{1}" has {2} values and may have one. Take the others out.',
  ],
  NOT_IN_DOCUMENT: [
    '“{1}”不在此文件中。请补上，或删去引用。',
    '"{1}" is not in the file. Add it, or take the link out.',
  ],
  SAYS_OTHERWISE: ['此处为“{1}”，而 {2} 为“{3}”。请改为一致。', 'It says "{1}" here and "{3}" in {2}. Make them one.'],
  NOT_A_LIMIT: [
    '“{1}”不是以天、小时或分钟写的时限，例如 P5D、PT2H。',
    '"{1}" is no limit in days, hours or minutes, as P5D or PT2H are.',
  ],
  NOT_IN_YUAN: ['“{1}”不是人民币。请以元写金额。', '"{1}" is not the currency of China. Write the amount in yuan.'],
  NO_DOCUMENTS: ['没有列出任何材料，不会读取。', 'It lists no documents and is not read.'],
  VERSIONS: [
    '事项“{1}”在此文件中有几个版本。请每个文件只留一个版本。',
    'Matter "{1}" stands in several versions. Leave one in a file.',
  ],
  TOO_LARGE: ['超过上限（{1}）。请分成几个文件导入。', 'It is more than {1}. Import it in parts.'],
  MERGED: [
    '单元格 {1} 是合并的，只有左上角有值。请取消合并，逐格填写。',
    'Cells {1} are merged and only the first has a value. Unmerge them and fill in each.',
  ],
  SHEET_NOT_READ: [
    '此工作表没有以下任何一列，不会读取：{1}。',
    'This sheet has none of these columns and is not read: {1}.',
  ],
  COLUMN_NOT_READ: ['列“{1}”不会读取。', 'Column "{1}" is not read.'],
  COLUMN_TWICE: ['列“{1}”出现两次。请删去一列。', 'Column "{1}" stands twice. Take one away.'],
  COLUMN_MISSING: ['缺少必需的列“{1}”（{2}）。请补上。', 'Column "{1}" ({2}) is needed and not there. Add it.'],
  MISSING: ['“{1}”为空。请填写。', '"{1}" is empty. Fill it in.'],
  NOT_A_CODE: ['“{1}”不是编码：只能用字母、数字和 _ . -。', '"{1}" is no code: letters, digits and _ . - alone.'],
  SWAPPED: [
    '“{1}”不是编码，而“{2}”列像编码：两格可能填反了。请对调。',
    '"{1}" is no code, and column "{2}" looks like one: the two are probably swapped. Change them over.',
  ],
  SPOILT_CODE: [
    '“{1}”可能是被表格软件改成数字的编码，末位已丢失。请将该列设为文本后重新填写。',
    '"{1}" is probably a code that was made a number, with its last digits lost. Make the column text and fill it in anew.',
  ],
  NOT_A_COUNT: ['“{1}”不是非负整数。请只填数字。', '"{1}" is no whole number. Write digits alone.'],
  NOT_A_DATE: [
    '“{1}”不是存在的日期，或写法有歧义。请写作 2026-02-28。',
    '"{1}" is no date that exists, or can be read in two ways. Write 2026-02-28.',
  ],
  NOT_AN_AMOUNT: [
    '“{1}”不是金额：请写元，最多两位小数，例如 5.00。',
    '"{1}" is no amount: write yuan with at most two places, as in 5.00.',
  ],
  NOT_A_DURATION: [
    '“{1}”不是期限。请写作 P3Y 或 3年；至某事发生为止的，写在“有效至”列。',
    '"{1}" is no period. Write P3Y or 3年; what holds until something happens stands in the column RESULT_UNTIL.',
  ],
  TWO_VALIDITIES: [
    '“有效期”和“有效至”只能填一个。请删去一个。',
    'How long it holds is said twice. Leave one of RESULT_VALIDITY and RESULT_UNTIL.',
  ],
  UNDECLARED: [
    '“{1}”不在“{2}”的取值中（{3}），也没有声明。请改正，或用 --codes 声明代码表。',
    '"{1}" is none of the words of "{2}" ({3}) and is declared nowhere. Correct it, or declare the code table with --codes.',
  ],
  NOT_A_BASIS: [
    '“{1}”不是“《法律名称》条款”。请每行写一条依据。',
    '"{1}" is not written as 《law》article. Write one basis in each line.',
  ],
  LINES_DIFFER: ['中文 {1} 行，英文 {2} 行。请逐行对应。', '{1} lines in Chinese, {2} in English. Write one for each.'],
  LIMIT_HALF: ['时限与单位须同时填写。', 'A limit needs both its number and its unit.'],
  DO_NOT_ADD_UP: [
    '份数 {1} 不等于原件 {2} 加复印件 {3}。请改正。',
    '{1} in all are not {2} originals and {3} copies. Correct them.',
  ],
  WRONG_COUNT: [
    '写有 {1} 份材料，材料表中有 {2} 份。请核对。',
    'It says {1} materials, and there are {2} among the materials. See which is right.',
  ],
  COUNT_OF_OTHER: [
    '材料类型为“{1}”，却填了另一种份数。请改正。',
    'The type is "{1}", and the number is that of the other kind. Correct one of them.',
  ],
  TWICE: ['与 {1} 处重复。请删去一处。', 'It is the same as what stands at {1}. Take one away.'],
  NO_SUCH_MATTER: [
    '事项“{1}”既不在事项表中，也不在目录中。请先填写该事项。',
    'Matter "{1}" is neither in the table nor in the catalogue. Add the matter first.',
  ],
  OF_ANOTHER_DEPARTMENT: [
    '事项“{1}”属于部门 {2}。请在该部门导入。',
    'Matter "{1}" is one of the department {2}. Import it there.',
  ],
  ROWS_DISAGREE: [
    '同一材料的“{1}”与 {2} 处不同。请统一。',
    '"{1}" differs from what {2} says of the same material. Make them one.',
  ],
  OPTIONS_CHANGED: [
    '材料“{1}”的任选组数与目录不同，其适用情形不在表中。请在目录文件中修改。',
    'Material "{1}" has another number of options than its file, and the table lacks their conditions. Change it in the file.',
  ],
  KEPT: [
    '目录中的“{1}”不在表中，予以保留；如已取消请在目录文件中删除。',
    '"{1}" of the catalogue is not in the table and stays. If it is gone, take it out of the file.',
  ],
  CATALOGUE: ['{1}', '{2}'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type FaultCode = keyof typeof sentences;

/** One thing to mend in a table. Notes stop nothing. */
export interface Fault {
  readonly code: FaultCode;
  /** File, or file and sheet. */
  readonly sheet: string;
  /** As spreadsheets name it, `B7`; of linked data the thing and its term; empty: the whole. */
  readonly cell: string;
  readonly isNote: boolean;
  readonly message: Localized;
}

export function fault(
  code: FaultCode,
  sheet: string,
  cell: string,
  slots: ReadonlyArray<string | number> = [],
  isNote = false,
): Fault {
  const [zh, en] = sentences[code].map((text) =>
    text.replace(/\{(\d)\}/g, (_, number: string) => String(slots[Number(number) - 1] ?? '')),
  ) as [string, string];
  return { code, sheet, cell, isNote, message: { zh, en } };
}
