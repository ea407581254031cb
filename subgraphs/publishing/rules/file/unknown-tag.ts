import type { Rule } from '../../rule.ts';

/**
 * 文件用了没有意义的 YAML 标签，或 YAML 读取时有疑问的写法。
 * A file uses a tag that means nothing here, or is written so that the reader of YAML wonders.
 *
 * @why 值会按普通文字读取，与写的人的意思可能不同。
 * The value is read as plain text, which may be another than was meant.
 * @mend 删去以 ! 开头的标签，或给值加上引号。
 * Take away the tag that begins with !, or put the value in quotes.
 * @source YAML 1.2.2
 */
export const rule: Rule = {
  code: 'UNKNOWN_TAG',
  severity: 'warning',
  perFile: true,
  *find({ files }) {
    for (const { file } of files)
      for (const { message, offset } of file.syntaxWarnings)
        yield {
          file,
          at: offset,
          message: { zh: `YAML 有疑问：${message}`, en: `The reader of YAML wonders: ${message}` },
          mend: { zh: '请删去标签，或加上引号。', en: 'Take away the tag, or put the value in quotes.' },
        };
  },
};
