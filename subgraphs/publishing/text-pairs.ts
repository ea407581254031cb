import type { Localized } from '../language/text.ts';
import type { NodePath } from './source-file.ts';

type TextPair = readonly [NodePath, Localized];

/** A dozen rules read the same texts, and a file that did not change keeps its value when it is judged again. */
const known = new WeakMap<object, ReadonlyArray<TextPair>>();

/** Every text in both languages that a value holds, with where it stands. */
export function textPairsIn(value: unknown): ReadonlyArray<TextPair> {
  if (value === null || typeof value !== 'object') return [];
  const found = known.get(value) ?? collect(value, [], []);
  known.set(value, found);
  return found;
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
