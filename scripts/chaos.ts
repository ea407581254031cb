import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { breakAtRandom } from './chaos/breaking.ts';
import { killAtPoints } from './chaos/killing.ts';
import { randomOf } from './chaos/random.ts';

const { minutes, clients, ...options } = new Command('chaos')
  .description(
    'Submits while the product is killed and frozen and its database is stopped, killed and cut off, and prints one ledger: submitted = delivered + refused + withdrawn + waiting.',
  )
  .option('--minutes <number>', 'how long there are faults', '3')
  .option(
    '--kills <number>',
    'instead: so many kills at each place between product and database where a submission can be broken off',
  )
  .option('--seed <number>', 'of the faults and their pauses; printed, so that they can be had again')
  .option('--clients <number>', 'who submit at once', '4')
  .allowExcessArguments(false)
  .parse()
  .opts<{ minutes: string; kills?: string; seed?: string; clients: string }>();

const seed = Number(options.seed ?? randomInt(2 ** 31));
const random = randomOf(seed);
const kills = options.kills === undefined ? null : Number(options.kills);
console.log(
  kills === null
    ? `seed ${seed}, ${minutes} minutes, ${clients} clients`
    : `seed ${seed}, ${kills} kills at each point`,
);
const holds =
  kills === null
    ? await breakAtRandom({ minutes: Number(minutes), clients: Number(clients), seed, random })
    : await killAtPoints({ kills, seed, random });
process.exit(holds ? 0 : 1);
