import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    const texts = provinceOf(registry);
    for (const { path, text } of texts) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const took = (name: string, args: ReadonlyArray<string>): void => {
      const began = performance.now();
      const out = execFileSync(process.execPath, ['--import', 'tsx', command, root, '--json', ...args], {
        encoding: 'utf8',
      });
      const seconds = (performance.now() - began) / 1000;
      const { code, ...used } = JSON.parse(out) as { code: number; seconds: number; mib: number };
      console.log(
        `${name.padEnd(28)} ${used.seconds.toFixed(2).padStart(8)} s of processor   ${seconds.toFixed(2).padStart(6)} s   ${used.mib} MiB at most, ends with ${code}`,
      );
    };
    took('check, graph composed', ['--afresh']);
    took('check', []);
    judgeAgain(registry.departments, root, texts);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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
