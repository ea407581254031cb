import { documentTitle, holdsWords } from '../../../language/document-title.ts';
import type { Localized } from '../../../language/text.ts';
import type { Catalogue } from '../../catalogue.ts';
import { usesOf } from '../../documents.ts';
import { keptOf } from '../../kept.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';
import { textPairsIn } from '../../text-pairs.ts';

/**
 * 同一个词说了两遍：文字本身重复（诊所的诊所），或者当事人与材料类型连成的名称重复。
 * A word is said twice: in a text itself (the the), or in the title made of a party's word and a document type's name.
 *
 * @why 清单上的名称读来像机器拼成的，申请人要想一想才明白是什么。
 * The title on the list reads as if a machine had glued it, and the citizen has to work out what it means.
 * @mend 从材料类型的名称中删去当事人，或者把当事人放在名称的开头；文字本身重复的，删去一个。
 * Take the party out of the document type's name, or let the name begin with it; of a word that is written twice leave one.
 * @source subgraphs/language/document-title.ts
 */
export const rule: Rule = {
  code: 'DOUBLED_WORDS',
  severity: 'warning',
  *find(catalogue) {
    const { worded, documentTypes } = catalogue;
    for (const { file, value } of worded)
      for (const [at, text] of doubledIn(value as object)) yield { file, at, ...said(text.zh, text.en) };
    const used = usedTogether(catalogue);
    for (const { file, value } of documentTypes)
      for (const [index, { code, name }] of (value.documentTypes ?? []).entries())
        for (const party of used.get(code) ?? []) {
          const title = documentTitle([party], name);
          if (!saysTwice(title, party)) continue;
          yield { file, at: ['documentTypes', index, 'name'], ...said(title.zh, title.en) };
          break;
        }
  },
};

const said = (zh: string, en: string) => ({
  message: { zh: `“${zh}”把一个词说了两遍。`, en: `"${en}" (${zh}) says a word twice.` },
  mend: { zh: '请删去一个，或改写名称。', en: 'Leave one, or word the name otherwise.' },
});

const isDoubled = ({ zh, en }: Localized): boolean =>
  /(\p{Script=Han}{2,})的\1/u.test(zh) || /\b(\p{L}{2,}) \1\b/iu.test(en);

const doubledIn = keptOf((value: object) => textPairsIn(value).filter(([, text]) => isDoubled(text)));

/** A word of one character says nothing by being there twice. */
function saysTwice(title: Localized, party: Localized): boolean {
  const twice = party.zh.length > 1 && title.zh.split(party.zh).length > 2;
  const end = ` of ${party.en}`;
  return twice || (title.en.endsWith(end) && holdsWords(title.en.slice(0, -end.length), party.en));
}

/** Document type → words of the roles of which some row asks for it. */
function usedTogether({ matters, roles }: Catalogue): ReadonlyMap<string, ReadonlyArray<Localized>> {
  const words = new Map(roles.flatMap(({ value }) => value.roles).map(({ code, name }) => [code, name]));
  const subjects = new Map<string, Set<string>>();
  for (const { value } of matters)
    for (const [type, parties] of partiesIn(value)) {
      const all = subjects.get(type) ?? new Set();
      for (const subject of parties) all.add(subject);
      subjects.set(type, all);
    }
  return new Map([...subjects].map(([type, of]) => [type, [...of].flatMap((role) => words.get(role) ?? [])]));
}

/** Document type → roles of which a row asks for it. */
const partiesIn = keptOf(({ requirements }: MatterFile) => {
  const parties = new Map<string, Set<string>>();
  for (const { type, subject } of requirements.flatMap(usesOf))
    parties.set(type, (parties.get(type) ?? new Set()).add(subject));
  return parties;
});
