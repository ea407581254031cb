import { inBoth } from '../../../language/text.ts';
import { documentKey, usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 事项索要的材料正是它自己的结果。
 * A matter asks for the very document it issues.
 *
 * @why 办之前没有，办之后才有：这样的事项谁也办不成。
 * It does not exist before the matter is done, so nobody could ever apply.
 * @mend 改正材料类型、当事人，或用 spec 区分（如旧证与新证、正页与副页）。
 * Correct the document type or the party, or tell the two apart by spec (the old one and the new, the page kept and the page given).
 * @source subgraphs/planning/PLANNING.md: Produced in the event
 */
export const rule: Rule = {
  code: 'REQUIRES_ITS_OWN_RESULT',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      const results = new Set(value.results.map(documentKey));
      for (const [index, row] of value.requirements.entries()) {
        if (!usesOf(row).some((use) => results.has(documentKey(use)))) continue;
        yield {
          file,
          at: ['requirements', index],
          message: {
            zh: `“${inBoth(row.name).zh}”正是本事项自己的结果。`,
            en: `"${inBoth(row.name).en}" is what the matter itself issues.`,
          },
          mend: { zh: '请改正材料或规格。', en: 'Correct the document type or its spec.' },
        };
      }
    }
  },
};
