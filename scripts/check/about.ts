import { digest } from '../../subgraphs/language/canonical.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';

/** Which catalogue was looked at: what is said of it is said of these files. */
export interface About {
  /** First twelve hexadecimal digits of the SHA-256 of every file's path and text: the same files have the same. */
  readonly version: string;
  /** Regions that lie in no other: provinces. */
  readonly provinces: ReadonlyArray<Localized>;
  /** Those that have matters in it, in the order of the registry. */
  readonly departments: ReadonlyArray<{ readonly code: string; readonly name: Localized; readonly matters: number }>;
}

export function aboutOf({
  files,
  regions,
  departments,
  matters,
}: Pick<Catalogue, 'files' | 'regions' | 'departments' | 'matters'>): About {
  const texts = files.map(({ file: { path, text } }) => [path, text]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const counted = new Map<string, number>();
  for (const { department } of matters) counted.set(department, (counted.get(department) ?? 0) + 1);
  return {
    version: digest(JSON.stringify(texts)).slice(0, 12),
    provinces: regions.flatMap(({ value }) =>
      value.regions.filter(({ parent }) => parent === null).map(({ name }) => name),
    ),
    departments: departments.flatMap(({ code, name }) => {
      const own = counted.get(code);
      return own === undefined ? [] : [{ code, name, matters: own }];
    }),
  };
}
