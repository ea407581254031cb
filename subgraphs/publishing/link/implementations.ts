import { byCode, fingerprint } from '../../language/canonical.ts';
import type { MatterEntry } from '../catalogue.ts';
import type { MatterFile } from '../shapes.ts';
import type { RegionTree } from './regions.ts';

/** A matter as one region carries it out. */
export interface Implementation {
  readonly code: string;
  readonly region: string;
  readonly department: string;
  readonly definition: MatterFile;
}
export interface Implementations {
  /** A matter's implementation in a region: its own, else the nearest inherited, under a code minted from definition and region. */
  in(matter: string, region: string): Implementation;
  /** Those defined and those inherited so far, in order of code. */
  all(): ReadonlyArray<Implementation>;
}

export function createImplementations(
  matters: ReadonlyArray<MatterEntry>,
  { nearestMatter }: Pick<RegionTree, 'nearestMatter'>,
): Implementations {
  const implementation = ({ department, value: definition }: MatterEntry): Implementation => ({
    code: definition.code,
    region: definition.region,
    department,
    definition,
  });
  const known = new Map(matters.map((entry) => [entry.value.code, implementation(entry)] as const));
  return {
    in(matter, region) {
      const named = known.get(matter) as Implementation;
      if (named.region === region) return named;
      const nearest = nearestMatter(named.definition, region);
      const above = nearest ? implementation(nearest) : named;
      if (above.region === region) return above;
      const code = `${region.slice(0, 6)}${fingerprint([above.code, region]).slice(0, 14).toUpperCase()}`;
      const inherited = { ...above, code, region };
      known.set(code, inherited);
      return inherited;
    },
    all: () => [...known.values()].sort((a, b) => byCode(a.code, b.code)),
  };
}
