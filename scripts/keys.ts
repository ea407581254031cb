import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { readRegistry } from '../schema/registry.ts';
import { connect } from '../subgraphs/runtime/connect.ts';
import { countByKey } from '../subgraphs/runtime/keys/counting.ts';
import {
  beginRotation,
  finishRotation,
  pace,
  type RotatedPart,
  retireKeys,
} from '../subgraphs/runtime/keys/rotating.ts';
import { openRow, readRows } from '../subgraphs/runtime/keys/rows.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { readConfig } from './config.ts';
import { requireOwn } from './database.ts';
import { loadParts, schemaOf } from './definitions.ts';
import { runningEmbeddedPostgres } from './embedded-postgres.ts';
import { heldParts, readKeys } from './key-files.ts';
import { messages } from './messages.ts';
import { rootSecrets, type SecretsOf } from './secrets.ts';
import { cannotStart, sentenceOf } from './start-error.ts';
import { storageOf } from './storage.ts';
import { outsideWrapper, wrappersOf } from './wrappers.ts';

/** The keys that seal personal data: of every part whose secrets this machine holds, while everything runs. */
const log = createLog({ readable: process.stderr.isTTY });
const registry = readRegistry();
const program = new Command('keys').description(
  'Data keys: a new one for everything, of the suite of CRYPTO_SUITE (rotate), which there are (list), and forgetting those that nothing is sealed with (retire).',
);
const own = ['--own', "wrap by the parts' own keys: before KEY_WRAPPER is set no more"] as const;
const apart = ['--apart', 'the parts whose files lie in KEYS_DIR; without it, all, by the root secret'] as const;

interface Held {
  readonly code: string;
  readonly part: RotatedPart;
}

/** Every part that this machine holds the secrets of and that keeps personal data. */
async function open(isApart: boolean, isOwn: boolean): Promise<ReadonlyArray<Held>> {
  const { root, keys, data, keyWrapper, suite, storage } = readConfig(
    isApart ? ['', '', '--role', 'worker'] : [],
    process.env,
    { uses: ['storage'] },
  );
  let secrets: SecretsOf = readKeys(keys);
  if (root) {
    const adminUrl = root.databaseUrl ?? runningEmbeddedPostgres(join(data, 'postgres'));
    if (adminUrl === null) throw cannotStart('KEYS_DATABASE_MISSING');
    await requireOwn(adminUrl, root.secret, registry);
    secrets = await rootSecrets(adminUrl, root.secret, registry);
  }
  const outside = await outsideWrapper(keyWrapper);
  const parts = await loadParts(registry);
  const here = root ? parts : parts.filter(({ row }) => heldParts(keys).includes(row.code));
  return here.flatMap(({ row, definition: { sealed: places } }) => {
    if (!places) return [];
    const sql = connect(secrets(row.code).database, { max: 1 });
    const wrappers = wrappersOf(secrets(row.code), outside, suite, isOwn);
    const part = { sql, schema: schemaOf(row), suite, wrappers, places, storage: storageOf(storage, data) };
    return [{ code: row.code, part }];
  });
}

async function rotate(held: ReadonlyArray<Held>): Promise<boolean> {
  const usual = pace(wait);
  for (const { code, part } of held) {
    const { key, made } = await beginRotation(part, usual, log);
    console.log(messages.keyBegun(code, key, made));
  }
  console.log(messages.keysAwaited((usual.sealsAfterMs + usual.everyMs) / 1000));
  let whole = true;
  for (const { code, part } of held) {
    const tell = (where: string, done: number): void => console.log(messages.resealing(code, where, done));
    const { done, closed } = await finishRotation(part, usual, log, tell);
    console.log(messages.resealed(code, done));
    if (closed.length > 0) console.error(cannotStart('SEALED_CLOSED', { part: code, closed }).message);
    whole &&= closed.length === 0;
  }
  return whole;
}

async function list(held: ReadonlyArray<Held>): Promise<boolean> {
  for (const { code, part } of held) {
    const counts = await countByKey(part);
    for (const row of await readRows(part)) {
      // What this machine cannot open is listed all the same.
      const suite = await openRow(part, row).then(
        (key) => key.suite,
        () => null,
      );
      console.log(messages.key(code, row, suite, counts.get(row.id) ?? 0));
    }
  }
  return true;
}

async function retire(held: ReadonlyArray<Held>): Promise<boolean> {
  let whole = true;
  for (const { code, part } of held) {
    const retired = await retireKeys(part);
    if (retired.kind === 'RETIRED') {
      console.log(messages.retired(code, retired.keys));
      continue;
    }
    whole = false;
    const problem =
      retired.kind === 'TOO_EARLY'
        ? cannotStart('KEYS_RETIRE_EARLY', { part: code, minutes: Math.ceil(retired.ms / 60_000) })
        : cannotStart('KEYS_IN_USE', { part: code, keys: [...retired.keys].map(([id, many]) => `${id} (${many})`) });
    console.error(problem.message);
  }
  return whole;
}

for (const [name, work] of Object.entries({ rotate, list, retire })) {
  const command = program.command(name).option(...apart);
  if (name === 'rotate') command.option(...own);
  command.allowExcessArguments(false).action(async (options: { readonly apart?: boolean; readonly own?: boolean }) => {
    const held = await open(options.apart ?? false, options.own ?? false);
    try {
      if (!(await work(held))) process.exitCode = 1;
    } finally {
      await Promise.all(held.map(({ part }) => part.sql.end({ timeout: 5 })));
    }
  });
}
program.parseAsync().catch((error: unknown) => {
  console.error(sentenceOf(error, 0));
  process.exit(1);
});
