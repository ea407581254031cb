import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { examineProofs } from './audit/proofs.ts';
import { cannotStart } from './start-error.ts';

const program = new Command('audit')
  .description(
    'Checks, offline, answers of schema/operations/proof.graphql: whether every entry is there, unchanged, in its place and signed. Exits with 1 where one is not.',
  )
  .argument('<files...>', 'answers, as JSON')
  .option(
    '--key <key>',
    'a public key that you know, `x` or `sm2` of submissionLedgerKey: not one out of the same answer; again for each key that signed some of it',
    (key: string, before: ReadonlyArray<string>) => [...before, key],
    [],
  )
  .option('--part <name>', 'whose keys they are', 'journeys')
  .allowExcessArguments(false)
  .parse();
const { key: keys, part } = program.opts<{ key: ReadonlyArray<string>; part: string }>();
if (keys.length === 0) program.error("error: required option '--key <key>' not specified");
for (const file of program.args) {
  for (const { submission, entries, fault } of examineProofs(readOrEnd(file), { part, keys })) {
    console.log(`${[file, submission].filter(Boolean).join(' ')}: ${fault ?? `${entries} entries hold`}`);
    if (fault) process.exitCode = 1;
  }
}

function readOrEnd(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    console.error(cannotStart('CHECK_INPUT', { input: file, reason: `${code}.` }).message);
    process.exit(2);
  }
}
