import { inBoth } from '../../../language/text.ts';
import { createRegionTree } from '../../link/regions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 免提交的适用地区不在本事项的地区之内。
 * A row is exempt in a region where its matter is not done so.
 *
 * @why 这条免提交永远不会适用，申请人在任何地方都要提交。
 * The exemption never holds, and the citizen is asked everywhere.
 * @mend 改为本事项地区的下级地区，或写到该地区自己的实施清单里。
 * Name a region within the matter's, or state it with the matter of that region.
 * @source subgraphs/planning/PLANNING.md: Exemption
 */
export const rule: Rule = {
  code: 'EXEMPT_NOWHERE',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    const { liesIn } = createRegionTree(catalogue);
    for (const { file, value } of catalogue.matters)
      for (const [index, { name, exemptions = [] }] of value.requirements.entries())
        for (const [at, { regions = [] }] of exemptions.entries())
          for (const [position, region] of regions.entries()) {
            if (liesIn(region, value.region) || liesIn(value.region, region)) continue;
            yield {
              file,
              at: ['requirements', index, 'exemptions', at, 'regions', position],
              message: {
                zh: `“${inBoth(name).zh}”免提交的地区 ${region} 不在本事项的地区 ${value.region} 之内。`,
                en: `"${inBoth(name).en}" is exempt in ${region}, which does not lie in ${value.region}, the matter's region.`,
              },
              mend: { zh: '请改为其下级地区。', en: 'Name a region within it.' },
            };
          }
  },
};
