import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { Pool } from 'undici';
import { operationText } from '../assemble.ts';
import {
  announce,
  createTokens,
  newborn,
  type Planned,
  post,
  put,
  submissionOf,
} from '../bench/submissions/citizens.ts';
import { type Product, postmasterOf, startProduct } from '../bench/submissions/product.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { freePort } from '../free-port.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { type Ledger, readLedger } from './ledger.ts';

const secret = 'a secret for one run of chaos, of enough letters';
/** The longest that everything is waited for once nothing is broken any more. */
const settlingMs = 5 * 60_000;
/** A client asks no longer for an answer that does not come. */
const patienceMs = 15_000;

/** The product in a process of its own, on a database that is broken with it. */
export interface Setting {
  readonly sql: postgres.Sql;
  readonly product: () => Product;
  readonly postmaster: () => number;
  /** Ends the product, and starts it again until it stands. */
  again(signal: NodeJS.Signals): Promise<void>;
  /** One after another until it is acknowledged: what was not is sent again under its key. `withFile`: a file is put first. */
  submit(number: number, withFile?: boolean): Promise<void>;
  /** Prints the ledger once nothing waits any more, takes everything down, and answers whether all holds. */
  finish(faults: ReadonlyMap<string, number>, seed: number): Promise<boolean>;
}

/** `through`: turns the address of the database into the one by which the product reaches it. */
export async function createSetting(through: (url: string) => Promise<string> = async (url) => url): Promise<Setting> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-chaos-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const cluster = join(folder, 'postgres');
  const server = await startEmbeddedPostgres(cluster);
  const sql = postgres(server.url, { max: 2, onnotice: () => {} });
  const port = await freePort();
  const url = await through(server.url);
  const start = (): Promise<Product> => startProduct(data, port, { DATABASE_URL: url, YIJIANSHI_SECRET: secret });
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
  const persist = async <T>(work: () => Promise<T | null>): Promise<T> => {
    for (;;) {
      const done = await work().catch(() => null);
      if (done !== null) return done;
      await delay(200);
    }
  };
  const settled = async (): Promise<Ledger> => {
    for (const until = Date.now() + settlingMs; ; await delay(500)) {
      const ledger = await readLedger(sql, acknowledged).catch(() => null);
      if (ledger && (ledger.departments.every(({ waiting }) => waiting === 0) || Date.now() > until)) return ledger;
    }
  };
  return {
    sql,
    product: () => product,
    postmaster: () => postmasterOf(cluster),
    async again(signal) {
      killing = true;
      await product.stop(signal);
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
    },
    async submit(number, withFile = false) {
      const token = await tokenOf(`chaos-${number}`);
      const file = withFile ? await persist(() => announce(pool, token, number)) : null;
      // The same place again: of those that are announced nobody may have more than some.
      if (file) await persist(async () => put(pool, file).then(() => true));
      const input = submissionOf(number, `chaos-${number}`, plan, file?.id ?? null);
      const id = await persist(async () => {
        const answer = await post(pool, token, operationText('submit'), { input });
        const said = answer.body.data?.submitLifeEvent as { submission: { id: string } | null } | null | undefined;
        return said?.submission?.id ?? null;
      });
      acknowledged.push(id);
    },
    async finish(faults, seed) {
      const { departments, lost, doubled, wrong } = await settled();
      console.log(`faults: ${[...faults].map(([name, count]) => `${count} × ${name}`).join(', ')}`);
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
      return holds;
    },
  };
}
