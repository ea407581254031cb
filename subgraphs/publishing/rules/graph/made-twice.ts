import { evaluate } from '../../../language/conditions.ts';
import type { Catalogue } from '../../catalogue.ts';
import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile } from '../../shapes.ts';
import { situationsOf, someDay } from '../../situations.ts';

/**
 * 一件事中两个会同时办理的事项出具同一份材料。
 * Two matters of an event that are done together issue the same document.
 *
 * @why 申请人拿到两份，后续部门不知以哪一份为准；办理先后也无法确定。
 * The citizen gets two of it, nobody knows which one holds, and the order of work is open.
 * @mend 改正其中一个的结果或 spec，或用 exclusiveGroup、condition 说明只办其一。
 * Correct the result or its spec at one of them, or say by exclusiveGroup or condition that one alone is done.
 * @source subgraphs/planning/PLANNING.md: Makers
 */
export const rule: Rule = {
  code: 'MADE_TWICE',
  severity: 'warning',
  *find(catalogue) {
    const told = new Set<string>();
    for (const { value: event } of catalogue.lifeEvents) {
      const makers = new Map<string, number[]>();
      for (const [index, { matter }] of event.members.entries()) {
        const entry = catalogue.matterOf.get(matter);
        for (const [at, result] of (entry?.value.results ?? []).entries()) {
          const key = documentKey(result);
          const earlier = (makers.get(key) ?? []).find((other) => together(event, other, index, catalogue));
          makers.set(key, [...(makers.get(key) ?? []), index]);
          if (earlier === undefined || !entry || told.has(`${matter} ${at}`)) continue;
          told.add(`${matter} ${at}`);
          const other = event.members[earlier]?.matter ?? '';
          yield {
            file: entry.file,
            at: ['results', at],
            message: { zh: `“${other}”也出具这份材料。`, en: `"${other}" issues this document too.` },
            mend: { zh: '请改正其中之一，或说明只办其一。', en: 'Correct one of them, or say that one alone is done.' },
          };
        }
      }
    }
  },
};

function together({ members }: LifeEventFile, one: number, other: number, { questionOf }: Catalogue): boolean {
  const [first, second] = [members[one], members[other]];
  if (!first || !second) return false;
  if (first.exclusiveGroup !== undefined && first.exclusiveGroup === second.exclusiveGroup) return false;
  const conditions = [first.condition, second.condition];
  const situations = situationsOf(conditions, questionOf);
  return (situations ?? []).some((answers) =>
    conditions.every((each) => evaluate(each, { answers, questions: questionOf, today: someDay }) === 'TRUE'),
  );
}
