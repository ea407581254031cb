import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Registry } from '../../schema/registry.ts';
import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { stateFile } from '../check/earlier.ts';
import { requireReachable } from '../database.ts';
import { cannotStart, sentenceOf } from '../start-error.ts';
import { diffOf, historyLines, keepState, publish, rollBack, type Signed } from './commands.ts';
import { writeEditorSchemas } from './editor-schemas.ts';
import { approve, proposalLines, propose, publishProposal } from './proposals.ts';
import { addTableCommands } from './tables/command.ts';

/** What the command line is given and where it says what it says. */
export interface Terminal {
  /** Null: nobody said. */
  readonly databaseUrl: string | null;
  readonly registry: Registry;
  /** Whether nothing is published but what somebody else approved. */
  readonly fourEyes: boolean;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}
interface Options extends Partial<Omit<Signed, 'proposal'>> {
  readonly catalogue?: string;
  readonly to?: number;
  readonly proposal?: number;
}

function numbered(text: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a number.');
}

/** `npm run catalogue`: what is published, by whom and why. Resolves to the exit code: 0 done, 1 it could not be, 2 bad usage. */
export async function runCatalogue(args: ReadonlyArray<string>, terminal: Terminal): Promise<number> {
  const { databaseUrl, registry, fourEyes, say, complain } = terminal;
  let exitCode = 0;
  const run = async (act: (url: string) => Promise<string>): Promise<void> => {
    if (databaseUrl === null) {
      complain(cannotStart('DATABASE_URL_MISSING').message);
      exitCode = 2;
      return;
    }
    try {
      await requireReachable(databaseUrl);
      say(await act(databaseUrl));
    } catch (error) {
      complain(sentenceOf(error, 0));
      exitCode = 1;
    }
  };
  const named = ({ author, reason }: Options): Pick<Signed, 'author' | 'reason'> => {
    if (!author?.trim() || !reason?.trim()) throw cannotStart('PUBLICATION_UNSIGNED');
    return { author, reason };
  };
  /** Who answers for what nobody proposed before. */
  const signed = (options: Options): Signed => {
    const { approvedBy, from } = options;
    const who = named(options);
    const isAnother = approvedBy?.trim() !== '' && approvedBy !== who.author;
    if (fourEyes || !isAnother) throw cannotStart('PUBLICATION_UNAPPROVED', { proposal: 'N' });
    return { ...who, approvedBy, from };
  };

  const program = new Command('catalogue')
    .description('Publishes the catalogue files as a revision, tells who published what, compares, and goes back.')
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: complain });
  const command = (name: string, description: string): Command =>
    program.command(name).description(description).allowExcessArguments(false).exitOverride();
  const signing = (name: string, description: string): Command =>
    command(name, description).option('--author <name>', 'who does it').option('--reason <text>', 'why');
  const dated = (each: Command): Command =>
    each.option('--from <date>', 'the day from which it holds (default: today)');
  const folder = (each: Command): Command =>
    each.option('--catalogue <folder>', 'a further folder of catalogue files, laid out like this repository');
  const approved = (each: Command): Command =>
    each.option('--approved-by <name>', 'who approved it: another than the author');

  folder(dated(signing('propose', 'writes down what is to be published, for somebody else to approve')))
    .option('--to <revision>', 'the files of an earlier revision in place of the files here', numbered)
    .action((options: Options) =>
      run(async (url) => propose(url, { ...named(options), from: options.from }, registry, options)),
    );
  signing('approve', 'lets a proposal be published; by another than who proposed it')
    .argument('<proposal>', 'its number', numbered)
    .action((proposal: number, options: Options) =>
      run(async (url) => approve(url, proposal, named(options), registry)),
    );
  command('proposals', 'what was proposed, approved by whom and why, and what became of it; the newest first').action(
    () => run((url) => proposalLines(url, registry)),
  );
  folder(approved(dated(signing('publish', 'publishes the files as the next revision; running gateways switch to it'))))
    .option('--proposal <number>', 'what was proposed and approved, in place of the files here', numbered)
    .action((options: Options) =>
      run(async (url) =>
        options.proposal === undefined
          ? publish(url, signed(options), registry, options.catalogue)
          : publishProposal(url, options.proposal, registry),
      ),
    );
  approved(dated(signing('rollback', 'publishes the files of an earlier revision again, as the next one')))
    .option('--to <revision>', 'which (default: the one before the newest)', numbered)
    .action((options: Options) => run(async (url) => rollBack(url, signed(options), registry, options.to)));
  command(
    'state [file]',
    `writes what is published to a file that "npm run check" compares with (default: ${stateFile})`,
  )
    .option('--revision <revision>', 'which (default: the one that holds today)', numbered)
    .action((file: string | undefined, { revision }: { revision?: number }) =>
      run((url) => keepState(url, file ?? join(repositoryRoot, stateFile), registry, revision)),
    );
  command('history', 'who published what, when and why; the newest first').action(() =>
    run((url) => historyLines(url, registry)),
  );
  command(
    'diff',
    'which files differ between two revisions (default: the newest and the files here), and what that is to citizens',
  )
    .argument('[from]', 'a revision', numbered)
    .argument('[to]', 'a later one', numbered)
    .action((from?: number, to?: number) => run((url) => diffOf(url, registry, todayInChina(), from, to)));
  command(
    'editor-schemas <folder>',
    'puts the JSON Schemas into a further folder of catalogue files, with the codes here and there: editors complete them',
  ).action((into: string) => {
    try {
      say(writeEditorSchemas(into, registry));
    } catch (error) {
      complain(sentenceOf(error, 0));
      exitCode = 1;
    }
  });
  addTableCommands(program, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
