import { stringify } from 'yaml';
import type { Registry } from '../../schema/registry.ts';
import type { FileKind } from '../../subgraphs/publishing/catalogue.ts';
import type { PlacedText } from '../../subgraphs/publishing/read.ts';

/** How large a province is: figures of Zhejiang, whose directory has 1,411 main and 3,443 sub-matters. */
export const province = {
  mains: 1_411,
  subs: 3_443,
  cities: 11,
  counties: 78,
  rowsPerMatter: 6,
  events: 55,
  types: 600,
  questions: 80,
};
export type Size = typeof province;

/** The same province each time: nothing is drawn. */
export function provinceOf({ departments }: Registry, size: Size = province): ReadonlyArray<PlacedText> {
  const data = (kind: FileKind, folder: string, name: string, value: unknown): PlacedText => ({
    kind,
    path: `subgraphs/catalogue/data/${folder}/${name}.yaml`,
    text: stringify(value, { lineWidth: 0 }),
  });
  return [
    data('regions', 'regions', 'province', { regions: regionsOf(size) }),
    data('roles', 'roles', 'people', { roles: [{ code: 'APPLICANT', name: both('申请人', 'applicant') }] }),
    data('document-types', 'document-types', 'all', { documentTypes: typesOf(size) }),
    data('questions', 'questions', 'all', { questions: questionsOf(size) }),
    data('data-elements', 'data-elements', 'all', {
      dataElements: [
        { code: 'name', title: both('姓名', 'Name'), schema: { type: 'string', minLength: 2, maxLength: 50 } },
        { code: 'born', title: both('出生日期', 'Date of birth'), schema: { type: 'string', format: 'date' } },
      ],
    }),
    data('remedies', 'remedies', 'all', {
      remedies: [
        { code: 'court', kind: 'LITIGATION', to: both('法院', 'The court'), legalBasis: { title: '行政诉讼法' } },
      ],
    }),
    ...Array.from({ length: size.subs }, (_, index) => matterOf(index, departments, size)),
    ...Array.from({ length: size.events }, (_, index) =>
      data('life-event', 'life-events', `event-${index}`, eventOf(index, size)),
    ),
  ];
}

const both = (zh: string, en: string) => ({ zh, en });
const number = (value: number, digits: number): string => String(value).padStart(digits, '0');
/** Chinese of a number, so that names differ by more than digits. */
const hanOf = (value: number): string =>
  [...value.toString(36)].map((digit) => String.fromCodePoint(0x4e00 + parseInt(digit, 36) * 97 + 13)).join('');

const provinceCode = '330000000000';
const countyCode = (index: number, { cities }: Size): string => {
  const city = (index % cities) + 1;
  return `33${number(city, 2)}${number(Math.floor(index / cities) + 2, 2)}000000`;
};

function regionsOf(size: Size) {
  return [
    { code: provinceCode, name: both('浙江省', 'Zhejiang'), parent: null },
    ...Array.from({ length: size.cities }, (_, index) => ({
      code: `33${number(index + 1, 2)}00000000`,
      name: both(`${hanOf(index + 40)}市`, `City ${index}`),
      parent: provinceCode,
    })),
    ...Array.from({ length: size.counties }, (_, index) => ({
      code: countyCode(index, size),
      name: both(`${hanOf(index + 80)}县`, `County ${index}`),
      parent: `33${number((index % size.cities) + 1, 2)}00000000`,
    })),
  ];
}

function typesOf({ types }: Size) {
  return Array.from({ length: types }, (_, index) => ({
    code: `type-${index}`,
    name: both(`${hanOf(index * 31 + 7)}证`, `Document ${index}`),
    aliases: [],
    holding: 'EACH',
  }));
}

function questionsOf({ questions }: Size) {
  return Array.from({ length: questions }, (_, index) => ({
    code: `question-${index}`,
    kind: 'BOOLEAN',
    text: both(`是否${hanOf(index * 17 + 5)}？`, `Is it ${index}?`),
  }));
}

const mainOf = (index: number, { mains }: Size): number => index % mains;

/** Every seventh sub-matter is a county's own of one above. */
function matterOf(index: number, departments: Registry['departments'], size: Size): PlacedText {
  const isOwn = index >= size.mains && index % 7 === 0;
  const main = mainOf(index, size);
  const region = isOwn ? countyCode(index % size.counties, size) : provinceCode;
  const department = departments[main % departments.length]?.code ?? '';
  const rows = Array.from({ length: size.rowsPerMatter }, (_, row) => ({
    code: `M${index}-${number(row + 1, 2)}`,
    name: both(`${hanOf(index * 6 + row)}材料`, `Row ${row} of ${index}`),
    declaredSource: 'APPLICANT',
    ...(row % 3 === 2
      ? { necessity: 'CONDITIONAL', condition: { question: `question-${(main + row) % size.questions}`, equals: true } }
      : {}),
    uses: [{ type: `type-${(main * 5 + row * 7) % size.types}`, subject: 'APPLICANT', use: 'INSPECT' }],
  }));
  const value = {
    code: `${region.slice(0, 6)}XX${number(index, 9)}`,
    catalogCode: isOwn || index < size.mains ? number(main, 12) : number(100_000 + index, 12),
    title: both(`${hanOf(index * 13 + 3)}登记`, `Registration ${index}`),
    region,
    type: 'CONFIRMATION',
    authority: both('主管部门', 'The authority'),
    statutoryLimit: { amount: 10, unit: 'WORKING_DAY' },
    promisedLimit: { amount: 5, unit: 'WORKING_DAY' },
    visits: 1,
    onlineDepth: 3,
    channels: ['COUNTER', 'ONLINE'],
    legalBases: [{ title: '中华人民共和国行政许可法', article: '第十二条' }],
    requirements: rows,
    results: [{ type: `type-${(main * 11 + 400) % size.types}`, subject: 'APPLICANT', spec: `结果${index}` }],
    formFields: [
      { element: 'name', subject: 'APPLICANT', required: true },
      { element: 'born', subject: 'APPLICANT', required: index % 2 === 0 },
    ],
  };
  return {
    kind: 'matter',
    department,
    path: `subgraphs/departments/${department}/matters/matter-${index}.yaml`,
    text: stringify(value, { lineWidth: 0 }),
  };
}

function eventOf(index: number, size: Size) {
  return {
    code: `event-${index}`,
    region: provinceCode,
    title: both(`${hanOf(index * 29 + 11)}一件事`, `Event ${index}`),
    audience: 'PERSON',
    promisedDays: 30,
    members: Array.from({ length: 6 }, (_, member) => ({
      matter: `330000XX${number((index * 6 + member) % size.mains, 9)}`,
    })),
  };
}
