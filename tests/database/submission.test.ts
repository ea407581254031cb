import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { newbornAnswers, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import { checkCharacter } from '../../subgraphs/language/identity-number.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  look,
  newborn,
  otherCitizen,
  planOf,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

describe('the newborn event through the gateway', () => {
  it('plans as the core does: four documents, 24 rows accounted for', async () => {
    const plan = await planOf(graph);
    expect(plan.problems).toEqual([]);
    expect(plan.materials.map(({ documentType }) => documentType.code).sort()).toEqual([
      'birth-registration-form',
      'household-register',
      'marriage-certificate',
      'resident-identity-card',
    ]);
    expect(plan.reduction).toMatchObject({
      kept: 4,
      merged: 7,
      produced: 9,
      shared: 4,
      before: { forms: 5, materials: 24 },
      after: { forms: 1, materials: 4 },
    });
    expect(plan.optimal).toBe(true);
  });

  it('with no answers asks the open questions', async () => {
    const plan = await planOf(graph, { answers: [] });
    expect(plan.openQuestions.length).toBeGreaterThan(5);
  });
});

describe('a submission', () => {
  it('completes all seven matters and passes the certificate number on', async () => {
    const { submission, problems } = await submit(graph, inputFor(await planOf(graph)));
    expect(problems).toEqual([]);
    const seen = await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
    expect(seen.filings.map(({ state }) => state)).toEqual(Array(7).fill('APPROVED'));
    const codes = seen.results.map(({ documentType }) => documentType.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'birth-certificate',
        'citizen-identity-number',
        'social-security-card',
        'insurance-enrolment',
      ]),
    );
    const identity = seen.results.find(({ documentType }) => documentType.code === 'citizen-identity-number');
    expect(identity?.number).toMatch(/^3303\*+.{4}$/);
    expect(seen.timeline.map(({ event }) => event)).toEqual([
      'RECEIVED',
      ...Array(6).fill('APPROVED'),
      'AWAITING_PAYMENT',
      'PAYMENT_PAID',
      'APPROVED',
      'COMPLETED',
    ]);
  });

  it('issues an identity number that holds by GB 11643', async () => {
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const counted = await sql`select name from department_public_security.counters where name like 'identity%'`;
    await sql.end();
    expect(counted[0]?.name).toBe(`identity 330381 ${newbornForm.baby?.['birth-date']} 女`);
    expect(checkCharacter('11010519491231002')).toBe('X');
  });

  it('of twins does the child’s matters for each', async () => {
    const parties = [...newbornParties.slice(0, 2), { id: 'an', roles: ['CHILD'] }, { id: 'ning', roles: ['CHILD'] }];
    const { baby, ...parents } = newbornForm;
    const form = { ...parents, an: { ...baby, name: '陈安' }, ning: { ...baby, name: '陈宁' } };
    const plan = await planOf(graph, { parties });
    const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'twins', parties, form }));
    expect(problems).toEqual([]);
    const seen = await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
    expect(seen.filings).toHaveLength(13);
    const numbers = seen.results.filter(
      ({ documentType, spec }) => documentType.code === 'birth-certificate' && spec === '正页',
    );
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(2);
  });

  it('replays a key, refuses it with another content, and tells citizens apart', async () => {
    const plan = await planOf(graph);
    const input = inputFor(plan, { idempotencyKey: 'replay' });
    const first = await submit(graph, input);
    const reordered = Object.fromEntries(Object.entries(input).reverse());
    expect((await submit(graph, reordered)).submission?.id).toBe(first.submission?.id);
    const changed = await submit(graph, {
      ...input,
      form: { ...newbornForm, baby: { ...newbornForm.baby, name: '陈光' } },
    });
    expect(changed.problems.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const another = await submit(graph, input, otherCitizen);
    expect(another.submission?.id).not.toBe(first.submission?.id);
  });

  it('fifty at once are one: planned once, and one row', async () => {
    const input = inputFor(await planOf(graph), { idempotencyKey: 'fifty' });
    graph.switches.reached.delete('planning input');
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(graph, input)));
    expect(new Set(answers.map(({ submission }) => submission?.id)).size).toBe(1);
    expect(graph.switches.reached.get('planning input')).toBe(1);
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const [counted] =
      await sql`select count(*)::int as n from journeys.submissions where id = ${answers[0]?.submission?.id ?? ''}
      or (subject, idempotency_key) = (select subject, idempotency_key from journeys.submissions where id = ${answers[0]?.submission?.id ?? ''})`;
    await sql.end();
    expect(counted?.n).toBe(1);
  });

  it('tells every problem at once, in both languages, and consumes no key', async () => {
    const plan = await planOf(graph);
    const { baby, ...parents } = newbornForm;
    const { name: _name, ...nameless } = baby as Record<string, unknown>;
    const wrong = inputFor(plan, {
      idempotencyKey: 'wrong',
      form: {
        ...parents,
        baby: { ...nameless, 'birth-weight': 3 },
        chen: { ...newbornForm.chen, 'identity-number': '330381199303030018' },
      },
      evidence: [
        { material: plan.materials[0]?.id, later: true },
        { material: 'nothing', bringToCounter: true },
      ],
      consents: [],
    });
    const { submission, problems } = await submit(graph, wrong);
    expect(submission).toBeNull();
    const codes = new Set(problems.map(({ code }) => code));
    for (const code of [
      'FIELD_MISSING',
      'FIELD_INVALID',
      'IDENTITY_NUMBER_INVALID',
      'NOT_DEFERRABLE',
      'UNKNOWN_MATERIAL',
      'EVIDENCE_MISSING',
      'CONSENT_MISSING',
    ]) {
      expect(codes).toContain(code);
    }
    expect(problems.find(({ code }) => code === 'FIELD_MISSING')?.path).toEqual(['form', 'baby', 'name']);
    expect((await submit(graph, { ...inputFor(plan), idempotencyKey: 'wrong' })).submission).not.toBeNull();
  });

  it('refuses an old plan, open questions, and nobody', async () => {
    const plan = await planOf(graph);
    const outdated = await submit(graph, inputFor(plan, { idempotencyKey: 'old', planId: 'another' }));
    expect(outdated.problems.map(({ code }) => code)).toEqual(['PLAN_OUTDATED']);
    const open = await submit(graph, inputFor(plan, { idempotencyKey: 'open', answers: newbornAnswers.slice(1) }));
    expect(open.problems.map(({ code }) => code)).toContain('QUESTION_OPEN');
    const unknown = await submit(graph, inputFor(plan, { idempotencyKey: 'none', lifeEvent: 'flood' }));
    expect(unknown.problems.map(({ code }) => code)).toEqual(['LIFE_EVENT_NOT_OFFERED']);
    await expect(
      graph.ask({
        query: 'mutation ($input: SubmitLifeEventInput!) { submitLifeEvent(input: $input) { problems { code } } }',
        variables: { input: inputFor(plan) },
      }),
    ).rejects.toThrow('UNAUTHENTICATED');
  });

  it('refuses parties under names that are none, and looks for none under them', async () => {
    const hostile = [...newbornParties.slice(0, 2), { id: '__proto__', roles: ['CHILD'] }];
    const { problems } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: 'proto', parties: hostile }),
    );
    expect(problems).toMatchObject([{ code: 'PARTY_ID_INVALID', path: ['parties', '2', 'id'] }]);
    await expect(look(graph, 'a\0')).rejects.toThrow('INPUT_NOT_TEXT');
  });

  it('is seen by its applicant and the departments concerned, by nobody else', async () => {
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'seen' }));
    const id = submission?.id ?? '';
    expect(await look(graph, id, otherCitizen)).toBeNull();
    expect(await look(graph, id, null)).toBeNull();
    expect(await look(graph, id, clerk('tax'))).not.toBeNull();
    expect(await look(graph, id, clerk('archives'))).toBeNull();
    const queue = { query: 'query ($d: ID!) { filings(department: $d) { totalCount } }', variables: { d: 'tax' } };
    await expect(graph.ask(queue, clerk('health'))).rejects.toThrow('FORBIDDEN');
    expect(
      (await graph.ask<{ filings: { totalCount: number } }>(queue, clerk('tax'))).filings.totalCount,
    ).toBeGreaterThan(0);
  });

  it('asks for what a department’s check misses, and goes on with what is supplemented', async () => {
    const future = { ...newbornForm, lin: { ...newbornForm.lin, 'discharge-date': '2999-01-01' } };
    const { submission } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: 'future', form: future }),
    );
    const id = submission?.id ?? '';
    const asked = ['form', 'lin', 'discharge-date'].join();
    await until(graph, id, ({ correction }) => correction?.items.some(({ path }) => path.join() === asked) ?? false);
    const supplement = (key: string) =>
      graph.ask<{ supplementSubmission: { problems: unknown[] } }>(
        {
          query:
            'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code } } }',
          variables: {
            input: {
              idempotencyKey: key,
              submission: id,
              form: { lin: { 'discharge-date': newbornForm.lin?.['discharge-date'] } },
            },
          },
        },
        citizen,
      );
    expect((await supplement('s')).supplementSubmission.problems).toEqual([]);
    const done = await until(graph, id, ({ state }) => state === 'COMPLETED');
    expect(done.results.length).toBeGreaterThan(7);
  });

  it('keeps personal data sealed in the database', async () => {
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    for (const table of ['journeys.submissions', 'journeys.filings', 'department_public_security.filings']) {
      const rows = await sql.unsafe<Array<{ text: string }>>(`select t::text as text from ${table} t`);
      expect(rows.length).toBeGreaterThan(0);
      const bytes = await sql.unsafe<Array<{ text: string }>>(`select encode(sealed, 'escape') as text from ${table}`);
      for (const { text } of [...rows, ...bytes]) expect(text).not.toMatch(/陈晨|林静|330381199505050022|13800000000/);
    }
    await sql.end();
  });
});

describe('with a department stopped', () => {
  it('the plan names it, demands nothing new, and cannot be submitted', async () => {
    const whole = await planOf(graph);
    graph.switches.stopped.add('public-security');
    const plan = await planOf(graph);
    expect(plan.complete).toBe(false);
    expect(plan.missing.map(({ title }) => title)).toEqual(['新生儿户籍登记']);
    const known = new Set(whole.materials.map(({ documentType }) => documentType.code));
    expect(plan.materials.filter(({ documentType }) => !known.has(documentType.code))).toEqual([]);
    const { data, errors } = await graph.gateway.execute({
      query: '{ lifeEvent(code: "newborn", region: "330381000000") { matters { code requirements { name } } } }',
    });
    expect(data).toMatchObject({ lifeEvent: { matters: Array(7).fill({}) } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'public-security', retryable: true },
    });
    expect(errors?.[0]?.message).toContain('瑞安市公安局');
    const { problems } = await submit(graph, inputFor(whole, { idempotencyKey: 'while-out' }));
    expect(problems.map(({ code }) => code)).toEqual(['DEPARTMENT_UNAVAILABLE']);
    graph.switches.stopped.clear();
    expect((await submit(graph, inputFor(whole, { idempotencyKey: 'while-out' }))).problems).toEqual([]);
  });

  it('a submission under way waits, says so, and completes when it returns', async () => {
    graph.switches.stopped.add('tax door');
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'under-way' }));
    const id = submission?.id ?? '';
    const seen = await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts > 0));
    expect(seen.state).toBe('IN_PROGRESS');
    expect(seen.filings.find(({ attempts }) => attempts > 0)?.message).toContain('瑞安市税务局');
    expect(seen.filings.filter(({ state }) => state === 'APPROVED')).toHaveLength(6);
    const filing = seen.filings.find(({ attempts }) => attempts > 0)?.id ?? '';
    const retry = async (key: string, as: Caller) => {
      const query =
        'mutation ($input: RetryFilingInput!) { retryFiling(input: $input) { filing { id parked } problems { code } } }';
      const { retryFiling } = await graph.ask<{ retryFiling: { filing: object | null; problems: { code: string }[] } }>(
        { query, variables: { input: { idempotencyKey: key, filing } } },
        as,
      );
      return [retryFiling.filing, ...retryFiling.problems.map(({ code }) => code)];
    };
    expect(await retry('r0', clerk('health'))).toEqual([null, 'FILING_NOT_FOUND']);
    expect(await retry('r1', citizen)).toEqual([null, 'FILING_NOT_FOUND']);
    expect(await retry('r2', clerk('tax'))).toEqual([{ id: filing, parked: false }]);
    const { filings } = await graph.ask<{ filings: { totalCount: number } }>(
      { query: '{ filings(department: "tax", parked: true) { totalCount } }' },
      clerk('tax'),
    );
    expect(filings.totalCount).toBe(0);
    graph.switches.stopped.clear();
    await until(graph, id, ({ state }) => state === 'COMPLETED');
    expect(await retry('r2', clerk('tax'))).toEqual([{ id: filing, parked: false }]);
    expect(await retry('r3', clerk('tax'))).toEqual([null, 'NOTHING_TO_RETRY']);
  });

  it('no outage tells an address', async () => {
    graph.switches.stopped.add('journeys');
    const { errors } = await graph.gateway.execute({
      query: `{ lifeEvent(code: "${newborn.code}", region: "${newborn.region}") { plan { id } } }`,
    });
    graph.switches.stopped.clear();
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|:\d{4}/);
  });
});

describe('where staff decide', () => {
  const decide = (input: Record<string, unknown>, as = clerk('tax')) =>
    graph.ask<{ decideFiling: { filing: { state: string } | null; problems: Array<{ code: string }> } }>(
      {
        query:
          'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { filing { state } problems { code } } }',
        variables: { input },
      },
      as,
    );
  const withdraw = (submission: string, idempotencyKey: string, as = citizen) =>
    graph.ask<{ withdrawSubmission: { submission: { state: string } | null; problems: Array<{ code: string }> } }>(
      {
        query:
          'mutation ($input: WithdrawSubmissionInput!) { withdrawSubmission(input: $input) { submission { state } problems { code } } }',
        variables: { input: { idempotencyKey, submission } },
      },
      as,
    );
  const waitingForTax = async (key: string) => {
    const { submission, problems } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: key }));
    expect(problems).toEqual([]);
    const id = submission?.id ?? '';
    const seen = await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
    return { id, filing: seen.filings.find(({ state }) => state === 'SUBMITTED')?.id ?? '' };
  };
  beforeAll(() => leaveToStaff(graph, 'tax'));

  it('a filing waits for them, is decided once, and by nobody else', async () => {
    const { id, filing } = await waitingForTax('staff');
    const approve = {
      idempotencyKey: 'd1',
      filing,
      decision: 'APPROVE',
      results: [{ documentType: 'insurance-payment-receipt', subject: 'CHILD', party: 'baby', number: 'T-1' }],
    };
    expect((await decide(approve, clerk('health'))).decideFiling.problems).toMatchObject([
      { code: 'FILING_NOT_FOUND' },
    ]);
    expect((await decide(approve, citizen)).decideFiling.problems).toMatchObject([{ code: 'FILING_NOT_FOUND' }]);
    expect((await decide({ ...approve, idempotencyKey: 'd0', decision: 'ACCEPT' })).decideFiling.filing?.state).toBe(
      'AWAITING_PAYMENT',
    );
    await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'ACCEPTED'));
    expect((await decide(approve)).decideFiling.filing?.state).toBe('APPROVED');
    expect((await decide(approve)).decideFiling.filing?.state).toBe('APPROVED');
    expect((await decide({ ...approve, decision: 'REFUSE' })).decideFiling.problems).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
    const refused = await decide({ ...approve, idempotencyKey: 'd2', decision: 'REFUSE' });
    expect(refused.decideFiling.problems).toMatchObject([{ code: 'FILING_ALREADY_DECIDED' }]);
    const done = await until(graph, id, ({ state }) => state === 'COMPLETED');
    expect(done.results.filter(({ number }) => number === 'T-1')).toHaveLength(1);
  });

  it('a refusal leaves the rest standing', async () => {
    const { id, filing } = await waitingForTax('refused');
    await decide({ idempotencyKey: 'd3', filing, decision: 'REFUSE', reason: '参保信息不一致' });
    const seen = await until(graph, id, ({ state }) => state === 'PARTLY_COMPLETED');
    expect(seen.filings.find(({ id: each }) => each === filing)?.message).toBe('参保信息不一致');
    const { submission } = await graph.ask<{
      submission: { filings: ReadonlyArray<{ id: string; matter: { remedies: ReadonlyArray<object> } }> };
    }>(
      {
        query: `query ($id: ID!) { submission(id: $id) {
        filings { id matter { remedies { kind to(language: EN) within legalBasis { title } } } }
      } }`,
        variables: { id },
      },
      citizen,
    );
    expect(submission.filings.find((each) => each.id === filing)?.matter.remedies[0]).toEqual({
      kind: 'RECONSIDERATION',
      to: 'The superior of the department that decided',
      within: 'P60D',
      legalBasis: { title: '中华人民共和国行政复议法' },
    });
  });

  it('takes a submission back, once, for its applicant alone', async () => {
    const { id, filing } = await waitingForTax('withdrawn');
    expect((await withdraw(id, 'w', otherCitizen)).withdrawSubmission.problems).toMatchObject([
      { code: 'SUBMISSION_NOT_FOUND' },
    ]);
    expect((await withdraw(id, 'w')).withdrawSubmission).toMatchObject({
      submission: { state: 'PARTLY_COMPLETED' },
      problems: [],
    });
    expect((await withdraw(id, 'w')).withdrawSubmission.problems).toEqual([]);
    expect((await withdraw(id, 'again')).withdrawSubmission.problems).toMatchObject([{ code: 'ALREADY_ENDED' }]);
    expect((await decide({ idempotencyKey: 'd4', filing, decision: 'APPROVE' })).decideFiling.problems).toMatchObject([
      { code: 'FILING_ALREADY_DECIDED' },
    ]);
  });

  it('a withdrawal waits for no department that is out, and is not half done', async () => {
    const { id } = await waitingForTax('out while withdrawing');
    graph.switches.stopped.add('tax');
    expect((await withdraw(id, 'w2')).withdrawSubmission.problems).toMatchObject([{ code: 'DEPARTMENT_UNAVAILABLE' }]);
    graph.switches.stopped.clear();
    expect((await withdraw(id, 'w2')).withdrawSubmission).toMatchObject({
      submission: { state: 'PARTLY_COMPLETED' },
      problems: [],
    });
  });
});

describe('what is published while a submission is under way', () => {
  const events = async (id: string) => (await look(graph, id))?.filings.map(({ state }) => state);

  it('changes nothing of it: its departments go by what it was planned from, before they have it and after', async () => {
    // Planned and asked for under the catalogue by which all decide by rule.
    await importCatalogue(graph.database.adminUrl, { ...catalogue, publication: { ...catalogue.publication } });
    const discharged = { ...newbornForm.lin, 'discharge-date': '2999-01-01' };
    const wrong = inputFor(await planOf(graph), {
      idempotencyKey: 'asked before',
      form: { ...newbornForm, lin: discharged },
    });
    const asked = (await submit(graph, wrong)).submission?.id ?? '';
    const { correction } = await until(graph, asked, ({ state }) => state === 'NEEDS_CORRECTION');
    expect(correction?.items.map(({ path }) => path.join())).toEqual(['form,lin,discharge-date']);
    graph.switches.stopped.add('tax door');
    const held = (await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'held before' }))).submission;
    await until(graph, held?.id ?? '', ({ filings }) => filings.some(({ attempts }) => attempts > 0));

    await leaveToStaff(graph, 'tax', 'medical-insurance');
    graph.switches.stopped.clear();
    await until(graph, held?.id ?? '', ({ state }) => state === 'COMPLETED');
    await graph.ask(
      {
        query:
          'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code } } }',
        variables: {
          input: {
            idempotencyKey: 'mended',
            submission: asked,
            form: { lin: { 'discharge-date': newbornForm.lin?.['discharge-date'] } },
          },
        },
      },
      citizen,
    );
    await until(graph, asked, ({ state }) => state === 'COMPLETED');

    // What is planned from now on goes by what is published now.
    const after = (await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'sent after' }))).submission;
    await until(graph, after?.id ?? '', ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
    expect(await events(after?.id ?? '')).toContain('SUBMITTED');
  });
});
