import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type DepartmentRow, readRegistry } from '../schema/registry.ts';
import { takeAnswers } from '../subgraphs/departments/adapters/relay-answers.ts';
import { exportWaiting } from '../subgraphs/departments/adapters/relay-export.ts';
import { openWord } from '../subgraphs/departments/adapters/sealed-files.ts';
import { readRelay } from '../subgraphs/departments/open-system.ts';
import { createDeskFilings } from '../subgraphs/departments/store/filings.ts';
import { createOutbox } from '../subgraphs/departments/store/outgoing.ts';
import { problem } from '../subgraphs/language/problems.ts';
import { openSealedDatabase } from '../subgraphs/runtime/keys/database.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { readConfig } from './config.ts';
import { requireOwn } from './database.ts';
import { schemaOf } from './definitions.ts';
import { runningEmbeddedPostgres } from './embedded-postgres.ts';
import { readKeys } from './key-files.ts';
import { messages } from './messages.ts';
import { rootSecrets } from './secrets.ts';
import { cannotStart, sentenceOf } from './start-error.ts';
import { outsideWrapper, wrappersOf } from './wrappers.ts';

/** What is carried to a department on a network of its own, and what is carried back. */
const log = createLog({ readable: process.stderr.isTTY });
const registry = readRegistry();
/** Of one file of answers, in bytes. */
const longestFile = 50 * 1024 * 1024;
const apart = ['--apart', 'with the file of the department in KEYS_DIR; without it, by the root secret'] as const;

function relayed(code: string): DepartmentRow {
  const row = registry.departments.find((each) => each.code === code && each.system === 'RELAY');
  if (row) return row;
  const known = registry.departments.filter(({ system }) => system === 'RELAY').map((each) => each.code);
  throw cannotStart('RELAY_UNKNOWN', { department: code, known: known.join(', ') || '-' });
}

/** The department's own schema, by its own role and keys. */
async function open(row: DepartmentRow, isApart: boolean) {
  const { root, keys, data, keyWrapper, suite, systems } = readConfig(
    isApart ? ['', '', '--role', 'worker'] : [],
    process.env,
    { uses: ['departments'] },
  );
  let secrets = readKeys(keys);
  if (root) {
    const adminUrl = root.databaseUrl ?? runningEmbeddedPostgres(join(data, 'postgres'));
    if (adminUrl === null) throw cannotStart('KEYS_DATABASE_MISSING');
    await requireOwn(adminUrl, root.secret, registry);
    secrets = await rootSecrets(adminUrl, root.secret, registry);
  }
  const own = secrets(row.code);
  const settings = await readRelay(systems ? join(systems, row.code, 'system.yaml') : null, row.code);
  const { db, sealer, close } = await openSealedDatabase({
    ...{ row, log, database: { url: own.database, schema: schemaOf(row) } },
    suite,
    wrappers: wrappersOf(own, await outsideWrapper(keyWrapper), suite),
  });
  return { settings, filings: createDeskFilings(db, sealer, Date.now), outbox: createOutbox(db, sealer), close };
}

async function carryOut(code: string, { to, from, apart: isApart = false }: Options): Promise<void> {
  const { settings, outbox, close } = await open(relayed(code), isApart);
  try {
    const folder = resolve(to);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const write = async (name: string, text: string): Promise<void> => {
      const path = join(folder, name);
      await writeFile(`${path}.part`, text, { mode: 0o600, flush: true });
      await rename(`${path}.part`, path);
    };
    const exported = await exportWaiting({ ...settings, department: code, outbox, now: Date.now, write }, from ?? null);
    for (const each of exported) console.log([each.number, each.kind, each.filing, each.files].join('\t'));
    console.log(messages.carriedOut(exported.length, folder));
  } finally {
    await close();
  }
}

async function carryIn(code: string, files: ReadonlyArray<string>, isApart: boolean): Promise<void> {
  const { settings, filings, close } = await open(relayed(code), isApart);
  try {
    for (const file of files) {
      const text = readAnswers(file);
      if (text === null) continue;
      const opened = await openWord(text, { ...settings, from: code, to: settings.us, now: Date.now() });
      const lines = typeof opened === 'string' ? null : await takeAnswers({ ...settings, filings }, opened.word);
      if (lines === null) {
        process.exitCode = 1;
        const { message } = problem(typeof opened === 'string' ? opened : 'RELAY_FILE_BROKEN');
        console.error(`${file}: ${message.zh} ${message.en}`);
        continue;
      }
      for (const { line, filing, outcome, code: why, message } of lines) {
        if (outcome === 'REFUSED') process.exitCode = 1;
        const words = message ? `${message.zh} ${message.en}` : '';
        console.log([line, filing ?? '-', why ?? outcome, words].join('\t').trimEnd());
      }
      const taken = lines.filter(({ outcome }) => outcome === 'TAKEN').length;
      console.log(messages.carriedIn(file, taken, lines.length));
    }
  } finally {
    await close();
  }
}

/** Null: it cannot be read, which is told; what is longer than any file of answers is not read, and is none. */
function readAnswers(file: string): string | null {
  try {
    return statSync(file).size <= longestFile ? readFileSync(file, 'utf8') : '';
  } catch (error) {
    process.exitCode = 1;
    const { code = '' } = error as NodeJS.ErrnoException;
    console.error(cannotStart('CHECK_INPUT', { input: file, reason: `${code}.` }).message);
    return null;
  }
}

function entryNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is the number of an entry.');
}

/** Of one side: the private ones for itself, the public ones for the other. */
async function makeKeys(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const year = new Date().toISOString().slice(0, 10);
  const keys = (['ed25519', 'x25519'] as const).map((kind) => ({
    ...generateKeyPairSync(kind as 'ed25519').privateKey.export({ format: 'jwk' }),
    kid: `${kind}-${year}`,
  }));
  const told = keys.map(({ d: _private, ...each }) => each);
  const write = (name: string, content: object, mode: number) =>
    writeFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`, { mode, flag: 'wx' });
  await write('ours.json', { keys }, 0o600);
  await write('for-them.json', { keys: told }, 0o644);
  console.log(messages.relayKeys(resolve(folder)));
}

interface Options {
  readonly to: string;
  readonly from?: number;
  readonly apart?: boolean;
}
const program = new Command('relay').description(
  'A department on a network of its own: what waits for it is written to be carried (export), and its answers are taken in (import).',
);
program
  .command('export <department>')
  .description('Writes what waits, sealed for the department, one file for each entry and each of its documents.')
  .requiredOption('--to <folder>', 'where it is written')
  .option('--from <number>', 'also what was carried before, from that number on: a medium was lost', entryNumber)
  .option(...apart)
  .allowExcessArguments(false)
  .action(carryOut);
program
  .command('import <department> <files...>')
  .description('Takes signed answers in, line by line. Exits with 1 where a file or a line was refused.')
  .option(...apart)
  .action((department: string, files: ReadonlyArray<string>, { apart: isApart = false }: Options) =>
    carryIn(department, files, isApart),
  );
program
  .command('keys <folder>')
  .description('Makes the keys of one side, in ours.json, and what the other side is given, in for-them.json.')
  .allowExcessArguments(false)
  .action(makeKeys);
program.parseAsync().catch((error: unknown) => {
  console.error(sentenceOf(error, 0));
  process.exit(1);
});
