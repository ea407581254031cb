import { groupBy } from '../../../language/group-by.ts';
import { inBoth } from '../../../language/text.ts';
import { nominalWorkingDays } from '../../../language/time-limit.ts';
import { usesOf } from '../../documents.ts';
import { createRegionTree } from '../../link/regions.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';
import type { NodePath } from '../../source-file.ts';

/**
 * 下级的事项比上级的严：承诺更久、渠道更少，或无条件多要一种材料。
 * A region does a matter more strictly than the region above: it takes longer, has fewer channels, or asks everybody for a document more.
 *
 * @why 同一件事在本地更难办，申请人会问为什么；多半是没有跟着上级更新。
 * The same is harder here than elsewhere and citizens ask why; mostly the region above moved on.
 * @mend 改为与上级一致，或写明本地的依据（legalBasis）。
 * Make it as above, or state the local basis (legalBasis) at the row.
 * @source 国务院《关于加快推进政务服务标准化规范化便利化的指导意见》
 */
export const rule: Rule = {
  code: 'STRICTER_THAN_ABOVE',
  severity: 'warning',

  *find(catalogue) {
    const tree = createRegionTree(catalogue);
    const alike = groupBy(catalogue.matters, (each) => each.value.catalogCode);
    for (const { file, value } of catalogue.matters) {
      const above = alike
        .get(value.catalogCode)
        ?.find((other) => other.value.region !== value.region && tree.liesIn(value.region, other.value.region))?.value;
      if (!above) continue;
      for (const [at, zh, en] of differences(value, above))
        yield {
          file,
          at,
          message: { zh: `比 ${above.region} 的严：${zh}。`, en: `Stricter than in ${above.region}: ${en}.` },
          mend: { zh: '请改为一致，或写明依据。', en: 'Make it as above, or state the basis.' },
        };
    }
  },
};

function* differences(own: MatterFile, above: MatterFile): Iterable<readonly [NodePath, string, string]> {
  if (
    own.promisedLimit &&
    above.promisedLimit &&
    nominalWorkingDays(own.promisedLimit) > nominalWorkingDays(above.promisedLimit)
  )
    yield [['promisedLimit'], '承诺更久', 'it takes longer'];
  const missing = (above.channels ?? []).find((channel) => own.channels && !own.channels.includes(channel));
  if (missing) yield [['channels'], `没有 ${missing}`, `${missing} is no channel`];
  const asked = new Set(above.requirements.flatMap(usesOf).map(({ type }) => type));
  for (const [index, { uses, condition, legalBasis, name }] of own.requirements.entries()) {
    if (condition || legalBasis || !uses || uses.every(({ type }) => asked.has(type))) continue;
    const { zh, en } = inBoth(name);
    yield [['requirements', index], `多要“${zh}”`, `it asks for "${en}" besides`];
  }
}
