import type { Rule } from '../../rule.ts';

/**
 * 下放部门不是该事项的实施主体，或把事项下放给自己。
 * A power is handed down by a department that does not own the matter, or to whoever has it already.
 *
 * @why 收件会转给无权办理的部门，或下放不起任何作用。
 * Filings would go to a department that may not decide them, or nothing would change.
 * @mend 把 from 写成该事项所在的部门，把 to 写成另一个部门。
 * Let from be the department in whose folder the matter stands, and to another.
 * @source 中华人民共和国行政许可法 第二十四条
 */
export const rule: Rule = {
  code: 'DELEGATED_BY_ANOTHER',
  severity: 'error',
  *find({ delegations, matterOf }) {
    for (const { file, value } of delegations) {
      for (const [index, { matter, from, to }] of value.delegations.entries()) {
        const owner = matterOf.get(matter)?.department;
        if (owner !== undefined && owner !== from) {
          yield {
            file,
            at: ['delegations', index, 'from'],
            message: {
              zh: `“${matter}”属于“${owner}”，不属于“${from}”。`,
              en: `"${matter}" is "${owner}"'s, not "${from}"'s.`,
            },
            mend: { zh: '请写该事项的实施主体。', en: 'Write who owns the matter.' },
          };
        }
        if (from === to) {
          yield {
            file,
            at: ['delegations', index, 'to'],
            message: { zh: '承接部门就是下放部门。', en: 'Who takes it over is who hands it down.' },
            mend: { zh: '请写另一个部门，或删去该项。', en: 'Write another department, or remove it.' },
          };
        }
      }
    }
  },
};
