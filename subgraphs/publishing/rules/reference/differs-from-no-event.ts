import type { Rule } from '../../rule.ts';

/**
 * 地方规定所依据的一件事，上级地区都没有。
 * A region says what it has otherwise of an event that no region above it has.
 *
 * @why 没有上级版本可以继承，本地也就没有这件事，申请人查不到。
 * Nothing is there to be taken over: the event does not exist in this region, and nobody finds it.
 * @mend 改正编码或地区；本地独有的一件事写成完整文件，放在 life-events 中。
 * Correct the code or the region; an event that only this region has is a whole file in life-events.
 * @source schema/catalogue/regional-event.schema.json
 */
export const rule: Rule = {
  code: 'DIFFERS_FROM_NO_EVENT',
  severity: 'error',
  perFile: true,
  *find({ regionalEvents }) {
    for (const { file, value, above } of regionalEvents) {
      if (above) continue;
      yield {
        file,
        at: ['code'],
        message: {
          zh: `${value.region} 的上级地区没有一件事“${value.code}”。`,
          en: `No region above ${value.region} has the event "${value.code}".`,
        },
        mend: {
          zh: '请改正编码或地区，或在 life-events 中写成完整的一件事。',
          en: 'Correct the code or the region, or write the whole event in life-events.',
        },
      };
    }
  },
};
