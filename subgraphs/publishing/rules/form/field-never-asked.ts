import type { Rule } from '../../rule.ts';
import { doingsIn, situationsOfDoing } from '../../walk-rows.ts';

/**
 * 没有任何情形需要这个字段：它的 condition 在事项会办理的情形中从不成立。
 * No situation ever asks a field: its condition holds nowhere where its matter is done.
 *
 * @why 部门以为会收到这个值，却永远收不到；必填也不起作用。
 * The department believes that it gets the value and never does, required or not.
 * @mend 改正字段的 condition，或删去该字段。
 * Correct the field's condition, or take the field out.
 * @source subgraphs/planning/PLANNING.md: One form
 */
export const rule: Rule = {
  code: 'FIELD_NEVER_ASKED',
  severity: 'error',
  *find({ matters, lifeEvents, questionOf }) {
    const done = doingsIn(lifeEvents);
    for (const { file, value: matter } of matters) {
      const doings = done.get(matter.code) ?? [{ condition: undefined }];
      const accepted = (matter.acceptance ?? []).map(({ condition }) => condition);
      for (const [index, { element, condition }] of matter.formFields.entries()) {
        if (!condition || situationsOfDoing({ condition }, accepted, doings, questionOf)?.length !== 0) continue;
        // Of what is done nowhere nothing is asked: that is said elsewhere.
        if (situationsOfDoing(undefined, accepted, doings, questionOf)?.length === 0) break;
        yield {
          file,
          at: ['formFields', index, 'condition'],
          message: { zh: `没有任何情形需要字段“${element}”。`, en: `No situation asks the field "${element}".` },
          mend: { zh: '请改正 condition，或删去该字段。', en: 'Correct its condition, or take the field out.' },
        };
      }
    }
  },
};
