import type { Rule } from '../../rule.ts';

/**
 * 一类诉求或问题的办理时限自相矛盾：首先适用的类别不存在，或某类别的时限长于含延期在内的最长时限。
 * Limits of a kind of case or issue contradict each other: the class that stands first does not exist, or a class takes longer than the most that there is.
 *
 * @why 受理时无法确定到期日，或一经分类便已超过最长时限。
 * On receipt nobody knows the last day, or a case is beyond the longest limit as soon as it is classified.
 * @mend 把 firstClass 改为所列类别之一；缩短该类别的时限，或延长 mostWorkingDays。
 * Let firstClass be one of the classes; shorten the limit of the class, or raise mostWorkingDays.
 * @source schema/catalogue/case-rules.schema.json
 */
export const rule: Rule = {
  code: 'CASE_LIMITS_CONTRADICT',
  severity: 'error',
  *find({ caseRules, supervision }) {
    const kinds = [
      ...caseRules.map(({ file, value }) => ({ file, list: 'caseKinds', of: value.caseKinds })),
      ...supervision.map(({ file, value }) => ({ file, list: 'issueKinds', of: value.issueKinds })),
    ];
    for (const { file, list, of } of kinds) {
      for (const [index, { classes, firstClass, mostWorkingDays }] of of.entries()) {
        if (!classes.some(({ code }) => code === firstClass)) {
          yield {
            file,
            at: [list, index, 'firstClass'],
            message: { zh: `没有类别“${firstClass}”。`, en: `There is no class "${firstClass}".` },
            mend: { zh: '请写所列类别之一。', en: 'Write one of the classes.' },
          };
        }
        for (const [place, { code, workingDays }] of classes.entries()) {
          if (workingDays <= mostWorkingDays) continue;
          yield {
            file,
            at: [list, index, 'classes', place, 'workingDays'],
            message: {
              zh: `类别“${code}”的${workingDays}个工作日长于最长${mostWorkingDays}个工作日。`,
              en: `The ${workingDays} working days of "${code}" are more than the most, ${mostWorkingDays}.`,
            },
            mend: { zh: '请改正其中之一。', en: 'Correct one of them.' },
          };
        }
      }
    }
  },
};
