import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { assemble, operationText } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { rootSecrets } from '../secrets.ts';

export interface Soaked {
  /** Of the heap after collection, over the second half: the first half warms caches. */
  readonly slopeMebibytesPerMinute: number;
  readonly handlesGrown: number;
  readonly answered: number;
  readonly failed: number;
  /** What the first that failed were told. */
  readonly failures: ReadonlyArray<string>;
}

const everyNew = 25;
const mostTold = 10;

export interface SoakOptions {
  readonly samples: number;
  /** Whether a sample is to be taken, by what was asked and the seconds that went by since the last. */
  readonly enough: (asked: number, seconds: number) => boolean;
  readonly told?: (line: string) => void;
}

/** A graph of its own on an embedded database, soaked. */
export async function soakOwn(options: SoakOptions): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-soak-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const secret = 'a secret for one soak of the graph';
  await prepareDatabase(server.url, secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  await importCatalogue(server.url, read.catalogue, registry);
  const graph = await assemble({
    secrets: await rootSecrets(server.url, secret, registry),
    data: folder,
    registry,
    issuers: [],
    production: true,
  });
  const soaked = await soak(graph.gateway, options);
  await graph.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return soaked;
}

/** Steady questions over HTTP, each with variables of its own; at rest between them, memory and handles are looked at. */
export async function soak(gateway: Gateway, options: SoakOptions): Promise<Soaked> {
  const address = `${await gateway.listen(0, '127.0.0.1')}/graphql`;
  const bodies = [
    { query: operationText('life-event'), variables: { code: 'newborn', region: '330381000000' } },
    {
      query: operationText('plan'),
      variables: { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties },
    },
  ];
  let answered = 0;
  let failed = 0;
  const failures: string[] = [];
  const turns = Array.from({ length: 4 }, () => 0);
  const askUntil = async (enough: () => boolean): Promise<void> => {
    const load = turns.map(async (from, worker) => {
      let turn = from;
      for (; !enough(); turn++) {
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
        else {
          failed += 1;
          if (failures.length < mostTold) failures.push(`${response.status} ${JSON.stringify(errors)}`);
        }
      }
      turns[worker] = turn;
    });
    await Promise.all(load);
  };
  const collect = (globalThis as { gc?: () => void }).gc;
  const points: Array<readonly [minute: number, mebibytes: number]> = [];
  const began = performance.now();
  let handles = 0;
  for (let sample = 1; sample <= options.samples; sample++) {
    const [before, since] = [answered + failed, performance.now()];
    await askUntil(() => options.enough(answered + failed - before, (performance.now() - since) / 1000));
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
  return {
    slopeMebibytesPerMinute: slopeOf(points.slice(Math.floor(points.length / 2))),
    handlesGrown: Math.max(0, handles),
    answered,
    failed,
    failures,
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
