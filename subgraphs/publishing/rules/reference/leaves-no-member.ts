import type { Rule } from '../../rule.ts';

/**
 * 地方规定取消了一件事的全部事项。
 * A region removes every member of an event and adds none.
 *
 * @why 一件事里没有事项可办，申请人却仍能查到它。
 * There is nothing left to do, and citizens find the event all the same.
 * @mend 至少保留一个成员；本地不办的一件事，用 validTo 注明终止之日。
 * Leave a member; an event that is not done here ends by validTo.
 * @source schema/catalogue/life-event.schema.json: members
 */
export const rule: Rule = {
  code: 'LEAVES_NO_MEMBER',
  severity: 'error',
  perFile: true,
  *find({ regionalEvents }) {
    for (const { file, resolved } of regionalEvents) {
      if (resolved?.value.members.length !== 0) continue;
      yield {
        file,
        at: ['removed'],
        message: { zh: '一件事没有剩下任何事项。', en: 'No member of the event is left.' },
        mend: { zh: '请保留成员，或用 validTo 终止。', en: 'Leave a member, or end the event by validTo.' },
      };
    }
  },
};
