import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { newbornAnswers, newbornForm, newbornParties, somebodyElse } from '../../scripts/newborn-example.ts';
import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  look,
  newborn,
  otherCitizen,
  type PlanAnswer,
  planOf,
  type SubmissionAnswer,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const stranger: Caller = { ...otherCitizen, claims: { ...somebodyElse } };
const codesOf = async (more: Record<string, unknown>, as?: Caller): Promise<ReadonlyArray<string>> => {
  const { submission, problems } = await submit(graph, inputFor(await planOf(graph), more), as);
  if (problems.length === 0) expect(submission).not.toBeNull();
  return problems.map(({ code, path }) => `${code} ${path.join('.')}`);
};
interface Unverified {
  readonly fact: string;
  readonly party: string | null;
  readonly message: string;
}
const unverifiedOf = async (id: string, as: Caller): Promise<ReadonlyArray<Unverified>> => {
  const query = 'query ($id: ID!) { submission(id: $id) { unverified { fact party message(language: EN) } } }';
  const asked = await graph.ask<{ submission: { unverified: ReadonlyArray<Unverified> } }>(
    { query, variables: { id } },
    as,
  );
  return asked.submission.unverified;
};

describe('who signed in', () => {
  it('submits for nobody else’s child, nor under another name', async () => {
    expect(await codesOf({ idempotencyKey: 'stranger' }, stranger)).toEqual([
      'PERSON_DIFFERS form.lin.identity-number',
    ]);
    const lin = { ...newbornForm.lin, name: '林敏' };
    expect(await codesOf({ idempotencyKey: 'name', form: { ...newbornForm, lin } })).toEqual([
      'PERSON_NAME_DIFFERS form.lin.name',
    ]);
  });

  it('and is vouched for completes without staff', async () => {
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'known' }));
    const id = submission?.id ?? '';
    expect(await unverifiedOf(id, citizen)).toEqual([]);
    await until(graph, id, ({ state }) => state === 'COMPLETED');
  });

  it('and is vouched for by nobody waits for staff, by no rule approved', async () => {
    const { submission } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: 'unknown' }),
      otherCitizen,
    );
    const id = submission?.id ?? '';
    expect(await unverifiedOf(id, otherCitizen)).toEqual([
      { fact: 'APPLICANT', party: 'lin', message: expect.stringContaining('not verified') },
    ]);
    for (;;) {
      const seen = await look(graph, id, otherCitizen);
      const begun = seen?.filings.filter(({ state }) => state !== 'WAITING') ?? [];
      expect(begun.map(({ state }) => state).filter((state) => state !== 'SUBMITTED')).toEqual([]);
      if (begun.length > 0) {
        expect(begun[0]?.message).toContain('核验');
        break;
      }
      await new Promise((done) => setTimeout(done, 25));
    }
  });
});

describe('one person', () => {
  it('is no two parties', async () => {
    const chen = { ...newbornForm.chen, 'identity-number': newbornForm.lin?.['identity-number'] };
    expect(await codesOf({ idempotencyKey: 'one', form: { ...newbornForm, chen } })).toEqual([
      'PERSON_NAME_DIFFERS form.chen.name',
      'PERSON_TWICE form.chen.identity-number',
    ]);
    const parties = [...newbornParties.slice(0, 2), { id: 'an', roles: ['CHILD'] }, { id: 'ning', roles: ['CHILD'] }];
    const { baby, ...parents } = newbornForm;
    const plan = await planOf(graph, { parties });
    const form = { ...parents, an: { ...baby }, ning: { ...baby } };
    const { problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'twins', parties, form }));
    expect(problems.map(({ code }) => code)).toEqual(['PERSON_TWICE']);
  });

  it('is not registered twice while the first is under way, not even at once', async () => {
    const stop = ['health', 'public-security'];
    for (const department of stop) graph.switches.stopped.add(`${department} door`);
    const plan = await planOf(graph);
    const baby = { ...newbornForm.baby, name: '陈小晨' };
    const send = (key: string) =>
      submit(graph, inputFor(plan, { idempotencyKey: key, form: { ...newbornForm, baby } }));
    const answers = await Promise.all(['a', 'b', 'c'].map(send));
    const received = answers.flatMap(({ submission }) => submission ?? []);
    expect(received).toHaveLength(1);
    const told = answers.flatMap(({ problems }) => problems);
    expect(told.map(({ code, path }) => [code, path])).toEqual([
      ['ALREADY_SUBMITTED', ['form', 'baby']],
      ['ALREADY_SUBMITTED', ['form', 'baby']],
    ]);
    expect(told[0]?.message).toContain(received[0]?.receiptNumber);
    for (const department of stop) graph.switches.stopped.delete(`${department} door`);
    await until(graph, received[0]?.id ?? '', ({ state }) => state === 'COMPLETED');
  });
});

/** Of what comes first, a source's answer or a desk's, nobody can be sure. */
const asksFor =
  (element: string) =>
  ({ correction }: SubmissionAnswer): boolean =>
    correction?.items.some(({ path }) => path.at(-1) === element) ?? false;

describe('a supplement', () => {
  it('mends what the notice names, and nothing else', async () => {
    const baby = { ...newbornForm.baby, name: '陈明天', 'birth-time': '09:09' };
    const late = { ...newbornForm.lin, 'discharge-date': '2999-01-01' };
    const input = inputFor(await planOf(graph), { idempotencyKey: 'mend', form: { ...newbornForm, baby, lin: late } });
    const id = (await submit(graph, input)).submission?.id ?? '';
    await until(graph, id, asksFor('discharge-date'));
    const send = async (key: string, form: Record<string, unknown>) => {
      const query =
        'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code path } } }';
      const variables = { input: { idempotencyKey: key, submission: id, form } };
      const { supplementSubmission } = await graph.ask<{
        supplementSubmission: { problems: ReadonlyArray<{ code: string; path: ReadonlyArray<string> }> };
      }>({ query, variables }, citizen);
      return supplementSubmission.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    const discharged = { 'discharge-date': newbornForm.lin?.['discharge-date'] };
    const lin = { ...discharged, 'identity-number': somebodyElse.identityNumber };
    expect(await send('m1', { lin })).toContain('NOT_ASKED_FOR form.lin.identity-number');
    expect(await send('m2', { lin: { 'discharge-date': null } })).toContain('FIELD_MISSING form.lin.discharge-date');
    expect(await send('m3', { lin: discharged })).toEqual([]);
    await until(graph, id, ({ state }) => state === 'COMPLETED');
  });
});

describe('by the caller’s word', () => {
  it('no document is held: staff look at it', async () => {
    const held = [{ documentType: 'household-register', subject: 'MOTHER', trust: 'A' }];
    const query = operationText('plan')
      .replace('$parties', '$held: [HeldDocumentInput!], $parties')
      .replace('parties: $parties', 'held: $held, parties: $parties');
    const variables = { ...newborn, answers: newbornAnswers, parties: newbornParties, held };
    const { lifeEvent } = await graph.ask<{ lifeEvent: { plan: PlanAnswer } }>({ query, variables });
    const { plan } = lifeEvent;
    expect(plan.materials.map(({ documentType }) => documentType.code)).not.toContain('household-register');
    const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'held', held }));
    expect(problems).toEqual([]);
    expect((await unverifiedOf(submission?.id ?? '', citizen)).map(({ fact }) => fact)).toEqual(['HELD']);
  });

  it('it is no other day: what is submitted is judged by today’s catalogue', async () => {
    const variables = { input: inputFor(await planOf(graph), { idempotencyKey: 'long ago' }) };
    const query = 'mutation ($input: SubmitLifeEventInput!) { submitLifeEvent(input: $input) { problems { code } } }';
    graph.switches.dates.clear();
    const { data } = await graph.gateway.execute({ query, variables }, citizen, { 'catalogue-date': '2026-01-01' });
    expect(data).toEqual({ submitLifeEvent: { problems: [] } });
    expect([...graph.switches.dates]).toEqual([todayInChina()]);
  });
});

describe('a department', () => {
  it('is not believed what it may not issue: its staff decide, and what holds is taken over', async () => {
    graph.switches.tampered.set('health', (data) => {
      const accepted = data.healthAccept as { results?: Array<{ party: string }> } | undefined;
      for (const result of accepted?.results ?? []) result.party = 'chen';
      return data;
    });
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'tampered' }));
    const id = submission?.id ?? '';
    const doubted = ({ message }: { message: string | null }) => message?.includes('办件以外的人') ?? false;
    const seen = await until(graph, id, ({ filings }) => filings.some(doubted));
    graph.switches.tampered.clear();
    const stuck = seen.filings.find(doubted);
    expect(stuck).toMatchObject({ state: 'SUBMITTED', message: expect.stringContaining('“出生医学证明”') });
    expect(seen.timeline.map(({ event }) => event)).toContain('RECEIPT_INVALID');
    expect(seen.filings.filter(({ state }) => state === 'APPROVED')).toEqual([]);
    const query = 'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { problems { code path } } }';
    const decide = (key: string, results: ReadonlyArray<Record<string, unknown>>) =>
      graph.ask<{ decideFiling: { problems: ReadonlyArray<{ code: string }> } }>(
        { query, variables: { input: { idempotencyKey: key, filing: stuck?.id, decision: 'APPROVE', results } } },
        clerk('health'),
      );
    const deed = { documentType: 'marriage-certificate', subject: 'MOTHER', number: '1' };
    expect((await decide('d1', [deed])).decideFiling.problems[0]).toEqual({
      code: 'RECEIPT_INVALID',
      path: ['results', '0'],
    });
    const certificate = { documentType: 'birth-certificate', subject: 'CHILD', party: 'baby', number: 'Z330000001' };
    const both = ['正页', '副页'].map((spec) => ({ ...certificate, spec }));
    expect((await decide('d2', both)).decideFiling.problems).toEqual([]);
    await until(graph, id, ({ state }) => state === 'COMPLETED');
  });
});
