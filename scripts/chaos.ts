import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import postgres from 'postgres';
import { Pool } from 'undici';
import { operationText } from './assemble.ts';
import { createTokens, newborn, type Planned, post, submissionOf } from './bench/submissions/citizens.ts';
import { type Product, postmasterOf, startProduct } from './bench/submissions/product.ts';
import { type Ledger, readLedger } from './chaos/ledger.ts';
import { randomOf } from './chaos/random.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { freePort } from './free-port.ts';
import { newbornAnswers, newbornParties } from './newborn-example.ts';

const options = new Command('chaos')
  .description(
    'Submits while the product is killed and frozen and its database is stopped, killed and cut off, and prints one ledger: submitted = delivered + refused + withdrawn + waiting.',
  )
  .option('--minutes <number>', 'how long there are faults', '3')
  .option('--seed <number>', 'of the faults and their pauses; printed, so that they can be had again')
  .option('--clients <number>', 'who submit at once', '4')
  .allowExcessArguments(false)
  .parse()
  .opts<{ minutes: string; seed?: string; clients: string }>();

const secret = 'a secret for one run of chaos, of enough letters';
/** Between two faults, in milliseconds. */
const [shortestPause, longestPause] = [2000, 8000];
const longestFreezeMs = 5000;
/** The longest that everything is waited for once nothing is broken any more. */
const settlingMs = 5 * 60_000;
/** A client asks no longer for an answer that does not come. */
const patienceMs = 15_000;

const seed = Number(options.seed ?? randomInt(2 ** 31));
const random = randomOf(seed);
const between = (least: number, most: number): number => least + random() * (most - least);
const folder = mkdtempSync(join(tmpdir(), 'yijianshi-chaos-'));
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const cluster = join(folder, 'postgres');
const server = await startEmbeddedPostgres(cluster);
const sql = postgres(server.url, { max: 2, onnotice: () => {} });
const port = await freePort();
const start = (): Promise<Product> => startProduct(data, port, { DATABASE_URL: server.url, YIJIANSHI_SECRET: secret });
let product = await start();
/** Ended without having been killed: nothing may end by itself. */
const endedByThemselves: string[] = [];
let killing = false;
const watch = (watched: Product): void => {
  watched.child.once('exit', (code) => {
    if (!killing) endedByThemselves.push(`ended with ${code}: ${watched.said().slice(-500)}`);
  });
};
watch(product);

async function startAgain(): Promise<void> {
  // A database that is out at the start is waited for; whoever operates the product starts it again until it stands.
  for (let tries = 1; ; tries++) {
    try {
      product = await start();
      killing = false;
      watch(product);
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await delay(1000);
    }
  }
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It is being started again: the next fault finds it.
  }
};
const faults: Readonly<Record<string, () => Promise<void>>> = {
  'product killed': async () => {
    killing = true;
    await product.stop('SIGKILL');
    await startAgain();
  },
  'product ended in order': async () => {
    killing = true;
    await product.stop('SIGTERM');
    await startAgain();
  },
  'product frozen': async () => {
    signal(product.child.pid as number, 'SIGSTOP');
    await delay(between(500, longestFreezeMs));
    signal(product.child.pid as number, 'SIGCONT');
  },
  'database killed': async () => signal(postmasterOf(cluster), 'SIGKILL'),
  'database stopped': async () => signal(postmasterOf(cluster), 'SIGINT'),
  'database frozen': async () => {
    const pid = postmasterOf(cluster);
    signal(pid, 'SIGSTOP');
    await delay(between(500, longestFreezeMs));
    signal(pid, 'SIGCONT');
  },
  'connections cut off': async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`.catch(
      () => {},
    );
  },
};

const tokenOf = await createTokens(data);
const pool = new Pool(product.address, {
  connections: 16,
  headersTimeout: patienceMs,
  bodyTimeout: patienceMs,
  connectTimeout: patienceMs,
});
const planned = await post(pool, await tokenOf('planner'), operationText('plan'), {
  ...newborn,
  ...{ answers: newbornAnswers, parties: newbornParties },
});
const { plan } = (planned.body.data?.lifeEvent ?? {}) as { readonly plan: Planned };
const acknowledged: string[] = [];
const happened = new Map<string, number>();
let over = false;
let next = 0;

/** One after another; what was not acknowledged is sent again under its key. */
async function submitting(): Promise<void> {
  while (!over) {
    const number = next++;
    const token = await tokenOf(`chaos-${number}`);
    const input = submissionOf(number, `chaos-${number}`, plan, null);
    for (let known: string | null = null; known === null && !(over && product.child.exitCode !== null); ) {
      const answer = await post(pool, token, operationText('submit'), { input }).catch(() => null);
      const said = answer?.body.data?.submitLifeEvent as { submission: { id: string } | null } | null | undefined;
      known = said?.submission?.id ?? null;
      if (known === null) await delay(200);
      else acknowledged.push(known);
    }
  }
}

console.log(`seed ${seed}, ${options.minutes} minutes, ${options.clients} clients`);
const clients = Array.from({ length: Number(options.clients) }, submitting);
const names = Object.keys(faults);
for (const until = Date.now() + Number(options.minutes) * 60_000; Date.now() < until; ) {
  await delay(between(shortestPause, longestPause));
  const name = names[Math.floor(random() * names.length)] as string;
  happened.set(name, (happened.get(name) ?? 0) + 1);
  await faults[name]?.();
}
over = true;
await Promise.all(clients);

async function settled(): Promise<Ledger> {
  for (const until = Date.now() + settlingMs; ; await delay(500)) {
    const ledger = await readLedger(sql, acknowledged).catch(() => null);
    if (ledger && (ledger.departments.every(({ waiting }) => waiting === 0) || Date.now() > until)) return ledger;
  }
}
const { departments, lost, doubled, wrong } = await settled();
console.log(`faults: ${[...happened].map(([name, count]) => `${count} × ${name}`).join(', ')}`);
console.log(`acknowledged: ${acknowledged.length}, lost: ${lost.length}, done twice: ${doubled.length}`);
console.table(departments);
for (const said of [...wrong, ...endedByThemselves]) console.log(said);
killing = true;
await pool.close();
await product.stop();
await sql.end();
await server.stop();
rmSync(folder, { recursive: true, force: true });
const waiting = departments.reduce((sum, each) => sum + each.waiting, 0);
const holds = [lost, doubled, wrong, endedByThemselves].every(({ length }) => length === 0) && waiting === 0;
console.log(
  holds ? 'Nothing was lost, and nothing was done twice.' : `It does not hold: try again with --seed ${seed}.`,
);
process.exit(holds ? 0 : 1);
