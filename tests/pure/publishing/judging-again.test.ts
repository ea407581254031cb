import { describe, expect, it } from 'vitest';
import { isSeq, parseDocument, type Scalar, visit, type YAMLSeq } from 'yaml';
import { readRegistry } from '../../../schema/registry.ts';
import { assembleCatalogue, type Catalogue } from '../../../subgraphs/publishing/catalogue.ts';
import { createJudgingAgain } from '../../../subgraphs/publishing/judging-again.ts';
import { createFindIn, KeptFaults } from '../../../subgraphs/publishing/kept-faults.ts';
import { type PlacedText, readFile, readTexts } from '../../../subgraphs/publishing/read.ts';
import type { Fault, Rule } from '../../../subgraphs/publishing/rule.ts';
import { type FoundRule, type Judgement, judge, rules } from '../../../subgraphs/publishing/rules.ts';
import type { SourceFile } from '../../../subgraphs/publishing/source-file.ts';
import { randomOf } from '../../random.ts';
import { type Change, casesOf, catalogueOf, changed, departments } from './rule-cases.ts';

const changesOf = (found: FoundRule): ReadonlyArray<Change> => {
  const { good, bad, boundary } = casesOf(found);
  return [...good, ...bad, ...(typeof boundary === 'string' ? [] : boundary)];
};
const base = changed({});

describe('a rule that is asked per file', () => {
  const told = (faults: Iterable<Fault>): string =>
    [...faults]
      .map(({ file, ...fault }) => JSON.stringify([file.path, fault]))
      .sort()
      .join();
  const isAsFileByFile = (rule: Rule, catalogue: Catalogue, faults: ReadonlyArray<Fault>): boolean => {
    const paths = new Set(catalogue.files.map(({ file }) => file.path));
    const found = [...paths].flatMap((path) => createFindIn(catalogue, new Set([path]))(rule));
    return told(found) === told(faults);
  };
  /** Of some rules those that find something else in the files one by one than in all of them, each in what is left for it. */
  const apart = (among: ReadonlyArray<FoundRule>, catalogue: Catalogue): ReadonlyArray<string> => {
    const codes: string[] = [];
    const isAmong = (rule: Rule): boolean => among.some((found) => found.rule === rule);
    const find = (rule: Rule, left: Catalogue): ReadonlyArray<Fault> => {
      const faults = [...rule.find(left)];
      if (isAmong(rule) && !isAsFileByFile(rule, left, faults)) codes.push(rule.code);
      return faults;
    };
    const earlier = rules.filter(({ group, rule }) => ['file', 'reference', 'schema'].includes(group) || isAmong(rule));
    judge(catalogue, earlier, { find });
    return codes;
  };
  const perFile = rules.filter(({ rule }) => rule.perFile);

  it('finds in the files one by one what it finds in all of them, in its own cases', () => {
    expect(perFile.length).toBeGreaterThan(50);
    for (const found of perFile)
      for (const { name, ...change } of changesOf(found))
        expect([name, apart([found], catalogueOf(changed(change)))]).toEqual([name, []]);
  });

  it('does so in the real catalogue', () => {
    const { departments: all } = readRegistry();
    const real = assembleCatalogue(all, readTexts(all).map(readFile));
    expect(apart(perFile, real)).toEqual([]);
  });
});

describe('what a rule found', () => {
  /** Asks a rule of texts after texts; of which files it was shown the matters each time it was asked, and of what it told. */
  const asking = (rule: Pick<Rule, 'find' | 'perFile'>) => {
    const kept = new KeptFaults();
    const asked: Array<ReadonlyArray<string>> = [];
    const find: Rule['find'] = (catalogue) => {
      asked.push(catalogue.matters.map(({ value }) => value.code));
      return rule.find(catalogue);
    };
    const noting: Rule = { code: 'NOTING', severity: 'warning', ...rule, find };
    const told = (change: Omit<Change, 'name'>) =>
      kept.find(noting, catalogueOf(changed(change))).map(({ message }) => message.en);
    return { asked, told };
  };
  const said = (file: SourceFile, en: string): Fault => ({
    file,
    at: 0,
    message: { zh: '', en },
    mend: { zh: '', en: '' },
  });
  const title = { set: { 'police/registration#/title/en': 'Other' } };

  it('is told again without asking it, where nothing that it looked at is another', () => {
    const { asked, told } = asking({
      find: ({ documentTypes }) => documentTypes.map(({ file }) => said(file, file.path)),
    });
    const first = told({});
    expect(first.length).toBe(2);
    expect(told({ set: { 'questions/all#/questions/0/text/en': 'Wed?' } })).toEqual(first);
    expect(asked.length).toBe(1);
    told({ set: { 'document-types/slips#/documentTypes/0/name/en': 'A slip' } });
    expect(asked.length).toBe(2);
  });

  it('is asked of the files that are others alone, where it is asked per file and nothing that it looks up is another', () => {
    const { asked, told } = asking({
      perFile: true,
      find: ({ matters, roles }) => matters.map(({ file, value }) => said(file, `${value.title.en} ${roles.length}`)),
    });
    expect(told({}).length).toBe(4);
    expect(told(title)).toContain('Other 1');
    expect(told({})).toEqual(told({}));
    expect(asked.slice(1)).toEqual([['R1'], ['R1']]);
    told({ set: { 'roles/all#/roles/0/name/en': 'Baby' } });
    expect(asked[3]?.length).toBe(4);
  });

  it('rests on what was looked at for files that stay as they are, too', () => {
    const { told } = asking({
      perFile: true,
      *find(catalogue) {
        for (const { file, value } of catalogue.matters)
          if (value.code === 'B1') yield said(file, catalogue.roles[0]?.value.roles[0]?.name.en ?? '');
      },
    });
    told({});
    told(title);
    expect(told({ set: { ...title.set, 'roles/all#/roles/0/name/en': 'Baby' } })).toEqual(['Baby']);
  });
});

describe('judging again', () => {
  const changes = rules.flatMap(changesOf);
  /** With files read anew, as by somebody who starts now. */
  const afresh = (texts: ReadonlyArray<PlacedText>) =>
    toldIn(judge(assembleCatalogue(departments, texts.map(readFile))));
  const toldIn = ({ findings, setAside, notAsked }: Judgement) => ({ findings, setAside, notAsked });

  it.each([1, 2, 3])('finds after each of many edits what is found afresh, in the same order (%i)', (seed) => {
    const chance = randomOf(seed);
    const one = <T>(of: ReadonlyArray<T>): T => of[Math.floor(chance() * of.length)] as T;
    const again = createJudgingAgain(departments);
    let texts = base;
    for (let step = 0; step < edits; step++) {
      texts = edited(texts, chance(), one);
      expect(toldIn(again(texts)), `step ${step}`).toEqual(afresh(texts));
    }
  });

  const edits = Number(process.env.RUNS ?? 60);

  it('finds each case of a rule after the last of the files that make it was written', () => {
    for (const found of rules)
      for (const change of casesOf(found).bad) {
        const texts = changed(change);
        const own = texts.filter(({ text }) => base.every((each) => each.text !== text));
        // Of what follows from one file it is known already.
        if (found.rule.perFile && own.length === 1) continue;
        const expected = afresh(texts);
        for (const last of own) {
          const again = createJudgingAgain(departments);
          again([...texts.filter((each) => each !== last), ...base.filter(({ path }) => path === last.path)]);
          expect(toldIn(again(texts)), `${found.rule.code}: ${change.name}`).toEqual(expected);
        }
      }
  });

  it('keeps files of one path apart, as two folders may have them', () => {
    const again = createJudgingAgain(departments);
    again(base);
    const twice = base.flatMap((each) =>
      each.kind === 'questions' ? [each, { ...each, text: `# 又\n${each.text}` }] : [each],
    );
    const told = again(twice);
    expect([told.read, again(twice).read]).toEqual([1, 0]);
    expect(told.findings.map(({ rule }) => rule)).toContain('DECLARED_TWICE');
    expect(toldIn(told)).toEqual(afresh(twice));
  });

  function edited(texts: ReadonlyArray<PlacedText>, drawn: number, one: One): ReadonlyArray<PlacedText> {
    const file = one(texts);
    const without = texts.filter((each) => each !== file);
    // A case of a rule, in place of all that was or besides.
    if (drawn < 0.2) return changed(one(changes));
    if (drawn < 0.3)
      return withAll(
        texts,
        changed(one(changes)).filter(({ text }) => base.every((each) => each.text !== text)),
      );
    if (drawn < 0.85) return withAll(texts, [{ ...file, text: otherPart(file.text, one) }]);
    if (drawn < 0.9) return withAll(texts, [{ ...file, text: one([`# 说明\n${file.text}`, 'code: [']) }]);
    if (drawn < 0.95) return without;
    return withAll(without, [{ ...file, path: file.path.replace(/[^/]+$/, `${one(['a', 'y'])}.yaml`) }]);
  }

  function withAll(texts: ReadonlyArray<PlacedText>, instead: ReadonlyArray<PlacedText>): ReadonlyArray<PlacedText> {
    const paths = new Set(instead.map(({ path }) => path));
    return [...texts.filter(({ path }) => !paths.has(path)), ...instead].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
});

type One = <T>(of: ReadonlyArray<T>) => T;

/** With one part otherwise: a yes a no, a number a larger one, a word another of the file, an entry gone. */
function otherPart(text: string, one: One): string {
  const document = parseDocument(text);
  const scalars: Scalar[] = [];
  const lists: YAMLSeq[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key') scalars.push(node);
    },
    Seq: (_key, node) => {
      if (node.items.length > 0) lists.push(node);
    },
  });
  if (document.errors.length > 0 || scalars.length === 0) return text;
  const part = one<Scalar | YAMLSeq>([...scalars, ...lists]);
  if (isSeq(part)) part.items.splice(part.items.indexOf(one(part.items)), 1);
  else if (typeof part.value === 'boolean') part.value = !part.value;
  else if (typeof part.value === 'number') part.value += 1;
  else part.value = one(scalars.filter(({ value }) => typeof value === 'string')).value;
  return document.toString({ lineWidth: 0 });
}

/** As files are read: by kind, within a kind by path. */
const kinds = [...new Set(base.map(({ kind }) => kind))];
const order = ({ kind, path }: PlacedText): string => `${String(kinds.indexOf(kind)).padStart(3, '0')} ${path}`;
