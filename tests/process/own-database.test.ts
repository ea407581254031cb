import postgres from 'postgres';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import {
  clientOf,
  newFolder,
  runStart,
  startProduct,
  startRestrictedDatabase,
  stop,
  untilCompleted,
} from './process.ts';

it('runs on a database of one’s own by a role that may little; of two replicas the one that lives takes over what the killed one held', async () => {
  const { url, administrator } = await startRestrictedDatabase();
  const environment = { DATABASE_URL: url, YIJIANSHI_SECRET: 'the same secret for both replicas, long enough' };
  const [folder, otherFolder] = [newFolder(), newFolder()];
  // It says what an administrator has to run once, and no password.
  const refused = runStart(['--data', folder, '--port', String(await freePort())], { environment });
  expect(await refused.ended).toBe(1);
  // All that is said after the sentence, as it stands.
  const statements = refused.output().trim().split('\n').slice(1);
  expect(statements.length).toBeGreaterThan(20);
  expect(statements.every((each) => /^grant|password 'SCRAM-SHA-256\$/.test(each))).toBe(true);
  const sql = postgres(administrator, { max: 1 });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
  const first = await startProduct(folder, await freePort(), { environment });
  const second = await startProduct(otherFolder, await freePort(), { environment });
  const client = clientOf(first.address, folder);
  const plan = await client.plan();
  expect(plan).toMatchObject({ complete: true, optimal: true });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_each, index) => client.submit(inputFor(plan, { idempotencyKey: `replica ${index}` }))),
  );
  await stop(first, 'SIGKILL');
  const survivor = clientOf(second.address, otherFolder);
  const certificates: string[] = [];
  for (const { submission } of answers) {
    const seen = await untilCompleted(survivor, submission);
    expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
    certificates.push(...seen.results.filter(({ spec }) => spec === '正页').map(({ number }) => number));
  }
  expect(certificates.map((number) => Number(number.slice(3))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await stop(second)).toBe(0);
});
