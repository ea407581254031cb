import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import { newbornAnswers, newbornApplicant, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import {
  citizen,
  type Graph,
  inputFor as inputForAnyTime,
  newborn,
  type PlanAnswer,
  startGraph,
  submit,
} from './gateway-of.ts';

/** The child of the hospital’s register. */
const inputFor = (plan: PlanAnswer, more: Record<string, unknown> = {}) =>
  inputForAnyTime(plan, { ...more, birthTime: '08:30' });

interface Item {
  readonly id: string;
  readonly outcome: string;
  readonly question: { readonly code: string } | null;
  readonly answer: unknown;
  readonly document: { readonly data: unknown } | null;
}
interface Shown {
  readonly id: string;
  readonly items: ReadonlyArray<Item>;
  readonly answers: ReadonlyArray<{ question: { code: string }; value: unknown; toldBy: string }>;
  readonly form: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sourcesToRefuse: ReadonlyArray<unknown>;
}
interface Answered {
  readonly request: Shown | null;
  readonly problems: ReadonlyArray<{ readonly code: string; readonly path: ReadonlyArray<string> }>;
}
type Answers = ReadonlyArray<{ readonly question: string; readonly value: unknown; readonly toldBy?: string }>;

type Facts = ReadonlyArray<{ readonly party: string; readonly field: string; readonly value: unknown }>;

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const fields = `request { id form sourcesToRefuse { code } answers { question { code } value toldBy }
  items { id outcome answer question { code } document { data } } } problems { code path }`;
let said = 0;
const theDayAfter = todayInChina(Date.parse(String(newbornForm.baby?.['birth-date'])) + 86_400_000);
async function mutate(name: 'requestEvidence' | 'acceptEvidence', input: object): Promise<Answered> {
  const type = name === 'requestEvidence' ? 'RequestEvidenceInput' : 'AcceptEvidenceInput';
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
  const variables = { input: { idempotencyKey: `fact-${++said}`, ...input } };
  return (await graph.ask<Record<string, Answered>>({ query, variables }, citizen))[name] as Answered;
}
type Asking = PlanAnswer & {
  readonly openQuestions: ReadonlyArray<{
    readonly question: { readonly code: string };
    readonly knownBy: ReadonlyArray<{ readonly code: string }>;
  }>;
  readonly questionnaire: object;
  readonly derivedAnswers: ReadonlyArray<object>;
};
async function plan(answers: Answers, facts: Facts = []): Promise<Asking> {
  const { lifeEvent } = await graph.ask<{ lifeEvent: { plan: Asking } }>(
    { query: operationText('plan'), variables: { ...newborn, answers, facts, parties: newbornParties } },
    citizen,
  );
  return lifeEvent.plan;
}
const asked = ({ openQuestions }: Asking) => openQuestions.map(({ question }) => question.code);

const known = ['maternity-insurance', 'household-kind'];
const answered: Answers = newbornAnswers.filter(({ question }) => !known.includes(question));
const sources = ['medical-insurance-data', 'police-data'];
const consents = sources.map((source) => ({ source, granted: true }));
const form = { lin: { name: newbornApplicant.name, 'identity-number': newbornApplicant.identityNumber } };

it('what a source tells and the citizen accepts is not asked, what they dispute is asked again', async () => {
  const open = await plan(answered);
  expect(asked(open)).toEqual(expect.arrayContaining(known));
  const event = { lifeEvent: newborn.code, region: newborn.region, parties: newbornParties, planId: open.id };
  const looked = await mutate('requestEvidence', { ...event, answers: answered, form, consents });
  expect(looked.problems).toEqual([]);
  const items = looked.request?.items ?? [];
  expect(
    items.map(({ question, outcome, answer, document }) => [question?.code, outcome, answer, document?.data]),
  ).toEqual([
    ['household-kind', 'FOUND', 'family', { 'household-kind': '家庭户' }],
    ['maternity-insurance', 'FOUND', 'employee', { 'insurance-kind': '职工基本医疗保险' }],
  ]);
  expect(looked.request?.answers).toEqual([]);

  const request = looked.request?.id ?? '';
  const decide = (household: boolean) =>
    mutate('acceptEvidence', {
      request,
      items: items.map(({ id, question }) => ({
        item: id,
        accepted: household || question?.code !== 'household-kind',
      })),
    });
  const told = ({ request: after }: Answered): Answers =>
    (after?.answers ?? []).map(({ question, value, toldBy }) => ({ question: question.code, value, toldBy }));
  const disputed = await decide(false);
  const halfway = await plan([...answered, ...told(disputed)]);
  expect([asked(halfway), disputed.request?.sourcesToRefuse]).toEqual([['household-kind'], []]);
  expect(halfway.questionnaire).toEqual({ open: 1, asked: answered.length, told: 1, derived: 0 });

  const answers = [...answered, ...told(await decide(true))];
  const whole = await plan(answers);
  expect(whole.openQuestions).toEqual([]);
  expect(whole.questionnaire).toEqual({ open: 0, asked: answered.length, told: 2, derived: 0 });

  // What nobody told, or told in another request, is no source's word.
  const forgeries: ReadonlyArray<(each: Answers[number]) => object> = [
    () => ({ toldBy: 'none' }),
    ({ question }) => (question === 'maternity-insurance' ? { value: 'resident' } : {}),
  ];
  for (const change of forgeries) {
    const forged = answers.map((each) => (each.toldBy ? { ...each, ...change(each) } : each));
    const { id } = await plan(forged);
    const { problems } = await submit(graph, {
      ...inputFor(whole, { idempotencyKey: 'forged' }),
      answers: forged,
      planId: id,
    });
    expect(problems.map(({ code }) => code)).toContain('ANSWER_NOT_TOLD');
  }
  const { problems } = await submit(graph, { ...inputFor(whole, { idempotencyKey: 'told' }), answers });
  expect(problems).toEqual([]);
});

it('without consent nobody is asked, and what documents tell need not be written', async () => {
  const open = await plan(answered);
  const event = { lifeEvent: newborn.code, region: newborn.region, parties: newbornParties };
  const not = await mutate('requestEvidence', { ...event, planId: open.id, answers: answered, form, consents: [] });
  expect(not.request?.items.map(({ outcome }) => outcome)).toEqual(['NOT_ASKED', 'NOT_ASKED']);

  const whole = await plan(newbornAnswers);
  const input = inputFor(whole, { idempotencyKey: 'filled' });
  const written = input.form as Record<string, Record<string, unknown>>;
  const { evidence: _evidence, idempotencyKey: _key, ...looking } = input;
  const looked = await mutate('requestEvidence', looking);
  expect(looked.problems).toEqual([]);
  const items = (looked.request?.items ?? []).map(({ id }) => ({ item: id, accepted: true }));
  const { request } = await mutate('acceptEvidence', { request: looked.request?.id, items });
  const told = request?.form ?? {};
  expect(Object.keys(told.lin ?? {}).sort()).toEqual(['admission-date', 'delivery-mode', 'discharge-date', 'hospital']);
  expect(told.baby).toMatchObject({ 'birth-weight': 3300, 'birth-date': written.baby?.['birth-date'] });
  const without = Object.fromEntries(
    Object.entries(written).map(([party, values]) => [
      party,
      Object.fromEntries(
        Object.entries(values).filter(
          ([element]) => told[party]?.[element] === undefined && element !== 'marital-status',
        ),
      ),
    ]),
  );
  const taking = { ...input, evidenceRequest: request?.id };
  const other = { ...without, baby: { ...without.baby, 'birth-weight': 4000 } };
  const contradicted = await submit(graph, { ...taking, form: other });
  expect(contradicted.problems).toMatchObject([{ code: 'FIELD_CONTRADICTED' }]);
  const { submission, problems } = await submit(graph, { ...taking, form: without, idempotencyKey: 'short' });
  expect([problems, submission?.id]).toEqual([[], expect.any(String)]);
});

it('a field that is told answers its question, and is not asked for again when it is submitted', async () => {
  const answers = newbornAnswers.filter(({ question }) => question !== 'time-since-birth');
  const born = newbornForm.baby?.['birth-date'];
  const facts = [{ party: 'baby', field: 'birth-date', value: born }];
  const [open] = (await plan(answers)).openQuestions;
  expect(open).toMatchObject({
    question: { code: 'time-since-birth' },
    answeredBy: [{ party: 'baby', code: 'birth-date', title: '出生日期' }],
  });
  const whole = await plan(answers, facts);
  expect([whole.openQuestions, whole.derivedAnswers]).toMatchObject([
    [],
    [{ question: { code: 'time-since-birth' }, value: 'within-month' }],
  ]);
  const filled = inputFor(whole, { idempotencyKey: 'by-facts' });
  const input = { ...filled, answers, facts };
  const written = filled.form as Record<string, Record<string, unknown>>;
  const { 'birth-date': _date, ...baby } = written.baby ?? {};
  const other = await submit(graph, { ...input, form: { ...written, baby: { ...baby, 'birth-date': theDayAfter } } });
  expect(other.problems).toMatchObject([{ code: 'FIELD_CONTRADICTED', path: ['form', 'baby', 'birth-date'] }]);
  const { submission, problems } = await submit(graph, {
    ...input,
    form: { ...written, baby },
    idempotencyKey: 'facts',
  });
  expect(problems).toEqual([]);
  const { submission: seen } = await graph.ask<{ submission: { filings: ReadonlyArray<{ form: object }> } }>(
    { query: `query ($id: ID!) { submission(id: $id) { filings { form } } }`, variables: { id: submission?.id } },
    citizen,
  );
  expect(seen.filings).toContainEqual(
    expect.objectContaining({
      form: expect.objectContaining({ baby: expect.objectContaining({ 'birth-date': born }) }),
    }),
  );
});
