import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { checkCatalogue, readTexts } from '../../subgraphs/publishing/read.ts';
import { citizen, clerk, type Graph, startGraph } from './gateway-of.ts';
import { createWitness } from './witness.ts';

const matter = '330381YB000736001000';
const paper = 'marriage-certificate';
const { departments } = readRegistry();
/** A Thursday; 2026-06-19 is a holiday. */
const start = Date.parse('2026-06-11T10:00:00+08:00');
let now = start;
const witness = createWitness();
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({ ...witness.options, now: () => now });
  sql = postgres(graph.database.adminUrl, { max: 1, connection: { search_path: 'supervision' } });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

const staff = (subject: string, department: string, ...scopes: ReadonlyArray<string>): Caller => ({
  ...{ ...clerk(department), subject, scopes },
});
const walker = staff('walker', 'walker', 'walk');
const auditor = staff('auditor', 'auditor', 'audit');
const head = staff('head', 'medical-insurance', 'issues');
const otherHead = staff('other-head', 'tax', 'issues');

interface Issue {
  readonly id: string;
  readonly status: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly section: string;
  readonly measure: string;
  readonly revision: number;
  readonly answeredRevision: number | null;
  readonly closedBy: string | null;
  readonly owner: { readonly department: { readonly code: string } | null; readonly unit: string | null };
  readonly paper: { readonly documentType: { readonly code: string } | null; readonly name: string | null } | null;
  readonly history: ReadonlyArray<{ readonly kind: string; readonly text: string | null }>;
}
const fields = `id status dueOn overdue section measure revision answeredRevision closedBy owner { department { code } unit }
  paper { documentType { code } name } history { kind text }`;
let keys = 0;
async function act<T>(name: string, input: Record<string, unknown>, as: Caller, selection: string): Promise<T> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} problems { code } } }`;
  const answer = await graph.ask<Record<string, T>>(
    { query, variables: { input: { idempotencyKey: `k${keys++}`, ...input } } },
    as,
  );
  return answer[name] as T;
}
const walk = (papers: ReadonlyArray<object>, more: object = {}, as = walker) =>
  act<{
    walkthrough: { id: string; issues: ReadonlyArray<Issue> } | null;
    problems: ReadonlyArray<{ code: string }>;
  }>(
    'recordWalkthrough',
    { matter, walkedOn: '2026-06-10', steps: 4, minutes: 55, metres: 800, papers, note: '窗口要求补交', ...more },
    as,
    `walkthrough { id issues { ${fields} } }`,
  );
async function step(name: string, input: Record<string, unknown>, as: Caller) {
  const { issue, problems } = await act<{ issue: Issue | null; problems: ReadonlyArray<{ code: string }> }>(
    ...([name, input, as, `issue { ${fields} }`] as const),
  );
  return { issue, codes: problems.map(({ code }) => code) };
}
async function ledger(filter: object, as: Caller): Promise<ReadonlyArray<string>> {
  const { issueLedger } = await graph.ask<{ issueLedger: { nodes: ReadonlyArray<Issue>; totalCount: number } }>(
    {
      query: `query ($filter: IssueFilter) { issueLedger(filter: $filter) { totalCount nodes { id } } }`,
      variables: { filter },
    },
    as,
  );
  expect(issueLedger.totalCount).toBe(issueLedger.nodes.length);
  return issueLedger.nodes.map(({ id }) => id);
}
const drift = async () =>
  (
    await graph.ask<{ driftReport: unknown }>(
      {
        query: `query ($matter: ID!) { driftReport(matter: $matter) { walks drift { walks paper { documentType { code } } } } }`,
        variables: { matter },
      },
      walker,
    )
  ).driftReport;

/** Publishes the catalogue anew, with what is done to the matter's file. */
async function publish(change: (value: { requirements: object[]; visits: number }) => void): Promise<number> {
  const texts = readTexts(departments).map((each) => {
    if (!each.path.endsWith('medical-insurance/matters/infant-enrolment.yaml')) return each;
    const value = parse(each.text);
    change(value);
    return { ...each, text: stringify(value, { lineWidth: 0 }) };
  });
  const read = checkCatalogue(departments, texts);
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 3)));
  return (await importCatalogue(graph.database.adminUrl, read.catalogue)).revision;
}
const named = {
  ...{ code: 'YB1001-99', name: { zh: '结婚证', en: 'Marriage certificate' }, declaredSource: 'APPLICANT' },
  uses: [{ type: paper, subject: 'PARENTS', use: 'INSPECT' }],
};

let first: Issue;
describe('systems 5, Test: a walk in which the window asked for what is not published', () => {
  it('raises drift and opens an issue with an owner, a section, a measure and a date', async () => {
    const { walkthrough, problems } = await walk([{ documentType: paper }, { documentType: 'birth-certificate' }]);
    expect(problems).toEqual([]);
    expect(walkthrough?.issues).toHaveLength(1);
    first = walkthrough?.issues[0] as Issue;
    expect(first).toMatchObject({
      ...{ status: 'IN_HAND', owner: { department: { code: 'medical-insurance' }, unit: null } },
      ...{ paper: { documentType: { code: paper }, name: null }, answeredRevision: null },
    });
    expect(first.section).not.toBe('');
    expect(first.measure).not.toBe('');
    // Ten working days after the eleventh: the holiday on the nineteenth and two weekends are none.
    expect(first.dueOn).toBe('2026-06-26');
    expect(await drift()).toEqual({ walks: 1, drift: [{ walks: 1, paper: { documentType: { code: paper } } }] });
  });

  it('is one issue however often it is walked into, by whatever name; what nobody knows is another', async () => {
    const again = await walk([{ name: '结婚证' }]);
    expect(again.walkthrough?.issues.map(({ id }) => id)).toEqual([first.id]);
    const unknown = await walk([{ name: '单位介绍信' }]);
    expect(unknown.walkthrough?.issues[0]?.paper).toEqual({ documentType: null, name: '单位介绍信' });
    expect((await walk([{ documentType: 'birth-certificate' }])).walkthrough?.issues).toEqual([]);
    const same = { idempotencyKey: 'walked once' };
    const [one, two] = [await walk([], same), await walk([], same)];
    expect(two.walkthrough?.id).toBe(one.walkthrough?.id);
    expect((await walk([{ name: '别的' }], same)).problems[0]?.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('takes no walk of what cannot have been', async () => {
    const codes = async (papers: ReadonlyArray<object>, more: object = {}) =>
      (await walk(papers, more)).problems[0]?.code;
    expect(await codes([], { walkedOn: '2026-06-12' })).toBe('WALKTHROUGH_INVALID');
    expect(await codes([], { walkedOn: '2025-06-10' })).toBe('WALKTHROUGH_INVALID');
    expect(await codes([], { steps: 0 })).toBe('WALKTHROUGH_INVALID');
    expect(await codes([], { matter: 'none' })).toBe('MATTER_NOT_FOUND');
    expect(await codes([{ documentType: 'none' }])).toBe('PAPER_UNKNOWN');
    expect(await codes([{ documentType: paper, name: '结婚证' }])).toBe('PAPER_UNKNOWN');
    await expect(walk([], {}, head)).rejects.toThrow('FORBIDDEN');
  });

  it('is closed by a later published version that names it, and by nobody’s word', async () => {
    const answer = () => step('answerIssue', { issue: first.id, text: '已列入清单' }, head);
    expect((await answer()).codes).toEqual(['ISSUE_NOT_PUBLISHED']);
    // Published otherwise, and still not named.
    await publish((value) => {
      value.visits = 2;
    });
    expect((await answer()).codes).toEqual(['ISSUE_NOT_PUBLISHED']);
    const revision = await publish(({ requirements }) => requirements.push(named));
    expect((await answer()).issue).toMatchObject({ status: 'ANSWERED', answeredRevision: revision });
    // Taken off the list again before anybody looked.
    await publish(() => {});
    const check = (as: Caller, holds = true) => step('checkIssue', { issue: first.id, holds, text: '已核对清单' }, as);
    expect((await check(head)).codes).toEqual(['ISSUE_NOT_YOURS']);
    expect((await check(otherHead)).codes).toEqual(['ISSUE_NOT_FOUND']);
    expect((await check(auditor)).codes).toEqual(['ISSUE_NOT_PUBLISHED']);
    const last = await publish(({ requirements }) => requirements.push(named));
    const { issue } = await check(auditor);
    expect(issue).toMatchObject({ status: 'CLOSED', closedBy: 'CHECK', answeredRevision: last });
    expect(last).toBeGreaterThan(first.revision);
    expect(issue?.history.map(({ kind }) => kind)).toEqual(['OPENED', 'ANSWERED', 'CHECKED']);
    expect(await drift()).toMatchObject({ drift: [] });
  });

  it('cannot be closed past the database either', async () => {
    const [open] = await ledger({ status: 'OPEN' }, auditor);
    await expect(sql`update issues set status = 'CLOSED' where id = ${open ?? ''}`).rejects.toThrow('check constraint');
    await expect(sql`update issue_events set kind = 'CHECKED'`).rejects.toThrow('neither changed nor removed');
    await expect(sql`delete from walkthroughs`).rejects.toThrow('neither changed nor removed');
    await expect(sql`truncate issue_events`).rejects.toThrow('neither changed nor removed');
  });
});

describe('the ledger', () => {
  it('lists what is overdue, and is seen by those whose work it is', async () => {
    const [open] = await ledger({ status: 'OPEN' }, auditor);
    expect(await ledger({ status: 'OVERDUE' }, auditor)).toEqual([]);
    now = Date.parse('2026-06-27T09:00:00+08:00');
    expect(await ledger({ status: 'OVERDUE' }, auditor)).toEqual([open]);
    expect(await ledger({}, head)).toHaveLength(2);
    expect(await ledger({}, walker)).toHaveLength(2);
    expect(await ledger({}, otherHead)).toEqual([]);
    expect(await ledger({ department: 'medical-insurance' }, otherHead)).toEqual([]);
    expect(await ledger({ status: 'CLOSED' }, auditor)).toEqual([first.id]);
    for (const nobody of [citizen, clerk('medical-insurance')])
      await expect(ledger({}, nobody)).rejects.toThrow('FORBIDDEN');
  });

  it('is given on with a section and a measure, and extended with a reason and a notice', async () => {
    const [issue = ''] = await ledger({ status: 'OPEN' }, auditor);
    const given = { issue, department: 'tax', section: '纳税服务科', measure: '停止收取', reason: '属其职责' };
    expect((await step('assignIssue', { ...given, section: ' ' }, auditor)).codes).toEqual(['ISSUE_MEASURE_MISSING']);
    expect((await step('assignIssue', { ...given, department: 'none' }, auditor)).codes).toEqual([
      'ISSUE_OWNER_UNKNOWN',
    ]);
    const { issue: assigned } = await step('assignIssue', given, auditor);
    expect(assigned).toMatchObject({ section: '纳税服务科', owner: { department: { code: 'tax' } } });
    const more = { issue, workingDays: 5, reason: '需会商', notified: false };
    expect((await step('extendIssue', { ...more, notified: true }, head)).codes).toEqual(['ISSUE_NOT_YOURS']);
    expect((await step('extendIssue', more, otherHead)).codes).toEqual(['CASE_NOTICE_MISSING']);
    expect((await step('extendIssue', { ...more, notified: true }, otherHead)).issue?.dueOn).toBe('2026-07-03');
  });

  it('is told month by month: walks, who walked, what was opened, closed, is open and overdue', async () => {
    now = Date.parse('2026-08-03T09:00:00+08:00');
    const report = async (month: string) =>
      (
        await graph.ask<{ ledgerReport: unknown }>(
          {
            query: `query ($month: String!) { ledgerReport(month: $month) { walkthroughs walkers matters opened closed open overdue
              byDepartment { department { code } opened closed open overdue } } }`,
            variables: { month },
          },
          auditor,
        )
      ).ledgerReport;
    const row = { department: { code: 'medical-insurance' } };
    expect(await report('2026-06')).toEqual({
      ...{ walkthroughs: 5, walkers: 1, matters: 1, opened: 2, closed: 1, open: 1, overdue: 0 },
      byDepartment: [{ ...row, opened: 2, closed: 1, open: 1, overdue: 0 }],
    });
    expect(await report('2026-07')).toMatchObject({ walkthroughs: 0, opened: 0, closed: 0, open: 1, overdue: 1 });
    expect(await report('2026-05')).toMatchObject({ walkthroughs: 0, open: 0, byDepartment: [] });
    await expect(report('2026-13')).rejects.toThrow('INVALID_DATE');
  });
});

it('nothing of a person lies in clear: in no table, log line, metric or file', async () => {
  const words = ['窗口要求补交', '已列入清单', '已核对清单', '属其职责', 'other-head'];
  expect(await witness.found(graph, words, ['supervision.walkthroughs', 'supervision.issue_events'])).toEqual([]);
});
