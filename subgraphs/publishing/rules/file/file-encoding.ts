import type { Rule } from '../../rule.ts';

/**
 * 文件不是 UTF-8 编码，或其中有已经读坏的字符（� 或“锟斤拷”）。
 * A file is not in UTF-8, or holds characters that were lost when it was read as another encoding.
 *
 * @why 用其他编码（如 GBK）保存的文件会以乱码发布，申请人看到的名称无法辨认。
 * A file in another encoding, such as GBK, would be published as rubbish: nobody could read the names.
 * @mend 在编辑器中以 UTF-8 重新保存；已经读坏的字符须重新填写。
 * Save it as UTF-8 in the editor; characters that are lost have to be written anew.
 * @source RFC 3629; GB 18030-2022
 */
export const rule: Rule = {
  code: 'FILE_ENCODING',
  severity: 'error',
  perFile: true,
  *find({ files }) {
    for (const { file } of files) {
      const lost = file.text.search(/\uFFFD|锟斤拷|锟斤/);
      const offset = file.unreadableAt ?? lost;
      if (offset === -1) continue;
      const isOther = file.unreadableAt !== undefined;
      // What is lost is a fault of the part that it stands in, the other of the whole file.
      yield {
        file,
        at: isOther ? offset : (partAt(file.value, file.text.slice(offset, offset + 1)) ?? offset),
        message: isOther
          ? { zh: '文件不是 UTF-8 编码。', en: 'The file is not in UTF-8.' }
          : {
              zh: '此处有已经读坏的字符。',
              en: 'Characters here were lost when the file was read as another encoding.',
            },
        mend: isOther
          ? { zh: '请以 UTF-8 编码重新保存。', en: 'Save it as UTF-8.' }
          : { zh: '请重新填写此处文字。', en: 'Write the text here anew.' },
      };
    }
  },
};

/** The first part whose text holds it. */
function partAt(value: unknown, lost: string, path: ReadonlyArray<string | number> = []): typeof path | undefined {
  if (typeof value === 'string') return value.includes(lost) ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = partAt(member, lost, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
