import { createRegionTree } from '../../link/regions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 政策引向的一件事在该地区没有。
 * A policy leads to an event that its region has not got.
 *
 * @why 本人一点开，什么也办不成。
 * Whoever takes the offer can do nothing with it.
 * @mend 改正编码或地区，或先提供这件事。
 * Correct the code or the region, or offer the event first.
 * @source schema/catalogue/policies.schema.json
 */
export const rule: Rule = {
  code: 'POLICY_LEADS_NOWHERE',
  severity: 'error',
  whole: true,
  *find(catalogue) {
    const regions = createRegionTree(catalogue);
    for (const { file, value } of catalogue.policies)
      for (const [index, { leadsTo, region }] of value.policies.entries()) {
        if (!('event' in leadsTo) || regions.nearestEvent(leadsTo.event, region)) continue;
        yield {
          file,
          at: ['policies', index, 'leadsTo', 'event'],
          message: {
            zh: `地区 ${region} 没有一件事“${leadsTo.event}”。`,
            en: `There is no event "${leadsTo.event}" in the region ${region}.`,
          },
          mend: { zh: '请改正编码或地区。', en: 'Correct the code or the region.' },
        };
      }
  },
};
