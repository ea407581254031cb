import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { type TableKind, tableKinds, tables } from '../../../scripts/catalogue/tables/columns.ts';
import { cpsvApOf } from '../../../scripts/catalogue/tables/cpsv-ap.ts';
import { tablesOf } from '../../../scripts/catalogue/tables/export-table.ts';
import { planImport } from '../../../scripts/catalogue/tables/import-table.ts';
import { mostLinked } from '../../../scripts/catalogue/tables/linked-data.ts';
import { mergeMatter } from '../../../scripts/catalogue/tables/merge.ts';
import type { Fault } from '../../../scripts/catalogue/tables/reasons.ts';
import { readTable } from '../../../scripts/catalogue/tables/rows.ts';
import type { ReadSheets } from '../../../scripts/catalogue/tables/sheet.ts';
import { readSheets } from '../../../scripts/catalogue/tables/sheets.ts';
import { vocabulary } from '../../../scripts/catalogue/tables/vocabulary.ts';
import { examineFiles, readFile, repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import { departments, folder } from './build.ts';

type Thing = Record<string, unknown>;
interface Document {
  '@context': Record<string, unknown>;
  '@graph': Thing[];
}

const { catalogue } = examineFiles(departments);
const ofDepartment = (code: string) => catalogue.matters.filter(({ department }) => department === code);
const documentOf = (department: string): Document =>
  structuredClone(
    cpsvApOf({ ...catalogue, regions: [], documentTypes: [], lifeEvents: [], matters: ofDepartment(department) }),
  ) as unknown as Document;

let files = 0;
async function reading(content: unknown, department = 'health'): Promise<ReadSheets> {
  const path = join(folder(), `${files++}.jsonld`);
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return readSheets(path, { encoding: 'utf-8', department, departments });
}
/** `place CODE` of what is wrong, notes marked. */
const said = (faults: ReadonlyArray<Fault>): ReadonlyArray<string> =>
  faults.map(({ cell, code, isNote }) => `${cell} ${code}${isNote ? ' note' : ''}`.trim());
/** With what the cells say: where a document is refused as tables are. */
async function refusing(content: unknown): Promise<ReadonlyArray<string>> {
  const { sheets, faults } = await reading(content);
  return said([...faults, ...sheets.flatMap((sheet) => readTable(sheet, {}).faults)]);
}

describe('a catalogue as JSON-LD', () => {
  it('is what the files hold: merged into them, it changes none', async () => {
    const told: Record<string, unknown> = {};
    for (const { code: department } of departments.filter(({ code }) => ofDepartment(code).length > 0)) {
      const { sheets, faults } = await reading(documentOf(department), department);
      const read = sheets.map((sheet) => readTable(sheet, {}));
      expect(said([...faults, ...read.flatMap((each) => each.faults)])).toEqual([]);
      const rows = read.flatMap((each) => each.rows);
      for (const { value } of ofDepartment(department)) {
        const own = rows.filter(
          ({ values }) => values.get('TASK_CODE') === value.code && values.get('AREA_CODE') === value.region,
        );
        const [row, ...parts] = own;
        expect(row?.kind).toBe('matters');
        expect(mergeMatter(value, row, parts)).toEqual({ matter: value, faults: [] });
        told[value.code] = own.length;
      }
    }
    expect(Object.keys(told).length).toBe(new Set(catalogue.matters.map(({ value }) => value.code)).size);
  });

  it.each(['public-security', 'human-resources', 'market-regulation', 'civil-affairs'])(
    'gives the rows that CSV gives after an import into an empty folder: %s',
    async (department) => {
      const { sheets } = await reading(documentOf(department), department);
      const plan = planImport({ sheets, codes: {}, department, departments, roots: [folder()] });
      // An empty folder has no document types that materials could be of.
      expect(said(plan.faults.filter(({ code }) => code !== 'CATALOGUE'))).toEqual([]);
      const values = plan.changes.map(
        ({ path, after }) => readFile({ path, text: after, kind: 'matter', department }).file.value as MatterFile,
      );
      expect(sorted(values)).toEqual(sorted(ofDepartment(department).map(({ value }) => value)));
    },
  );

  const sorted = (matters: ReadonlyArray<MatterFile>) =>
    tablesOf([...matters].sort((one, other) => (`${one.code}${one.region}` < `${other.code}${other.region}` ? -1 : 1)));

  it('says in each document what each term of ours means, and uses all of them', () => {
    const whole = cpsvApOf(catalogue) as unknown as Document;
    const text = JSON.stringify(whole['@graph'].filter((thing) => thing['@type'] !== 'rdf:Property'));
    for (const { term, zh } of vocabulary.terms) {
      const [node] = whole['@graph'].filter((thing) => thing['@id'] === `yjs:${term}`);
      expect(node?.['rdfs:comment']).toContainEqual({ '@value': zh, '@language': 'zh' });
      // No matter of the catalogue has days of validity, or a result that holds until something happens.
      if (!/^valid(From|To|Until)$/.test(term)) expect(text).toContain(`"yjs:${term}":`);
    }
  });

  it('has every column of the tables but the number of materials and numbers that follow from others', async () => {
    const derived = ['MATERIAL_COUNT', 'ORIGINALNUM', 'COPIESNUM'];
    const service = documentOf('health');
    const ofType = (type: string) => service['@graph'].find((thing) => thing['@type'] === type) as Thing;
    Object.assign(ofType('cpsv:PublicService'), { 'yjs:validFrom': '2026-01-01', 'yjs:validTo': '2030-01-01' });
    Object.assign(ofType('cv:Output'), {
      'yjs:validUntil': ['满十六周岁', { '@value': 'sixteen', '@language': 'en' }],
    });
    const rest = ['civil-affairs', 'public-security', 'human-resources', 'market-regulation', 'fire-rescue', 'tax'];
    const all = await Promise.all([reading(service), ...rest.map((code) => reading(documentOf(code), code))]);
    const filled = new Map<TableKind, Set<string>>(tableKinds.map((kind) => [kind, new Set()]));
    for (const { rows } of all.flatMap(({ sheets }) => sheets.map((sheet) => readTable(sheet, {}))))
      for (const { kind, values } of rows)
        for (const [wire, value] of values) if (value !== undefined) filled.get(kind)?.add(wire);
    for (const kind of tableKinds)
      expect(tables[kind].columns.map(({ wire }) => wire).filter((wire) => !filled.get(kind)?.has(wire))).toEqual(
        tables[kind].columns.map(({ wire }) => wire).filter((wire) => derived.includes(wire)),
      );
  });
});

describe('a document that was changed', () => {
  const root = folder();
  for (const part of ['subgraphs/catalogue/data', 'subgraphs/departments'])
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true, filter: (path) => !path.endsWith('.ts') });

  it('brings exactly its changes: a name, a limit, a material’s name', async () => {
    const document = documentOf('health');
    const [entry] = ofDepartment('health') as [(typeof catalogue.matters)[number]];
    const { value } = entry;
    const find = (id: string) => document['@graph'].find((thing) => thing['@id'] === id) as Thing;
    const id = `yjs:matter:${value.code}:${value.region}`;
    const service = find(id);
    const [zh, en] = service['dct:title'] as [Thing, Thing];
    service['dct:title'] = [{ ...zh, '@value': '换了名称' }, en];
    service['yjs:promisedLimit'] = { 'yjs:amount': 3, 'yjs:unit': 'yjs:unit:WORKING_DAY' };
    service['cv:processingTime'] = { '@value': 'P3D', '@type': 'xsd:duration' };
    const [material] = value.requirements;
    find(`${id}:requirement:${material?.code}`)['dct:title'] = [{ '@value': '换了的材料', '@language': 'zh-CN' }];
    const { sheets, faults } = await reading(document);
    // The description still has the old name, and is not where names are read.
    expect(said(faults)).toEqual([`${id} dct:description TEXT_NOT_READ note`]);
    const plan = planImport({ sheets, codes: {}, department: 'health', departments, roots: [root] });
    expect(plan.faults.filter(({ isNote }) => !isNote)).toEqual([]);
    expect(plan.changes.map(({ path }) => path)).toEqual([entry.file.path]);
    const text = plan.changes[0]?.after ?? '';
    expect(readFile({ path: 'a', text, kind: 'matter', department: 'health' }).file.value).toEqual({
      ...value,
      title: { zh: '换了名称', en: value.title.en },
      promisedLimit: { amount: 3, unit: 'WORKING_DAY' },
      requirements: [{ ...material, name: '换了的材料' }, ...value.requirements.slice(1)],
    });
  }, 60_000);
});

describe('a document of another form', () => {
  const cellsOf = async (content: unknown) =>
    (await reading(content)).sheets.map(({ rows }) => rows.map((row) => JSON.stringify(row)).sort());

  it('says the same: expanded, with other prefixes, nested, its lists in another order', async () => {
    const document = documentOf('health');
    const expected = await cellsOf(document);
    const turned = document['@graph'].map((thing) => {
      const lists = thing['cv:hasEvidenceTypeList'] as string[] | undefined;
      return lists ? { ...thing, 'cv:hasEvidenceTypeList': lists.toReversed() } : thing;
    });
    expect(turned).not.toEqual(document['@graph']);
    expect(await cellsOf({ ...document, '@graph': turned })).toEqual(expected);
    expect(expected.length).toBe(4);
    const expanded = await jsonld.expand(document as never);
    expect(await cellsOf(expanded)).toEqual(expected);
    const renamed = await jsonld.compact(expanded, { p: 'http://purl.org/dc/terms/', s: 'urn:yijianshi:' });
    expect(await cellsOf(renamed)).toEqual(expected);
    const framed = await jsonld.frame(document as never, { '@type': 'http://purl.org/vocab/cpsv#PublicService' });
    expect(await cellsOf(framed)).toEqual(expected);
  });

  const foreign = (service: Thing, ...things: ReadonlyArray<Thing>) => ({
    '@context': [vocabulary.contexts.addresses[0], { ...vocabulary.prefixes, ex: 'http://example.com/' }],
    '@graph': [
      {
        '@id': 'ex:service',
        '@type': 'PublicService',
        'PublicService.identifier': '330381ZZ000000000001',
        'PublicService.name': [
          { '@value': '测试事项', '@language': 'zh-Hans' },
          { '@value': 'A matter', '@language': 'en-GB' },
        ],
        'PublicService.spatial': 'yjs:region:330381000000',
        'PublicService.functionsOfGovernment': ['ex:cofog', 'yjs:matter-type:PUBLIC_SERVICE'],
        'PublicService.hasCompetentAuthority': 'ex:hospital',
        'PublicService.processingTime': 'P5D',
        'yjs:catalogCode': '000000000001',
        ...service,
      },
      { '@id': 'ex:hospital', '@type': 'PublicOrganization', 'PublicOrganization.preferredLabel': '某医院' },
      ...things,
    ],
  });

  it('of another tool is read by the context of CPSV-AP, which is known by its address', async () => {
    const { sheets, faults } = await reading(foreign({ 'PublicService.sector': 'ex:health' }));
    expect(said(faults)).toEqual(['http://example.com/service TERM_NOT_READ note']);
    const [table] = sheets.map((sheet) => readTable(sheet, {}));
    expect(table?.faults).toEqual([]);
    expect(Object.fromEntries(table?.rows[0]?.values ?? [])).toMatchObject({
      TASK_CODE: '330381ZZ000000000001',
      TASK_NAME: '测试事项',
      TASK_NAME_EN: 'A matter',
      TASK_TYPE: 'PUBLIC_SERVICE',
      DEPT_NAME: '某医院',
      PROMISE_DAY: 5,
      PROMISE_TYPE: 'NATURAL_DAY',
    });
  });

  it('of which a material does not say whose it is, or how it is looked at, is told by the list it stands in', async () => {
    const list = { '@id': 'ex:list', 'cv:specifiesEvidenceType': { '@id': 'yjs:document-type:household-register' } };
    const requirement = { 'dct:identifier': 'Z-1', 'dct:title': '户口簿', 'cv:hasEvidenceTypeList': list };
    const told = await refusing(foreign({ 'PublicService.holdsRequirement': requirement }));
    expect(told).toEqual(['http://example.com/list MISSING', 'http://example.com/list MISSING']);
  });

  it.each<[string, Thing, string]>([
    [
      'limits that disagree',
      { 'yjs:promisedLimit': { 'yjs:amount': 3, 'yjs:unit': { '@id': 'yjs:unit:WORKING_DAY' } } },
      'cv:processingTime SAYS_OTHERWISE',
    ],
    ['a limit in months', { 'PublicService.processingTime': 'P1M' }, 'cv:processingTime NOT_A_LIMIT'],
    ['two codes', { 'PublicService.identifier': ['A1', 'B2'] }, 'dct:identifier SEVERAL_VALUES'],
    [
      'two names in one language',
      { 'PublicService.name': ['一', '二', { '@value': 'A', '@language': 'en' }] },
      'dct:title SEVERAL_VALUES',
    ],
    ['a region of no code', { 'PublicService.spatial': 'ex:somewhere' }, 'dct:spatial NOT_A_CODE'],
    [
      'a kind that nobody knows',
      { 'PublicService.functionsOfGovernment': 'yjs:matter-type:NONE' },
      'dct:type UNDECLARED',
    ],
    ['no code of the directory', { 'yjs:catalogCode': [] }, 'yjs:catalogCode MISSING'],
    ['a channel of other words', { 'PublicService.hasChannel': 'ex:phone' }, 'cv:hasChannel UNDECLARED'],
    ['a link to nothing', { 'cpsv:produces': { '@id': 'ex:gone' } }, 'cpsv:produces NOT_IN_DOCUMENT'],
    [
      'an amount that nobody can pay',
      {
        'PublicService.hasCost': { '@id': 'ex:c', 'dct:description': '费', 'cv:hasValue': 1.234, 'yjs:basis': '依据' },
      },
      'cv:hasValue NOT_AN_AMOUNT',
    ],
    [
      'another currency',
      {
        'PublicService.hasCost': {
          '@id': 'ex:c',
          'dct:description': '费',
          'cv:hasValue': 1,
          'yjs:basis': '依据',
          'cv:currency': 'EUR',
        },
      },
      'cv:currency NOT_IN_YUAN',
    ],
    [
      'a department that there is none of',
      { 'PublicService.hasCompetentAuthority': 'yjs:department:nowhere', 'yjs:authority': '甲' },
      'cv:hasCompetentAuthority DEPARTMENT_UNKNOWN',
    ],
    ['a day that does not exist', { 'yjs:validFrom': '2026-02-30' }, 'yjs:validFrom NOT_A_DATE'],
  ])('with %s is refused by the thing and its term', async (_what, service, expected) => {
    const told = await refusing(foreign(service));
    expect(told.map((each) => each.replace(/^http:\/\/example\.com\/\w+ /, ''))).toEqual([expected]);
  });

  it('with one material twice, lists that disagree, or a service in two versions is refused', async () => {
    const use = {
      'dct:type': { '@id': 'yjs:document-type:a' },
      'yjs:subject': 'APPLICANT',
      'yjs:handling': { '@id': 'yjs:handling:COPY' },
    };
    const list = (id: string) => ({
      '@id': id,
      'cv:specifiesEvidenceType': { '@id': 'yjs:document-type:b' },
      'yjs:documentUse': use,
    });
    const requirement = (id: string) => ({
      '@id': `ex:${id}`,
      'dct:identifier': 'Z-1',
      'dct:title': '甲',
      'cv:hasEvidenceTypeList': list(`ex:${id}l`),
    });
    const doubled = foreign({ 'cv:holdsRequirement': [requirement('p'), requirement('q')] });
    const told = (await refusing(doubled)).map((each) => each.replaceAll('http://example.com/', ''));
    expect(told).toEqual([
      'pl cv:specifiesEvidenceType SAYS_OTHERWISE',
      'q dct:identifier TWICE',
      'ql cv:specifiesEvidenceType SAYS_OTHERWISE',
    ]);
    const [service] = foreign({})['@graph'];
    const versions = foreign({}, { ...service, '@id': 'ex:later', 'yjs:validFrom': '2030-01-01' });
    expect(await refusing(versions)).toEqual(['http://example.com/service VERSIONS']);
  });

  it('with matters of other departments leaves them out and says which', async () => {
    const { faults, sheets } = await reading(documentOf('tax'));
    expect(sheets).toEqual([]);
    expect(said(faults)).toEqual(['LEFT_OUT note']);
    expect(faults[0]?.message.en).toContain(`tax (${ofDepartment('tax').length})`);
  });
});

describe('nonsense', () => {
  const context = { '@context': { ...vocabulary.prefixes } };
  const service = { '@id': 'yjs:s', '@type': 'cpsv:PublicService' };
  const nested = (levels: number): unknown => (levels === 0 ? {} : { 'dct:a': nested(levels - 1) });
  const terms = Object.fromEntries(Array.from({ length: mostLinked.terms + 1 }, (_, index) => [`t${index}`, 'dct:t']));

  it.each<[string, unknown, ReadonlyArray<string>]>([
    ['what is not JSON', '{"@context": ', ['JSON']],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), ['JSON']],
    ['no context', { '@graph': [{ 'dct:title': '甲', name: '乙' }] }, ['NO_CONTEXT']],
    ['nothing at all', {}, ['NO_SERVICES']],
    ['no service', { ...context, 'dct:title': '甲' }, ['NO_SERVICES']],
    ['a context to be fetched', { '@context': 'https://example.com/c', ...service }, ['CONTEXT_UNKNOWN']],
    [
      'such a context within another',
      { '@context': [{ '@import': 'https://example.com/c' }], ...service },
      ['CONTEXT_UNKNOWN'],
    ],
    [
      'such a context of a term',
      { '@context': { a: { '@id': 'urn:a', '@context': 'file:///etc/passwd' } }, ...service },
      ['CONTEXT_UNKNOWN'],
    ],
    ['a term without a meaning', { ...context, ...service, tittle: '甲' }, ['yjs:s TERM_UNKNOWN']],
    [
      'a type without a meaning',
      { ...context, ...service, '@type': ['cpsv:PublicService', 'Thing'] },
      ['TERM_UNKNOWN'],
    ],
    ['a term that ours lack', { ...context, ...service, 'yjs:vists': 1 }, ['yjs:s TERM_UNKNOWN']],
    [
      'a prefix that its context lacks',
      { '@context': { cpsv: vocabulary.prefixes.cpsv }, ...service, 'dct:title': '甲' },
      ['yjs:s TERM_UNKNOWN'],
    ],
    ['an id that leads nowhere', { ...context, ...service, '@id': 'here' }, ['here LINKED_DATA']],
    ['what JSON-LD forbids', { '@context': { a: { '@id': 7 } }, ...service }, ['LINKED_DATA']],
    ['more levels than may be', { ...context, ...(nested(mostLinked.depth + 1) as Thing) }, ['TOO_LARGE']],
    ['more terms than may be', { '@context': terms, ...service }, ['TOO_LARGE']],
    ['more objects than may be', `[${'{},'.repeat(mostLinked.objects)}{}]`, ['TOO_LARGE']],
  ])('is refused: %s', async (_what, content, expected) => {
    const { faults, sheets } = await reading(content);
    expect(said(faults)).toEqual(expected);
    expect(sheets).toEqual([]);
    for (const { message } of faults)
      expect([/\p{Script=Han}.*。/u.test(message.zh), /[a-z].*\./.test(message.en)]).toEqual([true, true]);
  });
});
