import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { writeEditorSchemas } from '../../../scripts/catalogue/editor-schemas.ts';
import { codeListFile, codeListSchema } from '../../../scripts/code-lists.ts';
import { isCivilDate } from '../../../subgraphs/language/civil-date.ts';
import { examineFiles, readTexts, repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import { codeLists, referenceNames, validateShape } from '../../../subgraphs/publishing/schemas.ts';
import type { LifeEventFile } from '../../../subgraphs/publishing/shapes.ts';

const settings = JSON.parse(readFileSync(join(repositoryRoot, '.vscode/settings.json'), 'utf8'));
const schemas = Object.entries(settings['yaml.schemas'] as Readonly<Record<string, ReadonlyArray<string>>>);
const registry = readRegistry();
const { departments } = registry;
const files = readTexts(departments).filter(({ kind }) => kind !== 'unread');

describe('an editor', () => {
  it('is told the schema of every catalogue file by its folder, and the same by its first line', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const { path, text } of files) {
      const told = schemas.filter(([, globs]) => globs.some((glob) => matchesGlob(path, glob)));
      const [, named = ''] = text.split('\n')[0]?.match(/^# yaml-language-server: \$schema=(\S+)$/) ?? [];
      const byLine = resolve(repositoryRoot, dirname(path), named);
      expect([path, ...told.map(([schema]) => resolve(repositoryRoot, schema))]).toEqual([path, byLine]);
    }
  });

  it('is told of no schema that is not there', () => {
    for (const [schema] of schemas) expect([schema, existsSync(join(repositoryRoot, schema))]).toEqual([schema, true]);
  });
});

const examined = examineFiles(departments);
const { catalogue } = examined;

/** The schemas as an editor has them: with the lists of codes in a folder, which the product leaves out. */
function editorOf(root: string) {
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat('date', isCivilDate);
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  for (const name of readdirSync(join(root, 'schema/catalogue'))) ajv.addSchema(read(`schema/catalogue/${name}`));
  ajv.addSchema(read(codeListFile), codeLists);
  return (kind: string, value: unknown): ReadonlyArray<string> => {
    const validate = ajv.getSchema(`${kind}.schema.json`);
    return validate?.(value) ? [] : (validate?.errors ?? []).map(({ instancePath }) => instancePath);
  };
}
interface Listed {
  readonly enum?: ReadonlyArray<string>;
  readonly enumDescriptions?: ReadonlyArray<string>;
  readonly anyOf?: ReadonlyArray<Listed & { readonly $ref?: string }>;
}
const listsIn = (text: string) => JSON.parse(text).$defs as Readonly<Record<string, Listed>>;

/** Values of the files of a kind, to be spoilt; of events one more with what no event of the catalogue has: a row that is otherwise. */
function filesOf(kind: string): ReadonlyArray<unknown> {
  const values = catalogue.files.filter((each) => each.kind === kind).map(({ file }) => structuredClone(file.value));
  if (kind !== 'life-event') return values;
  const [event] = structuredClone(values) as [LifeEventFile];
  const overrides = [{ requirement: 'GA5001-04', waived: true, legalBasis: { title: '通知' } } as const];
  return [...values, { ...event, members: event.members.map((member) => ({ ...member, overrides })) }];
}

describe('the codes that an editor completes', () => {
  const text = readFileSync(join(repositoryRoot, codeListFile), 'utf8');
  const editor = editorOf(repositoryRoot);
  const lists = listsIn(text);
  const codesOf = (name: string): ReadonlyArray<string> => [
    ...(lists[name]?.enum ?? []),
    ...(lists[name]?.anyOf ?? []).flatMap((each) => each.enum ?? codesOf(each.$ref?.split('/').at(-1) ?? '')),
  ];

  it('are made anew where the catalogue changed', () => {
    expect(text).toBe(codeListSchema(catalogue));
  });

  const entries = {
    region: catalogue.regions.flatMap(({ value }) => value.regions),
    role: catalogue.roles.flatMap(({ value }) => value.roles),
    documentType: catalogue.documentTypes.flatMap(({ value }) => value.documentTypes ?? []),
    source: catalogue.documentTypes.flatMap(({ value }) => value.sources ?? []),
    question: catalogue.questions.flatMap(({ value }) => value.questions),
    dataElement: catalogue.dataElements.flatMap(({ value }) => value.dataElements),
    matter: catalogue.matters.map(({ value }) => value),
    material: catalogue.matters.flatMap(({ value }) => value.requirements),
    lifeEvent: catalogue.lifeEvents.map(({ value }) => value),
    department: departments,
    askedQuestion: [...catalogue.questionOf.values()],
  };
  it.each(Object.entries(entries))('are those of the catalogue, each once: %s', (name, all) => {
    expect([...codesOf(name)].sort()).toEqual([...new Set(all.map(({ code }) => code))].sort());
    expect(codesOf(name).length).toBeGreaterThan(3);
  });

  it('are of everything that is declared and referred to', () => {
    expect(Object.keys(lists)).toEqual(referenceNames());
    for (const { what, key } of catalogue.declarations)
      if (catalogue.references.some((each) => each.what === what)) {
        const name = what.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase());
        expect(codesOf(name)).toContain(key);
      }
  });

  it('say what each is called, in both languages', () => {
    const region = lists.region?.enum?.indexOf('330381000000') ?? -1;
    expect(lists.region?.enumDescriptions?.[region]).toBe('瑞安市 Ruian');
    for (const list of Object.values(lists).flatMap((each) => each.anyOf?.slice(1) ?? [each])) {
      expect(list.enumDescriptions?.length).toBe(list.enum?.length);
      expect(list.enumDescriptions).not.toContain('');
    }
  });

  it('mark nothing in any file of the catalogue', () => {
    for (const { file, kind } of catalogue.files)
      expect([file.path, editor(kind, file.value)]).toEqual([file.path, []]);
  });

  it.each<[string, string, ReadonlyArray<string | number>, string]>([
    ['a region', 'matter', ['region'], '330381000009'],
    ['a document type', 'matter', ['requirements', 0, 'uses', 0, 'type'], 'household-registre'],
    ['a role', 'matter', ['formFields', 0, 'subject'], 'CHLID'],
    ['a data element', 'matter', ['formFields', 0, 'element'], 'birth-dat'],
    ['a question of a condition', 'life-event', ['members', 0, 'condition', 'question'], 'marrid'],
    ['a matter', 'life-event', ['members', 0, 'matter'], '330381GA000709105009'],
    ['a material', 'life-event', ['members', 0, 'overrides', 0, 'requirement'], 'GA5001-99'],
    ['a department', 'life-event', ['lead'], 'helth'],
    ['an event', 'regional-event', ['code'], 'newbron'],
    ['a source', 'document-types', ['documentTypes', 0, 'sources', 0], 'civil-afairs-data'],
  ])('mark %s that there is none of; the product leaves that to its rules', (_what, kind, path, code) => {
    const part = (value: unknown) => path.slice(0, -1).reduce<unknown>((at, key) => (at as never)?.[key], value);
    const value = filesOf(kind).find((each) => (part(each) as Record<string, unknown>)?.[String(path.at(-1))]);
    (part(value) as Record<string, unknown>)[String(path.at(-1))] = code;
    expect(editor(kind, value)).toContain(`/${path.join('/')}`);
    expect(validateShape(kind, value).errors).toEqual([]);
  });

  it('are those of a folder from outside too, once they are written for it', () => {
    const root = mkdtempSync(join(tmpdir(), 'editors-'));
    const types = 'subgraphs/catalogue/data/document-types';
    mkdirSync(join(root, types), { recursive: true });
    const own = {
      code: 'county-paper',
      name: { zh: '县里的材料', en: 'A paper of the county' },
      aliases: [],
      holding: 'EACH',
    };
    writeFileSync(join(root, types, 'county.yaml'), JSON.stringify({ documentTypes: [own] }));
    const using = { documentTypes: [{ ...own, code: 'other', distinctFrom: ['county-paper'] }] };

    const { findings } = examineFiles(departments, [repositoryRoot, root]);
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(editor('document-types', using)).not.toEqual([]);
    writeEditorSchemas(root, registry);
    expect(editorOf(root)('document-types', using)).toEqual([]);
    expect(
      editorOf(root)('document-types', { documentTypes: [{ ...own, distinctFrom: ['county-papr'] }] }),
    ).not.toEqual([]);
  });
});
