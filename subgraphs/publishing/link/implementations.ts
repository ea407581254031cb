import { byCode, fingerprint } from '../../language/canonical.ts';
import type { MatterEntry } from '../catalogue.ts';
import type { MatterFile } from '../shapes.ts';

/** A matter as one region carries it out. */
export interface Implementation {
  readonly code: string;
  readonly region: string;
  readonly department: string;
  readonly definition: MatterFile;
}
export interface Implementations {
  /** A matter's implementation in a region: its own, else one inherited, under a code minted from definition and region. */
  in(matter: string, region: string): Implementation;
  /** Those defined and those inherited so far, in order of code. */
  all(): ReadonlyArray<Implementation>;
}

export function createImplementations(matters: ReadonlyArray<MatterEntry>): Implementations {
  const known = new Map<string, Implementation>();
  const ofRegion = new Map<string, Implementation>();
  for (const { department, value: definition } of matters) {
    const defined = { code: definition.code, region: definition.region, department, definition };
    known.set(definition.code, defined);
    const place = `${definition.catalogCode} ${definition.region}`;
    if (!ofRegion.has(place)) ofRegion.set(place, defined);
  }
  return {
    in(matter, region) {
      const above = known.get(matter) as Implementation;
      if (above.region === region) return above;
      const own = ofRegion.get(`${above.definition.catalogCode} ${region}`);
      if (own) return own;
      const code = `${region.slice(0, 6)}${fingerprint([matter, region]).slice(0, 14).toUpperCase()}`;
      const inherited = { ...above, code, region };
      known.set(code, inherited);
      return inherited;
    },
    all: () => [...known.values()].sort((a, b) => byCode(a.code, b.code)),
  };
}
