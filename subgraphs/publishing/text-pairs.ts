import type { Localized } from '../language/text.ts';
import type { NodePath } from './source-file.ts';

/** Every text in both languages that a value holds, with where it stands. */
export function textPairsIn(value: unknown, path: NodePath = []): ReadonlyArray<readonly [NodePath, Localized]> {
  if (value === null || typeof value !== 'object') return [];
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') return [[path, { zh, en }]];
  return Object.entries(value).flatMap(([key, member]) =>
    textPairsIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
