import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from './finding.ts';
import { type LinkedCatalogue, linkCatalogue } from './link.ts';
import { findAll } from './rules/index.ts';
import type {
  CalendarFile,
  DataElementsFile,
  DocumentTypesFile,
  LifeEventFile,
  MatterFile,
  QuestionsFile,
  RegionsFile,
  RolesFile,
} from './shapes.ts';
import { listYamlFiles, readSourceFile, type SourceFile } from './source-file.ts';

export interface Entry<T> {
  readonly file: SourceFile;
  readonly value: T;
}
/** Files whose shape holds, by kind. A matter's department is the folder it stands in. */
export interface CatalogueFiles {
  readonly departments: ReadonlyArray<{
    readonly code: string;
    readonly name: { readonly zh: string; readonly en: string };
  }>;
  readonly regions: ReadonlyArray<Entry<RegionsFile>>;
  readonly roles: ReadonlyArray<Entry<RolesFile>>;
  readonly calendar: ReadonlyArray<Entry<CalendarFile>>;
  readonly documentTypes: ReadonlyArray<Entry<DocumentTypesFile>>;
  readonly questions: ReadonlyArray<Entry<QuestionsFile>>;
  readonly dataElements: ReadonlyArray<Entry<DataElementsFile>>;
  readonly lifeEvents: ReadonlyArray<Entry<LifeEventFile>>;
  readonly matters: ReadonlyArray<Entry<MatterFile> & { readonly department: string }>;
}
export type ReadResult =
  | { readonly ok: true; readonly catalogue: LinkedCatalogue; readonly findings: ReadonlyArray<Finding> }
  | { readonly ok: false; readonly findings: ReadonlyArray<Finding> };

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
const schemaFolder = fileURLToPath(new URL('../../schema/catalogue/', import.meta.url));

/**
 * Reads every catalogue file below the roots (each laid out like this repository: `subgraphs/catalogue/data`,
 * `subgraphs/departments/<code>/matters`), checks shape and rules, and links it. All or nothing: an error anywhere
 * gives no catalogue.
 */
export function readCatalogue(
  departments: CatalogueFiles['departments'],
  roots: ReadonlyArray<string> = [repositoryRoot],
): ReadResult {
  const findings: Finding[] = [];
  const validators = loadValidators();
  const read = <T>(kind: string, root: string, path: string): ReadonlyArray<Entry<T>> => {
    const file = readSourceFile(root, path);
    const validate = validators.get(kind) as ValidateFunction;
    const shape =
      file.syntax.length > 0
        ? [...file.syntax]
        : validate(file.value)
          ? []
          : shapeFindings(file, validate.errors ?? []);
    findings.push(...shape);
    return shape.length > 0 ? [] : [{ file, value: file.value as T }];
  };
  const all = <T>(kind: string, ...folders: ReadonlyArray<string>): ReadonlyArray<Entry<T>> =>
    roots.flatMap((root) => {
      return listYamlFiles(join(root, ...folders)).flatMap((each) => read<T>(kind, root, each));
    });
  const data = ['subgraphs', 'catalogue', 'data'];
  const files: CatalogueFiles = {
    departments,
    regions: all<RegionsFile>('regions', ...data, 'regions'),
    roles: all<RolesFile>('roles', ...data, 'roles'),
    calendar: all<CalendarFile>('calendar', ...data, 'calendar'),
    documentTypes: all<DocumentTypesFile>('document-types', ...data, 'document-types'),
    questions: all<QuestionsFile>('questions', ...data, 'questions'),
    dataElements: all<DataElementsFile>('data-elements', ...data, 'data-elements'),
    lifeEvents: all<LifeEventFile>('life-event', ...data, 'life-events'),
    matters: departments.flatMap(({ code }) =>
      all<MatterFile>('matter', 'subgraphs', 'departments', code, 'matters').map((entry) => ({
        ...entry,
        department: code,
      })),
    ),
  };
  if (findings.length === 0) findings.push(...findAll(files));
  if (findings.some((finding) => finding.severity === 'ERROR')) return { ok: false, findings };
  return { ok: true, catalogue: linkCatalogue(files), findings };
}

let loaded: ReadonlyMap<string, ValidateFunction> | undefined;

function loadValidators(): ReadonlyMap<string, ValidateFunction> {
  if (loaded) return loaded;
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  const names = readdirSync(schemaFolder).filter((name) => name.endsWith('.schema.json'));
  for (const name of names) ajv.addSchema(JSON.parse(readFileSync(join(schemaFolder, name), 'utf8')));
  loaded = new Map(names.map((name) => [name.replace('.schema.json', ''), ajv.getSchema(name) as ValidateFunction]));
  return loaded;
}

/** The deepest complaints only: of a `oneOf` the branch that nearly fits says more than the choice itself. */
function shapeFindings(file: SourceFile, errors: ReadonlyArray<ErrorObject>): ReadonlyArray<Finding> {
  const deepest = Math.max(...errors.map((error) => error.instancePath.split('/').length));
  return errors
    .filter((error) => error.instancePath.split('/').length === deepest)
    .slice(0, 3)
    .map((error) => {
      const path = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
      const extra = 'additionalProperty' in error.params ? ` "${String(error.params.additionalProperty)}"` : '';
      const allowed =
        'allowedValues' in error.params ? ` (${(error.params.allowedValues as unknown[]).join(', ')})` : '';
      const where = path.length === 0 ? '/' : path.join('.');
      return file.finding(
        'FILE_SHAPE',
        path,
        {
          zh: `${where} 不符合文件格式：${error.message ?? ''}${extra}${allowed}`,
          en: `${where} ${error.message ?? ''}${extra}${allowed}`,
        },
        { zh: '请对照 schema/catalogue 中的 JSON Schema 修改。', en: 'See the JSON Schema in schema/catalogue.' },
      );
    });
}
