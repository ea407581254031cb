import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  look,
  otherCitizen,
  planOf,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';
import { mutate } from './lived.ts';

let graph: Graph;
let id = '';
beforeAll(async () => {
  graph = await startGraph();
  // What comes after the birth certificate waits for it.
  graph.switches.stopped.add('health door');
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'consents' }));
  id = submission?.id ?? '';
  // And what is drawn on for it was: it may have been on its way.
  await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts > 0));
});
afterAll(() => graph.close());

interface Seen {
  readonly consents: ReadonlyArray<Record<string, unknown>> | null;
  readonly filings: ReadonlyArray<{
    readonly state: string;
    readonly matter: { readonly code: string };
    readonly message: string | null;
    readonly evidence: ReadonlyArray<{
      readonly requirement: string;
      readonly fate: string;
      readonly sources: ReadonlyArray<string>;
    }>;
  }>;
  readonly timeline: ReadonlyArray<{ readonly event: string }>;
}
const see = async (as = citizen): Promise<Seen | null> => {
  const query = `query ($id: ID!) { submission(id: $id) {
    consents { source { code } purpose textVersion text requirements granted at withdrawnAt }
    filings { state matter { code } message evidence } timeline { event } } }`;
  return (await graph.ask<{ submission: Seen | null }>({ query, variables: { id } }, as)).submission;
};
const take = (idempotencyKey: string, source = 'hospital-records', as = citizen) =>
  mutate(graph, 'withdrawConsent', { idempotencyKey, submission: id, source }, as);

it('what was agreed to is told to the applicant: for what, by which text, for which rows, and since when', async () => {
  expect((await see())?.consents).toContainEqual({
    ...{
      source: { code: 'hospital-records' },
      purpose: 'SUBMISSION',
      textVersion: '1',
      granted: true,
      withdrawnAt: null,
    },
    text: expect.stringContaining('同意'),
    requirements: expect.arrayContaining(['WJ1001-03', 'SQ2002-02']),
    at: expect.stringMatching(/Z$/),
  });
});

it.each([
  ['another', 'another’s', 'hospital-records', otherCitizen, 'SUBMISSION_NOT_FOUND'],
  ['staff', 'staff', 'hospital-records', clerk('health'), 'SUBMISSION_NOT_FOUND'],
  ['who never agreed', 'never', 'tax', citizen, 'CONSENT_NOT_GIVEN'],
] as const)('nobody takes back what is not theirs to take: %s', async (_who, key, source, as, code) => {
  await expect(take(key, source, as)).rejects.toThrow(code);
});

it('once taken back it is not drawn on where nothing was handed over yet, and staff decide there', async () => {
  await take('take');
  graph.switches.stopped.clear();
  const community = '330381SQ000123002000';
  await until(graph, id, ({ filings }) =>
    filings.some(({ matter, state }) => matter.code === community && state === 'SUBMITTED'),
  );
  const seen = (await see()) as Seen;
  const rowOf = (matter: string, requirement: string) =>
    seen.filings
      .find((filing) => filing.matter.code === matter)
      ?.evidence.find((row) => row.requirement === requirement);
  expect(rowOf(community, 'SQ2002-02')).toMatchObject({ fate: 'CONSENT_WITHDRAWN', sources: [] });
  expect(seen.filings.find(({ matter }) => matter.code === community)?.message).toContain('已撤回');
  // It may have been on its way already, and the same filing says the same twice.
  expect(rowOf('330381WJ000123001000', 'WJ1001-03')).toMatchObject({ fate: 'SHARED', sources: ['hospital-records'] });
  // What rests on another consent goes on.
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'APPROVED').length === 6);
});

it('it is written down once, with its time', async () => {
  const seen = (await see()) as Seen;
  expect(seen.consents?.find(({ source }) => (source as { code: string }).code === 'hospital-records')).toMatchObject({
    granted: true,
    withdrawnAt: expect.stringMatching(/Z$/),
  });
  await take('take');
  await expect(take('take again')).rejects.toThrow('CONSENT_NOT_GIVEN');
  expect((await look(graph, id))?.timeline.filter(({ event }) => event === 'CONSENT_WITHDRAWN')).toHaveLength(1);
});

it('of a submission that an earlier release received it is written down when it is taken back', async () => {
  const sql = postgres(graph.database.adminUrl, { max: 1 });
  await sql`delete from journeys.consents where submission = ${id}`;
  await sql.end();
  expect((await see())?.consents).toEqual([]);
  await take('settlement', 'hospital-settlement');
  expect((await see())?.consents).toContainEqual(
    expect.objectContaining({ source: { code: 'hospital-settlement' }, withdrawnAt: expect.stringMatching(/Z$/) }),
  );
});
