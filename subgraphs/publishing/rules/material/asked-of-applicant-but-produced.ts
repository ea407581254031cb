import { inBoth } from '../../../language/text.ts';
import type { MatterEntry } from '../../catalogue.ts';
import { documentKey, usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 来源渠道标为申请人自备，实为同一件事中另一事项的结果。
 * A document said to be the applicant's own is issued by another matter of the same event.
 *
 * @why 窗口会照标注向申请人索要，而它在联办中本应由部门之间流转。
 * The counter asks the citizen for it as stated, though in the event it passes from one department to another.
 * @mend 将 declaredSource 改为 GOVERNMENT。
 * State its declaredSource as GOVERNMENT.
 * @source 国办发〔2022〕32号
 */
export const rule: Rule = {
  code: 'ASKED_OF_APPLICANT_BUT_PRODUCED',
  severity: 'warning',
  *find({ lifeEvents, matterOf }) {
    for (const { value: event } of lifeEvents) {
      const members = event.members.map(({ matter }) => matterOf.get(matter) as MatterEntry);
      const makers = new Map(
        members.flatMap((maker) => maker.value.results.map((result) => [documentKey(result), maker] as const)),
      );
      for (const { file, value } of members)
        for (const [index, row] of value.requirements.entries()) {
          if (row.declaredSource !== 'APPLICANT') continue;
          const maker = usesOf(row)
            .map((use): MatterEntry | undefined => makers.get(documentKey(use)))
            .find((found) => found !== undefined && found.value.code !== value.code);
          if (!maker) continue;
          yield {
            file,
            at: ['requirements', index, 'declaredSource'],
            message: {
              zh: `“${inBoth(row.name).zh}”标为申请人自备，实为“${maker.value.title.zh}”的结果。`,
              en: `"${inBoth(row.name).en}" is said to be the applicant's own, but "${maker.value.title.en}" issues it.`,
            },
            mend: { zh: '请将来源渠道改为政府部门核发。', en: 'State its source as GOVERNMENT.' },
          };
        }
    }
  },
};
