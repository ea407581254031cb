import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import { newbornForm } from '../../scripts/newborn-example.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import {
  citizen,
  type Graph,
  inputFor,
  leaveToStaff,
  planOf,
  type SubmitAnswer,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph();
  sql = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

it('of one citizen only so many are open: a race for the last place has one winner, and what has ended makes room', async () => {
  const of = async (name: string) => {
    const baby = { ...newbornForm.baby, name };
    return submit(graph, inputFor(await planOf(graph), { idempotencyKey: name, form: { ...newbornForm, baby } }));
  };
  const first = await of('陈一');
  await until(graph, first.submission?.id ?? '', ({ state }) => state === 'COMPLETED');
  // From now on none ends while another is sent.
  await leaveToStaff(graph, 'public-security');
  // Of another event, that nobody works on: they only stand there.
  await sql`
    insert into journeys.submissions
      (id, receipt_number, subject, idempotency_key, request_hash, life_event, region, plan_id, state, received_at, due_on, sealed)
    select id || '-' || n, receipt_number || '-' || n, subject, idempotency_key || '-' || n, request_hash, 'another', region, plan_id,
      case when n > ${maxima.openSubmissions - 1} then 'WITHDRAWN' else 'IN_PROGRESS' end, received_at, due_on, sealed
    from journeys.submissions, generate_series(1, ${maxima.openSubmissions + 5}) as n`;
  const names = ['陈二', '陈三', '陈四', '陈五'];
  const raced = await Promise.all(names.map(of));
  const codes = raced.map(({ problems }) => problems.map(({ code }) => code).join());
  expect(codes.sort()).toEqual(['', 'SUBMISSIONS_OPEN', 'SUBMISSIONS_OPEN', 'SUBMISSIONS_OPEN']);
  // Sent again, what was received is told as before, whatever the number.
  expect((await of('陈一')).submission?.id).toBe(first.submission?.id);
  await sql`update journeys.submissions set state = 'WITHDRAWN' where id = ${`${first.submission?.id}-1`}`;
  expect((await of('陈六')).problems).toEqual([]);
});

it('of many at once each is received, or refused before anything of it is kept and told when to come again', async () => {
  const plan = await planOf(graph);
  const atOnce = 200;
  const before = (await sql<{ id: string }[]>`select id from journeys.submissions`).map(({ id }) => id);
  const query = operationText('submit');
  const send = async (number: number) => {
    const caller = { ...citizen, subject: `at-once-${number}` };
    const variables = { input: inputFor(plan, { idempotencyKey: `at-once-${number}` }) };
    const { data, errors } = await graph.gateway.execute({ query, variables }, caller);
    const { submission, problems } = (data?.submitLifeEvent ?? { submission: null, problems: [] }) as SubmitAnswer;
    return { number, received: submission?.id, codes: [...problems, ...(errors ?? [])].map(codeOf), errors };
  };
  const codeOf = (told: object): unknown =>
    (told as { code?: string }).code ?? (told as { extensions?: { code?: string } }).extensions?.code;
  const answers = await Promise.all(Array.from({ length: atOnce }, (_, number) => send(number)));
  const received = answers.filter((each) => each.received !== undefined);
  const refused = answers.filter((each) => each.received === undefined);
  expect(received.flatMap(({ codes }) => codes)).toEqual([]);
  expect(new Set(refused.flatMap(({ codes }) => codes))).toEqual(new Set(['SUBMISSIONS_BUSY']));
  for (const { errors } of refused) expect(errors?.[0]?.message).toMatch(/\d/);
  const kept = await sql<
    { id: string }[]
  >`select id from journeys.submissions where life_event = 'newborn' and not (id = any(${before}))`;
  expect(kept.map(({ id }) => id).sort()).toEqual(received.map((each) => each.received).sort());
  // Nothing of those that were refused was kept: sent again they are received.
  const again = await send(refused[0]?.number as number);
  expect([again.codes, again.received !== undefined]).toEqual([[], true]);
});
