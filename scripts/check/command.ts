import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isCivilDate } from '../../subgraphs/language/civil-date.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { messages } from '../messages.ts';
import { cannotStart } from '../start-error.ts';
import { readApprovals } from './approvals.ts';
import { baselineText, readBaseline } from './baseline.ts';
import { type Decisions, decide } from './decisions.ts';
import { explainCode, listCodes } from './explain.ts';
import { undecided } from './findings.ts';
import { mendings, patchOf, writeMendings } from './fix.ts';
import { type Format, formats } from './formats/index.ts';
import { textOfFindings } from './formats/text.ts';
import { existingFolder, reading, runLayers, UnreadableInput } from './layers.ts';
import type { Target } from './removal.ts';
import { countsOf, type ExitCode, exitOf, exits, type Report, totalsOf } from './report.ts';
import { type Asked, type Examination, examineRepository, repositoryRegistry } from './repository.ts';
import { readSettings } from './settings.ts';
import { readTrend, trendState, writeTrend } from './trend.ts';
import { createRejudging, watchedIn, watchFolders } from './watch.ts';

/** Where the command speaks, and what it is told of the place. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Somebody reads it on a terminal, and did not ask for no colour. */
  readonly colour: boolean;
  /** ISO date. */
  readonly today: string;
  /** What is looked at; absent: this repository. */
  readonly examine?: (asked: Asked, today: string) => Examination | Promise<Examination>;
  /** Ends what otherwise goes on until somebody interrupts it. */
  readonly until?: AbortSignal;
  /** Folder that the repository's own files about checks stand below; absent: this repository's. */
  readonly root?: string;
}

/** Where files about checks stand, unless options say otherwise. */
const ownFiles = { settings: '.check/settings.yaml', approvals: '.check/approvals.yaml' };

/** Runs that a page draws. */
const shownRuns = 60;

interface Options extends Omit<Asked, 'subgraph'> {
  readonly subgraph?: string;
  readonly schema?: string;
  readonly settings?: string;
  readonly approvals?: string;
  readonly baseline?: string;
  readonly date?: string;
  readonly format?: Format;
  readonly json?: boolean;
  readonly output?: string;
  readonly all?: boolean;
  readonly trend?: string;
  readonly watch?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** `npm run check` with these arguments; gives the exit code, and throws nothing. */
export async function checkCommand(args: ReadonlyArray<string>, around: Surroundings): Promise<ExitCode> {
  let exit: ExitCode = exits.clean;
  const program = commandLine(around, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.clean : exits.usage;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof UnreadableInput) {
      around.complain(`${cannotStart('CHECK_INPUT', { input: error.input, reason }).message}\n`);
      return exits.usage;
    }
    around.complain(`${cannotStart('CHECK_NOT_RUN', { reason }).message}\n`);
    return exits.failed;
  }
}

function commandLine(around: Surroundings, end: (code: ExitCode) => void): Command {
  const program = new Command('check')
    .description(
      'Checks what would break before it is published: composition, breaking changes of the public schema, registered and recorded operations, schema lint, contracts, catalogue data. Ends with 0 where nothing blocks, 1 with findings that do, 2 after bad usage or an input that cannot be read, 3 where it could not run.',
    )
    .option(
      '--against <what>',
      'what to compare with: a public schema, a file of "npm run catalogue -- state", a folder laid out like this repository, or a revision of git (default: .check/published.gz, and without it what was committed last)',
    )
    .option('--no-effect', 'plan nothing before and after, where catalogue files differ')
    .option('--delete <what>', 'department:CODE or matter:CODE: what would vanish with it, and nothing else', target)
    .option('--subgraph <name>', 'what would break if this subgraph served --schema, and nothing else')
    .option('--schema <source>', 'with --subgraph: its SDL as a file, as an https address of one, or its own server')
    .option(
      '--operations <path>',
      'operations that were recorded, beside the registered ones: a folder of them, or a file with one JSON object a line',
    )
    .option('--catalogue <folder>', 'a further folder of catalogue files')
    .option('--afresh', 'compose the graph though nothing of it has changed since it was composed here')
    .option('--date <date>', 'the day on which it is judged, as YYYY-MM-DD (default: today)', civilDate)
    .addOption(new Option('--format <format>', 'how it is told').choices(Object.keys(formats)).default('text'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write it to a file, and tell the totals')
    .option('--baseline <file>', 'findings that block no more, as "check baseline" writes them')
    .option('--approvals <file>', `findings that somebody answers for (default: ${ownFiles.approvals}, where it is)`)
    .option('--settings <file>', `what codes weigh (default: ${ownFiles.settings}, where it is)`)
    .option('--trend <file>', 'keep what this run found in a file, and tell what is otherwise than at the run before')
    .option('--watch', 'judge the catalogue files again after every change, and tell only what is new and what is gone')
    .option(
      '--fix',
      'write catalogue files as they should be written where that changes nothing of what they mean; the difference is shown first',
    )
    .option('--dry-run', 'with --fix: show the difference alone')
    .option('--all', 'every finding, however many of one code')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: around.print, writeErr: around.complain })
    .action(async (options: Options) => {
      end(
        options.watch
          ? await watching(options, around)
          : options.fix
            ? fix(options, around)
            : await check(options, around),
      );
    });
  program
    .command('baseline <file>')
    .description('writes what is found now to a file for --baseline: from then on only what is new blocks')
    .allowExcessArguments(false)
    .action(async (file: string) => {
      end(await writeBaseline(file, program.opts(), around));
    });
  program
    .command('explain [code]')
    .description('what a finding means, why it matters and how to mend it; without a code, every code')
    .allowExcessArguments(false)
    .action((code?: string) => {
      end(explain(code, around));
    });
  return program;
}

function target(text: string): Target {
  const [, kind, code] = text.match(/^(department|matter):(.+)$/) ?? [];
  if (kind === undefined || code === undefined) throw new InvalidArgumentError('Write department:CODE or matter:CODE.');
  return { kind: kind as Target['kind'], code };
}

function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.');
}

async function check(options: Options, around: Surroundings): Promise<ExitCode> {
  // Before anything is judged: half of what was decided would be worse than nothing.
  const decisions = decisionsOf(options, around.root ?? repositoryRoot);
  const earlier = options.trend === undefined ? [] : readTrend(options.trend);
  const report = await judged(options, decisions, around);
  const now = report.coverage && trendState(report.date, countsOf(report), report.coverage);
  const since = earlier.findLast(({ date }) => date <= report.date);
  const history = [...earlier.filter(({ date }) => date < report.date), ...(now ? [now] : [])].slice(-shownRuns);
  tell(now && since ? { ...report, trend: { since, now }, history } : report, options, around);
  // A run that broke off found less than there is: the next would be told of faults that are not new.
  if (options.trend !== undefined && now && exitOf(report) !== exits.failed) writeTrend(options.trend, earlier, now);
  return exitOf(report);
}

async function judged(options: Options, decisions: Decisions, around: Surroundings): Promise<Report> {
  const date = options.date ?? around.today;
  const examination = await (around.examine ?? examineRepository)(askedIn(options), date);
  const { layers, findings } = await runLayers(examination.layers);
  return { date, layers, ...decide(undecided(findings), decisions, date), ...examination.consequences() };
}

/** Until somebody ends it. The catalogue files alone: what is composed changes rarely, and takes longer. */
async function watching({ catalogue }: Options, around: Surroundings): Promise<ExitCode> {
  const own = around.root ?? repositoryRoot;
  const roots = catalogue === undefined ? [own] : [own, existingFolder(catalogue)];
  const rejudge = createRejudging(repositoryRegistry().departments, roots);
  const judged = (): void => {
    const began = performance.now();
    const { found, gone, read } = rejudge();
    const took = Math.round(performance.now() - began);
    if (found.length > 0) around.print(`${textOfFindings(found, { colour: around.colour, all: false })}\n`);
    for (const { file, rule, message } of gone) around.print(`${messages.findingGone(file, rule, message)}\n`);
    around.print(`${messages.judgedAgain(read, found.length, gone.length, took)}\n`);
  };
  judged();
  await watchFolders(
    roots.flatMap(watchedIn).filter((folder) => existsSync(folder)),
    judged,
    around.until ?? untilInterrupted(),
  );
  return exits.clean;
}

function untilInterrupted(): AbortSignal {
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  return ending.signal;
}

function askedIn({ subgraph: name, schema, ...options }: Options): Asked {
  const asked = { ...options, graphs: options.format === 'html' };
  if (name === undefined && schema === undefined) return asked;
  const given = Object.entries({ '--subgraph': name, '--schema': schema }).find(([, value]) => value === undefined);
  if (name === undefined || schema === undefined)
    throw new UnreadableInput(given?.[0] ?? '', new Error('it is needed too'));
  return { ...asked, subgraph: { name: subgraphName(name), schema, operations: options.operations } };
}

function subgraphName(name: string): string {
  if (/^[a-z][a-z0-9-]{0,40}$/.test(name)) return name;
  throw new UnreadableInput(name, new Error('a subgraph is named in small letters, digits and -'));
}

function decisionsOf({ settings, approvals, baseline }: Options, root: string): Decisions {
  const ownOr = (given: string | undefined, own: string): string | undefined =>
    given ?? (existsSync(join(root, own)) ? join(root, own) : undefined);
  const settingsFile = ownOr(settings, ownFiles.settings);
  const approvalsFile = ownOr(approvals, ownFiles.approvals);
  return {
    settings: settingsFile === undefined ? undefined : readSettings(settingsFile, repositoryRegistry().departments),
    approvals: approvalsFile === undefined ? undefined : readApprovals(approvalsFile, relative(root, approvalsFile)),
    baseline: baseline === undefined ? undefined : readBaseline(baseline),
  };
}

/** What it shows is what it writes. */
function fix({ catalogue, dryRun = false }: Options, around: Surroundings): ExitCode {
  const roots = catalogue === undefined ? [repositoryRoot] : [repositoryRoot, existingFolder(catalogue)];
  const all = mendings(repositoryRegistry().departments, around.root === undefined ? roots : [around.root]);
  for (const each of all) around.print(patchOf(each));
  const written = dryRun ? 0 : writeMendings(all);
  around.print(`${messages.mended(all.length, written)}\n`);
  return exits.clean;
}

/** A run that broke off is no state to begin from: it would accept what it never saw. */
async function writeBaseline(file: string, options: Options, around: Surroundings): Promise<ExitCode> {
  const report = await judged(options, {}, around);
  if (exitOf(report) === exits.failed) {
    tell(report, options, around);
    return exits.failed;
  }
  reading(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, baselineText(report.findings));
  });
  around.print(`${totalsOf(report)}\n`);
  return exits.clean;
}

function tell(
  report: Report,
  { format = 'text', json = false, output, all = false }: Options,
  around: Surroundings,
): void {
  const text = formats[json ? 'json' : format](report, { colour: around.colour && output === undefined, all });
  if (output === undefined) around.print(`${text}\n`);
  else {
    reading(output, () => writeFileSync(output, `${text}\n`));
    around.print(`${totalsOf(report)}\n`);
  }
}

function explain(code: string | undefined, around: Surroundings): ExitCode {
  const text = code === undefined ? listCodes() : explainCode(code.toUpperCase());
  if (text === undefined) {
    around.complain(`${cannotStart('UNKNOWN_FINDING', { code: String(code) }).message}\n`);
    return exits.usage;
  }
  around.print(`${text}\n`);
  return exits.clean;
}
