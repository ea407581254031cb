import { pinyin } from 'pinyin-pro';
import type { Localized } from '../../language/text.ts';

/** What a search runs over: the name in both languages, its pinyin and its initials, in lower case. */
export function searchKey(title: Localized): string {
  const full = pinyin(title.zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const initials = pinyin(title.zh, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return [title.zh, title.en, full.join(''), initials.join('')].join(' ').toLowerCase();
}
