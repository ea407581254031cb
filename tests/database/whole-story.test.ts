import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { newbornFormOn } from '../../scripts/newborn-example.ts';
import { citizen, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';

/* One query tells a citizen's whole story, each part by whoever has it: each is asked, and looks who asks, once. */

const now = Date.parse('2026-11-27T01:00:00Z');
let graph: Graph;
let id: string;

interface Story {
  readonly submission: {
    readonly state: string;
    readonly filings: ReadonlyArray<{ readonly state: string; readonly matter: { readonly code: string } }>;
    readonly licences: ReadonlyArray<{ readonly documentType: { readonly code: string } }> | null;
    readonly appeals: ReadonlyArray<{ readonly status: string }> | null;
    readonly appointments: ReadonlyArray<{ readonly status: string }> | null;
  } | null;
}
const tell = async (as: Caller | null = citizen) => {
  const { data, errors } = await graph.gateway.execute({ query: operationText('whole-story'), variables: { id } }, as);
  return { submission: (data as Story | null)?.submission ?? null, errors: errors ?? [] };
};
async function say(field: string, input: object): Promise<void> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code message } } }`;
  const answer = await graph.ask<Record<string, { problems: ReadonlyArray<unknown> }>>(
    { query, variables: { input: { idempotencyKey: field, ...input } } },
    citizen,
  );
  expect(answer[field]?.problems).toEqual([]);
}

beforeAll(async () => {
  graph = await startGraph({ now: () => now });
  const { submission, problems } = await submit(
    graph,
    inputFor(await planOf(graph), { idempotencyKey: 'story', form: newbornFormOn(now) }, now),
  );
  expect(problems).toEqual([]);
  id = submission?.id ?? '';
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  await say('openAppeal', { kind: 'hard-case', text: '户口本上的名字写错了。', submission: id });
  await say('bookAppointment', { queue: 'ruian-household', matters: ['330381GA000709105001'], submission: id });
  // What was issued goes to the vault by itself.
  for (;;) {
    const { submission: seen } = await tell();
    if ((seen?.licences?.length ?? 0) > 0) break;
    await new Promise((done) => setTimeout(done, 25));
  }
});
afterAll(() => graph.close());

describe('service-desk, proof across subgraphs: one query tells a citizen’s whole story', () => {
  it('submission, filings, licences, appeals and appointments, with one identity check per subgraph', async () => {
    graph.switches.reached.clear();
    const { submission, errors } = await tell();
    expect(errors).toEqual([]);
    expect(submission).toMatchObject({
      ...{ state: 'COMPLETED', appeals: [{ status: 'IN_HAND' }], appointments: [{ status: 'BOOKED' }] },
      filings: expect.arrayContaining([expect.objectContaining({ state: 'APPROVED' })]),
      licences: expect.arrayContaining([expect.objectContaining({ documentType: { code: 'birth-certificate' } })]),
    });
    // Whoever is asked checks once who asks: once each, and nobody else at all.
    const story = ['journeys', 'licences', 'appeals', 'appointments'];
    expect([...graph.switches.reached].sort()).toEqual(story.map((name) => [name, 1]).sort());
  });

  it('to its applicant alone', async () => {
    for (const as of [otherCitizen, null]) expect((await tell(as)).submission).toBeNull();
  });

  it.each(['licences', 'appeals', 'appointments'] as const)('while %s is stopped the rest answers', async (name) => {
    const { submission: whole } = await tell();
    graph.switches.stopped.add(name);
    const { submission, errors } = await tell();
    graph.switches.stopped.delete(name);
    expect(submission).toEqual({ ...whole, [name]: null });
    expect(errors.length).toBeGreaterThan(0);
  });

  it.each(['catalogue', 'policies', 'supervision', 'public-security'])(
    'while %s is stopped nothing of it is missing',
    async (name) => {
      const whole = await tell();
      graph.switches.stopped.add(name);
      const without = await tell();
      graph.switches.stopped.delete(name);
      expect(without).toEqual(whole);
    },
  );

  it('while submissions are stopped, what others have of the citizen answers', async () => {
    graph.switches.stopped.add('journeys');
    const { submission } = await tell();
    const { data, errors } = await graph.gateway.execute(
      { query: '{ licences { totalCount } appeals { totalCount } appointments { totalCount } }' },
      citizen,
    );
    graph.switches.stopped.delete('journeys');
    expect(submission).toBeNull();
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ appeals: { totalCount: 1 }, appointments: { totalCount: 1 } });
  });
});
