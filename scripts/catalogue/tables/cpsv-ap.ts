import type { Text } from '../../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import type { Catalogue } from '../../../subgraphs/publishing/catalogue.ts';
import type { BasisInFile, MatterFile, RequirementInFile, UseInFile } from '../../../subgraphs/publishing/shapes.ts';
import { bothOf } from './matter-rows.ts';
import { context, vocabulary } from './vocabulary.ts';

type Thing = Readonly<Record<string, unknown>>;

export const yuan = 'http://publications.europa.eu/resource/authority/currency/CNY';

/**
 * Matters and events in CPSV-AP 3.2 as JSON-LD; with terms of ours beside it, all that tables have columns for. What those lack is lost: conditions,
 * desks, a field's own constraints.
 */
export function cpsvApOf({ matters, lifeEvents, documentTypes, regions, departments }: Catalogue): Thing {
  const events = lifeEvents.map(({ value }) => value);
  const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
  const graph = [
    ...vocabulary.terms.map(({ term, zh, en }) => ({
      '@id': `yjs:${term}`,
      '@type': 'rdf:Property',
      'rdfs:comment': words({ zh, en }),
    })),
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
export function duration({ amount, unit }: TimeLimit): string {
  return {
    WORKING_DAY: `P${amount}D`,
    NATURAL_DAY: `P${amount}D`,
    HOUR: `PT${amount}H`,
    MINUTE: `PT${amount}M`,
  }[unit];
}

const typed = (value: string, type: string): Thing => ({ '@value': value, '@type': `xsd:${type}` });
const limitOf = ({ amount, unit }: TimeLimit): Thing => ({ 'yjs:amount': amount, 'yjs:unit': `yjs:unit:${unit}` });
/** Without what is not said: an empty value would be one. */
const said = (thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));

function serviceOf(matter: MatterFile, department: string, events: ReadonlyArray<string>): ReadonlyArray<Thing> {
  const { code, region, validFrom, validTo, title, type, authority, promisedLimit, statutoryLimit } = matter;
  const { channels = [], conditions = [], visits, onlineDepth } = matter;
  const id = `yjs:matter:${code}:${region}${validFrom ? `:${validFrom}` : ''}`;
  const limit = promisedLimit ?? statutoryLimit;
  const requirements = (matter.requirements ?? []).map((each) => requirementOf(id, each));
  const laws = (matter.legalBases ?? []).map((basis, index) => lawOf(`${id}:law:${index + 1}`, basis));
  const outputs = (matter.results ?? []).map((result, index) => outputOf(`${id}:output:${index + 1}`, result));
  const costs = (matter.costs ?? []).map((cost, index) => costOf(`${id}:cost:${index + 1}`, cost));
  const links = (things: ReadonlyArray<Thing>) => things.map((thing) => thing['@id']);
  const service = said({
    '@id': id,
    '@type': 'cpsv:PublicService',
    'dct:identifier': code,
    'dct:title': words(title),
    'dct:description': [...words(title), ...conditions.flatMap(words)],
    'dct:type': `yjs:matter-type:${type}`,
    'dct:spatial': `yjs:region:${region}`,
    'cv:hasCompetentAuthority': `yjs:department:${department}`,
    'cv:processingTime': limit && typed(duration(limit), 'duration'),
    'cv:hasChannel': channels.map((channel) => `yjs:channel:${channel}`),
    'cv:isGroupedBy': events,
    'cv:hasLegalResource': links(laws),
    'cv:holdsRequirement': requirements.map(([requirement]) => requirement?.['@id']),
    'cv:hasCost': links(costs),
    'cpsv:produces': links(outputs),
    'yjs:catalogCode': matter.catalogCode,
    'yjs:authority': words(authority),
    'yjs:validFrom': validFrom && typed(validFrom, 'date'),
    'yjs:validTo': validTo && typed(validTo, 'date'),
    'yjs:promisedLimit': promisedLimit && limitOf(promisedLimit),
    'yjs:statutoryLimit': statutoryLimit && limitOf(statutoryLimit),
    'yjs:visits': visits,
    'yjs:onlineDepth': onlineDepth,
    'yjs:acceptanceCondition': conditions.flatMap(words),
    'yjs:formField': (matter.formFields ?? []).map(({ element, subject, required }) => ({
      'yjs:element': element,
      'yjs:subject': subject,
      'yjs:required': required,
    })),
  });
  return [service, ...requirements.flat(), ...laws, ...outputs, ...costs];
}

/** Any one list is enough; within a list every type is needed. */
function requirementOf(matter: string, requirement: RequirementInFile): ReadonlyArray<Thing> {
  const { code, name, necessity, declaredSource, legalBasis, uses = [], options } = requirement;
  const id = `${matter}:requirement:${code}`;
  const law = legalBasis && lawOf(`${id}:law`, legalBasis);
  const lists = (options?.map((option) => option.uses) ?? [uses]).map((list, index) =>
    said({
      '@id': `${id}:list:${index + 1}`,
      '@type': 'cv:EvidenceTypeList',
      'dct:identifier': `${code}-${index + 1}`,
      'cv:specifiesEvidenceType': list.map(({ type }) => `yjs:document-type:${type}`),
      'yjs:option': options && index + 1,
      'yjs:documentUse': list.map(useOf),
    }),
  );
  return [
    said({
      '@id': id,
      '@type': 'cv:Requirement',
      'dct:identifier': code,
      'dct:title': words(name),
      'cv:hasEvidenceTypeList': lists.map((list) => list['@id']),
      'cv:isDerivedFrom': law?.['@id'],
      'yjs:necessity': necessity && `yjs:necessity:${necessity}`,
      'yjs:declaredSource': declaredSource && `yjs:source:${declaredSource}`,
    }),
    ...lists,
    ...(law ? [law] : []),
  ];
}

const useOf = ({ type, subject, spec, use, copies }: UseInFile): Thing =>
  said({
    'dct:type': `yjs:document-type:${type}`,
    'yjs:subject': subject,
    'yjs:spec': spec,
    'yjs:handling': `yjs:handling:${use}`,
    'yjs:copies': copies,
  });

function outputOf(id: string, { type, subject, spec, validity }: MatterFile['results'][number]): Thing {
  return said({
    '@id': id,
    '@type': 'cv:Output',
    'dct:identifier': type,
    'dct:title': words({ zh: spec ?? type, en: type }),
    'dct:type': `yjs:document-type:${type}`,
    'yjs:subject': subject,
    'yjs:spec': spec,
    'yjs:validity': typeof validity === 'string' ? typed(validity, 'duration') : undefined,
    'yjs:validUntil': typeof validity === 'object' ? words(validity.until) : undefined,
  });
}

const costOf = (id: string, { item, amountFen, basis }: NonNullable<MatterFile['costs']>[number]): Thing => ({
  '@id': id,
  '@type': 'cv:Cost',
  'dct:identifier': id.slice('yjs:matter:'.length),
  'dct:description': words(item),
  'cv:hasValue': typed((amountFen / 100).toFixed(2), 'double'),
  'cv:currency': yuan,
  'yjs:basis': basis,
});

function lawOf(id: string, { title, article, documentNumber }: BasisInFile): Thing {
  return {
    '@id': id,
    '@type': 'eli:LegalResource',
    'dct:title': [{ '@value': title, '@language': 'zh' }],
    ...(article ? { 'dct:bibliographicCitation': article } : {}),
    ...(documentNumber ? { 'dct:identifier': documentNumber } : {}),
  };
}
