import { createPlanInputs } from '../../link/events.ts';
import { plannedSituations } from '../../planned.ts';
import type { Rule } from '../../rule.ts';
import { someDay } from '../../situations.ts';

/**
 * 一件事中某个结果在后续事项用到它之前就已失效。由为申请人制订计划的内核按情形试排得出。
 * A result of an event no longer holds when the matter that needs it begins. Found by the core that plans for citizens.
 *
 * @why 申请人办完前一个事项，到后一个时材料已经过期，只能重办。
 * Citizens get it and it is void before they can use it: they have to begin again.
 * @mend 延长有效期，缩短中间事项的时限，或让后一个事项先办。
 * Lengthen its validity, shorten what lies between, or let the matter that needs it come first.
 * @source subgraphs/planning/PLANNING.md: Rule 12
 */
export const rule: Rule = {
  code: 'VOID_BEFORE_IT_IS_USED',
  severity: 'warning',
  *find(catalogue) {
    let inputOf: ReturnType<typeof createPlanInputs> | undefined;
    for (const { file, value: event } of catalogue.lifeEvents) {
      const expiring = event.members.findIndex(({ matter }) =>
        catalogue.matterOf.get(matter)?.value.results.some(({ validity }) => isShort(validity)),
      );
      if (expiring < 0) continue;
      inputOf ??= createPlanInputs(catalogue, someDay);
      for (const { plan, situation } of plannedSituations(inputOf(event))) {
        const told = plan.warnings.find(({ code }) => code === 'RESULT_EXPIRES_BEFORE_USE');
        if (!told) continue;
        yield {
          file,
          at: ['members', expiring, 'matter'],
          message: { zh: `${told.message.zh}（${situation}）`, en: `${told.message.en} (${situation})` },
          mend: { zh: '请延长有效期，或缩短中间的时限。', en: 'Lengthen its validity, or shorten what lies between.' },
        };
        break;
      }
    }
  },
};

/** What holds for years outlasts every event. */
const isShort = (validity: unknown): boolean => typeof validity === 'string' && !validity.includes('Y');
