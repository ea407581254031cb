import { usesOf } from '../../documents.ts';
import { normalText, withoutStraySpaces } from '../../normal-text.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';

/**
 * 区分两份材料的 spec 首尾有空格，或含有看不见、全角的字符。
 * The spec that tells two documents apart has spaces at its ends, or characters that are invisible or wide.
 *
 * @why 看上去相同的两份材料成了两种：一个部门出具的，另一个部门不认，申请人要去找没有人出具的材料。
 * What looks alike becomes two documents: what one department issues the other does not know, and citizens look for a paper that nobody issues.
 * @mend 删去这些字符；npm run check -- --fix 也会列出。
 * Remove these characters; "npm run check -- --fix" lists them too.
 * @source subgraphs/planning/PLANNING.md: Document
 */
export const rule: Rule = {
  code: 'SPEC_WITH_STRAY_CHARACTERS',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const { at, spec } of specsIn(value)) {
        const meant = withoutStraySpaces(normalText(spec));
        if (spec === meant) continue;
        yield {
          file,
          at,
          message: {
            zh: `spec “${meant}”含有看不见或多余的字符。`,
            en: `The spec "${meant}" holds characters that nobody sees.`,
          },
          mend: { zh: `请写作“${meant}”。`, en: `Write "${meant}".` },
        };
      }
  },
};

function* specsIn({ requirements, results }: MatterFile) {
  for (const [index, row] of requirements.entries())
    for (const { spec } of usesOf(row)) if (spec !== undefined) yield { at: ['requirements', index], spec };
  for (const [index, { spec }] of results.entries())
    if (spec !== undefined) yield { at: ['results', index, 'spec'], spec };
}
