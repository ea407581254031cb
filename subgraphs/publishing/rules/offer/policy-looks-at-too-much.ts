import { comparisonsOf, questionsOf } from '../../../language/conditions.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { PoliciesFile } from '../../desk-shapes.ts';
import type { Rule } from '../../rule.ts';

type Policy = PoliciesFile['policies'][number];

/**
 * 政策查看了既不用于判断、也不带入所引向事项的情形。
 * A policy has a fact looked at that neither decides it nor is asked in what it leads to.
 *
 * @why 处理个人信息限于实现目的的最小范围（个人信息保护法第六条）。
 * Of people no more is looked at than the purpose needs (Personal Information Protection Law, article 6).
 * @mend 从 facts 中去掉。
 * Take it out of facts.
 * @source 中华人民共和国个人信息保护法 第六条
 */
export const rule: Rule = {
  code: 'POLICY_LOOKS_AT_TOO_MUCH',
  severity: 'error',
  whole: true,
  *find(catalogue) {
    for (const { file, value } of catalogue.policies)
      for (const [index, policy] of value.policies.entries()) {
        const needed = new Set([
          ...comparisonsOf(policy.condition).flatMap(questionsOf),
          ...askedIn(policy, catalogue),
        ]);
        for (const [place, { question }] of policy.facts.entries()) {
          if (needed.has(question)) continue;
          yield {
            file,
            at: ['policies', index, 'facts', place, 'question'],
            message: { zh: `“${question}”没有用处。`, en: `"${question}" is of no use here.` },
            mend: { zh: '请从 facts 中去掉。', en: 'Take it out of facts.' },
          };
        }
      }
  },
};

/** Questions of the event, or of the matter, that a policy leads to. */
function askedIn(
  { leadsTo }: Policy,
  { comparisons, lifeEvents, matters }: Pick<Catalogue, 'comparisons' | 'lifeEvents' | 'matters'>,
): ReadonlyArray<string> {
  const events = 'event' in leadsTo ? lifeEvents.filter(({ value }) => value.code === leadsTo.event) : [];
  const codes = new Set(
    'matter' in leadsTo ? [leadsTo.matter] : events.flatMap(({ value }) => value.members.map(({ matter }) => matter)),
  );
  const files = new Set(
    [...events, ...matters.filter(({ value }) => codes.has(value.code))].map(({ file }) => file.path),
  );
  return comparisons.filter(({ file }) => files.has(file.path)).flatMap(({ comparison }) => questionsOf(comparison));
}
