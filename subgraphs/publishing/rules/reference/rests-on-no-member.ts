import type { Rule } from '../../rule.ts';

/**
 * 事项以另一事项为前提，而后者不在这件事中，或就是它自己。
 * A matter rests on one that is no other member of the event.
 *
 * @why 前提事项不在同一件事中，就没有受理条件可以沿用，不符合条件的人仍会提交。
 * Nothing is taken over from a matter that is not done with it, and who is not entitled applies all the same.
 * @mend 把前提事项加入 members，或删去 restsOn 中的编码。
 * Add the matter to members, or remove it from restsOn.
 * @source subgraphs/planning/PLANNING.md: Entitlement
 */
export const rule: Rule = {
  code: 'RESTS_ON_NO_MEMBER',
  severity: 'error',
  perFile: true,
  *find({ lifeEvents }) {
    for (const { file, value } of lifeEvents) {
      const members = new Set(value.members.map(({ matter }) => matter));
      for (const [index, { matter, restsOn = [] }] of value.members.entries())
        for (const [at, other] of restsOn.entries()) {
          if (members.has(other) && other !== matter) continue;
          yield {
            file,
            at: ['members', index, 'restsOn', at],
            message: {
              zh: `“${matter}”所依据的“${other}”不是这件事的另一个成员。`,
              en: `"${matter}" rests on "${other}", which is no other member of the event.`,
            },
            mend: { zh: '请加入 members，或从 restsOn 中删去。', en: 'Add it to members, or remove it from restsOn.' },
          };
        }
    }
  },
};
