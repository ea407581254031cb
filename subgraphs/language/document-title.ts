import type { Localized } from './text.ts';

/**
 * Whose document it is, without saying a word twice: 诊所 and 诊所规章制度 are 诊所规章制度, 诊所（二） and 诊所规章制度 are 诊所（二）的规章制度. `party` is a name,
 * a role's word, or that with a number; of several one after the other.
 */
export function documentTitle(parties: ReadonlyArray<Localized>, document: Localized): Localized {
  const [only, ...others] = parties;
  const zh = `${parties.map((party) => party.zh).join('、')}的`;
  const en = ` of ${parties.map((party) => party.en).join(' and ')}`;
  if (!only || others.length > 0) return { zh: `${zh}${document.zh}`, en: `${document.en}${en}` };
  const word = only.zh.replace(/（[^）]*）$/, '');
  const rest = word !== '' && document.zh.startsWith(word) ? document.zh.slice(word.length) : '';
  const inChinese =
    rest === '' ? `${zh}${document.zh}` : word === only.zh ? document.zh : `${zh}${rest.replace(/^的/, '')}`;
  return { zh: inChinese, en: holdsWords(document.en, only.en) ? document.en : `${document.en}${en}` };
}

/** Whether a text holds words one after the other, as whole words. */
export function holdsWords(text: string, words: string): boolean {
  const plain = (each: string): string =>
    ` ${each
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(words).trim() !== '' && plain(text).includes(plain(words));
}
