import { Command } from 'commander';

const sections: Readonly<Record<string, () => Promise<void>>> = {
  planning: async () => (await import('./planning.ts')).benchPlanning(),
  gateway: async () => (await import('./gateway.ts')).benchGateway(),
};

const program = new Command('bench')
  .description('Prints figures beside their peers in the same run. Trust the ratios; absolute rates are this machine.')
  .argument('[section]', `one of ${Object.keys(sections).join(', ')} (default: all, in turn)`)
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
  await run();
}
process.exit(0);
