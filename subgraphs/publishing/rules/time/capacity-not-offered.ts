import { capacityOf, type Weekday, weekdays } from '../../../language/opening-hours.ts';
import type { Rule } from '../../rule.ts';

/**
 * 每日放号数少于窗口的办理能力，却没有说明理由；或多于办理能力。
 * Fewer numbers are offered a day than the windows can serve, and nobody says why; or more than they can.
 *
 * @why 一天能办120件只放60个号，群众就得凌晨来排队；多放则有人白等一天。
 * Where 120 can be served and 60 numbers are given, people queue from before dawn; where more are given, some wait all day for nothing.
 * @mend 删去 offered（按办理能力全部放出），或写明 offeredReason；多放的改为不超过办理能力。
 * Take "offered" away (all that can be served), or say "offeredReason"; offer no more than can be served.
 * @source schema/catalogue/service-windows.schema.json
 */
export const rule: Rule = {
  code: 'CAPACITY_NOT_OFFERED',
  severity: 'warning',
  *find({ serviceWindows }) {
    for (const { file, value } of serviceWindows)
      for (const [index, { offered, offeredReason, opening, serviceMinutes }] of value.queues.entries()) {
        if (offered === undefined) continue;
        const capacities = weekdays.flatMap((day) => {
          const shifts = opening.shifts.filter((shift) => shift.weekdays.includes(day));
          return shifts.length === 0 ? [] : [{ day, capacity: capacityOf(shifts, serviceMinutes) }];
        });
        const more = capacities.find(({ capacity }) => capacity > offered);
        const fewer = capacities.find(({ capacity }) => capacity < offered);
        if (more && offeredReason === undefined)
          yield { file, at: ['queues', index, 'offered'], ...unexplained(more, offered) };
        // No day has room for as many: of a shorter day the numbers are fewer by themselves.
        if (!more && fewer && capacities.every(({ capacity }) => capacity < offered))
          yield { file, at: ['queues', index, 'offered'], ...beyond(fewer, offered) };
      }
  },
};

interface Day {
  readonly day: Weekday;
  readonly capacity: number;
}
const unexplained = ({ day, capacity }: Day, offered: number) => ({
  message: {
    zh: `${day} 可办理 ${capacity} 件，只放 ${offered} 个号，未说明理由。`,
    en: `On ${day} ${capacity} can be served and ${offered} are offered: nobody says why.`,
  },
  mend: { zh: '请全部放出，或写明 offeredReason。', en: 'Offer them all, or say "offeredReason".' },
});
const beyond = ({ day, capacity }: Day, offered: number) => ({
  message: {
    zh: `放 ${offered} 个号，而 ${day} 只能办理 ${capacity} 件。`,
    en: `${offered} are offered, and on ${day} ${capacity} can be served.`,
  },
  mend: { zh: '请放不超过办理能力的号。', en: 'Offer no more than can be served.' },
});
