import type { Rule } from '../../rule.ts';

/**
 * 一件事对同一材料行作了两次规定。
 * An event overrides one row twice.
 *
 * @why 只有第一条生效，第二条写了也没有人照办。
 * Only the first holds, and nobody learns that the second does not.
 * @mend 合并为一条。
 * Make one override of the two.
 * @source subgraphs/planning/PLANNING.md: Overrides
 */
export const rule: Rule = {
  code: 'OVERRIDDEN_TWICE',
  severity: 'error',
  perFile: true,
  *find({ lifeEvents }) {
    for (const { file, value } of lifeEvents)
      for (const [index, { overrides = [] }] of value.members.entries()) {
        const before = new Set<string>();
        for (const [at, { requirement }] of overrides.entries()) {
          if (before.has(requirement))
            yield {
              file,
              at: ['members', index, 'overrides', at, 'requirement'],
              message: {
                zh: `材料行“${requirement}”已另有规定。`,
                en: `The row "${requirement}" is overridden already.`,
              },
              mend: { zh: '请合并为一条。', en: 'Make one of the two.' },
            };
          before.add(requirement);
        }
      }
  },
};
