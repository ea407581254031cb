import { nominalWorkingDays } from '../../language/time-limit.ts';
import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import type { MatterFile, UseInFile } from '../shapes.ts';

/** What an event says that its members contradict. Portals publish such things: they are told, and do not stop an import. */
export function findEventContradictions(files: CatalogueFiles): ReadonlyArray<Finding> {
  const matters = new Map(files.matters.map((entry) => [entry.value.code, entry]));
  return files.lifeEvents.flatMap(({ file, value: event }) => {
    const members = event.members.flatMap(({ matter }) => matters.get(matter) ?? []);
    return [...findShortPromise(file, event.promisedDays, members), ...findOwnProductsAsked(members)];
  });
}

type Member = CatalogueFiles['matters'][number];

function findShortPromise(
  file: CatalogueFiles['lifeEvents'][number]['file'],
  promised: number | undefined,
  members: ReadonlyArray<Member>,
): ReadonlyArray<Finding> {
  if (promised === undefined) return [];
  const slow = members.filter(
    ({ value: { promisedLimit } }) => promisedLimit && nominalWorkingDays(promisedLimit) > promised,
  );
  return slow.map(({ value }) =>
    file.finding(
      'PROMISE_BELOW_SLOWEST_MEMBER',
      ['promisedDays'],
      {
        zh: `公布时限${promised}个工作日短于“${value.title.zh}”的承诺时限。`,
        en: `The published ${promised} working days are shorter than the limit of "${value.title.en}".`,
      },
      {
        zh: '请延长公布时限，或缩短该事项的承诺时限。',
        en: 'Lengthen the promise, or shorten the limit of the matter.',
      },
      'WARNING',
    ),
  );
}

/** 来源渠道“申请人自备”, of something that another matter of the event issues. */
function findOwnProductsAsked(members: ReadonlyArray<Member>): ReadonlyArray<Finding> {
  const keyOf = (use: Pick<UseInFile, 'type' | 'subject' | 'spec'>): string =>
    JSON.stringify([use.type, use.subject, use.spec ?? null]);
  const makers = new Map<string, MatterFile>();
  for (const { value } of members) for (const result of value.results) makers.set(keyOf(result), value);
  return members.flatMap(({ file, value }) =>
    value.requirements.flatMap((row, index) => {
      if (row.declaredSource !== 'APPLICANT') return [];
      const uses = [...(row.uses ?? []), ...(row.options ?? []).flatMap((option) => option.uses)];
      const maker = uses
        .map((use) => makers.get(keyOf(use)))
        .find((found) => found !== undefined && found.code !== value.code);
      if (!maker) return [];
      return [
        file.finding(
          'ASKED_OF_APPLICANT_BUT_PRODUCED',
          ['requirements', index, 'declaredSource'],
          {
            zh: `“${row.name}”标为申请人自备，实为“${maker.title.zh}”的结果。`,
            en: `"${row.name}" is said to be the applicant's own, but "${maker.title.en}" issues it.`,
          },
          { zh: '请将来源渠道改为政府部门核发。', en: 'State its source as GOVERNMENT.' },
          'WARNING',
        ),
      ];
    }),
  );
}
