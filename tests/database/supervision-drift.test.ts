import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { citizen, clerk, type Graph, inputFor, leaveToStaff, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate } from './lived.ts';

// Clerks at the tax bureau ask, in corrections, for a paper that no row of their matter names.

const matter = '330381SW000730001000';
const paper = 'marriage-certificate';
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph();
  await leaveToStaff(graph, 'tax');
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

const tax = clerk('tax');
const auditor: Caller = { ...clerk('auditor'), subject: 'auditor', scopes: ['audit'] };

/** The filing at the tax bureau of a submission of its own, once staff may look at it. */
async function lodged(key: string): Promise<string> {
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: key }), {
    ...citizen,
    subject: `applicant-${key}`,
  });
  const id = submission?.id ?? '';
  const filing = `${id}-4`;
  for (;;) {
    const [row] = await sql`select state from journeys.filings where id = ${filing} and matter = ${matter}`;
    if (row?.state === 'SUBMITTED') return filing;
    await new Promise((done) => setTimeout(done, 50));
  }
}
const ask = (filing: string, corrections: ReadonlyArray<object>, more: object = {}): Promise<unknown> =>
  mutate(
    graph,
    'decideFiling',
    { idempotencyKey: `ask ${filing}`, filing, decision: 'REQUEST_CORRECTION', corrections, ...more },
    tax,
  ).catch((error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1]);
const asking = (...types: ReadonlyArray<string>) => types.map((documentType) => ({ documentType, message: '请补交' }));
const told = async (): Promise<void> => {
  for (;;) {
    const [row] = await sql`select count(*)::int as left from journeys.outbox where kind = 'ASKED_PAPER'`;
    if (row?.left === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
};
interface Seen {
  readonly driftReport: { readonly walks: number; readonly drift: ReadonlyArray<object> };
  readonly issueLedger: {
    readonly nodes: ReadonlyArray<{ readonly origin: string; readonly paper: object; readonly status: string }>;
  };
}
const seen = (): Promise<Seen> =>
  graph.ask<Seen>(
    {
      query: `query ($matter: ID!) {
        driftReport(matter: $matter) { walks drift { walks filings paper { documentType { code } } } }
        issueLedger(filter: { matter: $matter }) { nodes { origin status paper { documentType { code } } owner { department { code } } } }
      }`,
      variables: { matter },
    },
    auditor,
  );
const drift = (filings: number) => ({
  walks: 0,
  drift: [{ walks: 0, filings, paper: { documentType: { code: paper } } }],
});

it('service-desk: a paper that clerks ask for in more than a set share of filings although no row names it is drift, and opens an issue', async () => {
  const filings = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(lodged));
  const [a, b, c] = filings as [string, string, string];
  // What no catalogue has is refused at once, and nothing is asked of the citizen.
  expect(await ask(a, asking('maried-certificate'))).toBe('PAPER_UNKNOWN');
  // One of five is a fifth, and no more than that.
  await ask(a, [...asking(paper, paper), { field: 'lin.phone', message: '请核对' }]);
  await told();
  expect(await seen()).toMatchObject({ driftReport: drift(1), issueLedger: { nodes: [] } });

  // While supervision is out nothing is lost, and the clerk does not wait for it.
  graph.switches.stopped.add('supervision door');
  await ask(b, asking(paper));
  const [left] = await sql`select count(*)::int as left from journeys.outbox where kind = 'ASKED_PAPER'`;
  expect(left).toEqual({ left: 1 });
  graph.switches.stopped.delete('supervision door');
  await told();
  const { driftReport, issueLedger } = await seen();
  expect(driftReport).toEqual(drift(2));
  expect(issueLedger.nodes).toEqual([
    {
      ...{ origin: 'CORRECTIONS', status: 'IN_HAND', paper: { documentType: { code: paper } } },
      owner: { department: { code: 'tax' } },
    },
  ]);
  // The third finds it open.
  await ask(c, asking(paper));
  await told();
  expect((await seen()).issueLedger.nodes).toHaveLength(1);
});

it('only the service that carries filings is heard', async () => {
  const { errors } = await graph.gateway.internal({
    query: `mutation { supervisionHearAsked(paper: { filing: "f", matter: "${matter}", department: "tax", documentType: "${paper}" }) }`,
    variables: {},
  });
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
