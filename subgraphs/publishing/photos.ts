import type { Catalogue } from './catalogue.ts';
import type { PhotoInFile, RequirementInFile } from './shapes.ts';
import type { SourceFile } from './source-file.ts';

/** What is said of a photograph, and where. */
export interface PlacedPhoto {
  readonly file: SourceFile;
  readonly at: ReadonlyArray<string | number>;
  readonly photo: PhotoInFile;
  /** Code of the document type that it is said of. */
  readonly type: string;
}

/** Of document types. */
export function* photosOfTypes({ documentTypes }: Catalogue): Iterable<PlacedPhoto> {
  for (const { file, value } of documentTypes)
    for (const [index, { code, photo }] of (value.documentTypes ?? []).entries())
      if (photo) yield { file, at: ['documentTypes', index, 'photo'], photo, type: code };
}

/** Of rows, as their matters state them and as events have them. */
export function* photosOfRows({ matters, lifeEvents }: Catalogue): Iterable<PlacedPhoto> {
  for (const { file, value } of matters)
    for (const [index, row] of value.requirements.entries()) yield* inRow(file, ['requirements', index], row);
  for (const { file, value } of lifeEvents)
    for (const [index, { overrides = [] }] of value.members.entries())
      for (const [place, row] of overrides.entries()) yield* inRow(file, ['members', index, 'overrides', place], row);
}

function* inRow(
  file: SourceFile,
  at: PlacedPhoto['at'],
  { uses, options = [] }: Pick<RequirementInFile, 'uses' | 'options'>,
): Iterable<PlacedPhoto> {
  const lists = [{ at: [...at, 'uses'], list: uses ?? [] }];
  for (const [index, option] of options.entries())
    lists.push({ at: [...at, 'options', index, 'uses'], list: option.uses });
  for (const { at: place, list } of lists)
    for (const [index, { photo, type }] of list.entries())
      if (photo) yield { file, at: [...place, index, 'photo'], photo, type };
}
