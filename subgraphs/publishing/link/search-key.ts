import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';
import type { Localized } from '../../language/text.ts';

/** What a search runs over: the name in both languages, its pinyin and its initials, in lower case. */
export function searchKey(title: Localized): string {
  const key = JSON.stringify([title.zh, title.en]);
  const made = known.get(key) ?? make(title);
  known.set(key, made);
  return made;
}

/** Ninety regions have a matter under one name. */
const known = new LRUCache<string, string>({ max: 10_000 });

function make(title: Localized): string {
  const full = pinyin(title.zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const initials = pinyin(title.zh, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return [title.zh, title.en, full.join(''), initials.join('')].join(' ').toLowerCase();
}
