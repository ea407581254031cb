import { distance } from 'fastest-levenshtein';
import { pinyin } from 'pinyin-pro';
import type { Localized } from '../language/text.ts';

export interface Nameable {
  readonly code: string;
  readonly name?: Localized;
}

/**
 * The code that was probably meant: by its letters, by its name, or by the pinyin of its name, as whoever knows the name writes it. Undefined
 * where nothing is near: a third of the letters may be wrong, and of two that are as near neither is meant more.
 */
export function closest(written: string, known: ReadonlyArray<Nameable>): string | undefined {
  const spelt = plain(written);
  const nearest = known
    .map(({ code, name }) => {
      const ways = [code, ...(name ? [name.zh, name.en] : [])].map(plain);
      return {
        code,
        far: Math.min(...ways.map((way) => distance(spelt, way) / Math.max(spelt.length, way.length, 1))),
      };
    })
    .sort((a, b) => a.far - b.far);
  const [first, second] = nearest;
  if (!first || first.far > 1 / 3 || (second && second.far === first.far)) return undefined;
  return first.code;
}

/** Letters and digits alone, Chinese as its pinyin. */
function plain(text: string): string {
  const latin = /\p{Script=Han}/u.test(text) ? pinyin(text, { toneType: 'none', separator: '' }) : text;
  return latin.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** How to mend it, with what was probably meant first. */
export function mendWith(meant: string | undefined, mend: Localized): Localized {
  if (meant === undefined) return mend;
  return { zh: `是否为“${meant}”？${mend.zh}`, en: `Did you mean "${meant}"? ${mend.en}` };
}
