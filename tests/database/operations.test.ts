import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { createDevelopmentIssuer, type DevelopmentTokens } from '../../scripts/development-issuer.ts';
import { newbornApplicant, newbornFormOn } from '../../scripts/newborn-example.ts';
import { checkCatalogue, readTexts } from '../../subgraphs/publishing/read.ts';
import { png } from '../files.ts';
import { type Graph, inputFor, look, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate } from './lived.ts';

/* Example operations as somebody tries them who has the explorer, and the tokens that the first start prints: with the variables that each shows. */

/** A Friday on which windows are open; the days that the examples show are counted from it. */
const now = Date.parse('2026-11-27T10:00:00+08:00');
const applicant: Caller = {
  ...{ subject: 'citizen-lin', kind: 'CITIZEN', department: null, scopes: [], claims: { ...newbornApplicant } },
};
let graph: Graph;
let tokens: DevelopmentTokens;
const folder = mkdtempSync(join(tmpdir(), 'yijianshi-operations-'));

/** The variables that an operation shows, with what stands for its ids; none shown: its own defaults. */
function shownBy(name: string, ids: Readonly<Record<string, string>>): Record<string, unknown> {
  const comments = operationText(name)
    .split('\n')
    .filter((line) => line.startsWith('#'));
  const [, shown] = /Variables[^{]*: (\{.*\})/.exec(comments.find((line) => line.includes('Variables')) ?? '') ?? [];
  const filled = Object.entries(ids).reduce(
    (text, [id, value]) => text.replaceAll(`"${id}`, `"${value}`),
    shown ?? '{}',
  );
  return JSON.parse(filled) as Record<string, unknown>;
}
interface Told {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: unknown;
}
async function send(query: string, variables: object, token: string | undefined): Promise<Told> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const payload = { query, variables };
  return (await graph.gateway.app.inject({ method: 'POST', url: '/graphql', headers, payload })).json() as Told;
}
const answers = new Map<string, Told>();
async function tryOut(name: string, as: string, ids: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { citizen, units, staff } = tokens;
  const token = as === 'citizen' ? citizen : (staff[as] ?? units[as]);
  // Whose it is stands in what is shown; of a citizen's, that it is theirs.
  if (as !== 'nobody' && as !== 'citizen') expect(operationText(name)).toMatch(new RegExp(`"(staff of )?${as}"`));
  const answer = await send(operationText(name), shownBy(name, ids), token);
  answers.set(name, answer);
  return answer;
}
/** What stands at a place of an answer. */
function at({ data, errors }: Told, ...path: ReadonlyArray<string | number>): string {
  const found = path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], data);
  if (typeof found !== 'string') throw new Error(`${path.join('.')}: ${JSON.stringify(errors ?? data)}`);
  return found;
}

async function photograph(): Promise<string> {
  const content = png(8, 4);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { fileName: 'photo.png', contentType: 'image/png', bytes: content.length, sha256 };
  const { upload } = await mutate<{ upload: { id: string; url: string } }>(
    ...[graph, 'createUpload', input, applicant, 'upload { id url }'],
  );
  const headers = { 'content-type': 'image/png' };
  await graph.gateway.app.inject({ method: 'PUT', url: upload.url, headers, payload: content });
  return upload.id;
}

/** The paper that the walk met is published, and the head of the section says so. */
async function answerIssue(issue: string): Promise<void> {
  const { departments } = readRegistry();
  const uses = [{ type: 'marriage-certificate', subject: 'PARENTS', use: 'INSPECT' }];
  const named = {
    code: 'YB1001-99',
    name: { zh: '结婚证', en: 'Marriage certificate' },
    declaredSource: 'APPLICANT',
    uses,
  };
  const texts = readTexts(departments).map((each) => {
    if (!each.path.endsWith('medical-insurance/matters/infant-enrolment.yaml')) return each;
    const matter = parse(each.text);
    matter.requirements.push(named);
    return { ...each, text: stringify(matter, { lineWidth: 0 }) };
  });
  const read = checkCatalogue(departments, texts);
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 3)));
  await importCatalogue(graph.database.adminUrl, read.catalogue);
  const query = 'mutation ($input: AnswerIssueInput!) { answerIssue(input: $input) { problems { code } } }';
  const input = { idempotencyKey: 'one', issue, text: '已列入清单' };
  expect(await send(query, { input }, tokens.staff['insurance-head'])).toEqual({
    data: { answerIssue: { problems: [] } },
  });
}

/** What each department records beside the training that is shown. */
async function getReady(): Promise<void> {
  const query = 'mutation ($input: RecordReadinessInput!) { recordReadiness(input: $input) { problems { code } } }';
  for (const readiness of ['STAFF', 'WINDOWS', 'SYSTEM']) {
    const input = { idempotencyKey: readiness, matter: '330381RS000714043000', readiness, count: 1, evidence: '照片' };
    await send(query, { input }, tokens.staff['township-head']);
  }
}

const publicOnes = [
  'adoption',
  'availability',
  'delegations',
  'equivalents',
  'intake-point',
  'policies',
  'ratings',
  'slots',
];
beforeAll(async () => {
  const made = await createDevelopmentIssuer(
    folder,
    readRegistry().departments.map(({ code }) => code),
  );
  tokens = made.tokens;
  graph = await startGraph({ now: () => now, issuers: [made.issuer] });
  const plan = await planOf(graph);
  const sent = inputFor(plan, { idempotencyKey: 'examples', form: newbornFormOn(now) }, now);
  const { submission, problems } = await submit(graph, sent, applicant);
  expect(problems).toEqual([]);
  const own = submission?.id ?? '';
  while ((await look(graph, own, applicant))?.state !== 'COMPLETED') await new Promise((done) => setTimeout(done, 50));
  for (const name of ['submission', 'progress', 'proof', 'whole-story', 'review-filing'])
    await tryOut(name, 'citizen', { ID: own });
  for (const name of publicOnes) await tryOut(name, 'nobody');

  const scanned = await tryOut('open-appeal-at', 'nobody');
  await tryOut('track-appeal', 'nobody', { CODE: at(scanned, 'openAppealAt', 'trackingCode') });
  const appeal = at(await tryOut('open-appeal', 'citizen'), 'openAppeal', 'appeal', 'id');
  await tryOut('photograph-appeal', 'citizen', { ID: appeal, UPLOAD: await photograph() });
  for (const name of ['alike-appeals', 'suggested-classes']) await tryOut(name, 'service-station');
  await tryOut('appeals-to-handle', 'service-station');
  await tryOut('answer-appeal', 'service-station', { ID: appeal });
  await tryOut('appeals', 'citizen');
  await tryOut('deliver-appeals', 'hotline-platform');
  await tryOut('platform-notices', 'hotline-platform');

  const number = at(await tryOut('book-appointment', 'citizen'), 'bookAppointment', 'appointment', 'id');
  await tryOut('appointments', 'citizen');
  await tryOut('cancel-appointment', 'citizen', { ID: number });
  const agent = at(await tryOut('register-agent', 'agent'), 'registerAgent', 'agent', 'id');
  await tryOut('grant-power', 'citizen', { ID: agent });
  for (const name of ['agents-to-review', 'set-quota']) await tryOut(name, 'station-head');
  for (const name of ['issue-ticket', 'call-next', 'serve']) await tryOut(name, 'window-clerk');
  await tryOut('integrity-alerts', 'auditor');

  await tryOut('record-readiness', 'township-head');
  await getReady();
  await tryOut('activate-delegation', 'section-head');
  const walked = await tryOut('record-walkthrough', 'walker');
  const issue = at(walked, 'recordWalkthrough', 'walkthrough', 'issues', 0, 'id');
  for (const name of ['issue-ledger', 'ledger-report']) await tryOut(name, 'auditor');
  await answerIssue(issue);
  await tryOut('check-issue', 'auditor', { ID: issue });

  const prescribed = await tryOut('issue-licence', 'prescriber');
  await tryOut('use-up-licence', 'pharmacist', { CODE: at(prescribed, 'issueLicence', 'verificationCode') });
  await tryOut('licences', 'citizen');
  await tryOut('agree-to-offers', 'citizen');
  const offers = await tryOut('offers', 'citizen');
  await tryOut('decline-offer', 'citizen', { ID: at(offers, 'proactiveOffers', 'nodes', 0, 'id') });
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Tried where what they need is made: a plan is submitted, sources are asked, two departments exclude each other. */
const elsewhere = [
  'accept-evidence',
  'life-event',
  'lodge-certificate',
  'plan',
  'refuse-filing',
  'request-evidence',
  'submit',
];
const names = readdirSync(new URL('../../schema/operations/', import.meta.url)).map((file) =>
  file.replace('.graphql', ''),
);

/** Every instant, wherever it stands. */
function instantsIn(value: unknown, name = ''): ReadonlyArray<string> {
  if (typeof value === 'string') return /^at$|At$/.test(name) && value.length > '2026-11-27'.length ? [value] : [];
  return Object.entries(value ?? {}).flatMap(([key, each]) => instantsIn(each, Array.isArray(value) ? name : key));
}

describe('example operations, with the tokens of the development issuer and the variables that they show', () => {
  it.each(names.filter((name) => !elsewhere.includes(name)))('%s is answered', (name) => {
    const { data, errors } = answers.get(name) ?? { data: null };
    expect({ data, errors }).toEqual({ data: expect.any(Object), errors: undefined });
    for (const each of Object.values(data ?? {})) {
      expect(each).not.toBeNull();
      expect((each as { readonly problems?: unknown }).problems ?? []).toEqual([]);
    }
  });

  it('tell every instant as ISO 8601 writes it', () => {
    const instants = [...answers.values()].flatMap(({ data }) => instantsIn(data));
    expect(instants.length).toBeGreaterThan(30);
    expect(instants.filter((each) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(each))).toEqual([]);
  });
});
