import { todayInChina } from '../subgraphs/language/civil-date.ts';
import { checkCommand } from './check/command.ts';

// Set after everything is written: `process.exit` would cut off what a pipe has not taken yet.
process.exitCode = await checkCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  today: todayInChina(),
});
