import { type Change, writeChanges } from '../../../scripts/catalogue/tables/import-table.ts';

/** Writes changes and is killed for good before the n-th file is looked at in one of the two rounds: told as JSON on the command line. */
const { changes, round, before } = JSON.parse(process.argv[2] ?? '') as {
  readonly changes: ReadonlyArray<Change>;
  readonly round: number;
  readonly before: number;
};
let rounds = 0;
function* untilKilled(): Generator<Change, undefined> {
  rounds += 1;
  for (const [index, change] of changes.entries()) {
    if (rounds === round && index === before) process.kill(process.pid, 'SIGKILL');
    yield change;
  }
}
writeChanges(Object.assign([...changes], { [Symbol.iterator]: untilKilled }));
