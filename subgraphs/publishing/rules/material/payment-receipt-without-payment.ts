import type { Rule } from '../../rule.ts';

/**
 * 事项出具缴费或完税凭证，却不要求缴费。
 * A matter issues a receipt of money and demands none.
 *
 * @why 没有缴款就出具凭证，后续事项会凭它办结；凭证不实，税费流失。
 * A receipt without money is untrue, and every later matter that takes it in rests on it.
 * @mend 写明 payment；金额由部门核定的，不写 amountFen，受理后由工作人员核定。
 * State payment; where its department assesses the amount, leave amountFen out: staff say it when they accept.
 * @source INTEGRATORS.md: Payments
 */
export const rule: Rule = {
  code: 'PAYMENT_RECEIPT_WITHOUT_PAYMENT',
  severity: 'error',
  perFile: true,
  *find({ documentTypes, matters }) {
    const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
    const proofs = new Set(types.filter(({ provesPayment }) => provesPayment).map(({ code }) => code));
    for (const { file, value } of matters) {
      if (value.payment) continue;
      for (const [index, { type }] of value.results.entries()) {
        if (!proofs.has(type)) continue;
        yield {
          file,
          at: ['results', index],
          message: {
            zh: `出具“${type}”证明已经缴费，却不要求缴费。`,
            en: `It issues "${type}", which proves a payment, and demands none.`,
          },
          mend: { zh: '请写明 payment。', en: 'State payment.' },
        };
      }
    }
  },
};
