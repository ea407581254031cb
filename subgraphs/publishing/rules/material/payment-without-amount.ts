import type { Rule } from '../../rule.ts';

/**
 * 要求缴费的事项没有人能说出金额，或金额与公布的收费不符。
 * A matter demands a payment of which nobody can say how much it is, or another amount than its published fees.
 *
 * @why 没有工作人员的环节无法核定金额，办件会停在那里；金额与收费目录不符则是乱收费。
 * Where no person looks, nobody sets an amount and the filing stands still; another amount than the published fee may not be collected.
 * @mend 写明 amountFen 并与 costs 中的一项一致，或改为受理后由工作人员核定。
 * State amountFen as one of the costs has it, or leave it to staff after acceptance.
 * @source INTEGRATORS.md: Payments
 */
export const rule: Rule = {
  code: 'PAYMENT_WITHOUT_AMOUNT',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      const { payment, automatic, costs = [] } = value;
      if (!payment) continue;
      const { amountFen, demanded } = payment;
      if (amountFen === undefined) {
        // Staff say how much when they accept.
        if (!automatic && demanded === 'AFTER_ACCEPTANCE') continue;
        yield {
          file,
          at: ['payment'],
          message: {
            zh: '要求缴费，却没有金额，也没有人核定。',
            en: 'It demands a payment, and nobody says how much.',
          },
          mend: { zh: '请写明 amountFen。', en: 'State amountFen.' },
        };
      } else if (!costs.some((cost) => cost.amountFen === amountFen)) {
        yield {
          file,
          at: ['payment', 'amountFen'],
          message: { zh: '要求缴纳的金额不在 costs 之中。', en: 'The amount that it demands is none of its costs.' },
          mend: {
            zh: '请在 costs 中公布该项收费，或改正金额。',
            en: 'Publish the fee in costs, or correct the amount.',
          },
        };
      }
    }
  },
};
