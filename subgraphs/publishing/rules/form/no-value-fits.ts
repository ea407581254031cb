import { strictestOf } from '../../../language/strictest.ts';
import { schemaFaults } from '../../form-fields.ts';
import type { Rule } from '../../rule.ts';

/**
 * 没有一个值能满足字段的要求，如下限高于上限，或选项都不合类型。
 * No value meets what a field asks: its least is above its most, or none of its choices is of its type.
 *
 * @why 申请人怎么填都不对，含有该字段的申请表无法提交。
 * Whatever the citizen fills in is wrong, and a form that holds the field cannot be submitted.
 * @mend 核对各项要求；事项自己的要求会取代数据元的同名要求，其余仍取自数据元。
 * Look at each constraint; a matter's own replaces the data element's of the same name, and the others stay the element's.
 * @source JSON Schema 2020-12
 */
export const rule: Rule = {
  code: 'NO_VALUE_FITS',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    // Merged with no constraint at all, as the planner merges two departments' constraints.
    const impossible = schemaFaults(catalogue, (schema) =>
      strictestOf(schema, {}) === null ? JSON.stringify(schema) : undefined,
    );
    for (const { file, at, fault } of impossible)
      yield {
        file,
        at,
        message: { zh: `没有值能满足 ${fault}。`, en: `No value meets ${fault}.` },
        mend: { zh: '请核对上下限和选项。', en: 'Look at its bounds and choices.' },
      };
  },
};
