import { Digits } from '../sources/digits.ts';
import { type Entity, own } from './values.ts';

/** Adds what another fetch answered about the same object; lists meet by position. What is not `isOwn` is copied. */
export function merge(target: Entity, source: Readonly<Entity>, isOwn = false): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const value = source[key];
    const present = own(target, key);
    // Also what two answers share: a scalar that is an object.
    if (present === value) continue;
    if (isObject(present) && isObject(value)) merge(present, value, isOwn);
    else if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value, isOwn);
    else if (value !== undefined && !(value === null && present !== undefined))
      target[key] = isOwn ? value : isolated(value);
  }
}

function mergeLists(target: unknown[], source: ReadonlyArray<unknown>, isOwn: boolean): void {
  for (const [index, value] of source.entries()) {
    const present = target[index];
    if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value, isOwn);
    else if (isObject(present) && isObject(value)) merge(present, value, isOwn);
    else target[index] = isOwn ? value : isolated(value);
  }
}

/** One entity may stand at several places: each gets objects of its own, or what is merged into one would show in all. */
function isolated(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Digits) return value;
  if (Array.isArray(value)) return value.map(isolated);
  const copy: Entity = {};
  for (const key of Object.keys(value)) copy[key] = isolated((value as Entity)[key]);
  return copy;
}

function isObject(value: unknown): value is Entity {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Digits);
}
