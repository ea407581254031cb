import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Registry, readRegistry } from '../../schema/registry.ts';
import type { FileKind } from '../../subgraphs/publishing/catalogue.ts';
import type { PlacedText } from '../../subgraphs/publishing/read.ts';
import { createRejudging } from '../check/watch.ts';
import { provinceOf } from './province.ts';

const command = fileURLToPath(new URL('./check-below.ts', import.meta.url));

/** The whole of "npm run check" over a generated province, as a process of its own, and judging again after one file of it was changed. */
export function benchChecked(): void {
  const registry = readRegistry();
  const root = mkdtempSync(join(tmpdir(), 'province-'));
  const before = `${root}-before`;
  try {
    const texts = provinceOf(registry);
    for (const { path, text } of texts) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const run = (args: ReadonlyArray<string>): string =>
      execFileSync(process.execPath, ['--import', 'tsx', command, root, '--json', ...args], { encoding: 'utf8' });
    const took = (name: string, args: ReadonlyArray<string>): void => {
      const began = performance.now();
      const out = run(args);
      const seconds = (performance.now() - began) / 1000;
      const { code, ...used } = JSON.parse(out) as { code: number; seconds: number; mib: number };
      console.log(
        `${name.padEnd(28)} ${used.seconds.toFixed(2).padStart(8)} s of processor   ${seconds.toFixed(2).padStart(6)} s   ${used.mib} MiB at most, ends with ${code}`,
      );
    };
    took('check, graph composed', ['--afresh']);
    // The composed graph is kept from now on.
    run([]);
    took('check', []);
    cpSync(root, before, { recursive: true });
    askForMore(root, texts);
    took('check, effect of one row', ['--against', before]);
    judgeAgain(registry.departments, root, texts);
  } finally {
    for (const folder of [root, before]) rmSync(folder, { recursive: true, force: true });
  }
}

const oneMore = `requirements:
  - code: MORE-99
    name: { zh: 另一份材料, en: One more }
    declaredSource: APPLICANT
    uses: [{ type: type-5, subject: APPLICANT, use: HAND_IN }]
`;

/** A document more for a matter of the first event, as it is done in every region. */
function askForMore(root: string, texts: ReadonlyArray<PlacedText>): void {
  const [, member = ''] = /- matter: (\S+)/.exec(texts.find(({ kind }) => kind === 'life-event')?.text ?? '') ?? [];
  const matter = texts.find(({ kind, text }) => kind === 'matter' && text.startsWith(`code: ${member}\n`));
  if (!matter?.text.includes('requirements:\n'))
    throw new Error('A province without a matter that asks for something.');
  writeFileSync(join(root, matter.path), matter.text.replace('requirements:\n', oneMore));
}

type Edit = (text: string, nth: number) => string;
const otherWords: Edit = (text, nth) => text.replace(/en: .*/, `$& ${nth}`);
/** What is written, into which files. */
const edits: ReadonlyArray<readonly [string, FileKind, Edit]> = [
  ['a matter', 'matter', (text, nth) => text.replace(/amount: \d+/, `amount: ${nth + 5}`)],
  ['an event', 'life-event', otherWords],
  ['the questions', 'questions', otherWords],
  ['the document types', 'document-types', otherWords],
  ['a matter, wrong', 'matter', (text) => text.replace('subject: APPLICANT', 'subject: NOBODY')],
];
const editsOfEach = 11;

/** Of several edits of each kind, in file after file, how long until it is known what is otherwise. */
function judgeAgain(departments: Registry['departments'], root: string, texts: ReadonlyArray<PlacedText>): void {
  const rejudge = createRejudging(departments, [root]);
  rejudge();
  for (const [name, kind, edit] of edits) {
    const files = texts.filter((each) => each.kind === kind);
    const took = Array.from({ length: editsOfEach }, (_, nth) => {
      const { path, text } = files[(nth * 7) % files.length] as PlacedText;
      writeFileSync(join(root, path), edit(text, nth));
      const [began, used] = [performance.now(), process.cpuUsage()];
      rejudge();
      const { user, system } = process.cpuUsage(used);
      return { wall: performance.now() - began, processor: (user + system) / 1000 };
    });
    const sorted = (of: (each: (typeof took)[number]) => number): ReadonlyArray<number> =>
      took.map(of).sort((a, b) => a - b);
    const [wall, processor] = [sorted((each) => each.wall), sorted((each) => each.processor)];
    const middle = (editsOfEach - 1) / 2;
    console.log(
      `judged again, ${name}`.padEnd(36) +
        `${wall[middle]?.toFixed(0)} ms in the median, ${wall.at(-1)?.toFixed(0)} at most; ${processor[middle]?.toFixed(0)} ms of processor`,
    );
  }
}
