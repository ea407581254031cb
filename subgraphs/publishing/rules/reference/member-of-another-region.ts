import { createRegionTree } from '../../link/regions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一件事的事项由不包含该地区的另一地区办理。
 * A matter of an event is one of a region in which the event's region does not lie.
 *
 * @why 申请人会被派往没有管辖权的部门，申请不会被受理。
 * Citizens are sent to a department that is not competent for them.
 * @mend 改用本地区或其上级的事项，或改正事项的 region。
 * Name a matter of this region or of one above it, or correct the matter's region.
 * @source 《政务服务事项目录》: 行使层级
 */
export const rule: Rule = {
  code: 'MEMBER_OF_ANOTHER_REGION',
  severity: 'error',
  *find(catalogue) {
    const tree = createRegionTree(catalogue);
    const declared = new Set(catalogue.regions.flatMap(({ value }) => value.regions.map(({ code }) => code)));
    for (const { file, value: event } of catalogue.lifeEvents)
      for (const [index, { matter }] of event.members.entries()) {
        const known = catalogue.matterOf.get(matter)?.value;
        if (!known || !declared.has(known.region) || !declared.has(event.region)) continue;
        if (tree.liesIn(event.region, known.region) || tree.nearestMatter(known, event.region)) continue;
        yield {
          file,
          at: ['members', index, 'matter'],
          message: {
            zh: `“${known.title.zh}”由 ${known.region} 办理，${event.region} 不在其中。`,
            en: `"${known.title.en}" is a matter of ${known.region}, and ${event.region} does not lie in it.`,
          },
          mend: { zh: '请改用本地区或上级的事项。', en: 'Name a matter of this region or of one above.' },
        };
      }
  },
};
