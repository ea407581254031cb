import type { Catalogue } from './catalogue.ts';
import type { LifeEventFile, MatterFile } from './shapes.ts';

/**
 * The same function of an event, computed again only where the event, a matter of it or of the same catalogue code, or anything that is no matter and no
 * event is another than when it was computed last. Files that did not change keep their values when a catalogue is judged again, so that who writes
 * one of them does not wait for all events. Not for what depends on other events, or on matters of other events.
 */
export function keptPerEvent<T>(
  compute: (event: LifeEventFile, catalogue: Catalogue) => T,
): (event: LifeEventFile, catalogue: Catalogue) => T {
  const known = new WeakMap<LifeEventFile, { readonly on: ReadonlyArray<unknown>; readonly result: T }>();
  return (event, catalogue) => {
    const on = [...sharedIn(catalogue), ...mattersOf(event, catalogue)];
    const before = known.get(event);
    if (before && areSame(before.on, on)) return before.result;
    const result = compute(event, catalogue);
    known.set(event, { on, result });
    return result;
  };
}

export function areSame(one: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

const shared = new WeakMap<Catalogue, ReadonlyArray<unknown>>();

/** Values of all files that are no matter and no event, in order. */
export function sharedIn(catalogue: Catalogue): ReadonlyArray<unknown> {
  const known =
    shared.get(catalogue) ??
    Object.entries(catalogue)
      .filter(([part]) => !ofOne.has(part))
      .flatMap(([, part]) => (Array.isArray(part) ? part.map((each) => identityOf(each)) : []));
  shared.set(catalogue, known);
  return known;
}

/** Parts of a catalogue that are matters or events, or are made of all files. */
const ofOne: ReadonlySet<string> = new Set([
  ...['files', 'lifeEvents', 'regionalEvents', 'eventFiles', 'matters'],
  ...['references', 'declarations', 'comparisons'],
]);

/** A department is the same one wherever the registry is read. */
function identityOf(each: { readonly value?: unknown; readonly code?: string }): unknown {
  return each.value ?? each.code;
}

const byCatalogCode = new WeakMap<Catalogue, ReadonlyMap<string, ReadonlyArray<MatterFile>>>();

function mattersOf({ members }: LifeEventFile, catalogue: Catalogue): ReadonlyArray<MatterFile | undefined> {
  let alike = byCatalogCode.get(catalogue);
  if (!alike) {
    const grouped = new Map<string, MatterFile[]>();
    for (const { value } of catalogue.matters)
      grouped.set(value.catalogCode, [...(grouped.get(value.catalogCode) ?? []), value]);
    alike = grouped;
    byCatalogCode.set(catalogue, grouped);
  }
  return members.flatMap(({ matter }) => {
    const own = catalogue.matterOf.get(matter)?.value;
    return [own, ...(own ? (alike.get(own.catalogCode) ?? []) : [])];
  });
}
