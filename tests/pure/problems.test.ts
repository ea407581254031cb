import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readProblems } from '../../schema/problems.ts';
import { problemFiles } from '../../scripts/problem-files.ts';
import { problem, problemStatus, problemText } from '../../subgraphs/language/problems.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const generated = problemFiles();
const rows = readProblems();

function sources(folder: string): ReadonlyArray<string> {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|mjs)$/.test(entry.name) && !generated.has(path) ? [path] : [];
  });
}
/** A file's text without its comments, which may hold official terms. */
const codeOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
const files = ['gateway', 'schema', 'scripts', 'subgraphs']
  .flatMap(sources)
  .filter((file) => !file.startsWith('scripts/bench/'));
const codes = new Map(files.map((file) => [file, codeOf(file)]));
const holding = (pattern: RegExp): ReadonlyArray<string> =>
  files.filter((file) => pattern.test(codes.get(file) as string));

/**
 * Where Chinese stands by right: the reasons of a core, findings beside their rules, an example's people, a value of a standard,
 * and names in a template or a skeleton.
 */
const spoken: ReadonlyArray<RegExp> = [
  /\/reasons\.ts$/,
  /^subgraphs\/publishing\/rules\//,
  /^scripts\/check\//,
  /^scripts\/(messages|readme-counts)\.ts$/,
  // How days and laws are written in a cell.
  /^scripts\/catalogue\/tables\/cells\.ts$/,
  /^scripts\/newborn-example\.ts$/,
  // What is written in identity numbers, and how each language joins a name and a document.
  /^subgraphs\/language\/(identity-number|document-title)\.ts$/,
  // Generated of a table beside this one.
  /^subgraphs\/language\/scopes\.ts$/,
  /^schema\/subgraphs\.ts$/,
  /^scripts\/new\//,
];
/** Rooms that still speak in words of their own. They are tidied one by one; none may come. */
const going: ReadonlyArray<RegExp> = [/^subgraphs\/publishing\//, /^scripts\/check\/lint\/rules\//];

describe('the table of refusals', () => {
  it('is what the committed files are made from', () => {
    for (const [file, text] of generated) {
      expect(existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8'), file).toBe(text);
    }
  });

  it('refuses a sentence that lost a slot in one language, an unknown actor, and a row that says nothing to do', () => {
    const row = (acts: string, zh: string, en: string): string =>
      `A_CODE: { told: [plan], acts: ${acts}, zh: { what: "${zh}", do: "请重试。" }, en: { what: "${en}", do: Try again. } }`;
    expect(readProblems(row('client', '没有{it}。', 'No {it}.'))).toMatchObject([{ code: 'A_CODE', slots: ['it'] }]);
    expect(() => readProblems(row('client', '没有。', 'No {it}.'))).toThrow(/A_CODE has other slots/);
    expect(() => readProblems(row('somebody', '没有。', 'None.'))).toThrow(/A_CODE.acts/);
    expect(() => readProblems(row('client', '没有。', 'None.').replace('do: Try again.', ''))).toThrow(/A_CODE.en/);
  });

  it('has each row raised where it says', () => {
    const where = { gateway: /^gateway\//, start: /^(scripts|subgraphs\/runtime)\//, other: /^subgraphs\// };
    const silent = rows.flatMap(({ id, told }) =>
      told
        .filter((place) => {
          const room = where[place === 'gateway' || place === 'start' ? place : 'other'];
          return !files.some((file) => room.test(file) && codes.get(file)?.includes(`'${id}'`));
        })
        .map((place) => ({ id, place })),
    );
    expect(silent).toEqual([]);
  });

  it('holds every code: nothing is refused in words of its own', () => {
    const coding = holding(/\bcode: '[A-Z][A-Z_]+'|new CodedError\(\s*'|\b(?:report|at)\(\s*'[A-Z][A-Z_]+'/);
    const speaking = holding(/[\u4e00-\u9fff]/).filter((file) => !spoken.some((place) => place.test(file)));
    const own = [...coding, ...speaking];
    expect(own.filter((file) => !going.some((room) => room.test(file)))).toEqual([]);
    expect(going.filter((room) => !own.some((file) => room.test(file)))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('fills its slots with texts, numbers, and lists with each language’s own comma', () => {
    const one = { zh: '公安局', en: 'Police' };
    expect(problemText('DEPARTMENT_UNAVAILABLE', { departments: [one, { zh: '税务局', en: 'Tax' }] })).toMatchObject({
      zh: expect.stringMatching(/^公安局、税务局暂时/),
      en: expect.stringMatching(/^Police, Tax did not answer/),
    });
    expect(problemText('UNKNOWN_REGION', { region: '$& {most}' }).en).toContain('no region "$& {most}".');
    expect(problemText('INVALID_PAGE', { most: 100 }).zh).toContain('0 至 100');
  });

  it('has one code for all of its sentences, and a status where it is the whole response', () => {
    const number = problem('INVALID_ANSWER.NUMBER', { question: 'age' });
    expect(number).toMatchObject({ code: 'INVALID_ANSWER', message: { en: expect.stringContaining('a number') } });
    expect(problem('INVALID_ANSWER.DATE', { question: 'born' }).code).toBe('INVALID_ANSWER');
    expect([problemStatus('UPLOAD_REPEATED'), problemStatus('UNKNOWN_REGION')]).toEqual([409, undefined]);
  });

  it('cannot be written without its slots, nor under a code there is not: the compiler says so', () => {
    // @ts-expect-error its slot is missing
    expect(problemText('UNKNOWN_REGION').en).toContain('""');
    // @ts-expect-error it has none
    expect(problemText('PLAN_OUTDATED', { plan: 1 }).en).toContain('changed');
    // @ts-expect-error there is no such code
    expect(() => problemText('NO_SUCH_CODE')).toThrow();
  });
});
