import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { newbornAnswers, newbornApplicant, newbornForm } from '../../scripts/newborn-example.ts';
import {
  citizen,
  type Graph,
  inputFor as inputForAnyTime,
  otherCitizen,
  type PlanAnswer,
  planOf,
  type SubmitAnswer,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

/** The child of the hospital’s register. */
const inputFor = (plan: PlanAnswer, more: Record<string, unknown> = {}) =>
  inputForAnyTime(plan, { ...more, birthTime: '08:30' });

interface Item {
  readonly id: string;
  readonly material: string;
  readonly outcome: string;
  readonly source: { readonly code: string };
  readonly document: { readonly number: string } | null;
  readonly accepted: boolean | null;
}
interface Shown {
  readonly id: string;
  readonly items: ReadonlyArray<Item>;
  readonly sourcesToRefuse: ReadonlyArray<{ readonly code: string }>;
}
interface Answer {
  readonly request: Shown | null;
  readonly problems: SubmitAnswer['problems'];
}

let asked = 0;
async function look(graph: Graph, plan: PlanAnswer, more: Record<string, unknown> = {}, as: Caller = citizen) {
  const { evidence: _supplied, ...input } = inputFor(plan, { idempotencyKey: `look-${++asked}`, ...more });
  const query = operationText('request-evidence');
  return (await graph.ask<{ requestEvidence: Answer }>({ query, variables: { input } }, as)).requestEvidence;
}
async function decide(graph: Graph, request: string, items: ReadonlyArray<object>, as: Caller = citizen) {
  const query = operationText('accept-evidence');
  const input = { idempotencyKey: `say-${++asked}`, request, items };
  return (await graph.ask<{ acceptEvidence: Answer }>({ query, variables: { input } }, as)).acceptEvidence;
}
const accept = (items: ReadonlyArray<Item>) =>
  items.filter(({ document }) => document).map(({ id }) => ({ item: id, accepted: true }));
const codes = ({ problems }: Pick<Answer, 'problems'>) => problems.map(({ code }) => code);
const outcomes = ({ request }: Answer) =>
  Object.fromEntries((request?.items ?? []).map(({ material, outcome }) => [material, outcome]));

interface Filed {
  readonly matter: { readonly department: { readonly code: string } };
  readonly evidence: ReadonlyArray<{ readonly documents?: ReadonlyArray<{ readonly number: string }> }>;
}
async function documentsOf(graph: Graph, id: string) {
  const query = 'query ($id: ID!) { submission(id: $id) { filings { evidence matter { department { code } } } } }';
  const { submission } = await graph.ask<{ submission: { filings: ReadonlyArray<Filed> } }>(
    { query, variables: { id } },
    citizen,
  );
  return submission.filings
    .flatMap(({ matter, evidence }) =>
      evidence.flatMap(({ documents = [] }) => documents.map(({ number }) => `${matter.department.code} ${number}`)),
    )
    .sort();
}

let graph: Graph;
let sql: postgres.Sql;
const folder = mkdtempSync(join(tmpdir(), 'yijianshi-registers-'));
beforeAll(async () => {
  graph = await startGraph();
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

it('what was seen and accepted lies with the filing that needs it, and no source is asked twice', async () => {
  const plan = await planOf(graph);
  const shown = await look(graph, plan, { idempotencyKey: 'once' });
  expect(codes(shown)).toEqual([]);
  expect(Object.values(outcomes(shown))).toEqual(['FOUND', 'FOUND', 'FOUND', 'FOUND']);
  // The same key is the same look; another content under it is refused.
  expect((await look(graph, plan, { idempotencyKey: 'once' })).request?.id).toBe(shown.request?.id);
  expect(codes(await look(graph, plan, { idempotencyKey: 'once', consents: [] }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const id = shown.request?.id ?? '';
  const items = shown.request?.items ?? [];

  expect(codes(await decide(graph, id, accept(items), otherCitizen))).toEqual(['EVIDENCE_REQUEST_NOT_FOUND']);
  expect(codes(await decide(graph, id, [{ item: '9', accepted: true }]))).toEqual(['EVIDENCE_ITEM_UNKNOWN']);
  const [first] = items;
  const disputed = await decide(graph, id, [{ item: first?.id, accepted: false }]);
  expect(disputed.request?.sourcesToRefuse).toEqual([first?.source]);
  const input = inputFor(plan, { idempotencyKey: 'seen', evidenceRequest: id });
  expect(codes(await submit(graph, input))).toEqual(['EVIDENCE_DISPUTED']);
  await decide(graph, id, accept(items));

  const form = input.form as Record<string, object>;
  const other = { ...form, baby: { ...form.baby, name: '另一个' } };
  expect(codes(await submit(graph, { ...input, form: other }))).toEqual(['EVIDENCE_OF_ANOTHER']);
  // A request of somebody else's is refused as one that there is not.
  const theirs = await submit(graph, input, { ...otherCitizen, claims: { ...newbornApplicant } });
  const unknown = await submit(graph, { ...input, evidenceRequest: 'none' });
  expect(theirs.problems).toEqual(unknown.problems);
  expect(codes(unknown)).toEqual(['EVIDENCE_REQUEST_NOT_FOUND']);

  // From here on the hospital answers no question: what completes has asked none.
  graph.switches.stopped.add('health asked');
  const { submission, problems } = await submit(graph, { ...input, form: await formOf('once', plan) });
  expect(problems).toEqual([]);
  await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
  expect(await documentsOf(graph, submission?.id ?? '')).toEqual([
    'community-health YM-2026-110107',
    'health RA-2026-110107',
    'medical-insurance BL-2026-004711',
    'medical-insurance JS-2026-004711',
  ]);
  const query =
    'query ($id: ID!) { submission(id: $id) { consents { purpose granted } } evidenceRequest(id: $id) { id } }';
  const kept = await graph.ask<{ submission: { consents: ReadonlyArray<{ purpose: string }> } }>(
    { query, variables: { id: submission?.id } },
    citizen,
  );
  expect(new Set(kept.submission.consents.map(({ purpose }) => purpose))).toEqual(
    new Set(['SUBMISSION', 'PREVIEW', 'HAND_OVER']),
  );
  // It is used up, and nothing of it is left.
  expect(await sql`select id from journeys.evidence_requests`).toHaveLength(0);
  graph.switches.stopped.clear();
});

it('the example of accepting, with its variables, accepts the first of what was shown', async () => {
  const { request } = await look(graph, await planOf(graph));
  const query = operationText('accept-evidence');
  const [, variables = ''] = /^# Variables[^{]*: (\{.*\})$/m.exec(query) ?? [];
  const answer = await graph.ask<{ acceptEvidence: Answer }>(
    { query, variables: JSON.parse(variables.replace('REQUEST', request?.id ?? '')) as Record<string, unknown> },
    citizen,
  );
  expect(codes(answer.acceptEvidence)).toEqual([]);
  expect(answer.acceptEvidence.request?.items.map(({ accepted }) => accepted)).toEqual([true, null, null, null]);
});

it('twenty looks are open at once and no more, also in one call', async () => {
  const { evidence: _supplied, ...input } = inputFor(await planOf(graph));
  const names = Array.from({ length: 7 }, (_each, index) => `look${index}`);
  const asking: Caller = { ...citizen, subject: 'looks often' };
  const ask = async (round: number) => {
    const query = `mutation (${names.map((name) => `$${name}: RequestEvidenceInput!`)}) {
      ${names.map((name) => `${name}: requestEvidence(input: $${name}) { request { id } problems { code message } }`).join('\n')} }`;
    const variables = Object.fromEntries(
      names.map((name) => [name, { ...input, idempotencyKey: `${name} of ${round}` }]),
    );
    return Object.values(await graph.ask<Record<string, Answer>>({ query, variables }, asking));
  };
  const answers = [...(await ask(0)), ...(await ask(1)), ...(await ask(2))];
  expect(answers).toHaveLength(21);
  expect(answers.slice(0, 20).flatMap(codes)).toEqual([]);
  expect(answers[20]).toMatchObject({ request: null, problems: [{ code: 'EVIDENCE_REQUESTS_OPEN' }] });
  expect(answers[20]?.problems[0]?.message).toContain('20');
  const [kept] =
    await sql`select count(*)::int as looks from journeys.evidence_requests group by subject order by 1 desc`;
  expect(kept?.looks).toBe(20);
});

it('what is of another is shown to nobody, whoever asks, and its source is not asked', async () => {
  const father = newbornForm.chen as { readonly name: string; readonly 'identity-number': string };
  const { name, 'identity-number': identityNumber } = father;
  const asFather: Caller = { ...citizen, subject: 'chen', claims: { name, identityNumber } };
  const answers = newbornAnswers.map((each) =>
    each.question === 'applicant' ? { question: 'applicant', value: 'father' } : each,
  );
  const plan = await planOf(graph, { answers });
  const before = graph.switches.provided.length;
  const { request, problems } = await look(graph, plan, { answers }, asFather);
  expect(problems).toEqual([]);
  const hers = request?.items.filter(({ material }) => material.endsWith(':lin')) ?? [];
  expect(hers.map(({ outcome, document }) => [outcome, document])).toEqual([
    ...Array.from({ length: 3 }, () => ['OF_ANOTHER', null]),
  ]);
  // The child has no number yet, and is asked about as theirs.
  expect(graph.switches.provided.slice(before)).toEqual(['first-vaccination-record']);
  const [first] = hers;
  expect(codes(await decide(graph, request?.id ?? '', [{ item: first?.id, accepted: true }], asFather))).toEqual([
    'EVIDENCE_ITEM_UNKNOWN',
  ]);
  // Nor does she, or he under another name, see what he was shown.
  const query = 'query ($id: ID!) { evidenceRequest(id: $id) { id } }';
  const seenBy = (as: Caller | null) => graph.ask({ query, variables: { id: request?.id } }, as);
  expect(await seenBy(asFather)).toEqual({ evidenceRequest: { id: request?.id } });
  for (const as of [citizen, { ...asFather, subject: 'chen 2' }])
    expect(await seenBy(as)).toEqual({ evidenceRequest: null });
});

const formOf = async (key: string, plan: PlanAnswer) => inputFor(plan, { idempotencyKey: key }).form;

it('one refused, one not found and one that is out are said so, and what has expired is gone', async () => {
  const holder = { name: newbornApplicant.name, identityNumber: newbornApplicant.identityNumber };
  const own = join(folder, 'health', 'registers');
  mkdirSync(own, { recursive: true });
  const register = {
    source: 'hospital-settlement',
    entries: [
      { documentType: 'medical-bill-and-list', holders: [holder], number: 'JS-1', issuedOn: '2026-11-05' },
      { documentType: 'medical-history', holders: [holder], outcome: 'LATER' },
    ],
  };
  writeFileSync(join(own, 'a.yaml'), JSON.stringify(register));
  let now = Date.now();
  const graph = await startGraph({ registers: folder, now: () => now, pace: { dueMs: 100, keptMs: 100 } });
  onTestFinished(() => graph.close());
  const plan = await planOf(graph);
  const consents = (inputFor(plan).consents as ReadonlyArray<{ source: string }>).map(({ source }) => source);
  const partly = consents.map((source) => ({ source, granted: source !== 'hospital-records' }));
  expect(outcomes(await look(graph, plan, { consents: partly }))).toEqual({
    'birth-medical-record:lin': 'NOT_ASKED',
    'first-vaccination-record:baby': 'NOT_ASKED',
    'medical-bill-and-list:lin': 'FOUND',
    'medical-history:lin': 'LATER',
  });
  const whole = await look(graph, plan);
  expect(outcomes(whole)).toMatchObject({ 'birth-medical-record:lin': 'NOT_FOUND', 'medical-history:lin': 'LATER' });
  // Nobody vouches for who asks: nothing is shown.
  expect(codes(await look(graph, plan, {}, otherCitizen))).toEqual(['EVIDENCE_PERSON_UNVERIFIED']);
  expect(codes(await look(graph, { ...plan, id: 'another' }))).toEqual(['PLAN_OUTDATED']);

  // One is refused: the plan does without it, and what was accepted of the others comes along.
  const without = await look(graph, plan, { idempotencyKey: 'partly', consents: partly });
  const refusedSources = without.request?.sourcesToRefuse.map(({ code }) => code) ?? [];
  expect(refusedSources).toEqual(['hospital-records']);
  await decide(graph, without.request?.id ?? '', accept(without.request?.items ?? []));
  const anew = await planOf(graph, { refusedSources });
  const asked = ({ materials }: PlanAnswer) => materials.map(({ id: line }) => line).sort();
  const listed = ['birth-medical-record:lin', 'first-vaccination-record:baby'];
  expect(asked(anew)).toEqual([...asked(plan), ...listed].sort());
  const sharedBy = ({ account }: PlanAnswer) =>
    account.flatMap(({ fate, source }) => (fate === 'SHARED' && source ? [source.code] : []));
  expect(sharedBy(anew)).toEqual(sharedBy(plan).filter((source) => source !== 'hospital-records'));
  const more = { consents: partly, evidenceRequest: without.request?.id };
  const form = inputFor(plan, { idempotencyKey: 'partly' }).form;
  // Two take it at once: one has it.
  const both = await Promise.all(
    ['a', 'b'].map((key) => submit(graph, { ...inputFor(anew, { idempotencyKey: key, ...more }), form })),
  );
  const taken = both.flatMap(({ submission }) => submission ?? []);
  expect(taken).toHaveLength(1);
  expect(both.flatMap(codes)).toEqual([expect.stringMatching(/^(EVIDENCE_REQUEST_NOT_FOUND|ALREADY_SUBMITTED)$/)]);
  const of = taken[0]?.id ?? '';
  const waits = ({ message }: { readonly message: string | null }) => message?.includes('暂时无法查询') ?? false;
  const seen = await until(graph, of, ({ filings }) => filings.some(waits));
  // What was refused is brought and not asked for again, what was accepted is there, what is out is waited for.
  expect(seen.correction).toBeNull();
  expect(new Set(seen.filings.filter(waits).map(({ state }) => state))).toEqual(new Set(['WAITING']));
  expect(await documentsOf(graph, of)).toEqual(['medical-insurance JS-1']);

  const sql = postgres(graph.database.adminUrl, { max: 1 });
  onTestFinished(() => sql.end());
  const { id = '', items = [] } = whole.request ?? {};
  const kept = () => sql`select id from journeys.evidence_requests where id = ${id}`;
  now += 24 * 60 * 60_000 - 60_000;
  expect(codes(await decide(graph, id, accept(items)))).toEqual([]);
  expect(await kept()).toHaveLength(1);
  now += 60_000;
  expect(codes(await decide(graph, id, accept(items)))).toEqual(['EVIDENCE_REQUEST_NOT_FOUND']);
  // Nobody asks for it any more: the worker takes it away, and all that was shown with it.
  while ((await kept()).length > 0) await new Promise((done) => setTimeout(done, 25));
  expect(await sql`select id from journeys.evidence_requests`).toEqual([]);
});
