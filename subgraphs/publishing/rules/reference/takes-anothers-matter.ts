import type { Rule } from '../../rule.ts';

/**
 * 窗口队列列出了别的部门的事项。
 * Windows of one department are said to take a matter of another.
 *
 * @why 预约的人到了窗口，窗口却办不了。
 * Whoever booked comes to a window that cannot do it.
 * @mend 把事项移到所属部门的队列；几个单位一次上门的，改为 kind: SITE_VISIT。
 * Move the matter to a queue of its department; where several come at once, let it be "kind: SITE_VISIT".
 * @source schema/catalogue/service-windows.schema.json
 */
export const rule: Rule = {
  code: 'TAKES_ANOTHERS_MATTER',
  severity: 'error',
  *find({ serviceWindows, matters: all }) {
    for (const { file, value } of serviceWindows)
      for (const [index, { kind, department, matters }] of value.queues.entries())
        for (const [place, code] of kind === 'WINDOW' ? matters.entries() : []) {
          const owners = all.filter(({ value: matter }) => matter.code === code).map((each) => each.department);
          const [owner] = owners;
          if (owner === undefined || owners.includes(department)) continue;
          yield {
            ...{ file, at: ['queues', index, 'matters', place] },
            message: {
              zh: `事项“${code}”属于部门“${owner}”，不属于“${department}”。`,
              en: `The matter "${code}" belongs to "${owner}" and not to "${department}".`,
            },
            mend: { zh: '请移到所属部门的队列。', en: 'Move it to a queue of its department.' },
          };
        }
  },
};
