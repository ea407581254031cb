import { groupBy } from '../../../language/group-by.ts';
import type { Rule } from '../../rule.ts';

/**
 * 就高享受的一组待遇，有的没有标准，或发放周期不同。
 * Of a group of benefits of which the highest is granted, one has no amount, or they pay at different times.
 *
 * @why 没有标准或按月与一次性相比，无法判断哪一个较高，申请人会得到较低的一个。
 * Without an amount, or by the month against once, nobody can tell which is higher, and the lower one may be granted.
 * @mend 为各事项写明 benefits，并折算为同一发放周期。
 * Give each matter its benefits, all at the same times.
 * @source subgraphs/planning/PLANNING.md: Entitlement
 */
export const rule: Rule = {
  code: 'BENEFITS_NOT_COMPARABLE',
  severity: 'error',
  perFile: true,
  *find({ lifeEvents, matterOf }) {
    for (const { file, value } of lifeEvents) {
      const members = groupBy([...value.members.entries()], ([, { exclusiveGroup }]) => exclusiveGroup);
      for (const { code } of (value.groups ?? []).filter(({ choose }) => choose === 'HIGHEST_BENEFIT')) {
        const first = (members.get(code) ?? []).flatMap(
          ([, { matter }]) => matterOf.get(matter)?.value.benefits ?? [],
        )[0];
        for (const [index, { matter }] of members.get(code) ?? []) {
          const benefits = matterOf.get(matter)?.value.benefits ?? [];
          if (benefits[0] && benefits.every(({ per }) => per === first?.per)) continue;
          yield {
            file,
            at: ['members', index, 'exclusiveGroup'],
            message: {
              zh: `“${matter}”没有待遇标准，或发放周期与“${code}”组的其他待遇不同，无法比较。`,
              en: `"${matter}" has no amount, or not at the times of the others of the group "${code}": they cannot be compared.`,
            },
            mend: { zh: '请写明 benefits，折算为同一周期。', en: 'Give it benefits, at the same times as the others.' },
          };
        }
      }
    }
  },
};
