import { groupBy } from '../../../language/group-by.ts';
import type { Localized } from '../../../language/text.ts';
import type { MatterEntry } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';

/**
 * 同一目录编码在省、市、县的名称、类型或设定依据不一致。
 * A matter that several regions offer under one catalogue code differs in name, type or legal basis.
 *
 * @why 四级四同：申请人在哪一级办理，都应是同一件事。一个地区把编码拆成多个事项的，名称本就不同，不在此列。
 * It should be the same matter wherever one applies. A code that one region splits into several matters is left alone: their names
 * differ by design.
 * @mend 统一名称、类型和设定依据；确为另一事项的，改用另一目录编码。
 * Make name, type and legal basis one; use another catalogue code for what is another matter.
 * @source 国务院办公厅，政务服务事项基本目录；GB/T 39554.1-2020
 */
export const rule: Rule = {
  code: 'LEVELS_DIFFER',
  severity: 'warning',
  *find({ matters }) {
    for (const [code, same] of groupBy(matters, ({ value }) => value.catalogCode)) {
      if (new Set(same.map(({ value }) => value.region)).size !== same.length) continue;
      const [first, ...others] = same as [MatterEntry, ...MatterEntry[]];
      for (const other of others)
        for (const [what, part] of differences(first, other))
          yield {
            file: other.file,
            at: [part],
            message: {
              zh: `目录编码 ${code} 的${what.zh}与 ${first.file.path} 不同（四级四同）。`,
              en: `The ${what.en} under catalogue code ${code} differs from that in ${first.file.path}.`,
            },
            mend: {
              zh: '请统一名称、类型和设定依据，或改用另一编码。',
              en: 'Make name, type and legal basis one, or use a code of its own.',
            },
          };
    }
  },
};

function differences({ value: a }: MatterEntry, { value: b }: MatterEntry): ReadonlyArray<[Localized, string]> {
  const laws = ({ legalBases }: typeof a): string =>
    (legalBases ?? [])
      .map(({ title }) => title)
      .sort()
      .join('、');
  const found: Array<[Localized, string]> = [];
  if (a.title.zh !== b.title.zh) found.push([{ zh: '名称', en: 'name' }, 'title']);
  if (a.type !== b.type) found.push([{ zh: '类型', en: 'type' }, 'type']);
  if (laws(a) !== laws(b)) found.push([{ zh: '设定依据', en: 'legal basis' }, 'legalBases']);
  return found;
}
