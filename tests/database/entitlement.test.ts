import { afterAll, beforeAll, expect, it } from 'vitest';
import { importCatalogue } from '../../scripts/database.ts';
import { withFlexibleEmployment } from '../pure/planning/flexible-employment/catalogue.ts';
import { type Graph, inputFor, type PlanAnswer, planOf, startGraph, submit } from './gateway-of.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
  await importCatalogue(graph.database.adminUrl, withFlexibleEmployment());
});
afterAll(() => graph.close());

const region = '330381000000';
type Answers = ReadonlyArray<{ readonly question: string; readonly value: unknown }>;
const no = (...questions: ReadonlyArray<string>): Answers => questions.map((question) => ({ question, value: false }));

const tooOld: Answers = [
  // Sixty-two at least, whenever this runs.
  { question: 'born-on', value: '1964-05-06' },
  { question: 'pension-insured', value: 'none' },
  { question: 'wants-subsidy', value: false },
];
const submitted = (plan: PlanAnswer, lifeEvent: string, answers: Answers) =>
  submit(graph, inputFor(plan, { idempotencyKey: lifeEvent, lifeEvent, region, answers, parties: [], form: {} }));

it('who is too old is told why, by which law, and what else is possible, and submitting it is a problem', async () => {
  const query = `query ($answers: [AnswerInput!]) { lifeEvent(code: "flexible-employment", region: "${region}") {
    matters { acceptance { code subject reason(language: EN) legalBasis { article } alternative alternativeMatter } }
    plan(answers: $answers) { refusals {
      matter { code title } condition subject parties who reason legalBasis { title article } alternative(language: EN)
      alternativeMatter { code title department { code } } dependsOn { code }
    } }
  } }`;
  const { lifeEvent } = await graph.ask<{
    lifeEvent: { matters: ReadonlyArray<{ acceptance: ReadonlyArray<object> }>; plan: { refusals: unknown } };
  }>({ query, variables: { answers: tooOld } });
  expect(lifeEvent.plan.refusals).toEqual([
    {
      matter: { code: '330381RS000914001000', title: '灵活就业人员参保登记' },
      condition: 'not-retired',
      subject: 'APPLICANT',
      parties: ['APPLICANT'],
      who: '申请人',
      reason: '参保人已达到法定退休年龄，不能再以灵活就业人员身份参加职工养老保险。',
      legalBasis: { title: '中华人民共和国社会保险法', article: '第十六条' },
      alternative: 'Who draws no pension of employees may be enrolled in that of residents.',
      alternativeMatter: {
        code: '330381RS000914003000',
        title: '城乡居民养老保险参保登记',
        department: { code: 'human-resources' },
      },
      dependsOn: [],
    },
  ]);
  expect(lifeEvent.matters[0]?.acceptance[0]).toEqual({
    code: 'old-enough',
    subject: 'APPLICANT',
    reason: 'The insured is not sixteen yet.',
    legalBasis: { article: '第十五条' },
    alternative: null,
    alternativeMatter: null,
  });

  const plan = await planOf(graph, { code: 'flexible-employment', answers: tooOld, parties: [] });
  expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
  const { submission, problems } = await submitted(plan, 'flexible-employment', tooOld);
  expect(submission).toBeNull();
  expect(problems).toEqual([
    {
      code: 'NO_MATTER',
      message:
        '不符合受理条件，没有可以办理的事项：灵活就业人员参保登记。请查看所列原因、依据和其他途径；回答有误的，请改正。',
      path: ['answers'],
      material: null,
    },
  ]);
});

it.each([
  [
    'social-card-services',
    [{ question: 'holds-card', value: true }, ...no('wants-medical', 'wants-transport', 'wants-culture', 'wants-jobs')],
  ],
  [
    'utility-connection',
    no('wants-water', 'wants-power', 'wants-gas', 'wants-telecom', 'wants-broadcasting', 'outside-works'),
  ],
])('%s with every service declined is an application for nothing: a problem, no error', async (code, answers) => {
  const plan = await planOf(graph, { code, answers, parties: [] });
  expect(plan.problems.map((each) => each.code)).toEqual(['NO_MATTER']);
  const { submission, problems } = await submitted(plan, code, answers);
  expect(submission).toBeNull();
  expect(problems.map((each) => [each.code, each.path])).toEqual([['NO_MATTER', ['answers']]]);
});
