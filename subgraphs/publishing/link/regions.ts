import type { Catalogue, MatterEntry } from '../catalogue.ts';
import type { LifeEventFile, MatterFile } from '../shapes.ts';

/** Which region lies in which, and what a region takes over from those above it. */
export interface RegionTree {
  /** The region and those below it, in the order of the files. */
  within(region: string): ReadonlyArray<string>;
  /** The region and those it lies in, upwards. */
  upwards(region: string): ReadonlyArray<string>;
  /** Whether the one is the other, or lies in it. */
  liesIn(region: string, other: string): boolean;
  /** The definition of an event that stands for a region: its own, else that of the nearest region above. */
  nearestEvent(code: string, region: string): LifeEventFile | undefined;
  /** A matter as a region has it: its own, else that of the nearest region above, up to the one that the matter is of. */
  nearestMatter(matter: MatterFile, region: string): MatterEntry | undefined;
}

export function createRegionTree({
  regions,
  lifeEvents,
  matters,
}: Pick<Catalogue, 'regions' | 'lifeEvents' | 'matters'>): RegionTree {
  const declared = regions.flatMap(({ value }) => value.regions);
  const parents = new Map(declared.map(({ code, parent }) => [code, parent]));
  const carriedOut = new Map(
    [...matters].reverse().map((entry) => [`${entry.value.catalogCode} ${entry.value.region}`, entry] as const),
  );
  const upwards = (region: string): ReadonlyArray<string> => {
    const path: string[] = [];
    for (let at: string | null | undefined = region; at != null && !path.includes(at); at = parents.get(at))
      path.push(at);
    return path;
  };
  return {
    within: (region) => declared.map(({ code }) => code).filter((code) => upwards(code).includes(region)),
    upwards,
    liesIn: (region, other) => upwards(region).includes(other),
    nearestEvent(code, region) {
      for (const at of upwards(region)) {
        const found = lifeEvents.find(({ value }) => value.code === code && value.region === at);
        if (found) return found.value;
      }
      return undefined;
    },
    nearestMatter({ catalogCode, region: its }, region) {
      const path = upwards(region);
      // Of a region that it does not lie in, only what it has itself.
      const below = path.includes(its) ? path.slice(0, path.indexOf(its)) : [region];
      for (const at of below) {
        const found = carriedOut.get(`${catalogCode} ${at}`);
        if (found) return found;
      }
      return undefined;
    },
  };
}
