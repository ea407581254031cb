import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import { clientOf, startedFolder, startProduct } from '../process.ts';

const children = Array.from({ length: 16 }, (_each, index) => `{ id: "child-${index}", roles: ["CHILD"] }`);
/** As hard as maxima let one request be, but for its length: plans of sixteen children of whom nothing is answered. */
const hard = `{ lifeEvent(code: "newborn", region: "330381000000") {
  ${Array.from({ length: 6 }, (_each, index) => `p${index}: plan(parties: [${children.join(' ')}], refusedSources: ["none-${index}"]) { id }`).join('\n')}
} }`;
const small = '{ lifeEvent(code: "school-entry", region: "330381000000") { title } }';
const samples = 60;

it('a flood of hard plans by one caller holds up nobody else, leaves no memory behind, and does not keep the process', async () => {
  const folder = await startedFolder();
  const product = await startProduct(folder, await freePort());
  const { address, child } = product;
  const citizen = clientOf(address, folder);
  const get = async (path: string, init?: RequestInit): Promise<string> =>
    (await fetch(`${address}${path}`, init)).text();
  const ask = (): Promise<string> => {
    // Not the same twice: an answer that is kept says nothing.
    const query = `# ${Math.random()}\n${small}`;
    return get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  };
  const take = async () => ({ livez: await median(() => get('/livez')), small: await median(ask) });
  const earlier = await take();
  const before = await residentOf(child.pid);

  let isFlooding = true;
  let planned = 0;
  const flood = Array.from({ length: 12 }, async () => {
    while (isFlooding) {
      await citizen.ask(hard, {});
      planned += 1;
    }
  });
  await delay(2000);
  const flooded = await take();
  isFlooding = false;
  await Promise.all(flood);
  expect(planned).toBeGreaterThan(0);
  // Whatever else the machine does meanwhile: the slower of the quiet times around the flood.
  const later = await take();
  const quiet = { livez: Math.max(earlier.livez, later.livez), small: Math.max(earlier.small, later.small) };
  expect(flooded.livez / quiet.livez, `quiet ${quiet.livez} ms, flooded ${flooded.livez} ms`).toBeLessThan(10);
  expect(flooded.small / quiet.small, `quiet ${quiet.small} ms, flooded ${flooded.small} ms`).toBeLessThan(10);

  await expect.poll(() => residentOf(child.pid), { interval: 500 }).toBeLessThan(before + 256);

  const last = Array.from({ length: 12 }, () => citizen.ask(hard, {}).catch(() => 'cut off'));
  await delay(500);
  child.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  await Promise.all(last);
});

async function median(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[samples / 2] as number;
}

/** Memory that the process holds, in MiB. */
async function residentOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}
