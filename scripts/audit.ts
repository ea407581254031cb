import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { examineProofs } from './audit/proofs.ts';

const program = new Command('audit')
  .description(
    'Checks, offline, answers of schema/operations/proof.graphql: whether every entry is there, unchanged, in its place and signed. Exits with 1 where one is not.',
  )
  .argument('<files...>', 'answers, as JSON')
  .requiredOption('--key <x>', 'the public key that you know, of submissionLedgerKey: not one out of the same answer')
  .option('--part <name>', 'whose key it is', 'journeys')
  .allowExcessArguments(false)
  .parse();
const { key, part } = program.opts<{ key: string; part: string }>();
for (const file of program.args) {
  for (const { submission, entries, fault } of examineProofs(readFileSync(file, 'utf8'), { part, x: key })) {
    console.log(`${file} ${submission}: ${fault ?? `${entries} entries hold`}`);
    if (fault) process.exitCode = 1;
  }
}
