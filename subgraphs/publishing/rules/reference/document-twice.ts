import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 同一选项把同一份材料写了两次。
 * One option asks for the same document twice.
 *
 * @why 申请人要交两份相同的材料，或者两种用法互相矛盾。
 * Citizens hand it in twice, or its two uses contradict each other.
 * @mend 删去一处；确需两份的写明 copies。
 * Take one out; where two are needed, state copies.
 * @source subgraphs/planning/PLANNING.md: Document
 */
export const rule: Rule = {
  code: 'DOCUMENT_TWICE',
  severity: 'error',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { uses, options = [] }] of value.requirements.entries()) {
        const ways = [uses ?? [], ...options.map((option) => option.uses)];
        if (ways.every((way) => new Set(way.map(documentKey)).size === way.length)) continue;
        yield {
          file,
          at: ['requirements', index],
          message: { zh: '同一份材料写了两次。', en: 'The same document stands twice.' },
          mend: { zh: '请删去一处。', en: 'Take one out.' },
        };
      }
  },
};
