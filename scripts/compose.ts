import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { print } from 'graphql';
import { prove } from '../gateway/planning/proof.ts';
import { compose } from '../schema/compose.ts';
import { type Registry, readRegistry, type SubgraphRow } from '../schema/registry.ts';
import { departmentTypeDefs, subgraphSchemas } from '../schema/subgraphs.ts';
import { linkCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { examineFiles } from '../subgraphs/publishing/read.ts';
import { catalogueFiles } from './catalogue-files.ts';
import { viewText } from './check/views.ts';
import { generatedFiles, pathOf, proofFile, staleFiles } from './generated.ts';

const schemaFolder = fileURLToPath(new URL('../schema/', import.meta.url));
const FETCH_SDL_DEADLINE_MS = 10_000;

/** Asks a server of somebody else's for its SDL and stores it, so that composing again needs no server. */
async function storeExternalSdl(row: SubgraphRow): Promise<void> {
  const path = `${schemaFolder}external/${row.code}.graphql`;
  try {
    const response = await fetch(row.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      // What it would lead to might be anything inside.
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_SDL_DEADLINE_MS),
    });
    const answer = (await response.json()) as { data?: { _service?: { sdl?: string } } };
    const sdl = answer.data?._service?.sdl;
    if (!sdl) throw new Error(`it answered ${response.status} without _service.sdl`);
    mkdirSync(`${schemaFolder}external`, { recursive: true });
    writeFileSync(path, `${sdl.trim()}\n`);
  } catch (cause) {
    if (!existsSync(path)) {
      throw new Error(`${row.code} at ${row.url} did not give its SDL: ${String(cause)}. Start it and compose again.`, {
        cause,
      });
    }
    console.warn(`${row.code} at ${row.url} is out; composing with the SDL it gave last.`);
  }
}

async function composeRegistry(registry: Registry, verifyOnly: boolean): Promise<void> {
  if (!verifyOnly) await Promise.all(registry.subgraphs.filter((row) => row.external).map(storeExternalSdl));
  const composed = compose(subgraphSchemas(registry));
  if (!composed.ok) {
    for (const error of composed.errors) console.error(`${String(error.extensions.code)}: ${error.message}`);
    process.exit(1);
  }
  for (const hint of composed.hints) console.warn(hint);
  const files = new Map([...(await generatedFiles(registry, composed)), ...filesOfCatalogue(registry)]);
  for (const file of staleFiles(files)) {
    if (verifyOnly) {
      console.error(`${file} is not what it is made from: run "npm run compose" and commit it.`);
      process.exitCode = 1;
    } else {
      if (file === proofFile) prove(composed.supergraph);
      writeFileSync(pathOf(file), files.get(file) as string);
      console.log(`${file} written`);
    }
  }
  if (!verifyOnly) console.log(`${registry.subgraphs.length} subgraphs composed`);
}

/** None where the catalogue does not hold: "npm run check" says why. */
function filesOfCatalogue({ departments }: Registry): ReadonlyMap<string, string> {
  const { catalogue, findings } = examineFiles(departments);
  const holds = !findings.some(({ severity }) => severity === 'ERROR');
  return catalogueFiles(catalogue, holds ? linkCatalogue(catalogue) : undefined);
}

function printView(code: string): void {
  const text = viewText(readFileSync(pathOf('schema/generated/api.graphql'), 'utf8'), code);
  if (text === undefined) {
    console.error(`schema/contracts.yaml has no view "${code}".`);
    process.exitCode = 2;
  } else console.log(text);
}

const program = new Command('compose')
  .description('Composes the subgraphs of the registry into the supergraph and the public schema.')
  .option('--check', 'write nothing; say what is not fresh')
  .option('--view <code>', 'print what clients of a view (schema/contracts.yaml) may use of the public schema')
  .option('--department <type>', 'print the SDL of a department of this type, for a server of its own')
  .allowExcessArguments(false)
  .parse();
const { check, view, department } = program.opts<{ check?: boolean; view?: string; department?: string }>();
if (view !== undefined) printView(view);
else if (department === undefined) await composeRegistry(readRegistry(), check ?? false);
else console.log(print(departmentTypeDefs(department)));
