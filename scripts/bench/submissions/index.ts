import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { Pool } from 'undici';
import { operationText } from '../../assemble.ts';
import { startEmbeddedPostgres } from '../../embedded-postgres.ts';
import { freePort } from '../../free-port.ts';
import { newbornAnswers, newbornParties } from '../../newborn-example.ts';
import { writeBare } from './bare.ts';
import { createTokens, newborn, type Planned, post, submissionOf, upload } from './citizens.ts';
import { between, costliest, type Spent, spentBy } from './costs.ts';
import { type Product, postmasterOf, startProduct } from './product.ts';

export interface SubmissionsBench {
  /** For which clients submit without a pause; as long again is waited for what is carried. */
  readonly seconds: number;
  readonly clients?: number;
  /** So many come in a second, evenly, and each is waited for from when it was to come; default as many as clients can send. */
  readonly rate?: number | undefined;
  /** Prints the statements that took most. */
  readonly explain?: boolean;
  /** Of the product's process, for a profiler. */
  readonly flags?: ReadonlyArray<string>;
}

const secret = 'a secret for one run of the bench, of enough letters';
/** More than are taken in a second: files are put before the clock runs. */
const preparedPerSecond = 300;
/** As many as one address may put at once. */
const filesAtOnce = 2;
const warming = 40;
/** Of the rows that PostgreSQL writes by itself. */
const mostBare = 300;
/** Longest wait for what is carried. */
const drainMs = 120_000;

interface Acknowledged {
  readonly id: string;
  readonly ms: number;
}
interface Run {
  readonly acknowledged: Acknowledged[];
  readonly refused: Map<string, number>;
  readonly seconds: number;
}

/** Submissions over HTTP into the product's own process, with uploads, and through all seven matters, beside PostgreSQL that writes the same rows. */
export async function benchSubmissions({
  seconds,
  clients = 50,
  rate,
  explain = false,
  flags,
}: SubmissionsBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-submissions-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), ['shared_preload_libraries=pg_stat_statements']);
  const sql = postgres(server.url, { max: 8, onnotice: () => {} });
  let product: Product | null = null;
  try {
    await sql`create extension pg_stat_statements`;
    const environment = { DATABASE_URL: server.url, YIJIANSHI_SECRET: secret };
    product = await startProduct(join(folder, 'data'), await freePort(), environment, flags);
    const pool = new Pool(product.address, { connections: clients });
    await measure(sql, product, postmasterOf(join(folder, 'postgres')), pool, { seconds, clients, rate, explain });
    await pool.close();
  } finally {
    await product?.stop();
    await sql.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function measure(
    sql: postgres.Sql,
    { child, address }: Product,
    postmaster: number,
    pool: Pool,
    {
      seconds,
      clients,
      rate,
      explain,
    }: Required<Omit<SubmissionsBench, 'flags' | 'rate'>> & Pick<SubmissionsBench, 'rate'>,
  ): Promise<void> {
    const tokenOf = await createTokens(join(folder, 'data'));
    const planned = await post(pool, await tokenOf('planner'), operationText('plan'), {
      ...newborn,
      ...{ answers: newbornAnswers, parties: newbornParties },
    });
    const { plan } = (planned.body.data?.lifeEvent ?? {}) as { readonly plan: Planned };
    const spent = () => spentBy(sql, child.pid as number, postmaster);
    const wanted = warming + seconds * (rate ?? preparedPerSecond);
    const uploading = performance.now();
    const before = await spent();
    const prepared = await inParallel(filesAtOnce, wanted, async (number) => {
      const token = await tokenOf(`bench-${number}`);
      return { token, input: submissionOf(number, `bench-${number}`, plan, await upload(pool, token, number)) };
    });
    const uploadSeconds = (performance.now() - uploading) / 1000;
    const uploads = perPiece(between(before, await spent()), wanted);
    await submitAll(pool, prepared.splice(0, warming), clients, seconds, undefined);
    await untilCarried(sql);
    await sql`select pg_stat_statements_reset()`;
    const began = await spent();
    const start = performance.now();
    const run = await submitAll(pool, prepared, clients, seconds, rate);
    const accepted = await spent();
    await untilCarried(sql);
    const carriedSeconds = (performance.now() - start) / 1000;
    // What a connection counted is told a second later.
    await delay(1100);
    const ended = await spent();
    const count = run.acknowledged.length;
    const ids = run.acknowledged.map(({ id }) => id);
    const [states] = await sql<{ completed: number }[]>`
      select count(*)::int as completed from journeys.submissions where state = 'COMPLETED' and id = any(${ids})`;
    const bareSpent: Spent[] = [];
    const bare = await writeBare(sql, ids.slice(0, mostBare), async () => {
      bareSpent.push(await spentBy(sql, null, postmaster));
    });
    const each = perPiece(between(began, ended), count);
    const bareEach = perPiece(between(bareSpent[0] as Spent, bareSpent[1] as Spent), Math.min(count, mostBare));
    const waits = run.acknowledged.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share: number): string => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);
    console.log(
      `  ${clients} clients for ${run.seconds.toFixed(0)} s at ${address}, everything in one process, one file each`,
    );
    console.log(
      `  files put: ${(wanted / uploadSeconds).toFixed(0)}/s, ${uploads.productMs.toFixed(1)} ms of the product and ${uploads.databaseMs.toFixed(1)} ms of the database each`,
    );
    console.log(
      `  acknowledged: ${(count / run.seconds).toFixed(1)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${count} in all; not: ${told(run.refused)}`,
    );
    const after = (carriedSeconds - run.seconds).toFixed(0);
    console.log(
      `  carried through seven matters: ${(count / carriedSeconds).toFixed(1)}/s, ${states?.completed ?? 0} of ${count} completed, the last ${after} s after the last came in`,
    );
    const line = (name: string, cells: ReadonlyArray<string>) =>
      console.log(`  ${name.padEnd(38)}${cells.map((cell) => cell.padStart(12)).join('')}`);
    line('each', ['product', 'database', 'statements', 'transactions', 'WAL']);
    const cells = (of: Spent) => [
      `${of.productMs.toFixed(1)} ms`,
      `${of.databaseMs.toFixed(1)} ms`,
      of.statements.toFixed(1),
      of.transactions.toFixed(1),
      `${(of.walBytes / 1024).toFixed(0)} KiB`,
    ];
    line('from receipt to its end', cells(each));
    line('  while they came in', cells(perPiece(between(began, accepted), count)));
    line(`PostgreSQL alone: ${bare.rows.toFixed(0)} rows, ${bare.tables} tables`, ['', ...cells(bareEach).slice(1)]);
    console.log(
      `  PostgreSQL alone writes ${bare.perSecond.toFixed(0)}/s; the database works ${(each.databaseMs / bareEach.databaseMs).toFixed(1)} times as long for the graph`,
    );
    if (explain) for (const said of await costliest(sql, 60)) console.log(said);
  }
}

const told = (refused: ReadonlyMap<string, number>): string =>
  [...refused].map(([code, count]) => `${count} × ${code}`).join(', ') || 'none';

function perPiece(spent: Spent, pieces: number): Spent {
  const of = (whole: number): number => whole / Math.max(1, pieces);
  const { productMs, databaseMs, statements, transactions, walBytes } = spent;
  return {
    productMs: of(productMs),
    databaseMs: of(databaseMs),
    statements: of(statements),
    transactions: of(transactions),
    walBytes: of(walBytes),
  };
}

async function inParallel<T>(atOnce: number, count: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let number = next++; number < count; number = next++) results[number] = await work(number);
    }),
  );
  return results;
}

async function submitAll(
  pool: Pool,
  prepared: ReadonlyArray<{ readonly token: string; readonly input: object }>,
  clients: number,
  seconds: number,
  rate: number | undefined,
): Promise<Run> {
  const query = operationText('submit');
  const acknowledged: Acknowledged[] = [];
  const refused = new Map<string, number>();
  const began = performance.now();
  const waiting = prepared.entries();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const [number, { token, input }] of waiting) {
        if (performance.now() - began > seconds * 1000 && rate === undefined) return;
        const sent = rate === undefined ? performance.now() : began + (number / rate) * 1000;
        if (rate !== undefined) await delay(Math.max(0, sent - performance.now()));
        const { status, body } = await post(pool, token, query, { input });
        const answer = body.data?.submitLifeEvent as
          | { submission: { id: string } | null; problems: ReadonlyArray<{ code: string }> }
          | null
          | undefined;
        if (answer?.submission) acknowledged.push({ id: answer.submission.id, ms: performance.now() - sent });
        else {
          const code = answer?.problems[0]?.code ?? body.errors?.[0]?.extensions?.code ?? String(status);
          refused.set(code, (refused.get(code) ?? 0) + 1);
        }
      }
    }),
  );
  return { acknowledged, refused, seconds: (performance.now() - began) / 1000 };
}

/** Until no submission is under way, or for as long as anybody waits. */
async function untilCarried(sql: postgres.Sql): Promise<void> {
  for (const began = performance.now(); performance.now() - began < drainMs; await delay(100)) {
    const [open] = await sql<{ any: boolean }[]>`
      select exists (select from journeys.submissions where state in ('RECEIVED', 'IN_PROGRESS')) as any`;
    if (!open?.any) return;
  }
}
