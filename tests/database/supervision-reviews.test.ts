import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
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
import { mutate } from './lived.ts';

let now = Date.now();
let graph: Graph;
let sql: postgres.Sql;
let submission: string;
/** Finished at health, and waiting for staff at tax. */
let done: string;
let open: string;
beforeAll(async () => {
  graph = await startGraph({ now: () => now, pace: { dueMs: 100, keptMs: 200 } });
  sql = postgres(graph.database.adminUrl, { max: 1, connection: { search_path: 'supervision' } });
  await leaveToStaff(graph, 'tax');
  const plan = await planOf(graph);
  const { submission: received, problems } = await submit(graph, inputFor(plan));
  if (!received) throw new Error(JSON.stringify(problems));
  submission = received.id;
  const { filings } = await until(graph, submission, (seen) =>
    seen.filings.some(({ state, matter }) => state === 'SUBMITTED' && matter.code.includes('SW')),
  );
  done = filings.find(({ state, matter }) => state === 'APPROVED' && matter.code.includes('WJ'))?.id ?? '';
  open = filings.find(({ state }) => state === 'SUBMITTED')?.id ?? '';
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

const staff = (subject: string, department: string, ...scopes: ReadonlyArray<string>): Caller => ({
  ...{ ...clerk(department), subject, scopes },
});
const auditor = staff('auditor', 'auditor', 'audit');
const head = staff('head', 'health', 'issues');
let keys = 0;
interface Given {
  readonly reviews: ReadonlyArray<{
    readonly filing: string;
    readonly mayReview: boolean;
    readonly review: {
      readonly grade: string;
      readonly followUp: { readonly status: string; readonly dueOn: string } | null;
    } | null;
  }> | null;
  readonly problems: ReadonlyArray<{ readonly code: string }>;
}
const selection =
  'reviews { filing mayReview review { grade text reasons followUp { status dueOn answer } } } problems { code }';
async function act(name: 'reviewFiling' | 'confirmFollowUp', input: object, as: Caller): Promise<Given> {
  const type = name === 'reviewFiling' ? 'ReviewFilingInput' : 'ConfirmFollowUpInput';
  const answer = await graph.ask<Record<string, Given>>(
    {
      query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
      variables: { input: { idempotencyKey: `r${keys++}`, submission, filing: done, ...input } },
    },
    as,
  );
  return answer[name] as Given;
}
const review = (input: object, as = citizen) =>
  act('reviewFiling', { grade: 'BAD', reasons: ['slow'], text: '等了三天', ...input }, as);
const codes = async (given: Promise<Given>) => (await given).problems.map(({ code }) => code);
const asked = async () =>
  (
    await graph.ask<{ submission: { reviews: Given['reviews'] } }>(
      {
        query: 'query ($id: ID!) { submission(id: $id) { reviews { filing mayReview review { grade } } } }',
        variables: { id: submission },
      },
      citizen,
    )
  ).submission.reviews;
const ratings = () =>
  graph.ask<Record<string, { rating: object }>>({
    query: `{ matter(code: "330381WJ000123001000") { rating { reviewed satisfied bad followedUp rate } department { rating { reviewed bad } } }
      lifeEvent(code: "newborn", region: "330381000000") { rating { reviewed rate byGrade { grade count } } } }`,
  });
interface Seen {
  readonly id: string;
  readonly owner: { readonly department: { readonly code: string } | null };
  readonly review: {
    readonly grade: string;
    readonly reasons: ReadonlyArray<string>;
    readonly text: string | null;
  } | null;
}
const ledger = async (as: Caller): Promise<ReadonlyArray<Seen>> =>
  (
    await graph.ask<{ issueLedger: { nodes: ReadonlyArray<Seen> } }>(
      {
        query: `{ issueLedger(filter: { origin: REVIEW }) { nodes { id owner { department { code } } review { grade reasons text } history { kind text } } } }`,
      },
      as,
    )
  ).issueLedger.nodes;

describe('service-desk, reviews (好差评): a review', () => {
  it('is asked for by each finished filing, once, of who owns it', async () => {
    const before = await asked();
    expect(before?.find(({ filing }) => filing === done)).toEqual({ filing: done, mayReview: true, review: null });
    expect(before?.some(({ filing }) => filing === open)).toBe(false);
    expect(await codes(review({ filing: open }))).toEqual(['REVIEW_TOO_EARLY']);
    expect(await codes(review({}, otherCitizen))).toEqual(['REVIEW_OF_NO_FILING']);
    expect(await codes(review({ filing: 'none' }))).toEqual(['REVIEW_OF_NO_FILING']);
    expect(await codes(review({ reasons: [] }))).toEqual(['REVIEW_REASON_MISSING']);
    expect(await codes(review({ reasons: ['unheard-of'] }))).toEqual(['REVIEW_REASON_UNKNOWN']);
    await expect(review({}, head)).rejects.toThrow('FORBIDDEN');
    const same = { idempotencyKey: 'once' };
    const [one, two] = await Promise.all([review(same), review(same)]);
    expect([...one.problems, ...two.problems]).toEqual([]);
    expect(await codes(review({ ...same, grade: 'VERY_BAD' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await codes(review({ grade: 'GOOD' }))).toEqual(['REVIEWED_ALREADY']);
    expect((await asked())?.find(({ filing }) => filing === done)).toMatchObject({
      mayReview: false,
      review: { grade: 'BAD' },
    });
  });

  it('that is bad is followed up within its limit, by staff who are not told whose it is', async () => {
    const [issue, ...more] = await ledger(head);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      ...{
        owner: { department: { code: 'health' } },
        review: { grade: 'BAD', reasons: ['办理时间过长'], text: '等了三天' },
      },
    });
    const told = JSON.stringify([issue, await ledger(auditor)]);
    for (const who of [
      citizen.subject,
      citizen.claims?.name ?? '',
      citizen.claims?.identityNumber ?? '',
      done,
      submission,
    ])
      expect(told).not.toContain(who);
    expect(await ledger(staff('other', 'tax', 'issues'))).toEqual([]);
    const act = (name: string, input: object, as: Caller) =>
      mutate(graph, name, { idempotencyKey: `${name} ${keys++}`, issue: issue?.id, ...input }, as, 'issue { status }');
    expect(await act('answerIssue', { text: '已加派窗口' }, head)).toMatchObject({ issue: { status: 'ANSWERED' } });
    const disputed = await codesAndStatus({ accepted: false });
    expect(disputed).toEqual([[], 'IN_HAND']);
    // Whoever is discontent is heard by others.
    await expect(act('answerIssue', { text: '再次答复' }, head)).rejects.toThrow('ISSUE_NOT_YOURS');
    await act('answerIssue', { text: '已回访并整改' }, auditor);
    expect(await codesAndStatus({ accepted: true })).toEqual([[], 'CLOSED']);
  });
  async function codesAndStatus(input: object) {
    const { reviews, problems } = await act('confirmFollowUp', input, citizen);
    const own = reviews?.find(({ filing }) => filing === done);
    return [problems.map(({ code }) => code), own?.review?.followUp?.status];
  }

  it('counts for its matter, its department and its event, with what it is a share of', async () => {
    const other = (await asked())?.find(({ mayReview }) => mayReview)?.filing;
    expect((await review({ filing: other, grade: 'VERY_GOOD', reasons: [] })).problems).toEqual([]);
    const { matter, lifeEvent } = await ratings();
    expect(matter).toEqual({
      rating: { reviewed: 1, satisfied: 0, bad: 1, followedUp: 1, rate: 0 },
      department: { rating: { reviewed: 1, bad: 1 } },
    });
    expect(lifeEvent?.rating).toMatchObject({ reviewed: 2, rate: 50 });
  });

  it('stands: the database changes none, and takes no bad one that nobody follows up', async () => {
    await expect(sql`update reviews set grade = 5`).rejects.toThrow('neither changed nor removed');
    await expect(sql`delete from reviews`).rejects.toThrow('neither changed nor removed');
    await expect(
      sql`insert into reviews select 'x', submission, account, matter, department, life_event, region, 1, reasons, at, request, request_hash, null, null, sealed from reviews limit 1`,
    ).rejects.toThrow('check constraint');
    const rows = await sql`select * from reviews`;
    expect(JSON.stringify(rows)).not.toContain('等了三天');
    for (const { account } of rows) expect(account).toMatch(/^keyed:/);
  });

  it('is told with all that is held of its applicant, and goes with the submission', async () => {
    const { myData } = await graph.ask<{
      myData: { nodes: ReadonlyArray<{ kind: string; data: Record<string, unknown> }> };
    }>({ query: '{ myData(first: 100) { nodes { kind data } } }' }, citizen);
    const own = myData.nodes.filter(({ kind }) => kind === 'REVIEW');
    expect(own.map(({ data }) => [data.grade, data.text]).sort()).toEqual([
      ['BAD', '等了三天'],
      ['VERY_GOOD', '等了三天'],
    ]);
    await mutate(graph, 'withdrawSubmission', { idempotencyKey: 'w', submission }, citizen);
    await until(graph, submission, ({ filings }) =>
      filings.every(({ state }) => ['APPROVED', 'WITHDRAWN'].includes(state)),
    );
    for (;;) {
      const { requestErasure } = await graph.ask<{ requestErasure: { problems: ReadonlyArray<{ code: string }> } }>(
        {
          query: 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }',
          variables: { input: { idempotencyKey: 'e', submission } },
        },
        citizen,
      );
      if (requestErasure.problems.length === 0) break;
      now += 1000;
    }
    for (;;) {
      const [row] = await sql`select count(*)::int as kept from reviews where erased_at is null or account is not null`;
      if (row?.kept === 0) break;
      await new Promise((again) => setTimeout(again, 50));
    }
    // What was counted stays.
    expect((await ratings()).lifeEvent?.rating).toMatchObject({ reviewed: 2 });
  });
});
