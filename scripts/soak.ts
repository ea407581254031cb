import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { soakOwn } from './bench/soak.ts';

const samples = 30;
const options = new Command('soak')
  .description(
    'Asks the whole graph over HTTP for a while, and tells whether memory and handles stay flat. Needs node --expose-gc.',
  )
  .option('--minutes <number>', 'how long', '30')
  .allowExcessArguments(false)
  .parse()
  .opts<{ minutes: string }>();

const { slopeMebibytesPerMinute, handlesGrown, answered, failed, failures } = await soakOwn({
  samples,
  enough: (_asked, seconds) => seconds >= (Number(options.minutes) * 60) / samples,
  told: (line) => console.log(line),
});
console.log(
  `${answered} answers, ${failed} failed; ${slopeMebibytesPerMinute.toFixed(2)} MiB a minute, ${handlesGrown} handles more.`,
);
for (const each of failures) console.log(each);
await sleep(100);
process.exit(failed > 0 || slopeMebibytesPerMinute > 1 || handlesGrown > 0 ? 1 : 0);
