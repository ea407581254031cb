import type { Rule } from '../../rule.ts';

/**
 * 等效关系没有人批准，或批准晚于生效日期。
 * Nobody approved an equivalence, or only after the day on which it is to hold.
 *
 * @why 未经批准的从不采用：看上去已有的替代品，查询时并不存在。
 * One that is not approved is never used: what seems to stand in does not when it is asked for.
 * @mend 写明 approvedBy 和 approvedOn，或把 validFrom 推迟到批准之日。
 * Say approvedBy and approvedOn, or let validFrom be no earlier than the approval.
 * @source schema/catalogue/equivalences.schema.json
 */
export const rule: Rule = {
  code: 'EQUIVALENCE_UNAPPROVED',
  severity: 'warning',
  *find({ equivalences }) {
    for (const { file, value } of equivalences)
      for (const [index, { code, approvedOn, validFrom }] of value.equivalences.entries()) {
        if (approvedOn === undefined)
          yield {
            file,
            at: ['equivalences', index, 'code'],
            message: { zh: `“${code}”没有人批准，不会采用。`, en: `Nobody approved "${code}": it is not used.` },
            mend: { zh: '请写明由谁、何时批准。', en: 'Say who approved it, and when.' },
          };
        else if (approvedOn > validFrom)
          yield {
            file,
            at: ['equivalences', index, 'approvedOn'],
            message: {
              zh: `“${code}”自${validFrom}起生效，${approvedOn}才批准：此前不会采用。`,
              en: `"${code}" holds from ${validFrom} and was approved on ${approvedOn}: it is not used before.`,
            },
            mend: { zh: '请改正其中一个日期。', en: 'Correct one of the days.' },
          };
      }
  },
};
