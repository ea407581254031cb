import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  isScalarType,
} from 'graphql';

/** Something hostile to be sent in the place of what is wanted. */
export interface Attack {
  readonly what: string;
  readonly value: unknown;
  /** It is no more than odd where false: then it may be taken, as long as nothing breaks. */
  readonly refused: boolean;
}

/** What is sent in bulk is made of this: nothing that is answered holds many of them in a row. */
export const filler = 'x';
export const bulk = (characters: number): string => filler.repeat(characters);
/** Those that are no text: nothing keeps them, and nothing may take them. */
const noText: ReadonlyArray<string> = ['NUL', 'half a character', 'its other half'];
const must = (what: string, value: unknown): Attack => ({ what, value, refused: true });
const may = (what: string, value: unknown): Attack => ({ what, value, refused: false });

/** Names that mean something to a language, a terminal, a protocol, a database or a reader. */
export const hostileNames: ReadonlyArray<readonly [string, string]> = [
  ['the prototype', '__proto__'],
  ['what every object inherits', 'constructor'],
  ['NUL', 'a\0b'],
  ['control characters', '\u0007\u001b[31m\u0085'],
  ['writing turned round', '\u202egnp.exe'],
  ['half a character', 'a\ud800'],
  ['its other half', '\udc00a'],
  ['line breaks', 'a\r\nset-cookie: a=b\r\n\r\n'],
  ['characters of four bytes', '𠮷👩‍👩‍👧'],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
  ['SQL', "'; select pg_sleep(9) --"],
  ['a pattern', '%_\\(a+)+$'],
];
const nameIn = (name: string, what: string, value: unknown): Attack => ({
  what,
  value,
  refused: noText.includes(name),
});
/** JSON.parse makes `__proto__` a member of the object's own, as a client's body does. */
const named = (name: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);
const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const lists = [must('lists in lists', nested(500)), must('an object', { a: { a: 1 } })];

/** What is tried at an input of that type. `sample` is one that would be taken. */
export function attacksOn(type: GraphQLInputType, sample: unknown): ReadonlyArray<Attack> {
  const of = getNullableType(type);
  if (isListType(of)) {
    const one = Array.isArray(sample) ? sample[0] : sample;
    return [
      must(
        '20,000 of nothing',
        Array.from({ length: 20_000 }, () => null),
      ),
      must(
        '1,000 of the same',
        Array.from({ length: 1000 }, () => one ?? null),
      ),
      must('a truth', [{}, true, [[]]]),
      may('none', []),
    ];
  }
  if (isInputObjectType(of)) {
    return [
      must('a text', 'a'),
      must('a list of lists', nested(500)),
      // Of one that wants nothing in particular that is all there need be.
      { ...must('nothing inside', {}), refused: Object.values(of.getFields()).some(isRequiredInputField) },
      ...[...hostileNames.map(([, name]) => name), bulk(20_000)].map((name) =>
        must(`a member ${JSON.stringify(name).slice(0, 30)}`, { ...(sample as object), ...(named(name, 1) as object) }),
      ),
    ];
  }
  if (isEnumType(of))
    return ['__proto__', 'constructor', 'toString', 'a\0b', '', bulk(20_000), 1, true, [[]], {}].map((value) =>
      must(`a value ${JSON.stringify(value).slice(0, 30)}`, value),
    );
  if (!isScalarType(of)) throw new Error(`${of} is not attacked.`);
  switch (of.name) {
    case 'Int':
      return [
        ...[2 ** 31, -(2 ** 31) - 1, 1.5, '1', bulk(20_000), true].map((value) => must(`${value}`.slice(0, 30), value)),
        ...lists,
        ...[2 ** 31 - 1, -(2 ** 31), -1, 0].map((value) => may(`${value}`, value)),
      ];
    case 'Boolean':
      return [...['true', 1, bulk(20_000)].map((value) => must(`${value}`.slice(0, 30), value)), ...lists];
    case 'JSON':
      return jsonAttacks(sample);
    default:
      return [
        must('300,000 characters', bulk(300_000)),
        must('a truth', true),
        ...lists,
        ...hostileNames.map(([what, value]) => nameIn(what, what, value)),
      ];
  }
}

function jsonAttacks(sample: unknown): ReadonlyArray<Attack> {
  const levels = sample !== null && typeof sample === 'object' ? sample : {};
  return [
    must('300,000 characters', bulk(300_000)),
    must('a member of 300,000 characters', named(bulk(300_000), 1)),
    must('lists in lists', nested(500)),
    must(
      '6,000 values',
      Array.from({ length: 6000 }, () => 1),
    ),
    ...[null, true, 1, -0.5, 1e300, 'a', [], [[1]]].map((value) => may(`${JSON.stringify(value)}`, value)),
    ...hostileNames.flatMap(([what, name]) => [
      nameIn(what, what, name),
      nameIn(what, `${what}, as a member`, { ...levels, ...(named(name, { [name]: name }) as object) }),
    ]),
    ...withinJson(sample),
  ];
}

/** A sample with each of its places made hostile, one at a time; of those side by side two, for one piece of code reads them all. */
function withinJson(sample: unknown): ReadonlyArray<Attack> {
  if (sample === null || typeof sample !== 'object' || Array.isArray(sample)) return [];
  return Object.entries(sample)
    .slice(0, 2)
    .flatMap(([member, value]) => [
      ...[null, [], 1, [[[]]]].map((odd) => may(`${member}: ${JSON.stringify(odd)}`, { ...sample, [member]: odd })),
      ...hostileNames.flatMap(([what, name]) => [
        nameIn(what, `${member}: ${what}`, { ...sample, [member]: name }),
        nameIn(what, `${member}: a member that is ${what}`, {
          ...sample,
          [member]: { ...(typeof value === 'object' ? value : {}), ...(named(name, name) as object) },
        }),
      ]),
      ...withinJson(value).map(({ what, value: odd, refused }) => ({
        ...{ what: `${member}.${what}`, refused },
        value: { ...sample, [member]: odd },
      })),
    ]);
}
