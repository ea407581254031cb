import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { newbornAnswers, newbornFormOn } from '../../scripts/newborn-example.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  otherCitizen,
  planOf,
  published,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

let graph: Graph;
let admin: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph();
  admin = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

const father: Caller = {
  ...{ subject: 'chen', kind: 'CITIZEN', department: null, scopes: [] },
  claims: { name: '陈明', identityNumber: '330381199303030015' },
};
const whole = newbornFormOn(Date.now());
const childs = (name: string, time: string) => ({ ...whole, baby: { ...whole.baby, name, 'birth-time': time } });
const byFather = newbornAnswers.map((each) => (each.question === 'applicant' ? { ...each, value: 'father' } : each));
/** Who applies says where they live, and how they are reached. */
const { phone, 'residence-address': residence } = whole.lin ?? {};
const asFather = (form: typeof whole) => ({
  ...form,
  chen: { ...form.chen, phone, 'residence-address': residence },
});
const send = async (key: string, written: typeof whole, as = citizen): Promise<string> => {
  const answers = as === father ? byFather : newbornAnswers;
  const form = as === father ? asFather(written) : written;
  const plan = await planOf(graph, { answers });
  const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: key, form, answers }), as);
  expect(problems).toEqual([]);
  return submission?.id ?? '';
};
const facts = async (id: string, as: Caller) => {
  const query = 'query ($id: ID!) { submission(id: $id) { unverified { fact party message(language: EN) } } }';
  const { submission } = await graph.ask<{
    submission: { unverified: ReadonlyArray<{ fact: string; party: string }> };
  }>({ query, variables: { id } }, as);
  return submission.unverified;
};
const completed = (id: string) => until(graph, id, ({ state }) => state === 'COMPLETED');

it('a child that was registered is not registered again by a rule: the other parent is warned, and staff look', async () => {
  const first = await send('first', childs('陈一', '01:01'));
  expect(await facts(first, citizen)).toEqual([]);
  await completed(first);

  const second = await send('second', childs('林一', '01:01'), father);
  expect(await facts(second, father)).toMatchObject([{ fact: 'SECOND', party: 'baby', message: /take this one back/ }]);
  expect(await facts(second, clerk('health'))).toMatchObject([{ fact: 'SECOND' }]);
  const query = 'query ($id: ID!) { submission(id: $id) { filings { state message(language: EN) } } }';
  for (;;) {
    const { submission } = await graph.ask<{
      submission: { filings: ReadonlyArray<{ state: string; message: string }> };
    }>({ query, variables: { id: second } }, father);
    if (submission.filings[0]?.state === 'SUBMITTED' && submission.filings[0].message !== null) {
      expect(submission.filings[0].message).toMatch(/^The same may have been applied for/);
      break;
    }
    await new Promise((done) => setTimeout(done, 25));
  }
});

it('whoever nobody vouches for is not told of others’ children', async () => {
  await completed(await send('third', childs('陈三', '03:03')));
  const stranger = await send('stranger', childs('陈三', '03:04'), otherCitizen);
  expect((await facts(stranger, otherCitizen)).map(({ fact }) => fact)).toEqual(['APPLICANT']);
  expect((await facts(stranger, clerk('health'))).map(({ fact }) => fact)).toEqual(['APPLICANT', 'SECOND']);
  // Nor by what departments say to them, nor by what is held of them: it is as if there were no other.
  const alone = await send('alone', childs('陈四', '04:04'), otherCitizen);
  const messages = async (id: string) => {
    for (;;) {
      const query = 'query ($id: ID!) { submission(id: $id) { filings { state message } } }';
      const { submission } = await graph.ask<{
        submission: { filings: ReadonlyArray<{ state: string; message: string }> };
      }>({ query, variables: { id } }, otherCitizen);
      const [first] = submission.filings;
      if (first?.state === 'SUBMITTED') return first.message;
      await new Promise((done) => setTimeout(done, 25));
    }
  };
  expect(await messages(stranger)).toBe(await messages(alone));
  const held = await graph.ask({ query: '{ myData(first: 100) { nodes { kind data } } }' }, otherCitizen);
  expect(JSON.stringify(held)).toContain('APPLICANT');
  expect(JSON.stringify(held)).not.toContain('SECOND');
});

it('what was taken back or erased concerns nobody', async () => {
  // By a rule the child could be registered before it is taken back.
  await leaveToStaff(graph, 'health');
  const taken = await send('taken', childs('陈五', '05:05'));
  const ask = (field: string, type: string, input: object) =>
    graph.ask<Record<string, { problems: ReadonlyArray<unknown> }>>(
      { query: `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`, variables: { input } },
      citizen,
    );
  const { withdrawSubmission } = await ask('withdrawSubmission', 'WithdrawSubmissionInput', {
    ...{ idempotencyKey: 'w', submission: taken },
  });
  expect(withdrawSubmission?.problems).toEqual([]);
  await until(graph, taken, ({ state }) => state === 'WITHDRAWN');
  await published(graph, catalogue);
  const again = await send('again', childs('陈五', '05:05'));
  expect(await facts(again, citizen)).toEqual([]);
  await completed(again);
  await ask('requestErasure', 'RequestErasureInput', { idempotencyKey: 'e', submission: again });
  expect(await facts(await send('afterwards', childs('陈五', '05:05')), citizen)).toEqual([]);
});

it('of two parents at the same moment one is warned, and the database tells of whom to nobody', async () => {
  const ids = await Promise.all([
    send('mother', childs('陈七', '07:07')),
    send('father', childs('林七', '07:07'), father),
  ]);
  const warned = await Promise.all(ids.map((id, index) => facts(id, index === 0 ? citizen : father)));
  expect(warned.flat().map(({ fact }) => fact)).toEqual(['SECOND']);
  const rows = await admin`select o::text as row from journeys.once o`;
  const text = rows.map(({ row }) => row).join('\n');
  for (const told of ['陈七', '林七', '07:07', '330381199505050022', 'baby']) expect(text).not.toContain(told);
});
