import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { createLog } from '../../subgraphs/runtime/log.ts';
import { createMeters } from '../../subgraphs/runtime/meters.ts';
import { appending } from '../broken-link.ts';
import { citizen, clerk, type Graph, inputFor, leaveToStaff, look, planOf, startGraph, submit } from './gateway-of.ts';

/** In every place where a person's words or numbers can stand; each is found nowhere but where it was put. */
const canaries = {
  subject: 'canary-subject-7731',
  key: 'canary-key-7732',
  party: 'canary-party-7733',
  name: '金丝雀',
  phone: '13977347734',
  fileName: 'canary-file-7735.pdf',
  reason: 'canary-reason-7736',
  clerk: 'canary-clerk-7737',
  correction: 'canary-correction-7738',
  address: '金丝雀巷7739号',
};
const person: Caller = { ...citizen, subject: canaries.subject };
const lines: string[] = [];
const meters = createMeters();
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ meters, log: createLog({ to: { write: (line) => lines.push(line) } }) });
  await leaveToStaff(graph, 'tax');
});
afterAll(() => graph.close());

const mutate = (field: string, type: string, input: object, as: Caller) =>
  graph.ask<Record<string, { problems: ReadonlyArray<unknown> }>>(
    {
      query: `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code message } } }`,
      variables: { input },
    },
    as,
  );

it('nothing of a person lies in clear: in no table, log line, metric or file', async () => {
  // Of twins each filing says for whom it is.
  const parties = [...newbornParties, { id: canaries.party, roles: ['CHILD'] }];
  const { baby, lin, ...form } = newbornForm;
  const plan = await planOf(graph, { parties });
  const content = Buffer.from(`%PDF-1.4 ${canaries.name}`.padEnd(2 * pieceBytes));
  const input = {
    fileName: canaries.fileName,
    contentType: 'application/pdf',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { url } } }';
  type Created = { createUpload: { upload: { url: string } } };
  const { createUpload } = await graph.ask<Created>({ query, variables: { input } }, person);
  // Of which a piece has come.
  const { statusCode } = await graph.gateway.app.inject({
    ...{ method: 'PATCH', url: createUpload.upload.url },
    ...{ headers: appending(0, false), payload: content.subarray(0, pieceBytes) },
  });
  expect(statusCode).toBe(204);
  const { submission, problems } = await submit(
    graph,
    inputFor(plan, {
      idempotencyKey: canaries.key,
      parties,
      form: {
        ...form,
        baby,
        lin: { ...lin, phone: canaries.phone, 'residence-address': canaries.address },
        [canaries.party]: { ...baby, name: `陈${canaries.name}` },
      },
    }),
    person,
  );
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';
  await expect
    .poll(async () => (await look(graph, id, person))?.filings.some(({ state }) => state === 'SUBMITTED'))
    .toBe(true);
  const filing = (await look(graph, id, person))?.filings.find(({ state }) => state === 'SUBMITTED')?.id;
  const asClerk: Caller = { ...clerk('tax'), subject: canaries.clerk };
  await mutate(
    'decideFiling',
    'DecideFilingInput',
    {
      idempotencyKey: `${canaries.key}-d`,
      filing,
      decision: 'REQUEST_CORRECTION',
      reason: canaries.reason,
      corrections: [{ field: `${canaries.party}.name`, message: canaries.correction }],
    },
    asClerk,
  );
  await mutate(
    'withdrawSubmission',
    'WithdrawSubmissionInput',
    { idempotencyKey: `${canaries.key}-w`, submission: id, reason: canaries.reason },
    person,
  );
  // What the citizen is told is whole again.
  const seen = await look(graph, id, person);
  expect(seen?.filings.some(({ party }) => party === canaries.party)).toBe(true);

  const sql = postgres(graph.database.adminUrl, { max: 1 });
  const tables = await sql<Array<{ schema: string; name: string }>>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  let rows = 0;
  for (const { schema, name } of tables) {
    for (const { row } of await sql`select to_jsonb(each)::text as row from ${sql(schema)}.${sql(name)} as each`) {
      rows += 1;
      for (const [what, canary] of Object.entries(canaries))
        if (row.includes(canary)) found.push(`${schema}.${name}: ${what}`);
    }
  }
  await sql.end();
  expect(found).toEqual([]);
  expect(rows).toBeGreaterThan(500);
  const metrics = `${(await graph.gateway.inner.inject('/metrics')).body}${await meters.text()}`;
  expect(metrics).toContain('workflow_deliveries_total{');
  const files = readdirSync(graph.folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => file.name + readFileSync(join(file.parentPath, file.name)).toString('latin1'));
  for (const canary of Object.values(canaries)) {
    const latin = Buffer.from(canary).toString('latin1');
    expect([lines.join(''), metrics, ...files].filter((text) => text.includes(canary) || text.includes(latin))).toEqual(
      [],
    );
  }
});
