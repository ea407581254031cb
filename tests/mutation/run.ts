import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Asked, Told } from './child.ts';
import { type Group, groups } from './groups.ts';
import { instrument, type Mutant, root } from './instrument.ts';

type Status = 'killed' | 'endless' | 'survived' | 'unreached';
interface Tried {
  readonly mutant: Mutant;
  readonly status: Status;
}
type Loaded = Extract<Told, { readonly tell: 'loaded' }>;

/** A mutant that loops is told by its hits; one whose loop holds no mutant, by this. Nothing that ends takes so long. */
const endlessMs = 60_000;
/** A mutated loop may go round more often than the loop did before; beyond this it never ends. */
const hitsAllowed = (hits: number): number => hits * 100 + 10_000;

class Child {
  private process: ChildProcess | undefined;
  constructor(private readonly program: string) {}

  async load(): Promise<Loaded> {
    this.process = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'test', MUTATION: '1' },
    });
    const told = await this.ask({ ask: 'load', program: this.program }, 10 * endlessMs);
    if (told?.tell !== 'loaded') throw new Error('The tests could not be loaded.');
    return told;
  }

  /** Undefined where it never came back, or died of it: the process is then another one. */
  async attempt(asked: Asked): Promise<Told | undefined> {
    const told = await this.ask(asked, endlessMs);
    if (told) return told;
    this.end();
    await this.load();
    return undefined;
  }

  end(): void {
    this.process?.kill('SIGKILL');
  }

  private ask(asked: Asked, withinMs: number): Promise<Told | undefined> {
    const child = this.process as ChildProcess;
    return new Promise((resolve) => {
      const done = (told?: Told): void => {
        clearTimeout(timer);
        child.off('message', done);
        child.off('exit', gone);
        resolve(told);
      };
      const gone = (): void => done();
      const timer = setTimeout(gone, withinMs);
      child.on('message', done);
      child.on('exit', gone);
      child.send(asked);
    });
  }
}

async function tryGroup(
  group: Group,
  wanted: (mutant: Mutant) => boolean,
  workers: number,
): Promise<ReadonlyArray<Tried>> {
  const { program, mutants } = await instrument(group);
  const file = join(root, `tests/mutation/.program-${process.pid}.mjs`);
  writeFileSync(file, program);
  const children = Array.from({ length: workers }, () => new Child(file));
  try {
    const [loaded] = await Promise.all(children.map((child) => child.load()));
    if (!loaded) throw new Error('No process.');
    if (loaded.failures.length > 0)
      throw new Error(`Tests fail before anything is changed:\n${loaded.failures.join('\n')}`);
    const waiting = mutants.filter(wanted);
    const tried: Tried[] = [];
    await Promise.all(
      children.map(async (child) => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          tried.push({ mutant, status: await statusOf(child, mutant, loaded) });
          if (process.stdout.isTTY) process.stdout.write(`\r${group.name}: ${waiting.length} to try `);
        }
      }),
    );
    return tried.sort((a, b) => Number(a.mutant.id) - Number(b.mutant.id));
  } finally {
    for (const child of children) child.end();
    rmSync(file);
  }
}

async function statusOf(child: Child, { id }: Mutant, { reached }: Loaded): Promise<Status> {
  const where = reached[id];
  if (!where) return 'unreached';
  const told = await child.attempt({
    ask: 'try',
    id,
    cases: where.loading ? null : where.cases,
    hits: hitsAllowed(where.hits),
  });
  if (told?.tell !== 'tried') return 'endless';
  return told.killedBy === null ? 'survived' : 'killed';
}

interface Figures {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly unreached: number;
  /** Per cent killed, one decimal, rounded down: 89.99 is not 90. */
  readonly percent: number;
}

function figuresOf(tried: ReadonlyArray<Tried>): Figures {
  const count = (...statuses: ReadonlyArray<Status>): number =>
    tried.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('killed', 'endless');
  return {
    mutants: tried.length,
    killed,
    survived: count('survived'),
    unreached: count('unreached'),
    percent: tried.length === 0 ? 100 : Math.floor((1000 * killed) / tried.length) / 10,
  };
}

const row = (name: string, { mutants, killed, survived, unreached, percent }: Figures): string =>
  `${name.padEnd(52)} ${String(mutants).padStart(6)} ${String(killed).padStart(6)} ${String(survived).padStart(8)} ${String(unreached).padStart(9)} ${percent.toFixed(1).padStart(7)} %`;

const command = new Command('test:mutation')
  .option('--group <words>', 'only groups whose name holds these words')
  .option('--file <path>', 'only files whose path holds this')
  .option('--sample <n>', 'every n-th mutant', '1')
  .option('--survivors', 'print each mutant that no test notices')
  .option('--workers <n>', 'processes', String(Math.max(1, availableParallelism() - 1)))
  .option('--keep', 'write the figures to tests/mutation/figures.json')
  .parse();
const options = command.opts<{
  group?: string;
  file?: string;
  sample: string;
  survivors?: true;
  workers: string;
  keep?: true;
}>();

const kept: Record<string, unknown> = {};
let low = false;
for (const group of groups) {
  if (options.group && !group.name.includes(options.group)) continue;
  const start = Date.now();
  const tried = await tryGroup(
    group,
    ({ id, file }) => Number(id) % Number(options.sample) === 0 && (!options.file || file.includes(options.file)),
    Number(options.workers),
  );
  if (process.stdout.isTTY) process.stdout.write('\r');
  if (options.survivors)
    for (const { mutant, status } of tried)
      if (status === 'survived' || status === 'unreached')
        console.log(
          `${mutant.file}:${mutant.line} ${status} ${mutant.mutator}\n  - ${short(mutant.original)}\n  + ${short(mutant.replacement)}`,
        );
  const all = figuresOf(tried);
  const files = Object.fromEntries(
    [...new Set(tried.map(({ mutant }) => mutant.file))].map((file) => [
      file,
      figuresOf(tried.filter(({ mutant }) => mutant.file === file)),
    ]),
  );
  console.log(`\n${'file'.padEnd(52)} mutants killed survived unreached   killed`);
  for (const [file, figures] of Object.entries(files)) console.log(row(file, figures));
  console.log(row(group.name, all));
  console.log(`${Math.round((Date.now() - start) / 1000)} s`);
  kept[group.name] = { everyNth: Number(options.sample), ...all, files };
  if (all.percent < 90) low = true;
}
if (options.keep) {
  const path = fileURLToPath(new URL('./figures.json', import.meta.url));
  writeFileSync(path, `${JSON.stringify({ ...readKept(path), ...kept }, null, 2)}\n`);
}
if (low) process.exitCode = 1;

function readKept(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 150 ? `${line.slice(0, 150)}…` : line;
}
