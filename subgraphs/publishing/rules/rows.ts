import { nominalWorkingDays, type TimeLimit } from '../../language/time-limit.ts';
import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import type { UseInFile } from '../shapes.ts';

/** Rows that say two things at once, or something a reader will misunderstand. */
export function findDoubtfulRows(files: CatalogueFiles): ReadonlyArray<Finding> {
  return files.matters.flatMap(({ file, value }) => [
    ...value.requirements.flatMap((row, index) => {
      const path = ['requirements', index];
      const uses: ReadonlyArray<UseInFile> = [
        ...(row.uses ?? []),
        ...(row.options ?? []).flatMap((option) => option.uses),
      ];
      const findings: Finding[] = [];
      if (row.name !== row.name.trim() || /\s{2,}|\u3000/.test(row.name)) {
        findings.push(
          file.finding(
            'STRAY_SPACES',
            [...path, 'name'],
            { zh: `材料名称“${row.name}”含有多余空格。`, en: `The name "${row.name}" holds stray spaces.` },
            { zh: '请删去。', en: 'Remove them.' },
          ),
        );
      }
      if (saysSituation.test(row.name) && row.condition === undefined && !row.options?.some((each) => each.condition)) {
        findings.push(
          file.finding(
            'SITUATION_ONLY_IN_NAME',
            [...path, 'name'],
            {
              zh: `“${row.name}”只在名称中写了情形，却对所有人必要。`,
              en: `"${row.name}" names a situation only in its name, and is asked of everyone.`,
            },
            { zh: '请把情形写入 condition。', en: 'State the situation as its condition.' },
            'WARNING',
          ),
        );
      }
      if (row.necessity === 'CONDITIONAL' && row.condition === undefined) {
        findings.push(
          file.finding(
            'CONDITIONAL_WITHOUT_CONDITION',
            [...path, 'necessity'],
            {
              zh: `“${row.name}”为非必要材料，却没有情形。`,
              en: `"${row.name}" is conditional and names no condition.`,
            },
            { zh: '请写明 condition，或改为 REQUIRED。', en: 'State its condition, or make it REQUIRED.' },
          ),
        );
      }
      if (row.necessity === 'DEFERRABLE' && row.deferral === undefined) {
        findings.push(
          file.finding(
            'DEFERRABLE_WITHOUT_DEFERRAL',
            [...path, 'necessity'],
            { zh: `“${row.name}”可容缺后补，却没有期限。`, en: `"${row.name}" may follow later and names no day.` },
            { zh: '请写明 deferral。', en: 'State its deferral.' },
          ),
        );
      }
      for (const use of uses) {
        const own = value.results.some(
          (result) =>
            result.type === use.type && result.subject === use.subject && (result.spec ?? null) === (use.spec ?? null),
        );
        if (own) {
          findings.push(
            file.finding(
              'REQUIRES_ITS_OWN_RESULT',
              path,
              { zh: `“${row.name}”正是本事项自己的结果。`, en: `"${row.name}" is what the matter itself issues.` },
              { zh: '请改正材料或规格。', en: 'Correct the document type or its spec.' },
            ),
          );
        }
      }
      return findings;
    }),
    ...findPromiseBeyondLaw(value.promisedLimit, value.statutoryLimit).map(() =>
      file.finding(
        'PROMISE_LONGER_THAN_LAW',
        ['promisedLimit'],
        { zh: '承诺时限长于法定时限。', en: 'The promised limit is longer than the one by law.' },
        { zh: '请改正其中之一。', en: 'Correct one of them.' },
      ),
    ),
  ]);
}

/** “（未成年人提供）”“如有”“……的情形”: a condition hidden in words. */
const saysSituation = /如有|若有|如为|若为|[（(][^（）()]*(提供|提交|情形|适用)[）)]|需提供的|的情形/;

function findPromiseBeyondLaw(promised: TimeLimit | undefined, statutory: TimeLimit | undefined): ReadonlyArray<true> {
  if (!promised || !statutory) return [];
  return nominalWorkingDays(promised) > nominalWorkingDays(statutory) ? [true] : [];
}
