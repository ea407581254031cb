import type { Entity, Path } from './values.ts';

/** The objects at the end of a path. */
export function below(targets: ReadonlyArray<Entity>, path: Path): ReadonlyArray<Entity> {
  const found: Entity[] = [];
  for (const target of targets) collect(target, path, 0, found);
  return found;
}

function collect(value: unknown, path: Path, index: number, found: Entity[]): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, index, found);
  } else if (index === path.length) {
    found.push(value as Entity);
  } else {
    collect((value as Entity)[path[index] as string], path, index + 1, found);
  }
}

/** Where the objects at the end of a path stand in the answer, in the order of `below`. Only errors ask. */
export function pathsTo(root: Entity, path: Path): ReadonlyArray<Path> {
  const found: Path[] = [];
  const walk = (value: unknown, index: number, here: Path): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [position, item] of value.entries()) walk(item, index, [...here, position]);
    } else if (index === path.length) {
      found.push(here);
    } else {
      const step = path[index] as string;
      walk((value as Entity)[step], index + 1, [...here, step]);
    }
  };
  walk(root, 0, []);
  return found;
}
