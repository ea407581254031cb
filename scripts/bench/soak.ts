import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegistry } from '../../schema/registry.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { assemble, operationText } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';

export interface Soaked {
  /** Of the heap after collection, over the second half: the first half warms caches. */
  readonly slopeMebibytesPerMinute: number;
  readonly handlesGrown: number;
  readonly answered: number;
  readonly failed: number;
}

const everyNew = 25;

/** Steady questions over HTTP, each with variables of its own, for so many seconds. */
export async function soak(options: {
  seconds: number;
  samples: number;
  told?: (line: string) => void;
}): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-soak-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const secret = 'a secret for one soak of the graph';
  await prepareDatabase(server.url, secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  await importCatalogue(server.url, read.catalogue, registry);
  const graph = await assemble({ adminUrl: server.url, secret, data: folder, registry, issuers: [], production: true });
  const address = `${await graph.gateway.listen(0, '127.0.0.1')}/graphql`;
  const bodies = [
    { query: operationText('life-event'), variables: { code: 'newborn', region: '330381000000' } },
    {
      query: operationText('plan'),
      variables: { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties },
    },
  ];
  let answered = 0;
  let failed = 0;
  let running = true;
  const load = Array.from({ length: 4 }, async (_each, worker) => {
    for (let turn = 0; running; turn++) {
      const { query, variables } = bodies[(turn + worker) % bodies.length] as (typeof bodies)[number];
      // Now and then an operation that nobody asked before: it is read, planned and compiled anew.
      const own = turn % everyNew === 0 ? query.replace(/^(\w+ \w+)/, `$1_${worker}_${turn}`) : query;
      const body = JSON.stringify({ query: own, variables });
      const response = await fetch(address, {
        method: 'POST',
        // A language of its own now and then: caches must not grow with what clients send.
        headers: { 'content-type': 'application/json', 'accept-language': `zh;q=0.${turn % 1000}` },
        body,
      });
      const { errors } = (await response.json()) as { errors?: unknown };
      if (response.status === 200 && errors === undefined) answered += 1;
      else failed += 1;
    }
  });
  const collect = (globalThis as { gc?: () => void }).gc;
  const points: Array<readonly [minute: number, mebibytes: number]> = [];
  const began = performance.now();
  let handles = 0;
  for (let sample = 1; sample <= options.samples; sample++) {
    await new Promise((resolve) => setTimeout(resolve, (options.seconds * 1000) / options.samples));
    collect?.();
    const mebibytes = process.memoryUsage().heapUsed / 1024 / 1024;
    const now = process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout' && kind !== 'Immediate').length;
    points.push([(performance.now() - began) / 60_000, mebibytes]);
    if (sample === Math.ceil(options.samples / 2)) handles = now;
    options.told?.(
      `${points.at(-1)?.[0].toFixed(1)} min: ${mebibytes.toFixed(1)} MiB, ${now} handles, ${answered} answers`,
    );
    if (sample === options.samples) handles = now - handles;
  }
  running = false;
  await Promise.all(load);
  await graph.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    slopeMebibytesPerMinute: slopeOf(points.slice(Math.floor(points.length / 2))),
    handlesGrown: Math.max(0, handles),
    answered,
    failed,
  };
}

/** Least squares. */
function slopeOf(points: ReadonlyArray<readonly [number, number]>): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const below = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
