import { languages, type ProblemRow, places, readProblems, sentence } from '../schema/problems.ts';

/** What is generated from `schema/problems.yaml`: paths from the top of the repository, and texts. */
export function problemFiles(rows: ReadonlyArray<ProblemRow> = readProblems()): ReadonlyMap<string, string> {
  const told = (...where: ReadonlyArray<ProblemRow['told'][number]>) =>
    rows.filter((row) => row.told.some((place) => where.includes(place)));
  return new Map([
    // The gateway imports nothing from outside itself; and a page that plans needs no sentence about ports.
    ['gateway/problems.ts', source(told('gateway'))],
    ['subgraphs/language/problems.ts', source(told('subgraph', 'plan', 'submission', 'upload'))],
    ['scripts/problems.ts', source(told('start'))],
    ['PROBLEMS.md', documentation(rows)],
  ]);
}

function source(rows: ReadonlyArray<ProblemRow>): string {
  const codes = [...new Set(rows.map(({ code }) => code))].sort();
  const statuses = rows.flatMap(({ id, status }) => (status === undefined ? [] : [`  '${id}': ${status},`]));
  const slots = rows.map(
    ({ id, slots: names }) => `  '${id}': ${names.map((name) => `'${name}'`).join(' | ') || 'never'};`,
  );
  const texts = rows.map((row) => {
    const each = languages.map((language) => `    ${language}: ${JSON.stringify(sentence(row[language], language))},`);
    return [`  '${row.id}': {`, ...each, '  },'].join('\n');
  });
  return `// Generated from schema/problems.yaml by "npm run compose": change it there.

/** Names of the slots in each refusal's sentence. */
interface Slots {
${slots.join('\n')}
}

/** A code; after a point, which of its sentences. */
export type ProblemId = keyof Slots;
export type ProblemCode =
${codes.map((code) => `  | '${code}'`).join('\n')};

interface Text {
${languages.map((language) => `  readonly ${language}: string;`).join('\n')}
}
type Word = string | number | Text;
/** What fills a slot: a text in every language is told in each; a list is told with the language's own comma. */
export type Filling = Word | ReadonlyArray<Word>;
/** None, or one object with a filling for every slot of the sentence. */
export type Fillings<Id extends ProblemId> = [Slots[Id]] extends [never]
  ? readonly []
  : readonly [slots: Readonly<Record<Slots[Id], Filling>>];

const texts: Readonly<Record<ProblemId, Text>> = {
${texts.join('\n')}
};

const statuses: Readonly<Partial<Record<ProblemId | ProblemCode, number>>> = {
${statuses.join('\n')}
};

const commas: Text = { zh: '、', en: ', ' };

/** The code that a refusal is told under. */
export function problemCode(id: ProblemId): ProblemCode {
  return id.split('.', 1)[0] as ProblemCode;
}

/** HTTP status of a response that is nothing but this refusal; undefined: it stands inside an answer. */
export function problemStatus(id: ProblemId | ProblemCode): number | undefined {
  return statuses[id];
}

/** What is the matter and what to do, in every language. */
export function problemText<Id extends ProblemId>(id: Id, ...[slots]: Fillings<Id>): Text {
  const given = slots as Readonly<Record<string, Filling>> | undefined;
  const fill = (language: keyof Text): string =>
    texts[id][language].replace(/\\{(\\w+)\\}/g, (_slot, name: string) => told(given?.[name] ?? '', language));
  return { ${languages.map((language) => `${language}: fill('${language}')`).join(', ')} };
}

/** Code and text together: what every refusal is made of. */
export function problem<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): { readonly code: ProblemCode; readonly message: Text } {
  return { code: problemCode(id), message: problemText(id, ...slots) };
}

function told(filling: Filling, language: keyof Text): string {
  if (typeof filling === 'string' || typeof filling === 'number') return String(filling);
  if (Array.isArray(filling)) return filling.map((each: Word) => told(each, language)).join(commas[language]);
  return (filling as Text)[language];
}
`;
}

const titles: Readonly<Record<ProblemRow['told'][number], string>> = {
  gateway: 'Told by the gateway',
  subgraph: 'Told by a subgraph',
  plan: 'Told in a plan (`problems`, `warnings`)',
  submission: 'Told when something is submitted, supplemented, withdrawn or decided (`problems`)',
  upload: 'Told when a file is announced or put',
  start: 'Told to whoever starts it',
};

function documentation(rows: ReadonlyArray<ProblemRow>): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const section = (place: ProblemRow['told'][number]): string => {
    const lines = rows
      .filter(({ told }) => told[0] === place)
      .map((row) => {
        const shown = languages.map((language) => cell(sentence(row[language], language)));
        return `| \`${row.code}\` | ${shown.join(' | ')} | ${row.status ?? ''} | ${row.acts} |`;
      });
    return `## ${titles[place]}

| code | ${languages.join(' | ')} | HTTP | who acts |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
  };
  return `<!-- Generated from schema/problems.yaml by "npm run compose": change it there. -->

# Problems

Every refusal has a code, which is stable, and says what is the matter and what to do. Programs go by the code; people read the text.
In GraphQL errors it stands in \`extensions.code\`, and the message is both languages one after the other; in \`problems\` it is \`code\`, and
\`message(language:)\` gives one. A code with several rows has several sentences. *HTTP* is the status where the whole response is the
refusal; under \`Accept: application/json\` a refused operation is told with 200 instead of 400, as GraphQL over HTTP wants it.
Words in braces are filled in.

${places.map(section).join('\n')}`;
}
