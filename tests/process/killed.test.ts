import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, startedFolder, startProduct, stop, untilCompleted } from './process.ts';

/** Of the last submission's seven matters: as soon as it has said yes, and between two of them. */
const approvedBeforeKilled = [0, 4];
const submissionsEach = 2;

it('loses and repeats nothing when it is killed at any moment', async () => {
  const folder = await startedFolder(0o700);
  const submissions: Array<{ readonly id: string } | null> = [];
  for (const approvals of approvedBeforeKilled) {
    const product = await startProduct(folder, await freePort());
    const client = clientOf(product.address, folder);
    const plan = await client.plan();
    for (let each = 0; each < submissionsEach; each++) {
      const input = inputFor(plan, { idempotencyKey: `${approvals} approved, ${each}` });
      submissions.push((await client.submit(input)).submission);
    }
    for (let seen = 0; seen < approvals; await delay(5)) {
      const last = await client.look(submissions.at(-1)?.id ?? '');
      seen = last?.timeline.filter(({ event }) => event === 'APPROVED').length ?? 0;
    }
    await stop(product, 'SIGKILL');
  }
  const product = await startProduct(folder, await freePort());
  const client = clientOf(product.address, folder);
  const certificates: string[] = [];
  for (const submission of submissions) {
    const seen = await untilCompleted(client, submission);
    certificates.push(...seen.results.filter(({ spec }) => spec === '正页').map(({ number }) => number));
    expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
  }
  // One certificate each, and none issued besides: the numbers are 1 to 4.
  expect(certificates.map((number) => Number(number.slice(3))).sort((a, b) => a - b)).toEqual(
    submissions.map((_submission, index) => index + 1),
  );
});
