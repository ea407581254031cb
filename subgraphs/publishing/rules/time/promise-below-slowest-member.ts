import { nominalWorkingDays } from '../../../language/time-limit.ts';
import type { MatterEntry } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一件事公布的时限短于其中某个事项自己的承诺时限。
 * An event promises fewer days than one of its matters takes by its own promise.
 *
 * @why 申请人按公布的时限等待，而该事项按承诺还没有办完。
 * The citizen waits for the day published, and the matter is still within its own promise.
 * @mend 延长公布时限，或与该部门商定缩短该事项的承诺时限。
 * Lengthen the event's promise, or agree a shorter one for the matter with its department.
 * @source 国办发〔2022〕32号
 */
export const rule: Rule = {
  code: 'PROMISE_BELOW_SLOWEST_MEMBER',
  severity: 'warning',
  perFile: true,
  *find({ lifeEvents, matterOf }) {
    for (const { file, value: event } of lifeEvents) {
      if (event.promisedDays === undefined) continue;
      for (const { matter } of event.members) {
        const member = (matterOf.get(matter) as MatterEntry).value;
        if (!member.promisedLimit || nominalWorkingDays(member.promisedLimit) <= event.promisedDays) continue;
        yield {
          file,
          at: ['promisedDays'],
          message: {
            zh: `公布时限${event.promisedDays}个工作日短于“${member.title.zh}”的承诺时限。`,
            en: `The published ${event.promisedDays} working days are shorter than the limit of "${member.title.en}".`,
          },
          mend: {
            zh: '请延长公布时限，或缩短该事项的承诺时限。',
            en: 'Lengthen the promise, or shorten the limit of the matter.',
          },
        };
      }
    }
  },
};
