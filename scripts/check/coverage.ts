import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';

/** Of how many what holds. */
export interface Share {
  readonly of: number;
  readonly holds: number;
}
/** What a maintainer is asked for once a quarter: how much of the catalogue is as it should be. */
export interface Coverage {
  readonly departments: number;
  readonly matters: number;
  readonly materials: number;
  readonly events: number;
  /** Matters that can be done online. */
  readonly online: Share;
  /** Matters that say how many visits they need, and need one at most. */
  readonly oneVisit: Share;
  /** Matters that name their law. */
  readonly legalBasis: Share;
  /** Results that are issued as an e-licence of a known type. */
  readonly licence: Share;
}

export function coverageOf({
  matters,
  lifeEvents,
  documentTypes,
}: Pick<Catalogue, 'matters' | 'lifeEvents' | 'documentTypes'>): Coverage {
  const values = matters.map(({ value }) => value);
  const licences = new Set(
    documentTypes.flatMap(({ value }) =>
      (value.documentTypes ?? []).filter(({ licenceCode }) => licenceCode !== undefined).map(({ code }) => code),
    ),
  );
  const share = <T>(all: ReadonlyArray<T>, holds: (one: T) => boolean): Share => ({
    of: all.length,
    holds: all.filter(holds).length,
  });
  return {
    departments: new Set(matters.map(({ department }) => department)).size,
    matters: values.length,
    materials: values.reduce((sum, { requirements = [] }) => sum + requirements.length, 0),
    events: lifeEvents.length,
    online: share(values, ({ channels }) => channels?.includes('ONLINE') ?? false),
    oneVisit: share(values, ({ visits }) => visits !== undefined && visits <= 1),
    legalBasis: share(values, ({ legalBases }) => (legalBases?.length ?? 0) > 0),
    licence: share(
      values.flatMap(({ results = [] }) => results),
      ({ type }) => licences.has(type),
    ),
  };
}
