import { writeFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isCivilDate } from '../../subgraphs/language/civil-date.ts';
import { cannotStart } from '../start-error.ts';
import { explainCode, listCodes } from './explain.ts';
import { undecided } from './findings.ts';
import { type Format, formats } from './formats/index.ts';
import { type Layer, reading, runLayers, UnreadableInput } from './layers.ts';
import { type ExitCode, exitOf, exits, type Report, totalsOf } from './report.ts';
import { type Asked, repositoryLayers } from './repository.ts';

/** Where the command speaks, and what it is told of the place. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Somebody reads it on a terminal, and did not ask for no colour. */
  readonly colour: boolean;
  /** ISO date. */
  readonly today: string;
  /** What is looked at; absent: this repository. */
  readonly layersOf?: (asked: Asked) => ReadonlyArray<Layer>;
}

interface Options extends Asked {
  readonly date?: string;
  readonly format?: Format;
  readonly json?: boolean;
  readonly output?: string;
  readonly all?: boolean;
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
      'Checks what would break before it is published: composition, the public schema, registered operations, catalogue files. Ends with 0 where nothing blocks, 1 with findings that do, 2 after bad usage or an input that cannot be read, 3 where it could not run.',
    )
    .option(
      '--against <file>',
      'the public schema to compare with (default: the last committed schema/generated/api.graphql)',
    )
    .option('--catalogue <folder>', 'a further folder of catalogue files')
    .option('--date <date>', 'the day on which it is judged, as YYYY-MM-DD (default: today)', civilDate)
    .addOption(new Option('--format <format>', 'how it is told').choices(Object.keys(formats)).default('text'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write it to a file, and tell the totals')
    .option('--all', 'every finding, however many of one code')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: around.print, writeErr: around.complain })
    .action(async (options: Options) => {
      end(await check(options, around));
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

function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.');
}

async function check(options: Options, around: Surroundings): Promise<ExitCode> {
  const layersOf = around.layersOf ?? repositoryLayers;
  const { layers, findings } = await runLayers(layersOf(options));
  const report: Report = { date: options.date ?? around.today, layers, findings: undecided(findings) };
  tell(report, options, around);
  return exitOf(report);
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
