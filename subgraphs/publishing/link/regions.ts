import type { Catalogue } from '../catalogue.ts';
import type { LifeEventFile } from '../shapes.ts';

/** Which region lies in which, and what a region takes over from those above it. */
export interface RegionTree {
  /** The region and those below it, in the order of the files. */
  within(region: string): ReadonlyArray<string>;
  /** Whether the one is the other, or lies in it. */
  liesIn(region: string, other: string): boolean;
  /** The definition of an event that stands for a region: its own, else that of the nearest region above. */
  nearestEvent(code: string, region: string): LifeEventFile | undefined;
}

export function createRegionTree({ regions, lifeEvents }: Catalogue): RegionTree {
  const declared = regions.flatMap(({ value }) => value.regions);
  const parents = new Map(declared.map(({ code, parent }) => [code, parent]));
  /** From the region upwards. */
  const ancestry = (region: string): ReadonlyArray<string> => {
    const path: string[] = [];
    for (let at: string | null | undefined = region; at != null && !path.includes(at); at = parents.get(at))
      path.push(at);
    return path;
  };
  return {
    within: (region) => declared.map(({ code }) => code).filter((code) => ancestry(code).includes(region)),
    liesIn: (region, other) => ancestry(region).includes(other),
    nearestEvent(code, region) {
      for (const at of ancestry(region)) {
        const found = lifeEvents.find(({ value }) => value.code === code && value.region === at);
        if (found) return found.value;
      }
      return undefined;
    },
  };
}
