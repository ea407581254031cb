import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { runningEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, type Started, startedFolder, startProduct, untilCompleted } from './process.ts';

/** More in `npm run test:long`. */
const interruptions = Number(process.env.INTERRUPTIONS ?? 5);
const clients = 4;

/** Clients that submit one after another, and send again with its key what was not acknowledged. */
async function submitting({ address, ended }: Started, folder: string) {
  const client = clientOf(address, folder);
  const plan = await client.plan();
  const acknowledged: Array<{ readonly id: string }> = [];
  let alive = true;
  let over = false;
  ended.then(() => {
    alive = false;
  });
  const submit = async (who: number): Promise<void> => {
    for (let index = 0; alive && !over; index++) {
      const input = inputFor(plan, { idempotencyKey: `client ${who}, ${index}` });
      for (let isTaken = false; alive && !over && !isTaken; ) {
        const answer = await client.submit(input).catch(() => null);
        if (answer?.submission) acknowledged.push(answer.submission);
        else await delay(50);
        isTaken = Boolean(answer?.submission);
      }
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_each, who) => submit(who)));
  return {
    client,
    isAlive: () => alive,
    taken: () => acknowledged.length,
    /** Everything that was acknowledged, each at its end. What a connection that broke off took along is asked for again. */
    completed: async () => {
      over = true;
      await all;
      const ended = [];
      for (const { id } of acknowledged) {
        for (let known: unknown = null; known === null && alive; await delay(20))
          known = await client.look(id).catch(() => null);
        ended.push(await untilCompleted(client, { id }));
      }
      return ended;
    },
  };
}

it('waits out a database that breaks off every connection and then dies, again and again under load: nothing ends, is lost or done twice', async () => {
  const folder = await startedFolder();
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  // As after a power loss: the file stands, and its number was given to another process, ours.
  writeFileSync(
    pidFile,
    [process.pid, join(folder, 'postgres', 'cluster'), 0, 5432, '', '127.0.0.1', '', 'ready'].join('\n'),
  );
  const product = await startProduct(folder, await freePort());
  const { client, isAlive, taken, completed } = await submitting(product, folder);
  // Others are on their way when one more has been taken, however slow the machine.
  const oneMore = async (): Promise<void> => {
    for (const before = taken(); taken() === before && isAlive(); ) await delay(20);
  };
  const sql = postgres(runningEmbeddedPostgres(join(folder, 'postgres')) as string, { max: 1 });
  for (let each = 0; each < interruptions && isAlive(); each++) {
    await oneMore();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'`;
  }
  await sql.end();
  for (let deaths = 0; deaths < 2; deaths++) {
    await oneMore();
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  }
  // Again and again until it is there: then everything that was acknowledged is, too.
  for (let there = false; !there && isAlive(); await delay(100))
    there = (await client.plan().catch(() => null))?.complete === true;
  expect(isAlive(), product.output()).toBe(true);
  const numbers: string[] = [];
  const ended = await completed();
  for (const { timeline, results } of ended) {
    expect(timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
    numbers.push(...results.filter(({ spec }) => spec === '正页').map(({ number }) => number));
  }
  expect(ended.length).toBeGreaterThan(interruptions);
  expect(numbers).toHaveLength(ended.length);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(isAlive(), product.output()).toBe(true);
}, 600_000);
