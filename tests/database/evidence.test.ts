import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { newbornApplicant } from '../../scripts/newborn-example.ts';
import { citizen, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

const holder = { name: newbornApplicant.name, identityNumber: newbornApplicant.identityNumber };
const bill = { documentType: 'medical-bill-and-list', holders: [holder], number: 'JS-1', issuedOn: '2026-11-05' };

/** A hospital that has the bill, keeps the birth record to itself, has not entered the history, and knows of no vaccination. */
function registers(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-registers-'));
  const own = join(folder, 'health', 'registers');
  mkdirSync(own, { recursive: true });
  const write = (source: string, entries: ReadonlyArray<object>): void =>
    writeFileSync(join(own, `${source}.yaml`), JSON.stringify({ source, entries }));
  write('hospital-records', [{ documentType: 'birth-medical-record', holders: [holder], outcome: 'REFUSED' }]);
  write('hospital-settlement', [bill, { documentType: 'medical-history', holders: [holder], outcome: 'LATER' }]);
  return folder;
}

interface SeenFiling {
  readonly state: string;
  readonly message: string | null;
  readonly matter: { readonly department: { readonly code: string } };
  readonly evidence: ReadonlyArray<{
    readonly requirement: string;
    readonly materials: ReadonlyArray<{ readonly material: string }>;
    readonly documents?: ReadonlyArray<{ readonly documentType: string; readonly number: string }>;
  }>;
}
const query = `query ($id: ID!) { submission(id: $id) {
  state filings { state message evidence matter { department { code } } } correction { items { code message material path } }
} }`;
interface Seen {
  readonly state: string;
  readonly filings: ReadonlyArray<SeenFiling>;
  readonly correction: {
    readonly items: ReadonlyArray<{ readonly message: string; readonly material: string }>;
  } | null;
}
async function seen(graph: Graph, id: string, as: Caller = citizen): Promise<Seen> {
  return (await graph.ask<{ submission: Seen }>({ query, variables: { id } }, as)).submission;
}
const of = ({ filings }: Seen, department: string): SeenFiling =>
  filings.find(({ matter }) => matter.department.code === department) as SeenFiling;
const documentsOf = ({ evidence }: SeenFiling) =>
  evidence.flatMap(({ documents = [] }) => documents.map(({ documentType, number }) => [documentType, number]));

/** Of the first run; in production they are the operator's own. */
const departments = fileURLToPath(new URL('../../subgraphs/departments', import.meta.url));
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ production: true, registers: departments });
});
afterAll(() => graph.close());
it('each of the four shared rows of a birth is fetched and lies with the filing that needs it, and no other', async () => {
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'four' }));
  const id = submission?.id ?? '';
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  const whole = await seen(graph, id);
  const provided = whole.filings.flatMap((each) =>
    documentsOf(each).map((document) => [each.matter.department.code, ...document]),
  );
  expect(provided.sort()).toEqual([
    ['community-health', 'first-vaccination-record', 'YM-2026-110107'],
    ['health', 'birth-medical-record', 'RA-2026-110107'],
    ['medical-insurance', 'medical-bill-and-list', 'JS-2026-004711'],
    ['medical-insurance', 'medical-history', 'BL-2026-004711'],
  ]);
  // Who is not vouched for might have written a stranger's name and number: told that they were fetched, and not what they say.
  const { claims: _claims, ...unvouched } = citizen;
  expect((await seen(graph, id, unvouched)).filings.flatMap(documentsOf).map(([, number]) => number)).toEqual(
    provided.map(() => null),
  );
});

it('what a source has not got or refuses is asked for, what it cannot tell yet is waited for, and nothing else changes', async () => {
  const folder = registers();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const graph = await startGraph({ registers: folder });
  onTestFinished(() => graph.close());
  const plan = await planOf(graph);
  const { submission } = await submit(graph, inputFor(plan, { idempotencyKey: 'other' }));
  const id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'NEEDS_CORRECTION').length === 2);
  const asked = await seen(graph, id);
  expect(asked.correction?.items.map(({ material, message }) => [material, message])).toEqual([
    ['birth-medical-record:lin', expect.stringContaining('不予提供')],
    ['first-vaccination-record:baby', expect.stringContaining('没有查到')],
  ]);
  const waiting = asked.filings.filter(({ state }) => state === 'WAITING');
  expect(waiting.map(({ message }) => message)).toContainEqual(expect.stringContaining('暂时无法查询'));

  const supplement = (input: object) =>
    graph.ask<{ supplementSubmission: { problems: ReadonlyArray<{ code: string }> } }>(
      {
        query:
          'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code } } }',
        variables: { input: { idempotencyKey: 'mend', submission: id, ...input } },
      },
      citizen,
    );
  const bring = (material: string) => ({ material, bringToCounter: true });
  const foreign = await supplement({ evidence: [bring('medical-history:lin')] });
  expect(foreign.supplementSubmission.problems).toEqual([{ code: 'NOT_ASKED_FOR' }]);
  const mended = await supplement({
    evidence: [bring('birth-medical-record:lin'), bring('first-vaccination-record:baby')],
  });
  expect(mended.supplementSubmission.problems).toEqual([]);
  // All but those that wait for the hospital's history.
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'APPROVED').length >= 5);
  const after = await seen(graph, id);
  expect(of(after, 'health')).toMatchObject({ state: 'APPROVED' });
  expect(of(after, 'health').evidence.flatMap(({ materials }) => materials)).toContainEqual(
    expect.objectContaining({ material: 'birth-medical-record:lin' }),
  );
  expect(after.state).toBe('IN_PROGRESS');
});

it('a source that is out holds back what needs it, and is asked again', async () => {
  const plan = await planOf(graph);
  graph.switches.stopped.add('health asked');
  const { submission } = await submit(graph, inputFor(plan, { idempotencyKey: 'out' }));
  const id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.some(({ message }) => message?.includes('暂时无法查询') ?? false));
  graph.switches.stopped.delete('health asked');
  await until(graph, id, ({ state }) => state === 'COMPLETED');
});

it('a source to which consent is withdrawn is not asked any more, also where it was about to be', async () => {
  const plan = await planOf(graph);
  graph.switches.stopped.add('health asked');
  const { submission } = await submit(graph, inputFor(plan, { idempotencyKey: 'withdrawn' }));
  const id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.some(({ message }) => message?.includes('暂时无法查询') ?? false));
  await graph.ask(
    {
      query: 'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { code } } }',
      variables: { input: { idempotencyKey: 'take', submission: id, source: 'hospital-records' } },
    },
    citizen,
  );
  graph.switches.stopped.delete('health asked');
  await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
  const health = of(await seen(graph, id), 'health');
  expect(health).toMatchObject({ state: 'SUBMITTED', message: expect.stringContaining('已撤回') });
  expect(documentsOf(health)).toEqual([]);
});

it('in production the invented people of the first run are in no register', async () => {
  const graph = await startGraph({ production: true });
  onTestFinished(() => graph.close());
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'none' }));
  const id = submission?.id ?? '';
  // Four rows of three matters: nothing is taken from anywhere.
  await until(graph, id, ({ correction }) => correction?.items.length === 4);
  expect((await seen(graph, id)).filings.flatMap(documentsOf)).toEqual([]);
});
