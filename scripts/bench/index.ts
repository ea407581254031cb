import { Command } from 'commander';

interface Options {
  readonly seconds: string;
  readonly without: ReadonlyArray<string>;
  readonly out: string;
  readonly idle: string;
  readonly explain: boolean;
  readonly rate?: string;
}
/** Submissions come for so many seconds for each one of a burst: shorter, and the carrying of them is not seen. */
const burst = 10;
const sections: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  check: async () => (await import('./check.ts')).benchCheck(),
  scale: async () => {
    (await import('./scale.ts')).benchScale();
    (await import('./scale-checked.ts')).benchChecked();
    await (await import('./scale-served.ts')).benchServed();
  },
  audit: async () => (await import('./audit.ts')).benchAudit(),
  planning: async () => (await import('./planning.ts')).benchPlanning(),
  gateway: async ({ seconds, without, out }) =>
    (await import('./gateway.ts')).benchGateway({ seconds: Number(seconds), without, out }),
  roles: async ({ idle }) => (await import('./roles.ts')).benchRoles({ idleSeconds: Number(idle) }),
  desk: async ({ seconds }) => (await import('./desk.ts')).benchDesk({ seconds: Number(seconds) }),
  streams: async () => (await import('./streams.ts')).benchStreams(),
  submissions: async ({ seconds, explain, rate }) =>
    (await import('./submissions/index.ts')).benchSubmissions({
      ...{ seconds: burst * Number(seconds), explain },
      rate: rate === undefined ? undefined : Number(rate),
    }),
};

const program = new Command('bench')
  .description('Prints figures beside their peers in the same run. Trust the ratios; absolute rates are this machine.')
  .argument('[section]', `one of ${Object.keys(sections).join(', ')} (default: all, in turn)`)
  .option('--seconds <number>', 'of each burst', '1')
  .option('--without <names...>', 'gateways to leave out', [])
  .option('--out <file>', 'where the table of the gateways is written', 'scripts/bench/gateway.md')
  .option('--idle <seconds>', 'that roles rest before their memory is weighed', '60')
  .option('--rate <number>', 'submissions that come in a second, evenly (default: as many as 50 clients can send)')
  .option('--explain', 'print the statements of submissions that took most', false)
  .allowExcessArguments(false)
  .parse();
const wanted = program.args[0];
if (wanted !== undefined && !(wanted in sections)) {
  console.error(`There is no section "${wanted}". Sections: ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(sections)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.log(`\n── ${name} ──`);
  await run(program.opts<Options>());
}
process.exit(0);
