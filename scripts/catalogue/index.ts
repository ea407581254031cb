import { readRegistry } from '../../schema/registry.ts';
import { configOrEnd } from '../config.ts';
import { wantsFourEyes } from './four-eyes.ts';
import { runCatalogue } from './program.ts';

const registry = readRegistry();
process.exitCode = await runCatalogue(process.argv.slice(2), {
  databaseUrl: configOrEnd([]).root?.databaseUrl ?? null,
  registry,
  fourEyes: wantsFourEyes(registry),
  say: (text) => console.log(text.trimEnd()),
  complain: (text) => console.error(text.trimEnd()),
});
