import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, GraphResponse } from '../../gateway/index.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { testSecret } from './database.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  otherCitizen,
  planOf,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';
import { sealerOf } from './keys.ts';

let graph: Graph;
let admin: postgres.Sql;
let id = '';
/** Of the tax bureau. */
let filing = '';
beforeAll(async () => {
  graph = await startGraph();
  admin = postgres(graph.database.adminUrl, { max: 1 });
  await leaveToStaff(graph, 'tax');
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'accesses' }));
  id = submission?.id ?? '';
  const seen = await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
  filing = seen.filings.find(({ state }) => state === 'SUBMITTED')?.id ?? '';
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

interface Kept {
  readonly id: string;
  readonly kind: string;
  readonly department: string;
  readonly clerk: string;
  readonly filing: string | null;
}
const before = new Set<string>();
/** What was written since the test began. */
const kept = async (): Promise<ReadonlyArray<Kept>> =>
  (await admin<Kept[]>`select * from journeys.accesses where submission = ${id} order by at`).filter(
    (row) => !before.has(row.id),
  );
const what = async () => (await kept()).map(({ kind, department, filing: of }) => [kind, department, of]);
beforeEach(async () => {
  before.clear();
  for (const row of await kept()) before.add(row.id);
});

const ask = (query: string, as: Caller, variables: object = {}): Promise<GraphResponse> =>
  graph.gateway.execute({ query, variables: { id, ...variables } }, as);
const submissionQuery = 'query ($id: ID!) { submission(id: $id) { id results { number } filings { form } } }';
const queueQuery = 'query ($department: ID!) { filings(department: $department) { nodes { id } } }';
const decideQuery =
  'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { filing { id } problems { code } } }';
const decide = (idempotencyKey: string, decision: string) =>
  ask(decideQuery, clerk('tax'), { input: { idempotencyKey, filing, decision } });
const decided = { data: { decideFiling: { filing: { id: expect.any(String) }, problems: [] } } };

describe('a look of staff', () => {
  it('is written down once, however much is asked for', async () => {
    const query = `query ($id: ID!) {
      a: submission(id: $id) { filings { form evidence } } b: submission(id: $id) { timeline { event } }
      filings(department: "medical-insurance") { nodes { form results { number } } }
    }`;
    const { data } = await ask(query, clerk('medical-insurance'));
    expect(data?.filings).toMatchObject({ nodes: [{}, {}] });
    expect(await what()).toEqual([['READ', 'medical-insurance', null]]);
    await ask(query, clerk('medical-insurance'));
    expect(await what()).toHaveLength(2);
  });

  it('is written down also through the queue', async () => {
    await ask(queueQuery, clerk('health'), { department: 'health' });
    expect(await what()).toEqual([['READ', 'health', null]]);
  });

  it('tells to whom has the key alone who it was', async () => {
    await ask(submissionQuery, clerk('health'));
    const [row] = (await kept()) as [Kept];
    expect(row.clerk).not.toContain('clerk-health');
    const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
    expect(sealer.openText(row.clerk, `access ${row.id} clerk`)).toBe('clerk-health');
    expect(() => sealer.openText(row.clerk, 'access another clerk')).toThrow();
  });

  it.each([
    ['the applicant’s', citizen],
    ['another’s', otherCitizen],
    ['of whose department has no part', clerk('education')],
  ])('is none where nobody sees another’s data: %s', async (_whose, as) => {
    await ask(submissionQuery, as);
    expect(await what()).toEqual([]);
  });

  it('that cannot be written down is not answered', async () => {
    const role = roleOf(testSecret, 'journeys');
    await admin`revoke insert on journeys.accesses from ${admin(role)}`;
    try {
      for (const [query, variables] of [
        [submissionQuery, {}],
        [queueQuery, { department: 'tax' }],
      ] as const) {
        const { data, errors } = await ask(query, clerk('tax'), variables);
        expect(Object.values(data ?? {})).toEqual(data ? [null] : []);
        expect(errors?.length).toBeGreaterThan(0);
      }
      expect((await ask(submissionQuery, citizen)).errors).toBeUndefined();
    } finally {
      await admin`grant insert on journeys.accesses to ${admin(role)}`;
    }
    expect(await what()).toEqual([]);
  });
});

it('a decision is written down with its filing, and its repetition as a look', async () => {
  expect(await decide('accept', 'ACCEPT')).toEqual(decided);
  expect(await what()).toEqual([['DECIDED', 'tax', filing]]);
  expect(await decide('accept', 'ACCEPT')).toEqual(decided);
  expect(await what()).toEqual([
    ['DECIDED', 'tax', filing],
    ['READ', 'tax', null],
  ]);
});

describe('a decision that is not taken is written down', () => {
  it('where its results do not hold', async () => {
    const { data } = await ask(decideQuery, clerk('tax'), {
      input: {
        ...{ idempotencyKey: 'another’s result', filing, decision: 'APPROVE' },
        results: [{ documentType: 'birth-certificate', subject: 'CHILD', party: 'baby', number: '1' }],
      },
    });
    expect(data?.decideFiling).toMatchObject({ filing: null, problems: [{ code: expect.any(String) }] });
    expect(await what()).toEqual([['REJECTED', 'tax', filing]]);
  });

  it('where the desk rejects it', async () => {
    const { submission } = await graph.ask<{ submission: { filings: ReadonlyArray<{ id: string }> } }>(
      { query: 'query ($id: ID!) { submission(id: $id) { filings { id } } }', variables: { id } },
      clerk('health'),
    );
    const [decidedBefore] = submission.filings;
    const { data } = await ask(decideQuery, clerk('health'), {
      input: { idempotencyKey: 'too late', filing: decidedBefore?.id, decision: 'REFUSE' },
    });
    expect(data?.decideFiling).toMatchObject({ filing: null, problems: [{ code: 'FILING_ALREADY_DECIDED' }] });
    expect(await what()).toEqual([
      ['READ', 'health', null],
      ['REJECTED', 'health', decidedBefore?.id],
    ]);
  });
});

describe('the applicant', () => {
  const query = `query ($id: ID!, $first: Int, $after: String) { submission(id: $id) {
    accesses(first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { at kind department { code name } matter { code } } }
  } }`;
  interface Page {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly nodes: ReadonlyArray<{ readonly at: string }>;
  }
  const page = async (variables: object): Promise<Page> => {
    const { submission } = await graph.ask<{ submission: { accesses: Page } }>(
      { query, variables: { id, ...variables } },
      citizen,
    );
    return submission.accesses;
  };

  it('is told of each, newest first, page by page', async () => {
    await decide('accept again', 'ACCEPT');
    await ask(submissionQuery, clerk('health'));
    const first = await page({ first: 1 });
    expect(first.nodes).toEqual([
      { at: expect.any(String), kind: 'READ', department: { code: 'health', name: expect.any(String) }, matter: null },
    ]);
    const rest = await page({ first: 100, after: first.pageInfo.endCursor });
    expect(rest.totalCount).toBe(1 + rest.nodes.length);
    const times = [...first.nodes, ...rest.nodes].map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is not told who it was', async () => {
    const { errors } = await ask('query ($id: ID!) { submission(id: $id) { accesses { nodes { clerk } } } }', citizen);
    expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('asks for no page larger than there is', async () => {
    const { errors } = await ask(query, citizen, { first: 101 });
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_PAGE');
  });
});

describe('the table', () => {
  const statements = [
    'update accesses set at = now()',
    // Another name under the same key.
    "update accesses set clerk = left(clerk, 11) || 'AAAA'",
    "update accesses set clerk = 'in clear'",
    // Another key, and something else with it.
    "update accesses set clerk = 'sealed:AAAEAAAA', department = 'tax'",
    'delete from accesses',
    'truncate accesses',
  ];
  const run = async (url: string, statement: string): Promise<string> => {
    const sql = postgres(url, { max: 1, connection: { search_path: 'journeys' } });
    try {
      await sql.unsafe(statement);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await sql.end();
    }
  };
  const ofRole = () => roleUrl(graph.database.adminUrl, testSecret, roleOf(testSecret, 'journeys'));

  it.each(statements)('is only added to, by its role: %s', async (statement) => {
    // As far as its rights go: the trigger, not a right that is lacking, must refuse.
    await admin`grant truncate on journeys.accesses to ${admin(roleOf(testSecret, 'journeys'))}`;
    expect(await run(ofRole(), statement)).toContain('neither changed nor removed');
    await admin`revoke truncate on journeys.accesses from ${admin(roleOf(testSecret, 'journeys'))}`;
    expect(await run(ofRole(), statement)).not.toBe('done');
  });

  it('may be sealed with another key', async () => {
    const begin = 'begin; update accesses set clerk = ';
    expect(await run(ofRole(), `${begin} 'sealed:AAAEAAAA'; rollback`)).toBe('done');
  });

  it.each(statements)('and by its owner: %s', async (statement) => {
    expect(await run(graph.database.adminUrl, statement)).toContain('neither changed nor removed');
  });

  it.each(['alter table accesses disable trigger all', 'drop trigger accesses_not_changed on accesses'])(
    'keeps its rule from its role: %s',
    async (statement) => {
      expect(await run(ofRole(), statement)).toContain('must be owner');
    },
  );
});
