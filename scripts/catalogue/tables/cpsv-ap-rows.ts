import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import type { Catalogue } from '../../../subgraphs/publishing/catalogue.ts';
import { tableKinds } from './columns.ts';
import { duration } from './cpsv-ap.ts';
import { feeRows, fieldRows, lawsIn, materialRows, type OfMatter, resultRows } from './cpsv-ap-parts.ts';
import { readLinkedData } from './linked-data.ts';
import { type LinkedCell, type LinkedRow, rowOf, sheetOf } from './linked-sheet.ts';
import {
  codeIn,
  linesOf,
  oneOf,
  type Placed,
  partsOf,
  type Reading,
  tell,
  textOf,
  valuesOf,
  type Words,
  wordsOf,
} from './linked-values.ts';
import { fault } from './reasons.ts';
import type { ReadSheets } from './sheet.ts';
import { iriOf, shortOf } from './vocabulary.ts';

/** Whose matters are read: those of another department are left out, and told. */
export interface ReadFor {
  readonly department: string;
  readonly departments: Catalogue['departments'];
}

/** The services of a document in CPSV-AP (JSON-LD) as the sheets that tables of the implementation list are. */
export async function readServices(name: string, bytes: Uint8Array, asked: ReadFor): Promise<ReadSheets> {
  const { things, faults } = await readLinkedData(name, bytes);
  if (faults.some(({ isNote }) => !isNote)) return { sheets: [], faults };
  const reading: Reading = { name, things, faults: [...faults] };
  const services = [...things.values()]
    .filter((thing) => thing['@type']?.includes(iriOf('cpsv:PublicService')))
    .map((thing) => ({ thing, place: shortOf(thing['@id']) }));
  if (services.length === 0) return { sheets: [], faults: [...faults, fault('NO_SERVICES', name, '')] };
  const rows = servicesOf(reading, services, asked).map((service) => rowsOf(reading, service));
  oneVersionOfEach(reading, rows);
  const sheets = tableKinds.map((kind) =>
    sheetOf(
      name,
      kind,
      rows.flatMap((each) => each[kind]),
    ),
  );
  return { sheets: sheets.filter((sheet) => sheet.rows.length > 1), faults: reading.faults };
}

/** Those of the department. An authority that is none of ours by its id or identifier is taken for the one that is asked for. */
function servicesOf(
  reading: Reading,
  services: ReadonlyArray<Placed>,
  { department, departments }: ReadFor,
): ReadonlyArray<Placed> {
  const known = new Set(departments.map(({ code }) => code));
  const left = new Map<string, number>();
  const own = services.filter((service) => {
    const values = valuesOf(service, 'cv:hasCompetentAuthority');
    const codes = values.map((value) => codeIn(reading, value, 'department') ?? '');
    for (const [index, code] of codes.entries())
      if (!known.has(code) && textOf(values[index])?.startsWith(iriOf('yjs:department:')))
        tell(reading, 'DEPARTMENT_UNKNOWN', service, 'cv:hasCompetentAuthority', [code]);
    const [other] = codes.filter((code) => known.has(code));
    if (other === undefined || codes.includes(department)) return true;
    left.set(other, (left.get(other) ?? 0) + 1);
    return false;
  });
  const others = [...left].map(([code, count]) => `${code} (${count})`).join(', ');
  if (others) reading.faults.push(fault('LEFT_OUT', reading.name, '', [others], true));
  return own;
}

function rowsOf(
  reading: Reading,
  service: Placed,
): Readonly<Record<(typeof tableKinds)[number], ReadonlyArray<LinkedRow>>> {
  const of: OfMatter = [
    ['TASK_CODE', 'dct:identifier', textOf(oneOf(reading, service, 'dct:identifier'))],
    ['AREA_CODE', 'dct:spatial', codeIn(reading, oneOf(reading, service, 'dct:spatial'), 'region')],
  ];
  return {
    matters: [matterRow(reading, service, of)],
    materials: materialRows(reading, service, of),
    results: resultRows(reading, service, of),
    fees: feeRows(reading, service, of),
    fields: fieldRows(reading, service, of),
  };
}

function matterRow(reading: Reading, service: Placed, of: OfMatter): LinkedRow {
  const value = (term: string) => textOf(oneOf(reading, service, term));
  const title = wordsOf(reading, service, 'dct:title');
  const [type] = typesOf(reading, service);
  const authority = authorityOf(reading, service);
  const [zh, en] = (['zh', 'en'] as const).map((language) => linesOf(service, 'yjs:acceptanceCondition', language));
  tellDescriptions(reading, service, [title.zh, title.en, ...(zh ?? []), ...(en ?? [])]);
  return rowOf(service, [
    ...of,
    ['CATALOG_CODE', 'yjs:catalogCode', value('yjs:catalogCode')],
    ['TASK_NAME', 'dct:title', title.zh],
    ['TASK_NAME_EN', 'dct:title', title.en],
    ['TASK_TYPE', 'dct:type', type],
    ['PLAN_EFFECTIVE_DATE', 'yjs:validFrom', value('yjs:validFrom')],
    ['PLAN_CANCEL_DATE', 'yjs:validTo', value('yjs:validTo')],
    ['DEPT_NAME', 'yjs:authority', authority.zh],
    ['DEPT_NAME_EN', 'yjs:authority', authority.en],
    ...limitCells(reading, service),
    ['LIMIT_SCENE_NUM', 'yjs:visits', value('yjs:visits')],
    ['ONLINE_HANDLE_DEPTH', 'yjs:onlineDepth', value('yjs:onlineDepth')],
    ['HANDLE_TYPE', 'cv:hasChannel', channelsOf(reading, service)],
    ['ACCEPT_CONDITION', 'yjs:acceptanceCondition', zh?.join('\n')],
    ['ACCEPT_CONDITION_EN', 'yjs:acceptanceCondition', en?.join('\n')],
    ['BY_LAW', 'cv:hasLegalResource', lawsIn(reading, partsOf(reading, service, 'cv:hasLegalResource'))],
  ]);
}

/** `dct:type` may have other classifications beside ours: with one of ours, that one counts. */
function typesOf(reading: Reading, service: Placed): ReadonlyArray<string | undefined> {
  const values = valuesOf(service, 'dct:type');
  const ours = values.filter((value) => textOf(value)?.startsWith(iriOf('yjs:matter-type:')));
  if (ours.length > 1) tell(reading, 'SEVERAL_VALUES', service, 'dct:type', ['dct:type', ours.length]);
  return (ours.length > 0 ? ours : values).map((value) => codeIn(reading, value, 'matter-type'));
}

/** In our own term, or else as the organisation is called. */
function authorityOf(reading: Reading, service: Placed): Words {
  const own = wordsOf(reading, service, 'yjs:authority');
  const [value] = valuesOf(service, 'cv:hasCompetentAuthority');
  const thing = reading.things.get(textOf(value) ?? '');
  if (own.zh !== undefined || !thing) return own;
  return wordsOf(reading, { thing, place: shortOf(thing['@id']) }, 'skos:prefLabel');
}

/** A channel is one of our words, or a thing of which its type says what it is. */
function channelsOf(reading: Reading, service: Placed): string | undefined {
  const channels = valuesOf(service, 'cv:hasChannel').map((value) => {
    const thing = reading.things.get(textOf(value) ?? '');
    const type = thing && valuesOf({ thing, place: '' }, 'dct:type')[0];
    return codeIn(reading, type ?? value, 'channel');
  });
  return channels.length > 0 ? channels.join('\n') : undefined;
}

/** Limits in our own terms, with which the processing time has to agree; that one alone is what is promised, in natural days. */
function limitCells(reading: Reading, service: Placed): ReadonlyArray<LinkedCell> {
  const limits = (['yjs:promisedLimit', 'yjs:statutoryLimit'] as const).map((term) => {
    const [part] = partsOf(reading, service, term);
    if (valuesOf(service, term).length > 1) oneOf(reading, service, term);
    const amount = part && textOf(oneOf(reading, part, 'yjs:amount'));
    const unit = part && codeIn(reading, oneOf(reading, part, 'yjs:unit'), 'unit');
    return { term, amount, unit, isThere: part !== undefined };
  });
  const [promised, statutory] = limits as [(typeof limits)[number], (typeof limits)[number]];
  const stated = promised.isThere ? promised : statutory;
  const time = textOf(oneOf(reading, service, 'cv:processingTime'));
  const read = time === undefined ? undefined : limitIn(time);
  if (time !== undefined && !read) tell(reading, 'NOT_A_LIMIT', service, 'cv:processingTime', [time]);
  if (read && stated.isThere) {
    const said = duration({ amount: Number(stated.amount), unit: stated.unit as TimeLimit['unit'] });
    if (said !== undefined && said !== duration(read))
      tell(reading, 'SAYS_OTHERWISE', service, 'cv:processingTime', [time ?? '', stated.term, said]);
  }
  const alone = read && !stated.isThere ? { ...promised, ...read, term: 'cv:processingTime' } : promised;
  return [
    ['ANTICIPATE_DAY', `${statutory.term} yjs:amount`, statutory.amount],
    ['ANTICIPATE_TYPE', `${statutory.term} yjs:unit`, statutory.unit],
    ['PROMISE_DAY', `${alone.term} yjs:amount`, alone.amount],
    ['PROMISE_TYPE', `${alone.term} yjs:unit`, alone.unit],
  ];
}

/** Undefined: in months or years, of which none says how many days they are, or no duration at all. */
function limitIn(time: string): TimeLimit | undefined {
  const [, days, hours, minutes] = time.match(/^P(?:(\d{1,4})D|T(?:(\d{1,4})H|(\d{1,4})M))$/) ?? [];
  if (days !== undefined) return { amount: Number(days), unit: 'NATURAL_DAY' };
  if (hours !== undefined) return { amount: Number(hours), unit: 'HOUR' };
  return minutes === undefined ? undefined : { amount: Number(minutes), unit: 'MINUTE' };
}

/** The description repeats what stands elsewhere; another text in it would be lost without a word. */
function tellDescriptions(reading: Reading, service: Placed, known: ReadonlyArray<string | undefined>): void {
  for (const value of valuesOf(service, 'dct:description')) {
    const text = String(textOf(value)).replaceAll(/\s*\n\s*/g, ' ');
    if (!known.includes(text)) tell(reading, 'TEXT_NOT_READ', service, 'dct:description', [text.slice(0, 40)], true);
  }
}

/** Parts say of which matter they are by its code and region: of two versions in one file they could be of either. */
function oneVersionOfEach(reading: Reading, rows: ReadonlyArray<ReturnType<typeof rowsOf>>): void {
  const seen = new Set<string>();
  for (const { matters } of rows)
    for (const { cells, place } of matters) {
      const [code, region] = ['TASK_CODE', 'AREA_CODE'].map((wire) => cells.get(wire)?.text ?? '');
      const key = `${code} ${region}`;
      if (seen.has(key)) reading.faults.push(fault('VERSIONS', reading.name, place, [code ?? '']));
      seen.add(key);
    }
}
