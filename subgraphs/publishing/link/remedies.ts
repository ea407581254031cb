import type { Catalogue } from '../catalogue.ts';
import type { Remedy } from '../published.ts';
import type { MatterFile, RemediesFile } from '../shapes.ts';
import { legalBasis } from './matters.ts';

type RemedyInFile = RemediesFile['remedies'][number];

/**
 * Remedies of a matter: those that it names; else those of its kind, of each sort of remedy what is said of its department before what stands in
 * general. In the order of the files.
 */
export function remediesOf(
  { type, remedies: named }: Pick<MatterFile, 'type' | 'remedies'>,
  department: string,
  { remedies: files }: Pick<Catalogue, 'remedies'>,
): ReadonlyArray<Remedy> {
  const all = files.flatMap(({ value }) => value.remedies);
  if (named) return all.filter(({ code }) => named.includes(code)).map(remedy);
  const fitting = all.filter(
    ({ matterTypes, departments, exceptDepartments }) =>
      (matterTypes?.includes(type) ?? true) &&
      (departments?.includes(department) ?? true) &&
      !exceptDepartments?.includes(department),
  );
  const isSpecial = ({ departments }: RemedyInFile): boolean => departments !== undefined;
  return fitting
    .filter((each) => isSpecial(each) || !fitting.some((other) => other.kind === each.kind && isSpecial(other)))
    .map(remedy);
}

function remedy({ kind, to, within, legalBasis: basis }: RemedyInFile): Remedy {
  return { kind, addressees: to, within: within ?? null, legalBasis: legalBasis(basis) };
}
