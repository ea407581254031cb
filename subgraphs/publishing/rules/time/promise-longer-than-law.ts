import { nominalWorkingDays } from '../../../language/time-limit.ts';
import type { Rule } from '../../rule.ts';

/**
 * 承诺时限长于法定时限。
 * The limit promised is longer than the one set by law.
 *
 * @why 承诺只能缩短法定时限；照此公布，部门在承诺期内办结也已违法。
 * A promise can only shorten what the law allows: kept to the day, this one would still break the law.
 * @mend 核对两个时限及其单位（工作日、自然日），改正其中之一。
 * Look at both limits and their units (working or natural days), and correct one of them.
 * @source 《中华人民共和国行政许可法》第四十二条
 */
export const rule: Rule = {
  code: 'PROMISE_LONGER_THAN_LAW',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      const { promisedLimit, statutoryLimit } = value;
      if (!promisedLimit || !statutoryLimit) continue;
      if (nominalWorkingDays(promisedLimit) <= nominalWorkingDays(statutoryLimit)) continue;
      yield {
        file,
        at: ['promisedLimit'],
        message: { zh: '承诺时限长于法定时限。', en: 'The promised limit is longer than the one by law.' },
        mend: { zh: '请改正其中之一。', en: 'Correct one of them.' },
      };
    }
  },
};
