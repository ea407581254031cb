import { fileURLToPath } from 'node:url';
import { assembleCatalogue, type Catalogue, type CheckedFile, type FileKind } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { type LinkedCatalogue, linkCatalogue } from './link/catalogue.ts';
import { findAll, type Judgement, judge } from './rules.ts';
import { noMarks, validateShape } from './schemas.ts';
import { parseSourceFile, readSourceTexts, readText, type SourceText } from './source-file.ts';
import { findUnread } from './unread.ts';

export type ReadResult =
  | { readonly ok: true; readonly catalogue: LinkedCatalogue; readonly findings: ReadonlyArray<Finding> }
  | { readonly ok: false; readonly findings: ReadonlyArray<Finding> };

/** A file's text, and what its folder makes it. */
export interface PlacedText extends SourceText {
  readonly kind: FileKind;
  readonly department?: string;
}

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

interface Place {
  readonly folder: string;
  readonly kind: FileKind;
  readonly department?: string;
}

/** Where each kind of file stands below a root. */
export function placesOf(departments: Catalogue['departments']): ReadonlyArray<Place> {
  const data = (folder: string, kind: FileKind): Place => ({ folder: `subgraphs/catalogue/data/${folder}`, kind });
  return [
    data('regions', 'regions'),
    data('roles', 'roles'),
    data('calendar', 'calendar'),
    data('remedies', 'remedies'),
    data('case-rules', 'case-rules'),
    data('availability', 'availability'),
    data('policies', 'policies'),
    data('equivalences', 'equivalences'),
    data('institutions', 'institutions'),
    data('intake-points', 'intake-points'),
    data('service-windows', 'service-windows'),
    data('delegations', 'delegations'),
    data('refusal-reasons', 'refusal-reasons'),
    data('supervision', 'supervision'),
    data('document-types', 'document-types'),
    data('questions', 'questions'),
    data('data-elements', 'data-elements'),
    data('life-events', 'life-event'),
    data('regional-events', 'regional-event'),
    ...departments.map(
      ({ code }): Place => ({ folder: `subgraphs/departments/${code}/matters`, kind: 'matter', department: code }),
    ),
  ];
}

/** The text of every catalogue file below the roots, each laid out like this repository; of what lies there and is not read the path alone. */
export function readTexts(
  departments: Catalogue['departments'],
  roots: ReadonlyArray<string> = [repositoryRoot],
  read = readText,
): ReadonlyArray<PlacedText> {
  const places = placesOf(departments);
  const folders = places.map(({ folder }) => folder);
  return [
    ...places.flatMap(({ folder, ...place }) =>
      roots.flatMap((root) => readSourceTexts(root, folder, read).map((text) => ({ ...text, ...place }))),
    ),
    ...roots.flatMap((root) =>
      findUnread(root, folders).map((path): PlacedText => ({ path, text: '', kind: 'unread' })),
    ),
  ];
}

/** Reads every catalogue file below the roots, checks it and links it. All or nothing: an error anywhere gives no catalogue. */
export function readCatalogue(departments: Catalogue['departments'], roots?: ReadonlyArray<string>): ReadResult {
  return checkCatalogue(departments, readTexts(departments, roots));
}

/** Files as they were read, and what the rules say of them. */
export interface ExaminedFiles extends Judgement {
  readonly catalogue: Catalogue;
}

/** What the rules say of the files below the roots; nothing is linked. */
export function examineFiles(departments: Catalogue['departments'], roots?: ReadonlyArray<string>): ExaminedFiles {
  const catalogue = assembleCatalogue(departments, readTexts(departments, roots).map(readFile));
  return { catalogue, ...judge(catalogue) };
}

/** The same of texts, wherever they come from; within a kind, in the order given. */
export function checkCatalogue(departments: Catalogue['departments'], texts: ReadonlyArray<PlacedText>): ReadResult {
  const catalogue = assembleCatalogue(departments, texts.map(readFile));
  const findings = findAll(catalogue);
  if (findings.some((finding) => finding.severity === 'ERROR')) return { ok: false, findings };
  return { ok: true, catalogue: linkCatalogue(catalogue), findings };
}

/** One file: parsed, and compared with the JSON Schema of its kind. */
export function readFile({ kind, department, ...source }: PlacedText): CheckedFile {
  const file = parseSourceFile(source);
  // Of what is not read nothing but that it lies there is judged.
  if (kind === 'unread') return { file, kind, errors: [], marks: noMarks };
  return { file, kind, ...(department === undefined ? {} : { department }), ...validateShape(kind, file.value) };
}
