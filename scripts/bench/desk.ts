import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { type Assembled, assemble, operationText } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { newbornAnswers, newbornApplicant, newbornFormOn, newbornParties } from '../newborn-example.ts';
import { rootSecrets } from '../secrets.ts';

export interface DeskBench {
  /** Of each burst. */
  readonly seconds: number;
}
/** Something that is done again and again; `turn` counts from 0 and tells one from the others. */
type Deed = (turn: number) => Promise<unknown>;
interface Pair {
  readonly name: string;
  readonly ours: Deed;
  /** The same rows read or written by hand, in the same database: what no desk can do without. */
  readonly bare: Deed;
}

const region = '330381000000';
const birthRegistration = '330381GA000709105001';
/** As many as wait for an answer at once. */
const atOnce = 8;
/** Bursts of each, in turn; the middle one counts. */
const bursts = 3;
const warmingMs = 1000;
const standing = 2000;

const citizenOf = (subject: string): Caller => ({
  subject,
  kind: 'CITIZEN',
  department: null,
  scopes: [],
  claims: { ...newbornApplicant },
});

/** How often a deed is done in a second, by so many at once. `turns` goes on from burst to burst. */
async function rateOf(deed: Deed, milliseconds: number, turns: { next: number }): Promise<number> {
  const begin = performance.now();
  const before = turns.next;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - begin < milliseconds) await deed(turns.next++);
    }),
  );
  return ((turns.next - before) / (performance.now() - begin)) * 1000;
}

const middle = (figures: ReadonlyArray<number>): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] as number;

/** The service desk in one process with its database: each deed beside the bare SQL that it needs, burst by burst in turn. */
export async function benchDesk({ seconds }: DeskBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-desk-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const secret = 'a secret for one run of the bench';
  await prepareDatabase(server.url, secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  await importCatalogue(server.url, read.catalogue, registry);
  const graph = await assemble({
    ...{ secrets: await rootSecrets(server.url, secret), data: folder, issuers: [], log: silentLog },
    payments: { provider: 'SANDBOX', paysAtOnce: true },
  });
  const sql = postgres(server.url, { max: atOnce, onnotice: () => {} });
  try {
    const pairs = await pairsOf(graph, sql);
    console.log(`  ${''.padEnd(34)}${'the desk'.padStart(12)}${'bare SQL'.padStart(12)}   ratio`);
    for (const { name, ours, bare } of pairs) {
      const turns = [{ next: 0 }, { next: 0 }] as const;
      await rateOf(ours, warmingMs, turns[0]);
      await rateOf(bare, warmingMs, turns[1]);
      const figures: { readonly ours: number; readonly bare: number }[] = [];
      for (let burst = 0; burst < bursts; burst++)
        figures.push({
          ours: await rateOf(ours, seconds * 1000, turns[0]),
          bare: await rateOf(bare, seconds * 1000, turns[1]),
        });
      const [own, other] = [middle(figures.map((each) => each.ours)), middle(figures.map((each) => each.bare))];
      const cells = [own, other].map((rate) => `${rate.toFixed(0)}/s`.padStart(12)).join('');
      console.log(`  ${name.padEnd(34)}${cells}   ${(own / other).toFixed(2)}`);
    }
  } finally {
    await sql.end();
    await graph.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws what the graph refused: a bench that measures refusals measures nothing. */
async function ask<T>(
  graph: Assembled,
  query: string,
  variables: Record<string, unknown>,
  as: Caller | null,
): Promise<T> {
  const { data, errors } = await graph.gateway.execute({ query, variables }, as);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}

async function pairsOf(graph: Assembled, sql: postgres.Sql): Promise<ReadonlyArray<Pair>> {
  const open = (turn: number | string) =>
    ask<{ openAppeal: { appeal: { id: string; trackingCode: string } | null; problems: ReadonlyArray<unknown> } }>(
      graph,
      operationText('open-appeal'),
      { input: { idempotencyKey: `${turn}`, kind: 'hard-case', text: `办不成的事，第${turn}件。` } },
      // Of one account few may be open at once.
      citizenOf(`person-${turn}`),
    ).then(({ openAppeal: { appeal, problems } }) => {
      if (!appeal) throw new Error(JSON.stringify(problems));
      return appeal;
    });
  const opened: Awaited<ReturnType<typeof open>>[] = [];
  for (let from = 0; from < standing; from += atOnce)
    opened.push(...(await Promise.all(Array.from({ length: atOnce }, (_, turn) => open(`standing-${from + turn}`)))));
  const rows = await sql<{ id: string; code: string }[]>`select id, code from appeals.appeals order by id`;
  const at = <T>(list: ReadonlyArray<T>, turn: number): T => list[turn % list.length] as T;
  const story = await storyOf(graph);
  const [owner] = await sql<{ subject: string }[]>`select subject from journeys.submissions where id = ${story}`;
  const [queue] = await sql<{ queue: string }[]>`select queue from appointments.days limit 1`;
  const bareAppeal: Deed = (turn) => {
    const source = at(rows, turn);
    const id = `bare-${turn}`;
    return sql.begin(async (transaction) => {
      await transaction`
        insert into appeals.appeals select (jsonb_populate_record(a, jsonb_build_object('id', ${id}::text, 'code', ${id}::text, 'request', ${id}::text))).*
        from appeals.appeals a where a.id = ${source.id}`;
      await transaction`
        insert into appeals.appeal_events select (jsonb_populate_record(e, jsonb_build_object('appeal', ${id}::text, 'request', ${id}::text))).*
        from appeals.appeal_events e where e.appeal = ${source.id}`;
    });
  };
  return [
    { name: 'appeals taken in', ours: open, bare: bareAppeal },
    {
      name: 'a tracking look-up',
      ours: (turn) => ask(graph, trackingQuery, { code: at(opened, turn).trackingCode }, null),
      bare: async (turn) => {
        const [row] = await sql`select * from appeals.appeals where code = ${at(rows, turn).code}`;
        await sql`select * from appeals.appeal_events where appeal = ${row?.id} order by number`;
      },
    },
    {
      name: 'the slots of a month',
      ours: () => ask(graph, slotsQuery(), { code: birthRegistration }, null),
      bare: async () => {
        const { from, to } = monthAhead();
        await sql`select * from appointments.days where queue = ${queue?.queue ?? ''} and date between ${from} and ${to}`;
        await sql`
          select date, period, count(*) from appointments.tickets
          where queue = ${queue?.queue ?? ''} and date between ${from} and ${to} and (status <> 'CANCELLED' or free_at > now())
          group by date, period`;
      },
    },
    {
      name: 'a citizen’s whole story',
      ours: () => ask(graph, operationText('whole-story'), { id: story }, citizenOf('lin')),
      bare: () =>
        Promise.all([
          sql`select * from journeys.submissions where id = ${story} and subject = ${owner?.subject ?? ''}`,
          sql`select * from journeys.filings where submission = ${story} order by stage, position`,
          sql`select * from licences.licences where submission = ${story} order by id`,
          sql`
            select * from appeals.appeals a join appeals.appeal_events e on e.appeal = a.id
            where a.submission = ${story} order by a.opened_at, e.number`,
          sql`select * from appointments.tickets where submission = ${story}`,
        ]),
    },
  ];
}

const trackingQuery = 'query ($code: String!) { trackAppeal(code: $code) { status dueOn overdue events { kind at } } }';

const dayMs = 24 * 60 * 60_000;
function monthAhead(): { readonly from: string; readonly to: string } {
  const day = (ahead: number): string => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10);
  return { from: day(1), to: day(30) };
}
function slotsQuery(): string {
  const { from, to } = monthAhead();
  return `query ($code: ID!) { matter(code: $code) { slots(from: "${from}", to: "${to}") { date from to left } } }`;
}

/** A submission that is done, with an appeal about it and a number for it; its id. */
async function storyOf(graph: Assembled): Promise<string> {
  const lin = citizenOf('lin');
  const event = { code: 'newborn', region };
  const { lifeEvent } = await ask<{
    lifeEvent: {
      plan: { id: string; materials: { id: string }[]; sources: { code: string; requiresConsent: boolean }[] };
    };
  }>(graph, operationText('plan'), { ...event, answers: newbornAnswers, parties: newbornParties }, lin);
  const { plan } = lifeEvent;
  const input = {
    ...{ idempotencyKey: 'story', lifeEvent: event.code, region, planId: plan.id },
    ...{ answers: newbornAnswers, parties: newbornParties, form: newbornFormOn(Date.now()) },
    evidence: plan.materials.map(({ id }) => ({ material: id, bringToCounter: true })),
    consents: plan.sources.filter((each) => each.requiresConsent).map(({ code }) => ({ source: code, granted: true })),
  };
  const { submitLifeEvent } = await ask<{
    submitLifeEvent: { submission: { id: string } | null; problems: unknown[] };
  }>(graph, operationText('submit'), { input }, lin);
  const id = submitLifeEvent.submission?.id;
  if (!id) throw new Error(JSON.stringify(submitLifeEvent.problems));
  await ask(
    graph,
    operationText('open-appeal'),
    { input: { idempotencyKey: 'story', kind: 'hard-case', text: '名字写错了。', submission: id } },
    lin,
  );
  const book = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { problems { code } } }`;
  await ask(
    graph,
    book,
    { input: { idempotencyKey: 'story', queue: 'ruian-household', matters: [birthRegistration], submission: id } },
    lin,
  );
  const isDone = '{ submissions(first: 1) { nodes { state licences { id } } } }';
  for (;;) {
    const seen = await ask<{ submissions: { nodes: { state: string; licences: unknown[] }[] } }>(
      graph,
      isDone,
      {},
      lin,
    );
    const [node] = seen.submissions.nodes;
    if (node?.state === 'COMPLETED' && node.licences.length > 0) return id;
    await new Promise((done) => setTimeout(done, 50));
  }
}
