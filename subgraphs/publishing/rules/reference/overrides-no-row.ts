import { createRegionTree } from '../../link/regions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一件事对不存在的材料行另作规定。
 * An event overrides a row that its matter does not have.
 *
 * @why 部门改了行的编码，联办的规定就悄悄失效，申请人又被要求提交。
 * Once a department renames the row, what the reform waived is asked for again, and nobody is told.
 * @mend 改为该事项（含各地区自己的实施清单）现有的行编码，或删去该条。
 * Name a row that the matter has in every region of the event, or remove the override.
 * @source subgraphs/planning/PLANNING.md: Overrides
 */
export const rule: Rule = {
  code: 'OVERRIDES_NO_ROW',
  severity: 'error',
  *find(catalogue) {
    const regions = createRegionTree(catalogue);
    for (const { file, value } of catalogue.lifeEvents)
      for (const [index, { matter: code, overrides = [] }] of value.members.entries()) {
        const stated = catalogue.matterOf.get(code)?.value;
        if (!stated || overrides.length === 0) continue;
        // As each region of the event carries it out.
        const carriedOut = regions
          .within(value.region)
          .filter((region) => regions.nearestEvent(value.code, region) === value)
          .map((region) => regions.nearestMatter(stated, region)?.value ?? stated);
        for (const [at, { requirement }] of overrides.entries()) {
          const without = carriedOut.find(({ requirements }) => !requirements.some((row) => row.code === requirement));
          if (!without) continue;
          yield {
            file,
            at: ['members', index, 'overrides', at, 'requirement'],
            message: {
              zh: `“${without.code}”没有材料行“${requirement}”。`,
              en: `"${without.code}" has no row "${requirement}".`,
            },
            mend: { zh: '请改为现有的行编码，或删去该条。', en: 'Name a row that it has, or remove the override.' },
          };
        }
      }
  },
};
