import type { Text } from '../../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import type { Catalogue } from '../../../subgraphs/publishing/catalogue.ts';
import type { BasisInFile, MatterFile, RequirementInFile, UseInFile } from '../../../subgraphs/publishing/shapes.ts';
import { bothOf } from './matter-rows.ts';

/** Prefixes and links that stand in the document itself: whoever reads it needs no network. */
const context = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  yjs: 'urn:yijianshi:',
  ...Object.fromEntries(
    [
      'cv:hasCompetentAuthority',
      'cv:holdsRequirement',
      'cv:hasEvidenceTypeList',
      'cv:specifiesEvidenceType',
      'cv:hasChannel',
      'cv:hasLegalResource',
      'cv:isGroupedBy',
      'cpsv:produces',
      'dct:spatial',
      'dct:type',
    ].map((term) => [term, { '@type': '@id' }]),
  ),
};

type Thing = Readonly<Record<string, unknown>>;

/**
 * Matters and events in CPSV-AP 3.2 as JSON-LD. It has no place for conditions, forms, desks, the party a document is of, how it is looked at and
 * how many copies there are: those are lost. Time in working days is said as days.
 */
export function cpsvApOf({ matters, lifeEvents, documentTypes, regions, departments }: Catalogue): Thing {
  const events = lifeEvents.map(({ value }) => value);
  const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
  const graph = [
    ...departments.map(({ code, name }) => ({
      '@id': `yjs:department:${code}`,
      '@type': 'cv:PublicOrganisation',
      'dct:identifier': code,
      'skos:prefLabel': words(name),
    })),
    ...regions.flatMap(({ value }) =>
      value.regions.map(({ code, name }) => ({
        '@id': `yjs:region:${code}`,
        '@type': 'dct:Location',
        'skos:prefLabel': words(name),
      })),
    ),
    ...types.map(({ code, name }) => ({
      '@id': `yjs:document-type:${code}`,
      '@type': 'cv:EvidenceType',
      'dct:identifier': code,
      'dct:title': words(name),
    })),
    ...events.map(({ code, region, title, audience }) => ({
      '@id': eventId(code, region),
      '@type': audience === 'PERSON' ? 'cv:LifeEvent' : 'cv:BusinessEvent',
      'dct:identifier': code,
      'dct:title': words(title),
      'dct:description': words(title),
    })),
    ...matters.flatMap(({ value, department }) => {
      const grouped = events.filter(({ members }) => members.some(({ matter }) => matter === value.code));
      return serviceOf(
        value,
        department,
        grouped.map(({ code, region }) => eventId(code, region)),
      );
    }),
  ];
  return { '@context': context, '@graph': graph };
}

const eventId = (code: string, region: string): string => `yjs:event:${code}:${region}`;

function words(text: Text): ReadonlyArray<Thing> {
  return Object.entries(bothOf(text)).map(([language, value]) => ({ '@value': value, '@language': language }));
}

/** An ISO 8601 duration: the format knows no working days. */
function duration({ amount, unit }: TimeLimit): Thing {
  const value = {
    WORKING_DAY: `P${amount}D`,
    NATURAL_DAY: `P${amount}D`,
    HOUR: `PT${amount}H`,
    MINUTE: `PT${amount}M`,
  }[unit];
  return { '@value': value, '@type': 'xsd:duration' };
}

function serviceOf(matter: MatterFile, department: string, events: ReadonlyArray<string>): ReadonlyArray<Thing> {
  const {
    code,
    region,
    validFrom,
    title,
    type,
    authority,
    promisedLimit,
    statutoryLimit,
    channels = [],
    conditions = [],
  } = matter;
  const id = `yjs:matter:${code}:${region}${validFrom ? `:${validFrom}` : ''}`;
  const limit = promisedLimit ?? statutoryLimit;
  const requirements = (matter.requirements ?? []).map((each) => requirementOf(id, each));
  const laws = (matter.legalBases ?? []).map((basis, index) => lawOf(`${id}:law:${index + 1}`, basis));
  const outputs = (matter.results ?? []).map((result, index) => ({
    '@id': `${id}:output:${index + 1}`,
    '@type': 'cv:Output',
    'dct:identifier': result.type,
    'dct:title': words({ zh: result.spec ?? result.type, en: result.type }),
    'dct:type': `yjs:document-type:${result.type}`,
  }));
  const links = (things: ReadonlyArray<Thing>) => things.map((thing) => thing['@id']);
  const service = {
    '@id': id,
    '@type': 'cpsv:PublicService',
    'dct:identifier': code,
    'dct:title': words(title),
    'dct:description': [...words(title), ...conditions.flatMap(words)],
    'dct:type': `yjs:matter-type:${type}`,
    'dct:spatial': `yjs:region:${region}`,
    'cv:hasCompetentAuthority': `yjs:department:${department}`,
    'yjs:authority': words(authority),
    ...(limit ? { 'cv:processingTime': duration(limit) } : {}),
    'cv:hasChannel': channels.map((channel) => `yjs:channel:${channel}`),
    'cv:isGroupedBy': events,
    'cv:hasLegalResource': links(laws),
    'cv:holdsRequirement': links(requirements.flatMap(([requirement]) => (requirement ? [requirement] : []))),
    'cpsv:produces': links(outputs),
  };
  return [service, ...requirements.flat(), ...laws, ...outputs];
}

/** Any one list is enough; within a list every type is needed. */
function requirementOf(matter: string, { code, name, uses, options }: RequirementInFile): ReadonlyArray<Thing> {
  const id = `${matter}:requirement:${code}`;
  const lists = (options?.map((option) => option.uses) ?? [uses ?? []]).map(
    (list: ReadonlyArray<UseInFile>, index) => ({
      '@id': `${id}:list:${index + 1}`,
      '@type': 'cv:EvidenceTypeList',
      'dct:identifier': `${code}-${index + 1}`,
      'cv:specifiesEvidenceType': list.map(({ type }) => `yjs:document-type:${type}`),
    }),
  );
  return [
    {
      '@id': id,
      '@type': 'cv:Requirement',
      'dct:identifier': code,
      'dct:title': words(name),
      'cv:hasEvidenceTypeList': lists.map((list) => list['@id']),
    },
    ...lists,
  ];
}

function lawOf(id: string, { title, article, documentNumber }: BasisInFile): Thing {
  return {
    '@id': id,
    '@type': 'eli:LegalResource',
    'dct:title': [{ '@value': title, '@language': 'zh' }],
    ...(article ? { 'dct:bibliographicCitation': article } : {}),
    ...(documentNumber ? { 'dct:identifier': documentNumber } : {}),
  };
}
