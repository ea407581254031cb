import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { Pool } from 'undici';
import { operationText } from '../assemble.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { freePort } from '../free-port.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { createTokens, newborn, type Planned, post, submissionOf } from './submissions/citizens.ts';
import { startProduct } from './submissions/product.ts';

const citizens = 504;
/** Between two submissions: what two cores carry beside everything else. */
const paceMs = 250;
const bar = { streams: 500, lateMs: 2000 };

/** What one stream was told: when the last entry of the timeline came that it has, and how often it was told that there is nothing. */
interface Seen {
  readonly submission: string;
  entries: number;
  told: number;
  nothing: number;
  completed: boolean;
  /** From an entry's own time until it was read here, in milliseconds. */
  readonly late: number[];
}

/**
 * 504 event streams, each of a citizen who watches a submission, while four of these a second are received and carried and the connections
 * to the database are cut off once. Prints how late changes were told, and what was not told. One process for the product, one for the database, one for everybody who watches.
 */
export async function benchStreams(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-streams-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const secret = 'a secret for one bench of streams, of enough letters';
  const product = await startProduct(data, await freePort(), { DATABASE_URL: server.url, YIJIANSHI_SECRET: secret });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const pool = new Pool(product.address, { connections: 8 });
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  try {
    const tokenOf = await createTokens(data);
    const planned = await post(pool, await tokenOf('planner'), operationText('plan'), {
      ...newborn,
      ...{ answers: newbornAnswers, parties: newbornParties },
    });
    const { plan } = (planned.body.data?.lifeEvent ?? {}) as { readonly plan: Planned };
    const run = randomInt(2 ** 31).toString(36);
    const streams: Seen[] = [];
    const opening: Promise<void>[] = [];
    for (let number = 0; number < citizens; number++) {
      const token = await tokenOf(`watcher-${run}-${number}`);
      const input = submissionOf(number, `watched-${run}-${number}`, plan, null);
      const { body } = await post(pool, token, operationText('submit'), { input });
      const taken = body.data?.submitLifeEvent as { submission: { id: string } | null } | undefined;
      const submission = taken?.submission;
      if (!submission) throw new Error(JSON.stringify(body));
      const seen = { submission: submission.id, entries: 0, told: 0, nothing: 0, completed: false, late: [] };
      streams.push(seen);
      opening.push(watch(`${product.address}/submissions/${submission.id}/events`, token, agent, seen));
      if (number === citizens / 2)
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;
      await setTimeout(paceMs);
    }
    await Promise.all(opening);
    const began = Date.now();
    while (streams.some(({ completed }) => !completed) && Date.now() - began < 180_000) await setTimeout(500);
    const stored = await sql<Array<{ submission: string; entries: number }>>`
      select submission, count(*)::int as entries from journeys.timeline group by submission`;
    const entriesOf = new Map(stored.map(({ submission, entries }) => [submission, entries]));
    const late = streams.flatMap((each) => each.late).sort((a, b) => a - b);
    const at = (share: number): number => late[Math.min(late.length - 1, Math.floor(share * late.length))] ?? 0;
    const missing = streams.filter(({ submission, entries }) => entries !== entriesOf.get(submission)).length;
    const nothing = streams.reduce((sum, each) => sum + each.nothing, 0);
    console.log(
      `${streams.length} streams (bar ${bar.streams}), ${late.length} entries told in ${streams.reduce((sum, { told }) => sum + told, 0)} events`,
    );
    console.log(`late: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms (bar ${bar.lateMs} ms)`);
    console.log(`streams that lack an entry: ${missing}; events that there is nothing: ${nothing}`);
    console.log(
      `memory of the product: ${Math.round(Number(await residentOf(product.child.pid)) / 1024)} MiB; ended: ${product.child.exitCode ?? 'no'}`,
    );
  } finally {
    agent.destroy();
    await pool.destroy();
    await sql.end();
    await product.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function watch(url: string, token: string, agent: Agent, seen: Seen): Promise<void> {
  return new Promise((opened, failed) => {
    const request = get(url, { agent, headers: { authorization: `Bearer ${token}` } });
    request.on('error', failed);
    request.on('response', (response: IncomingMessage) => {
      if (response.statusCode !== 200) {
        response.resume();
        // Nobody can say now, for the database is not back: a client comes again.
        if (response.statusCode === 503)
          setTimeout(1000).then(() => watch(url, token, agent, seen).then(opened, failed));
        else failed(new Error(`${response.statusCode}`));
        return;
      }
      let left = '';
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.on('data', (chunk: string) => {
        const events = `${left}${chunk}`.split('\n\n');
        left = events.pop() ?? '';
        for (const event of events) {
          const line = event.split('\n').find((each) => each.startsWith('data: '));
          if (line) hear(JSON.parse(line.slice('data: '.length)), seen);
        }
        opened();
      });
    });
  });
}

interface Told {
  readonly data?: { readonly submission: { state: string; timeline: ReadonlyArray<{ at: string }> } | null };
}
function hear({ data }: Told, seen: Seen): void {
  if (!data) return;
  const { submission } = data;
  seen.told += 1;
  if (!submission) {
    seen.nothing += 1;
    return;
  }
  // What stood before it was opened is not late.
  if (seen.told > 1)
    seen.late.push(...submission.timeline.slice(seen.entries).map(({ at }) => Date.now() - Date.parse(at)));
  seen.entries = submission.timeline.length;
  seen.completed ||= submission.state === 'COMPLETED';
}

async function residentOf(pid: number | undefined): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /VmRSS:\s+(\d+)/.exec(status)?.[1] ?? '0';
}
