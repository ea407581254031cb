import { inBoth, type Localized } from '../../../language/text.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Fault, Rule } from '../../rule.ts';
import { textPairsIn } from '../../text-pairs.ts';

const han = /\p{Script=Han}/u;
/** What portals were seen to print as a document's name when two columns were exchanged. */
const notName = /^(申请人自备|政府部门核发|其他|原件|复印件|电子|纸质|必要|非必要|[A-Z0-9-]+)$/;

/**
 * 两栏的内容互换了：英文写在 zh 下，或材料名称处写着纸张规格、来源渠道、编码。
 * Values stand in each other's place: the English text under zh, or a paper size, a source or a code where a document's name belongs.
 *
 * @why 申请人看到的是另一种语言，或一份名为“A4”的材料。
 * The citizen reads the wrong language, or is asked for a document called "A4".
 * @mend 对调两处内容；表格导入时核对列的顺序。
 * Exchange the two; where they came from a table, look at the order of its columns.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'SWAPPED_FIELDS',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, value } of catalogue.worded)
      for (const [at, text] of textPairsIn(value)) {
        if (!isSwapped(text)) continue;
        yield {
          file,
          at,
          message: { zh: 'zh 与 en 的文字互换了。', en: 'The texts of zh and en stand in each other’s place.' },
          mend: { zh: '请对调。', en: 'Exchange them.' },
        };
      }
    yield* namesThatAreNone(catalogue);
  },
};

const isSwapped = ({ zh, en }: Localized): boolean => !han.test(zh) && han.test(en);

function* namesThatAreNone({ matters }: Catalogue): Iterable<Fault> {
  for (const { file, value } of matters)
    for (const [index, { name }] of value.requirements.entries()) {
      const { zh } = inBoth(name);
      if (!notName.test(zh)) continue;
      yield {
        file,
        at: ['requirements', index, 'name'],
        message: {
          zh: `材料名称“${zh}”是纸张规格、来源渠道或编码，不是名称。`,
          en: `The name "${zh}" is a paper size, a source or a code, not a name.`,
        },
        mend: { zh: '请填写材料名称。', en: 'State the name of the document.' },
      };
    }
}
