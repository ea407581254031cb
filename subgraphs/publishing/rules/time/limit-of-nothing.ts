import type { Rule } from '../../rule.ts';

/**
 * 时限为零而没有写明即时办结（以分钟计）。
 * A limit is zero working or natural days, where something done on the spot has a limit in minutes.
 *
 * @why 申请人以为当场可取，部门却多半只是没有填写。
 * Citizens expect it on the spot, and mostly nobody had filled it in.
 * @mend 当场办结的以 MINUTE 写明分钟数，否则写明天数。
 * Of what is done on the spot state the minutes (unit MINUTE), of all else the days.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'LIMIT_OF_NOTHING',
  severity: 'warning',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const limit of ['statutoryLimit', 'promisedLimit'] as const) {
        if (value[limit]?.amount !== 0 || value[limit]?.unit === 'MINUTE') continue;
        yield {
          file,
          at: [limit],
          message: { zh: '时限为零。', en: 'The limit is zero.' },
          mend: {
            zh: '请写明天数，当场办结的写明分钟数。',
            en: 'State the days, or the minutes of what is done on the spot.',
          },
        };
      }
  },
};
