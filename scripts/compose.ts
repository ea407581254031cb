import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from '../schema/compose.ts';
import { type DepartmentRow, readRegistry } from '../schema/registry.ts';
import { subgraphSchemas } from '../schema/subgraphs.ts';
import { generatedFiles, pathOf, staleFiles } from './generated.ts';

const schemaFolder = fileURLToPath(new URL('../schema/', import.meta.url));
const FETCH_SDL_DEADLINE_MS = 10_000;

/** Asks a department's own server for its SDL and stores it, so that composing again needs no server. */
async function storeExternalSdl(row: DepartmentRow): Promise<void> {
  const path = `${schemaFolder}external/${row.code}.graphql`;
  try {
    const response = await fetch(row.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
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

const registry = readRegistry();
const verifyOnly = process.argv.includes('--check');
if (!verifyOnly) await Promise.all(registry.departments.filter((row) => row.external).map(storeExternalSdl));
const composed = compose(subgraphSchemas(registry));
if (!composed.ok) {
  for (const error of composed.errors) console.error(`${String(error.extensions.code)}: ${error.message}`);
  process.exit(1);
}
for (const hint of composed.hints) console.warn(hint);
const files = generatedFiles(composed);
for (const file of staleFiles(files)) {
  if (verifyOnly) {
    console.error(`${file} is not what it is made from: run "npm run compose" and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(pathOf(file), files.get(file) as string);
    console.log(`${file} written`);
  }
}
if (!verifyOnly) console.log(`${registry.departments.length} departments composed`);
