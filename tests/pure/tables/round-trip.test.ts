import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableKinds } from '../../../scripts/catalogue/tables/columns.ts';
import { cpsvApOf } from '../../../scripts/catalogue/tables/cpsv-ap.ts';
import { csvOf, tablesOf, workbookOf } from '../../../scripts/catalogue/tables/export-table.ts';
import { planImport } from '../../../scripts/catalogue/tables/import-table.ts';
import { mergeMatter } from '../../../scripts/catalogue/tables/merge.ts';
import { readTable } from '../../../scripts/catalogue/tables/rows.ts';
import type { Sheet } from '../../../scripts/catalogue/tables/sheet.ts';
import { readSheets } from '../../../scripts/catalogue/tables/sheets.ts';
import { examineFiles, readFile, repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import { departments, folder, importing, told } from './build.ts';

const { catalogue } = examineFiles(departments);
const ofDepartment = (code: string) =>
  catalogue.matters.filter(({ department }) => department === code).map(({ value }) => value);

async function sheetsOf(contents: ReadonlyArray<string | Buffer>): Promise<ReadonlyArray<Sheet>> {
  const sheets: Sheet[] = [];
  for (const [index, content] of contents.entries()) {
    const path = join(folder(), `${index}.csv`);
    writeFileSync(path, content);
    sheets.push(...(await readSheets(path, { encoding: 'utf-8', department: 'health', departments })).sheets);
  }
  return sheets;
}

describe('what is exported', () => {
  it('is what the files hold: merged into them, it changes none', async () => {
    const all = tablesOf(catalogue.matters.map(({ value }) => value));
    const read = (await sheetsOf(tableKinds.map((kind) => csvOf(all[kind])))).map((sheet) => readTable(sheet, {}));
    expect(read.flatMap(({ faults }) => faults)).toEqual([]);
    const rows = read.flatMap((table) => table.rows);
    for (const { value } of catalogue.matters) {
      const own = rows.filter(
        ({ values }) => values.get('TASK_CODE') === value.code && values.get('AREA_CODE') === value.region,
      );
      const row = own.find(({ kind }) => kind === 'matters');
      const merged = mergeMatter(
        value,
        row,
        own.filter(({ kind }) => kind !== 'matters'),
      );
      expect({ code: value.code, row: row !== undefined, ...merged }).toEqual({
        code: value.code,
        row: true,
        matter: value,
        faults: [],
      });
    }
  });

  it.each(['csv', 'xlsx'])('gives the same rows again after an import into an empty folder: %s', async (format) => {
    for (const department of ['public-security', 'health', 'human-resources', 'market-regulation']) {
      const before = tablesOf(ofDepartment(department));
      const contents = format === 'xlsx' ? [await workbookOf(before)] : tableKinds.map((kind) => csvOf(before[kind]));
      const plan = planImport({
        sheets: await sheetsOf(contents),
        codes: {},
        department,
        departments,
        roots: [folder()],
      });
      expect(told(plan.faults)).toEqual([]);
      const values = plan.changes.map(
        ({ path, after }) => readFile({ path, text: after, kind: 'matter', department }).file.value as MatterFile,
      );
      expect(values.length).toBeGreaterThan(0);
      expect(tablesOf(values)).toEqual(before);
    }
  });
});

describe('an import over files', () => {
  const [matter] = ofDepartment('health') as [MatterFile];
  const only = (change: (cells: string[], names: ReadonlyArray<string>) => void): string => {
    const [names, cells] = tablesOf([matter]).matters as [string[], string[]];
    change(cells, names);
    return csvOf([names, cells]);
  };
  const root = folder();
  for (const part of ['subgraphs/catalogue/data', 'subgraphs/departments'])
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true, filter: (path) => !path.endsWith('.ts') });

  it('changes what differs, and nothing else of the file', async () => {
    const text = only((cells, names) => {
      cells[names.indexOf('PROMISE_DAY')] = '2';
      cells[names.indexOf('PROMISE_TYPE')] = '工作日';
    });
    const { changes, faults } = await importing([text], { roots: [root] });
    expect(faults.filter(({ isNote }) => !isNote)).toEqual([]);
    const [change] = changes;
    const value = readFile({ path: 'a', text: change?.after ?? '', kind: 'matter', department: 'health' }).file.value;
    expect(value).toEqual({ ...matter, promisedLimit: { amount: 2, unit: 'WORKING_DAY' } });
    expect(change?.after).toContain('# yaml-language-server');
  }, 60_000);

  it('is refused where the rules would find an error, and says which by the row', async () => {
    const text = only((cells, names) => {
      cells[names.indexOf('AREA_CODE')] = '999999000000';
      cells[names.indexOf('TASK_CODE')] = '330381ZZ000000000009';
    });
    const { faults } = await importing([text], { roots: [root] });
    expect(faults.filter(({ isNote }) => !isNote).map(({ cell, code }) => `${cell} ${code}`)).toContain('A2 CATALOGUE');
  }, 60_000);

  it('of another department is refused', async () => {
    const { faults, changes } = await importing([only(() => {})], { roots: [root], department: 'tax' });
    expect(told(faults)).toEqual(['A2 OF_ANOTHER_DEPARTMENT']);
    expect(changes).toEqual([]);
  }, 60_000);
});

describe('CPSV-AP', () => {
  const document = cpsvApOf(catalogue) as {
    '@context': Record<string, unknown>;
    '@graph': ReadonlyArray<Record<string, unknown>>;
  };
  const graph = document['@graph'];
  const ids = new Set(graph.map((thing) => thing['@id']));
  const ofType = (type: string) => graph.filter((thing) => thing['@type'] === type);
  const terms = new Set(graph.flatMap((thing) => Object.keys(thing).filter((key) => !key.startsWith('@'))));

  it('uses no prefix that its own context lacks, and gives each thing one id', () => {
    const types = graph.map((thing) => String(thing['@type']));
    for (const name of [...terms, ...types]) expect(Object.keys(document['@context'])).toContain(name.split(':')[0]);
    expect(ids.size).toBe(graph.length);
  });

  it('says of each class what it has to: a service is identified, named, described, of an authority', () => {
    const demanded: Readonly<Record<string, ReadonlyArray<string>>> = {
      'cpsv:PublicService': ['dct:identifier', 'dct:title', 'dct:description', 'cv:hasCompetentAuthority'],
      'cv:PublicOrganisation': ['dct:identifier', 'skos:prefLabel'],
      'cv:LifeEvent': ['dct:identifier', 'dct:title', 'dct:description'],
      'cv:BusinessEvent': ['dct:identifier', 'dct:title', 'dct:description'],
      'cv:Requirement': ['dct:identifier', 'dct:title', 'cv:hasEvidenceTypeList'],
      'cv:EvidenceTypeList': ['dct:identifier', 'cv:specifiesEvidenceType'],
      'cv:EvidenceType': ['dct:identifier', 'dct:title'],
    };
    for (const [type, properties] of Object.entries(demanded)) {
      expect(ofType(type).length, type).toBeGreaterThan(0);
      for (const thing of ofType(type))
        for (const property of properties)
          expect([
            thing['@id'],
            property,
            [thing[property]].flat().length > 0 && thing[property] !== undefined,
          ]).toEqual([thing['@id'], property, true]);
    }
  });

  it('links to nothing that is not in it', () => {
    const links = [
      'cv:hasCompetentAuthority',
      'cv:isGroupedBy',
      'cv:holdsRequirement',
      'cv:hasEvidenceTypeList',
      'cv:specifiesEvidenceType',
      'cv:hasLegalResource',
      'cpsv:produces',
      'dct:spatial',
    ];
    const loose = graph.flatMap((thing) =>
      links.flatMap((link) => [thing[link] ?? []].flat()).filter((id) => !ids.has(id)),
    );
    expect(loose).toEqual([]);
  });

  it('keeps every matter, row, and list of documents of which any one is enough', () => {
    expect(ofType('cpsv:PublicService').map((thing) => thing['dct:identifier'])).toEqual(
      catalogue.matters.map(({ value }) => value.code),
    );
    const lists = catalogue.matters.flatMap(({ value }) =>
      (value.requirements ?? []).flatMap(({ options, uses }) => options?.map((each) => each.uses) ?? [uses ?? []]),
    );
    const codeOf = (id: unknown): string => String(id).split(':').at(-1) as string;
    expect(
      ofType('cv:EvidenceTypeList').map((thing) => (thing['cv:specifiesEvidenceType'] as string[]).map(codeOf)),
    ).toEqual(lists.map((uses) => uses.map(({ type }) => type)));
  });
});
