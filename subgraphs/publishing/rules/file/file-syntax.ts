import type { Rule } from '../../rule.ts';

/**
 * 文件不是有效的 YAML。
 * A file is not valid YAML.
 *
 * @why 读不出内容的文件不能发布，其余文件也随之不发布：目录要么整体发布，要么不发布。
 * What cannot be read cannot be published, nor can the rest without it: a catalogue is published whole or not at all.
 * @mend 按提示的行列修正语法；常见原因是缩进、未闭合的括号或引号、重复的键。
 * Mend the syntax at the line named; mostly it is the indentation, an open bracket or quote, or a key given twice.
 * @source YAML 1.2.2
 */
export const rule: Rule = {
  code: 'FILE_SYNTAX',
  severity: 'error',
  perFile: true,
  *find({ files }) {
    for (const { file } of files) {
      // Of a file in another encoding that alone is said.
      if (file.unreadableAt !== undefined) continue;
      for (const { message, offset } of file.syntaxErrors)
        yield {
          file,
          at: offset,
          message: { zh: `不是有效的 YAML：${message}`, en: `Not valid YAML: ${message}` },
          mend: { zh: '请修正此处语法。', en: 'Mend the syntax here.' },
        };
    }
  },
};
