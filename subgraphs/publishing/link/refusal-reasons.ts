import type { Catalogue } from '../catalogue.ts';
import type { RefusalReason } from '../published-desk.ts';
import { legalBasis } from './matters.ts';

type Files = Pick<Catalogue, 'refusalReasons'>;

export function linkRefusalReasons({ refusalReasons: files }: Files): ReadonlyArray<RefusalReason> {
  const features = new Map(files.flatMap(({ value }) => value.features).map((feature) => [feature.code, feature]));
  return files
    .flatMap(({ value }) => value.refusalReasons)
    .map(({ code, name, legalBasis: basis, demands }) => {
      const feature = demands && features.get(demands.feature);
      return {
        ...{ code, name, legalBasis: legalBasis(basis) },
        demands: demands && feature ? { feature, present: demands.present } : null,
      };
    });
}

/** Codes of the reasons for which matters of a code in the basic directory may be refused; in the order of the files. */
export function reasonsByCatalogCode({ refusalReasons: files }: Files): ReadonlyMap<string, ReadonlyArray<string>> {
  const found = new Map<string, string[]>();
  for (const { code, catalogCodes } of files.flatMap(({ value }) => value.refusalReasons))
    for (const catalogCode of catalogCodes) found.set(catalogCode, [...(found.get(catalogCode) ?? []), code]);
  return found;
}
