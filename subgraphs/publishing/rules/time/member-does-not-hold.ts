import { byCode } from '../../../language/canonical.ts';
import type { Localized } from '../../../language/text.ts';
import type { Catalogue, MatterEntry } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一件事生效的日子里，有一天它的某个事项还没有生效或已经失效。
 * On some day on which an event holds one of its matters does not hold yet, or no longer.
 *
 * @why 从那天起，申请会一直等待一个没有部门会办的事项。
 * From that day on a submission waits for ever for a matter that no department does.
 * @mend 改正事项的 validFrom、validTo，公布接替的版本，或让一件事同日停止。
 * Correct the matter's validFrom and validTo, publish the version that follows, or let the event end on the same day.
 * @source MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'MEMBER_DOES_NOT_HOLD',
  severity: 'error',
  *find(catalogue) {
    const versions = versionsIn(catalogue);
    for (const { file, value: event } of catalogue.lifeEvents)
      for (const [index, { matter }] of event.members.entries()) {
        const gap = gapIn(versions.get(matter) ?? [], event);
        if (gap === undefined) continue;
        yield {
          file,
          at: ['members', index, 'matter'],
          message: { zh: `“${matter}”${gap.zh}不生效。`, en: `"${matter}" does not hold ${gap.en}.` },
          mend: { zh: '请改正日期，或公布接替的版本。', en: 'Correct the days, or publish the version that follows.' },
        };
      }
  },
};

type Window = Pick<MatterEntry['value'], 'validFrom' | 'validTo'>;
const [always, never] = ['0000-01-01', '9999-12-31'];

function versionsIn({ matters }: Catalogue): ReadonlyMap<string, ReadonlyArray<Window>> {
  const versions = new Map<string, Window[]>();
  for (const { value } of matters) versions.set(value.code, [...(versions.get(value.code) ?? []), value]);
  return versions;
}

const begins = ({ validFrom = always }: Window): string => validFrom;

/** When in the window no version holds; undefined: one does on each day, or there is no matter. */
function gapIn(
  versions: ReadonlyArray<Window>,
  { validFrom: from = always, validTo: until = never }: Window,
): Localized | undefined {
  // Of one that holds on no day at all that is said already.
  if (versions.length === 0 || versions.some((each) => begins(each) >= (each.validTo ?? never))) return undefined;
  let day = from;
  for (const each of [...versions].sort((a, b) => byCode(begins(a), begins(b)))) {
    if (begins(each) > day) break;
    if ((each.validTo ?? never) > day) day = each.validTo ?? never;
  }
  if (day >= until) return undefined;
  const next = versions
    .map(begins)
    .filter((each) => each > day)
    .sort(byCode)[0];
  if (day === always) return { zh: `${next} 之前`, en: `before ${next}` };
  return { zh: `自 ${day} 起`, en: `from ${day} on` };
}
