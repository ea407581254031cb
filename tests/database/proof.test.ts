import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import { examineProofs } from '../../scripts/audit/proofs.ts';
import { citizen, clerk, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';

interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly body: Record<string, unknown>;
  readonly digest: string;
  readonly signature: string;
  readonly signatureHolds: boolean;
}
interface Answer {
  readonly submissionLedgerKey: { readonly part: string; readonly x: string; readonly sm2: string };
  readonly submission: {
    readonly id: string;
    readonly proof: { readonly brokenAt: number | null; readonly entries: ReadonlyArray<Entry> } | null;
  } | null;
}

let graph: Graph;
let sql: postgres.Sql;
let id: string;
beforeAll(async () => {
  graph = await startGraph();
  sql = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
  const { submission } = await submit(graph, inputFor(await planOf(graph)));
  id = submission?.id ?? '';
  await until(graph, id, ({ state }) => state === 'COMPLETED');
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

const look = (as = citizen): Promise<Answer> =>
  graph.ask<Answer>({ query: operationText('proof'), variables: { id } }, as);
/** Does it as whoever may do everything on the database, and takes it back. */
async function tampered(change: string, look_: () => Promise<unknown>): Promise<unknown> {
  await sql`alter table journeys.proofs disable trigger user`;
  await sql.unsafe('create table kept_proofs as table journeys.proofs');
  await sql.unsafe(change);
  try {
    return await look_();
  } finally {
    await sql`delete from journeys.proofs`;
    await sql`insert into journeys.proofs select * from kept_proofs`;
    await sql`drop table kept_proofs`;
    await sql`alter table journeys.proofs enable trigger user`;
  }
}
const brokenAt = async (): Promise<unknown> => (await look()).submission?.proof?.brokenAt;

it('what was received, answered and decided of a submission is there, in order and signed', async () => {
  const { submission } = await look();
  const entries = submission?.proof?.entries ?? [];
  expect(submission?.proof?.brokenAt).toBeNull();
  expect(entries[0]).toMatchObject({ number: 1, kind: 'SUBMITTED', body: { receiptNumber: expect.any(String) } });
  const approved = entries.filter(({ body }) => body.state === 'APPROVED');
  expect(new Set(approved.map(({ body }) => body.filing)).size).toBe(7);
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.every(({ signatureHolds }) => signatureHolds)).toBe(true);
});

it('is for the applicant alone', async () => {
  expect((await look(otherCitizen)).submission).toBeNull();
  expect((await look(clerk('tax'))).submission?.proof).toBeNull();
});

it.each([
  ['update', `update journeys.proofs set kind = 'DECIDED' where number = 2`],
  ['delete', 'delete from journeys.proofs where number = 2'],
])('nobody, not even who owns the table, does this to it: %s', async (_what, change) => {
  await expect(sql.unsafe(change)).rejects.toThrow('are added, and neither changed nor removed');
});

it.each([
  ['an entry is flipped', `update journeys.proofs set body = body || '{"state": "REFUSED"}' where number = 3`, 3],
  ['an instant is moved', `update journeys.proofs set at = at + interval '1 second' where number = 2`, 2],
  ['one is taken out', 'delete from journeys.proofs where number = 4', 4],
  [
    'two are swapped',
    `update journeys.proofs p set kind = o.kind, body = o.body, content_digest = o.content_digest
     from kept_proofs o where p.submission = o.submission and ((p.number = 2 and o.number = 3) or (p.number = 3 and o.number = 2))`,
    2,
  ],
  [
    'the last is cut off',
    'delete from journeys.proofs where number = (select max(number) from journeys.proofs)',
    'LAST',
  ],
  [
    'one is signed by nobody',
    `update journeys.proofs set signature = translate(signature, 'AB', 'BA') where number = 2 or number = 5`,
    'SIGNED',
  ],
])('it is seen, and where, that %s', async (_what, change, at) => {
  const before = (await look()).submission?.proof?.entries ?? [];
  const swapped = before.find(({ number, signature }) => (number === 2 || number === 5) && /[AB]/.test(signature));
  const expected = at === 'LAST' ? before.length : at === 'SIGNED' ? swapped?.number : at;
  expect(await tampered(change, brokenAt)).toBe(expected);
  expect(await brokenAt()).toBeNull();
});

it('is checked offline, by whoever has the answer and the key', async () => {
  const answer = await look();
  const { part, x, sm2 } = answer.submissionLedgerKey;
  const key = { part, keys: [x, sm2] };
  const examined = (
    change: (answer: Answer & { submission: NonNullable<Answer['submission']> }) => unknown,
    by = key,
  ) => {
    const copy = structuredClone(answer) as Answer & { submission: NonNullable<Answer['submission']> };
    change(copy);
    return examineProofs(JSON.stringify({ data: copy }), by)[0]?.fault;
  };
  const entries = (copy: Answer): Entry[] => copy.submission?.proof?.entries as Entry[];
  expect(examined(() => {})).toBeNull();
  expect(examined((copy) => Object.assign(entries(copy)[2]?.body as object, { state: 'REFUSED' }))).toMatch(
    'entry 3 was',
  );
  expect(examined((copy) => entries(copy).splice(1, 1))).toMatch('entry 2 was');
  expect(examined((copy) => entries(copy).splice(1, 2, entries(copy)[2] as Entry, entries(copy)[1] as Entry))).toMatch(
    'entry 2 was',
  );
  expect(
    examined((copy) => entries(copy).push({ ...(entries(copy)[0] as Entry), number: entries(copy).length + 1 })),
  ).toMatch(`entry ${entries(answer).length + 1} was`);
  expect(
    examined((copy) => Object.assign(entries(copy)[1] as object, { signature: entries(copy)[0]?.signature })),
  ).toMatch('entry 2 is not signed');
  expect(examined(() => {}, { ...key, part: 'appeals' })).toMatch('entry 1 is not signed');
});
