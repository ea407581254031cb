import { byCode } from '../../language/canonical.ts';
import type { Catalogue } from '../catalogue.ts';
import type { PublishedDocumentType } from '../published.ts';
import { photoFacts } from './photos.ts';

/** Document types with the sources they name, in order of code. */
export function linkDocumentTypes(catalogue: Catalogue): ReadonlyArray<PublishedDocumentType> {
  const sources = new Map(
    catalogue.documentTypes.flatMap(({ value }) =>
      (value.sources ?? []).map((source) => [source.code, source] as const),
    ),
  );
  return catalogue.documentTypes
    .flatMap(({ value }) => value.documentTypes ?? [])
    .map(
      ({
        code,
        name,
        aliases,
        licenceCode,
        holding,
        sources: named,
        photo,
        distinctFrom: _forMaintainers,
        ...stated
      }) => ({
        code,
        name,
        aliases,
        licenceCode: licenceCode ?? null,
        holding,
        sources: (named ?? []).flatMap((each) => sources.get(each) ?? []),
        ...stated,
        ...(photo ? { photo: photoFacts(photo) } : {}),
      }),
    )
    .sort((a, b) => byCode(a.code, b.code));
}
