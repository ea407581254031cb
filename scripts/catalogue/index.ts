import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readRegistry } from '../../schema/registry.ts';
import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { readSettings } from '../check/settings.ts';
import { configOrEnd } from '../config.ts';
import { cannotStart, sentenceOf } from '../start-error.ts';
import { diffOf, historyLines, publish, rollBack, type Signed } from './commands.ts';

/** `npm run catalogue`: what is published, by whom and why. Exit codes: 0 done, 1 it could not be, 2 bad usage. */
const program = new Command('catalogue').description(
  'Publishes the catalogue files as a revision, tells who published what, compares, and goes back.',
);
const settingsFile = join(repositoryRoot, '.check/settings.yaml');

interface Options extends Partial<Signed> {
  readonly catalogue?: string;
  readonly to?: number;
}

function revision(text: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write the number of a revision.');
}

async function run(act: (databaseUrl: string) => Promise<string>): Promise<void> {
  const { root } = configOrEnd([]);
  if (!root?.databaseUrl) {
    console.error(cannotStart('DATABASE_URL_MISSING').message);
    process.exitCode = 2;
    return;
  }
  try {
    console.log(await act(root.databaseUrl));
  } catch (error) {
    console.error(sentenceOf(error, 0));
    process.exitCode = 1;
  }
}

/** Who answers for it, as the settings ask. */
function signed({ author, reason, approvedBy, from }: Options): Signed {
  const known = readRegistry().departments;
  const { fourEyes } = existsSync(settingsFile) ? readSettings(settingsFile, known) : {};
  if (!author?.trim() || !reason?.trim()) throw cannotStart('PUBLICATION_UNSIGNED');
  const isAnother = approvedBy !== undefined && approvedBy.trim() !== '' && approvedBy !== author;
  if ((fourEyes || approvedBy !== undefined) && !isAnother) throw cannotStart('PUBLICATION_UNAPPROVED');
  return { author, reason, approvedBy, from };
}

const signing = (command: Command): Command =>
  command
    .option('--author <name>', 'who publishes it')
    .option('--reason <text>', 'why')
    .option('--approved-by <name>', 'who approved it: another than the author')
    .option('--from <date>', 'the day from which it holds (default: today)')
    .allowExcessArguments(false);

signing(program.command('publish'))
  .description('publishes the files as the next revision; running gateways switch to it')
  .option('--catalogue <folder>', 'a further folder of catalogue files, laid out like this repository')
  .action((options: Options) => run(async (url) => publish(url, signed(options), readRegistry(), options.catalogue)));
signing(program.command('rollback'))
  .description('publishes the files of an earlier revision again, as the next one')
  .option('--to <revision>', 'which (default: the one before the newest)', revision)
  .action((options: Options) => run(async (url) => rollBack(url, signed(options), readRegistry(), options.to)));
program
  .command('history')
  .description('who published what, when and why; the newest first')
  .allowExcessArguments(false)
  .action(() => run((url) => historyLines(url, readRegistry())));
program
  .command('diff [from] [to]')
  .description(
    'which files differ between two revisions (default: the newest and the files here), and what that is to citizens',
  )
  .allowExcessArguments(false)
  .action((from?: string, to?: string) =>
    run((url) => diffOf(url, readRegistry(), todayInChina(), from && revision(from), to && revision(to))),
  );

await program.parseAsync();
