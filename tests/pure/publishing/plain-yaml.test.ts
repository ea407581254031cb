import { expect, test } from 'vitest';
import { isNode, parseDocument } from 'yaml';
import { readRegistry } from '../../../schema/registry.ts';
import { provinceOf } from '../../../scripts/bench/province.ts';
import { assembleCatalogue } from '../../../subgraphs/publishing/catalogue.ts';
import { readPlainYaml } from '../../../subgraphs/publishing/plain-yaml.ts';
import { readFile, readTexts } from '../../../subgraphs/publishing/read.ts';
import { judge } from '../../../subgraphs/publishing/rules.ts';
import { parseWhole } from '../../../subgraphs/publishing/source-file.ts';

const registry = readRegistry();
const real = readTexts(registry.departments).filter(({ kind }) => kind !== 'unread');
const small = { mains: 20, subs: 40, cities: 2, counties: 4, rowsPerMatter: 3, events: 3, types: 30, questions: 8 };
const texts = [...real, ...provinceOf(registry, small)].map(({ text }) => text);

interface Reading {
  readonly value: unknown;
  /** Path as JSON → offset of every part. */
  readonly places: ReadonlyArray<readonly [string, number | undefined]>;
}

function pathsIn(value: unknown, path: ReadonlyArray<string | number> = []): ReadonlyArray<typeof path> {
  const members = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [
    path,
    ...members.flatMap(([key, each]) => pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

/** As the whole reader has it; null where it finds a fault or wonders. */
function whole(text: string): Reading | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  const value: unknown = document.toJS();
  const places = pathsIn(value).map((path) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return [JSON.stringify(path), isNode(node) ? node.range?.[0] : undefined] as const;
  });
  return { value, places };
}

function plain(text: string): Reading | undefined {
  const read = readPlainYaml(text, 'with places');
  if (!read) return undefined;
  expect(readPlainYaml(text, 'without places')?.value).toEqual(read.value);
  return {
    value: read.value,
    places: pathsIn(read.value).map((path) => [JSON.stringify(path), read.offsetOf(path)]),
  };
}

test('what the plain reader reads of catalogue files is what the whole reader reads, value and places, and it reads most', () => {
  const read = texts.filter((text) => {
    const reading = plain(text);
    if (reading) expect(reading).toStrictEqual(whole(text));
    return reading;
  });
  expect(read.length).toBeGreaterThan(texts.length * 0.7);
});

test('the same is found of a catalogue with faults, at the same places and in the same words', () => {
  const spoilt = provinceOf(registry, small).map((text, index) => ({
    ...text,
    text: [
      text.text,
      text.text.replaceAll(/type: type-\d/g, 'type: tipe-'),
      text.text.replace('onlineDepth: 3', 'onlineDepth: 9'),
      text.text.replace(/登记$/m, ' 登记（'),
    ][index % 4] as string,
  }));
  for (const placed of [spoilt, real]) {
    const files = placed.map(readFile);
    const wholly = files.map((each, index) => ({
      ...each,
      file: parseWhole(placed[index] as (typeof placed)[number]),
    }));
    const [found, expected] = [files, wholly].map((each) => judge(assembleCatalogue(registry.departments, each)));
    expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    if (placed === spoilt) expect(found?.findings.length).toBeGreaterThan(30);
  }
});

/** Put into texts at places drawn from a seed. */
const bits = [
  ...['\n', ' ', '  ', '\n  ', '#', ' #', ':', ': ', '-', '- ', '? ', ',', ', d: e', 'b: c', '"', "'", "''", '"f"'],
  ...['{', '}', '[', ']', '[]', '{}', 'null', '~', '0x1', '1e3', '1.5', '0', '007', '-1', '+1', '.', 'true', '0o7'],
  ...['&a', '*a', '!', '|', '>', '%', '@', '`', '，', '\u3000', '\u00a0', '\\', '<<: ', '...', '---', '\t', '\r\n'],
  ...['\n# c\n', '\n# c', '\n\n', '😀', '=', 'a', '__proto__: 1', '.inf'],
];

test('whatever is made of catalogue files by hands that slip, it is read as the whole reader reads it, or left to that one', () => {
  let state = 20261127;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  let read = 0;
  for (let round = 0; round < 4000; round++) {
    const lines = (texts[draw(texts.length)] as string).split('\n').slice(0, 3 + draw(25));
    let text = `${lines.join('\n')}${draw(2) === 0 ? '' : '\n'}`;
    for (let edits = 1 + draw(3); edits > 0; edits--) {
      const at = draw(text.length + 1);
      const gone = draw(3) === 0 ? draw(5) : 0;
      text = text.slice(0, at) + (draw(5) === 0 ? '' : bits[draw(bits.length)]) + text.slice(at + gone);
    }
    const reading = plain(text);
    if (!reading) continue;
    read++;
    expect({ text, ...reading }).toStrictEqual({ text, ...whole(text) });
  }
  expect(read).toBeGreaterThan(300);
});

test.each([
  "a: 'it''s'",
  'a: [ ]\nb: {}',
  'a: { "b": [1, -2, ~, true], c: \'d\' }',
  'a:\n- b: null # c\n  d: 2026-01-01',
  '# c\n\na: "b"\n  # d\ne: f # g\n',
  'a: [\n    b, # c\n    d,\n  ]',
])('%j is read', (text) => {
  expect(plain(text)).toStrictEqual(whole(text));
});

test.each([
  ['a: 1.5', 'other numbers'],
  ['a: 1\na: 2', 'a key that stands twice'],
  ['a: { b: 1, b: 2 }', 'a key that stands twice in a flow'],
  ['a: |\n  b', 'a text of several lines'],
  ['a: b\n  c', 'a text that goes on'],
  ['a: &b c\nd: *b', 'aliases'],
  ['a: "\\u4e00"', 'escapes'],
  ['a: b: c', 'what is a fault'],
  ['a:\nb: 1', 'nothing at all'],
  ['__proto__: 1', 'what is no member'],
  ['a:\t1', 'a tab'],
  ['---\na: 1', 'marks of documents'],
  ['a: 1\n--- 2', 'marks of documents further down'],
  ['a: {\nb: 1 }', 'a flow that stands too far to the left'],
  ['a:\n  b:\nc: 1', 'nothing at all at the end of a part'],
  ['a: { __proto__: 1 }', 'what is no member of a flow'],
  ['a: ["b" "c"]', 'what nothing divides'],
  ['a: ["b"# c\n  ]', 'what is no comment'],
  ['a: 1234567890123456', 'numbers that are not exact'],
  ['12', 'what is no collection'],
  ['', 'an empty file'],
  ['- a\nb: c', 'what stands beside a list'],
  ['-\n  a: 1', 'what begins below its dash'],
  [`${'- '.repeat(100)}a`, 'what is nested too deep'],
])('%j is left to the whole reader: %s', (text) => {
  expect(readPlainYaml(text, 'without places')).toBeUndefined();
});
