import { readRegistry } from '../../schema/registry.ts';
import { configOrEnd } from '../config.ts';
import { sentenceOf } from '../start-error.ts';
import { wantsFourEyes } from './four-eyes.ts';
import { runCatalogue } from './program.ts';

const registry = readRegistry();
const { root } = configOrEnd([], { uses: [] });

function fourEyes(): boolean {
  try {
    return wantsFourEyes();
  } catch (error) {
    console.error(sentenceOf(error, 0));
    process.exit(2);
  }
}

process.exitCode = await runCatalogue(process.argv.slice(2), {
  databaseUrl: root?.databaseUrl ?? null,
  registry,
  fourEyes: fourEyes(),
  say: (text) => console.log(text.trimEnd()),
  complain: (text) => console.error(text.trimEnd()),
});
