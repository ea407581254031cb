import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import { clientOf, startedFolder, startProduct } from '../process.ts';
import { residentOf, tidy, timesAt } from './quiet.ts';

const children = Array.from({ length: 16 }, (_each, index) => `{ id: "child-${index}", roles: ["CHILD"] }`);
/** As hard as maxima let one request be, but for its length: plans of sixteen children of whom nothing is answered. */
const hard = `{ lifeEvent(code: "newborn", region: "330381000000") {
  ${Array.from({ length: 6 }, (_each, index) => `p${index}: plan(parties: [${children.join(' ')}], refusedSources: ["none-${index}"]) { id }`).join('\n')}
} }`;

it('a flood of hard plans by one caller holds up nobody else, leaves no memory behind, and does not keep the process', async () => {
  const folder = await startedFolder();
  // However busy the machine: whoever never stops is ended all the same, and told by it.
  const product = await startProduct(folder, await freePort(), { environment: { STOP_MS: '120000' } });
  const { address, child } = product;
  const citizen = clientOf(address, folder);
  const earlier = await timesAt(address);
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
  const flooded = await timesAt(address);
  isFlooding = false;
  await Promise.all(flood);
  expect(planned).toBeGreaterThan(0);
  // Whatever else the machine does meanwhile: the slower of the quiet times around the flood.
  const later = await timesAt(address);
  const quiet = { livez: Math.max(earlier.livez, later.livez), small: Math.max(earlier.small, later.small) };
  expect(flooded.livez / quiet.livez, `quiet ${quiet.livez} ms, flooded ${flooded.livez} ms`).toBeLessThan(10);
  expect(flooded.small / quiet.small, `quiet ${quiet.small} ms, flooded ${flooded.small} ms`).toBeLessThan(10);

  await tidy(child);
  await expect.poll(() => residentOf(child.pid), { interval: 500 }).toBeLessThan(before + 256);

  const last = Array.from({ length: 12 }, () => citizen.ask(hard, {}).catch(() => 'cut off'));
  await delay(500);
  child.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  await Promise.all(last);
});
