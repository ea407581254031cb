import type { MatterFile } from './shapes.ts';
import type { SourceFile } from './source-file.ts';

type Days = Pick<MatterFile, 'validFrom' | 'validTo'>;

/** Of two files of one code: one ends where, or before, the other begins, so that they are two versions and not two matters. */
export function areVersions(one: SourceFile, other: SourceFile): boolean {
  const [a, b] = [one.value as Days, other.value as Days];
  return isBefore(a, b) || isBefore(b, a);
}

const isBefore = ({ validTo }: Days, { validFrom }: Days): boolean =>
  validTo !== undefined && validFrom !== undefined && validTo <= validFrom;
