import { groupBy } from '../../../language/group-by.ts';
import type { Rule } from '../../rule.ts';

/**
 * 互斥组只有一个成员，或声明了没有成员的组。
 * A group of members of which one alone is done has one member, or is declared and has none.
 *
 * @why 要么是另一个成员漏写了 exclusiveGroup，要么组名写错：两个互斥的事项会同时列入申请人的清单。
 * Either another member was meant to be in it or the group's code is misspelt: matters that exclude each other are then both in a citizen's plan.
 * @mend 给其余成员写上同一个 exclusiveGroup，或删去该组。
 * Name the same exclusiveGroup at the other members, or take the group away.
 * @source subgraphs/planning/PLANNING.md: Groups
 */
export const rule: Rule = {
  code: 'GROUP_OF_FEWER_THAN_TWO',
  severity: 'warning',
  perFile: true,
  *find({ lifeEvents }) {
    for (const { file, value } of lifeEvents) {
      const indexed = value.members.map(({ exclusiveGroup }, index) => ({ exclusiveGroup, index }));
      const groups = groupBy(indexed, ({ exclusiveGroup }) => exclusiveGroup ?? '');
      const places = [
        ...[...groups].flatMap(([code, [first, second]]) =>
          code !== '' && first && !second ? [{ code, at: ['members', first.index, 'exclusiveGroup'] }] : [],
        ),
        ...(value.groups ?? []).flatMap(({ code }, index) =>
          groups.has(code) ? [] : [{ code, at: ['groups', index, 'code'] }],
        ),
      ];
      for (const { code, at } of places)
        yield {
          file,
          at,
          message: { zh: `组“${code}”不足两个成员。`, en: `The group "${code}" has fewer than two members.` },
          mend: { zh: '请补上成员，或删去该组。', en: 'Name its other members, or take it away.' },
        };
    }
  },
};
