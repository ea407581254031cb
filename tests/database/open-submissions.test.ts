import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newbornForm } from '../../scripts/newborn-example.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import { type Graph, inputFor, leaveToStaff, planOf, startGraph, submit, until } from './gateway-of.ts';

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
