import { Command } from 'commander';
import { readRegistry } from '../schema/registry.ts';
import { todayInChina } from '../subgraphs/language/civil-date.ts';
import { checkCatalogue } from '../subgraphs/publishing/read.ts';
import { wantsFourEyes } from './catalogue/four-eyes.ts';
import { textsToPublish } from './catalogue/texts.ts';
import { publishedSchema } from './check/breaking.ts';
import { textOfFindings } from './check/formats/text.ts';
import { configOrEnd } from './config.ts';
import { importCatalogue, prepareDatabase, publicationHistory, requireReachable } from './database.ts';
import { writeKeys } from './key-files.ts';
import { messages } from './messages.ts';
import { operatorName } from './operator-name.ts';
import { packFiles } from './published-files.ts';
import { rootSecrets } from './secrets.ts';
import { cannotStart, sentenceOf } from './start-error.ts';
import { outsideWrapper } from './wrappers.ts';

const program = new Command('import')
  .description(
    'Brings the database of DATABASE_URL to this version, writes the keys of each part into KEYS_DIR, and publishes the catalogue files as the next revision.',
  )
  .option('--catalogue <folder>', 'a further folder of catalogue files, laid out like this repository')
  .allowExcessArguments(false)
  .parse();
const { catalogue } = program.opts<{ catalogue?: string }>();
const { root, keys, keyWrapper, suite } = configOrEnd([], { uses: [] });
if (!root?.databaseUrl) {
  console.error(cannotStart('DATABASE_URL_MISSING').message);
  process.exit(2);
}
const { databaseUrl, secret } = root;
const end = (error: unknown): never => {
  console.error(sentenceOf(error, 0));
  process.exit(1);
};
await requireReachable(databaseUrl).catch(end);
const registry = readRegistry();
const texts = textsToPublish(registry, catalogue);
if (texts instanceof Error) {
  console.error(texts.message);
  process.exit(2);
}
const read = checkCatalogue(registry.departments, texts);
const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
if (read.findings.length > 0) console.log(textOfFindings(read.findings, { colour, all: false }));
if (!read.ok) {
  console.error(cannotStart('CATALOGUE_INVALID', { findings: read.findings.length }).message);
  process.exit(1);
}
try {
  await prepareDatabase(databaseUrl, secret, registry, { outside: await outsideWrapper(keyWrapper), suite });
  writeKeys(keys, await rootSecrets(databaseUrl, secret, registry), registry);
  if (wantsFourEyes() && (await publicationHistory(databaseUrl, 1, registry)).length > 0)
    throw cannotStart('PUBLICATION_UNAPPROVED', { proposal: 'N' });
  const act = {
    kind: 'PUBLISHED' as const,
    author: operatorName(),
    reason: 'npm run import',
    approvedBy: null,
    files: packFiles({ departments: registry.departments, texts, api: publishedSchema() }),
  };
  const { revision, changed } = await importCatalogue(databaseUrl, read.catalogue, registry, act, todayInChina());
  console.log(messages.keys(keys));
  console.log(changed ? messages.published(revision) : messages.unchanged(revision));
} catch (error) {
  end(error);
}
