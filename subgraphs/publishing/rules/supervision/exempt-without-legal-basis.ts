import type { Rule } from '../../rule.ts';

/**
 * 某业务被列为无须上线，却没有写明法律依据。
 * Something is said to be exempt from being online, and nobody says by which law.
 *
 * @why 没有依据的豁免按未上线计入，网上办理率因此低于所公布的数字。
 * An exemption without a law counts as offline: the rate is lower than whoever wrote it believes.
 * @mend 写明豁免的法律依据，或改写为 offline 并给出原因与承诺日期。
 * Name the law that exempts it, or say that it is offline, why, and by which day it will not be.
 * @source 《国务院关于在线政务服务的若干规定》（国务院令第716号）
 */
export const rule: Rule = {
  code: 'EXEMPT_WITHOUT_LEGAL_BASIS',
  severity: 'warning',
  *find({ availability }) {
    for (const { file, value } of availability) {
      for (const [index, { code, exempt }] of value.items.entries()) {
        if (!exempt || exempt.legalBasis) continue;
        yield {
          file,
          at: ['items', index, 'exempt'],
          message: {
            zh: `“${code}”的豁免没有依据，按未上线计。`,
            en: `"${code}" is exempt by no law, and counts as offline.`,
          },
          mend: { zh: '请写明 legalBasis，或改为 offline。', en: 'Write the legalBasis, or offline in its place.' },
        };
      }
    }
  },
};
