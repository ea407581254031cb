import type { Rule } from '../../rule.ts';

/**
 * 目录文件夹中有不会被读取的文件：文件夹名拼错、位置不对，或扩展名不是 .yaml、.yml。
 * A file lies among the catalogue files and is not read: its folder is misspelt or another, or it ends in something else than .yaml or .yml.
 *
 * @why 其中的内容不会发布，也没有人会发现：申请人办不到这一事项。
 * What it says is published nowhere and nobody notices: citizens do not find the matter.
 * @mend 移到所属的文件夹（部门编码见登记册），改用 .yaml 结尾，或移出目录文件夹。
 * Move it to the folder of its kind (a department's code is in the registry), let it end in .yaml, or take it out of these folders.
 * @source MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'FILE_NOT_READ',
  severity: 'error',
  perFile: true,
  *find({ files }) {
    for (const { file, kind } of files)
      if (kind === 'unread') yield { file, at: 0, ...(beingImported.test(file.path) ? interrupted : elsewhere) };
  },
};

/** What an import of tables has written and not put in its place yet. */
const beingImported = /\.importing$/;

const elsewhere = {
  message: { zh: '此文件不会被读取。', en: 'This file is not read.' },
  mend: {
    zh: '请移到所属的文件夹，并以 .yaml 结尾。',
    en: 'Move it to the folder of its kind, and let it end in .yaml.',
  },
};
const interrupted = {
  message: {
    zh: '表格导入中断：此文件还没有放到位，其他文件可能已经放好。',
    en: 'An import of tables was interrupted: this file was not put in its place, and others may have been.',
  },
  mend: {
    zh: '请重新运行同一次导入；或删去此文件，并用 git 恢复其他文件。',
    en: 'Run the same import again; or take this file away, and the others back with git.',
  },
};
