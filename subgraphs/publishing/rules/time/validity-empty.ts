import type { InFile } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath } from '../../source-file.ts';

interface Valid {
  readonly validFrom: string;
  readonly validTo?: string;
}

/**
 * 政策或等效关系的有效期是空的：在开始之前或当日就已结束。
 * A policy or an equivalence holds on no day: it ends before it begins, or as it does.
 *
 * @why 它从不生效，却没有人看得出来。
 * It never holds, and nobody sees that.
 * @mend 所写的 validTo 是最后一日的次日：请写晚于 validFrom 的日期，或不写。
 * The day in validTo is the one after the last: let it be later than validFrom, or leave it out.
 * @source schema/catalogue/policies.schema.json
 */
export const rule: Rule = {
  code: 'VALIDITY_EMPTY',
  severity: 'error',
  *find({ policies, equivalences }) {
    const all: ReadonlyArray<InFile<{ readonly rows: ReadonlyArray<Valid>; readonly list: string }>> = [
      ...policies.map(({ file, value }) => ({ file, rows: value.policies, list: 'policies' })),
      ...equivalences.map(({ file, value }) => ({ file, rows: value.equivalences, list: 'equivalences' })),
    ];
    for (const { file, rows, list } of all)
      for (const [index, { validFrom, validTo }] of rows.entries()) {
        if (validTo === undefined || validTo > validFrom) continue;
        const at: NodePath = [list, index, 'validTo'];
        yield {
          file,
          at,
          message: {
            zh: `自${validFrom}起有效，${validTo}当日已不再有效。`,
            en: `It holds from ${validFrom}, and no longer on ${validTo}.`,
          },
          mend: { zh: '请写最后一日的次日，或不写。', en: 'Write the day after the last, or nothing.' },
        };
      }
  },
};
