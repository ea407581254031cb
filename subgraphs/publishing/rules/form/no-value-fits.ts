import { type FieldSchema, schemaFaults } from '../../form-fields.ts';
import type { Rule } from '../../rule.ts';

/** A bound below, the bound above it, and whether a value may lie on both. */
const bounds: ReadonlyArray<readonly [least: string, most: string, mayMeet: boolean]> = [
  ['minLength', 'maxLength', true],
  ['minItems', 'maxItems', true],
  ['minimum', 'maximum', true],
  ['exclusiveMinimum', 'maximum', false],
  ['minimum', 'exclusiveMaximum', false],
  ['exclusiveMinimum', 'exclusiveMaximum', false],
];

/**
 * 字段的下限高于上限，没有一个值能填。
 * A field's least is above its most, so that no value can be filled in.
 *
 * @why 申请人怎么填都不对，含有该字段的申请表无法提交。
 * Whatever the citizen fills in is wrong, and a form that holds the field cannot be submitted.
 * @mend 核对两个界限；事项自己的约束会覆盖数据元的同名约束，另一界限仍取自数据元。
 * Look at both bounds; a matter's own constraint replaces the data element's of the same name, and the other one stays the element's.
 * @source JSON Schema 2020-12
 */
export const rule: Rule = {
  code: 'NO_VALUE_FITS',
  severity: 'error',
  *find(catalogue) {
    for (const { file, at, fault } of schemaFaults(catalogue, crossedBounds))
      yield {
        file,
        at,
        message: { zh: `没有值能同时满足 ${fault}。`, en: `No value meets ${fault} at once.` },
        mend: { zh: '请核对上下限。', en: 'Look at both bounds.' },
      };
  },
};

function crossedBounds(schema: FieldSchema): string | undefined {
  for (const [least, most, mayMeet] of bounds) {
    const low = schema[least];
    const high = schema[most];
    if (typeof low !== 'number' || typeof high !== 'number') continue;
    if (low > high || (low === high && !mayMeet)) return `${least} ${low}, ${most} ${high}`;
  }
  return undefined;
}
