import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import { checkCommand } from '../check/command.ts';
import { examineRepository } from '../check/repository.ts';

/** "npm run check" of catalogue files below another root, in a process of its own: what it took is the last line. */
const [root = '', ...args] = process.argv.slice(2);
let said = 0;
const code = await checkCommand(args, {
  print: (text) => {
    said += text.length;
  },
  complain: (text) => process.stderr.write(text),
  colour: false,
  today: todayInChina(),
  examine: (asked, today) => examineRepository(asked, today, root),
});
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ code, said, seconds: (userCPUTime + systemCPUTime) / 1e6, mib: Math.round(maxRSS / 1024) }),
);
