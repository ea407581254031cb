import type { KeyRow } from '../subgraphs/runtime/keys/rows.ts';
import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';

/** What a person at a terminal is told when things go well. Refusals stand in `schema/problems.yaml`. */
export const messages = {
  codesOfCatalogue: '目录中的编码，由 npm run compose 生成 Codes of the catalogue, written by "npm run compose"',
  ready: (address: string, seconds: string, revision: number): string =>
    `一件事 yijianshi is ready at ${address}/graphql (${seconds} s, catalogue revision ${revision})`,
  keys: (folder: string): string =>
    `各部分的密钥已写入 ${folder}。 The keys of each part are in ${folder}: each file is for its part's machine alone.`,
  carriedOut: (entries: number, folder: string): string =>
    `已写出 ${entries} 件，在 ${folder}。 ${entries} entries are written to ${folder}.`,
  carriedIn: (file: string, taken: number, lines: number): string =>
    `${file}：共 ${lines} 行，采纳 ${taken} 行。 ${taken} of ${lines} lines are taken.`,
  relayKeys: (folder: string): string =>
    `密钥已写入 ${folder}：ours.json 只留本方，for-them.json 交给对方。 The keys are in ${folder}: ours.json is for this side alone, for-them.json is for the other.`,
  keyBegun: (part: string, key: number, made: boolean): string =>
    made
      ? `${part}：已生成密钥 ${key}。 Key ${key} is made.`
      : `${part}：继续使用密钥 ${key}。 A rotation to key ${key} was begun before, and goes on.`,
  keysAwaited: (seconds: number): string =>
    `等待各进程读取新密钥（至多 ${seconds} 秒）。 Waiting for every process to know it (at most ${seconds} s).`,
  resealing: (part: string, where: string, done: number): string => `${part} ${where}: ${done}`,
  resealed: (part: string, done: number): string =>
    `${part}：已重新加密 ${done} 项，全部使用最新密钥。 ${done} sealed anew with the newest key.`,
  retired: (part: string, keys: ReadonlyArray<number>): string =>
    keys.length === 0
      ? `${part}：没有可停用的密钥。 No key to retire.`
      : `${part}：密钥 ${keys.join('、')} 已停用并删除。 Retired and removed: ${keys.join(', ')}.`,
  key: (
    part: string,
    { id, wrapped, wrapped_by, seals_at, seals }: KeyRow,
    suite: SuiteName | null,
    values: number,
  ): string => {
    const state = wrapped === null ? 'retired' : seals_at === null ? 'opens' : seals ? 'seals since' : 'seals from';
    return [part, id, state, ...(wrapped === null ? [] : [seals_at ?? '', suite, wrapped_by, values])].join('\t');
  },
  findingGone: (file: string, rule: string, { zh, en }: { readonly zh: string; readonly en: string }): string =>
    `${file} ${rule} 已消除 gone: ${zh} ${en}`,
  judgedAgain: (read: number, found: number, gone: number, ms: number): string =>
    `重新读取 ${read} 个文件，新增 ${found}，消除 ${gone}，${ms} 毫秒。 ${read} files read, ${found} new, ${gone} gone, ${ms} ms.`,
  tableRead: (rows: number, files: number, faults: number, notes: number): string =>
    `已读 ${rows} 行，涉及 ${files} 个文件；${faults} 处须修改，${notes} 处提示。 ${rows} rows read, ${files} files differ; ${faults} to mend, ${notes} notes.`,
  tableDry: '尚未写入；确认后加上 --write。 Nothing is written yet; add --write to do so.',
  tableRefused: '未写入任何文件。 No file is written.',
  tableWritten: (files: number): string => `已写入 ${files} 个文件。 ${files} files are written.`,
  tableExported: (file: string, rows: number): string => `${file}：${rows}`,
  editorSchemasWritten: (file: string): string =>
    `编辑器将按 ${file} 列出编码；增减编码后请再次运行。 Editors list the codes of ${file}; run it again where codes come and go.`,
  noDifference: '没有差异。 No difference.',
  published: (revision: number): string => `已发布第 ${revision} 版。 Revision ${revision} is published.`,
  proposed: (proposal: number): string =>
    `已提出第 ${proposal} 号发布建议，请他人批准。 Proposal ${proposal} is written down: somebody else approves it.`,
  approved: (proposal: number): string =>
    `第 ${proposal} 号发布建议已批准。 Proposal ${proposal} is approved, and may be published.`,
  stateKept: (revision: number, file: string): string =>
    `第 ${revision} 版已写入 ${file}，检查时与之比较。 Revision ${revision} is in ${file}: checks compare with it.`,
  publishedFrom: (revision: number, from: string): string =>
    `已发布第 ${revision} 版，自 ${from} 起施行。 Revision ${revision} is published and holds from ${from}.`,
  mended: (found: number, written: number): string =>
    `${found} 个文件可以规范书写，已写入 ${written} 个。 ${found} files can be written as they should be; ${written} are.`,
  unchanged: (revision: number): string =>
    `内容未变，仍为第 ${revision} 版。 Nothing changed: revision ${revision} stands.`,
};
