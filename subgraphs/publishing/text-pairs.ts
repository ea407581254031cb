import type { Localized } from '../language/text.ts';
import { keptOf } from './kept.ts';
import type { NodePath } from './source-file.ts';

export type TextPair = readonly [NodePath, Localized];

/** A dozen rules read the same texts. */
const pairsOf = keptOf((value: object) => collect(value, [], []));

/** Every text in both languages that a value holds, with where it stands. */
export function textPairsIn(value: unknown): ReadonlyArray<TextPair> {
  return value === null || typeof value !== 'object' ? [] : pairsOf(value);
}

function collect(value: object, path: Array<string | number>, found: TextPair[]): ReadonlyArray<TextPair> {
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') {
    found.push([[...path], { zh, en }]);
    return found;
  }
  for (const [key, member] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (member === null || typeof member !== 'object') continue;
    path.push(key);
    collect(member, path, found);
    path.pop();
  }
  return found;
}
