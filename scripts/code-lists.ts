import { readFileSync } from 'node:fs';
import type { Text } from '../subgraphs/language/text.ts';
import type { Catalogue } from '../subgraphs/publishing/catalogue.ts';
import { referenceNames } from '../subgraphs/publishing/schemas.ts';
import { messages } from './messages.ts';

export const codeListFile = 'schema/generated/catalogue-codes.schema.json';

/** Code → what it is called; undefined where it has no name. */
type Codes = ReadonlyMap<string, string | undefined>;

/** The codes of a catalogue as the JSON Schema from which editors complete them: a definition for each kind of thing, in the order of their codes. */
export function codeListSchema(catalogue: Catalogue): string {
  const lists = referenceNames().map((name) => {
    const list = listOf(codesOf(catalogue, name));
    // Questions that are declared stand in one list: they are the longest.
    return [name, name === 'askedQuestion' ? { anyOf: [{ $ref: '#/$defs/question' }, list] } : list];
  });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: messages.codesOfCatalogue,
    $defs: Object.fromEntries(lists),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * An `enum`, and beside it what each code is called, as editors know it by VS Code's word: with one branch of `anyOf` for each code, the server of YAML
 * takes ten seconds for a matter's file. An empty list would be no schema: nothing is any of it.
 */
function listOf(codes: Codes): Readonly<Record<string, unknown>> {
  if (codes.size === 0) return { not: {} };
  const sorted = [...codes].sort(([one], [other]) => (one < other ? -1 : 1));
  return { enum: sorted.map(([code]) => code), enumDescriptions: sorted.map(([, name]) => name ?? '') };
}

const referencesFile = new URL('../schema/catalogue/references.schema.json', import.meta.url);
const marks = JSON.parse(readFileSync(referencesFile, 'utf8')).$defs as Readonly<
  Record<string, { readonly 'x-references'?: string }>
>;

/** What is declared somewhere by its mark; of what has none, by where it comes from. */
function codesOf(catalogue: Catalogue, name: string): Codes {
  const what = marks[name]?.['x-references'];
  if (what !== undefined) return declared(catalogue, what);
  switch (name) {
    case 'department':
      return new Map(catalogue.departments.map((department) => [department.code, called(department)]));
    case 'askedQuestion': {
      // Beside those that are declared: those that tell two roles apart, which are written nowhere.
      const written = declared(catalogue, 'question');
      const derived = [...catalogue.questionOf].filter(([code]) => !written.has(code));
      return new Map(derived.map(([code, question]) => [code, called(question)]));
    }
    case 'lifeEvent':
      return new Map(catalogue.lifeEvents.toReversed().map(({ value }) => [value.code, called(value)]));
    case 'material':
      return new Map(
        catalogue.matters
          .flatMap(({ value }) => value.requirements)
          .toReversed()
          .map((row) => [row.code, called(row)]),
      );
    default:
      throw new Error(`${referencesFile.pathname}: nothing says what the codes of "${name}" are.`);
  }
}

/** Of several that have one code, as versions of a matter, the first gives the name. */
function declared({ declarations }: Catalogue, what: string): Codes {
  const codes = new Map<string, string | undefined>();
  for (const { what: declares, key, file, path } of declarations) {
    if (declares !== what || codes.has(key)) continue;
    const entry = path
      .slice(0, -1)
      .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>>)[part], file.value);
    codes.set(key, called(entry as Named));
  }
  return codes;
}

interface Named {
  readonly name?: Text;
  readonly title?: Text;
  readonly text?: Text;
  readonly to?: Text;
  readonly standard?: string;
}
function called({ name, title, text, to, standard }: Named): string | undefined {
  const words = name ?? title ?? text ?? to ?? standard;
  return typeof words === 'string' || words === undefined ? words : `${words.zh} ${words.en}`;
}
