import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import { freePort } from '../../scripts/free-port.ts';
import { newbornApplicant } from '../../scripts/newborn-example.ts';
import { inputFor, type PlanAnswer } from '../database/gateway-of.ts';
import { clientOf, composeIn, copyProduct, startedFolder, startProduct, untilCompleted } from './process.ts';

/** A life event nobody thought of, with a department nobody knew: keeping a dog. */
const added = {
  'subgraphs/departments/animal-health/matters/rabies-vaccination.yaml': `code: 330381NY000999070000
catalogCode: "000999070000"
title: { zh: 犬只狂犬病免疫, en: Vaccination of a dog against rabies }
region: "330381000000"
type: PUBLIC_SERVICE
authority: 动物卫生监督所
promisedLimit: { amount: 1, unit: WORKING_DAY }
requirements:
  - code: NY-01
    name: 养犬人身份证
    uses: [{ type: resident-identity-card, subject: DOG_KEEPER, use: INSPECT }]
  - code: NY-02
    name: 犬只照片
    uses: [{ type: dog-photo, subject: DOG_KEEPER, use: ELECTRONIC }]
results:
  - { type: rabies-certificate, subject: DOG_KEEPER }
formFields:
  - { element: name, subject: DOG_KEEPER, required: true }
  - { element: dog-breed, subject: DOG_KEEPER, required: true }
automatic:
  checks: []
  issues:
    - { type: rabies-certificate, subject: DOG_KEEPER, number: { prefix: MY, digits: 8 } }
`,
  'subgraphs/departments/public-security/matters/dog-licence.yaml': `code: 330381GA000999071000
catalogCode: "000999071000"
title: { zh: 养犬登记, en: Registration of a dog }
region: "330381000000"
type: CONFIRMATION
authority: 公安局
promisedLimit: { amount: 2, unit: WORKING_DAY }
requirements:
  - code: GA7100-01
    name: 身份证
    uses: [{ type: resident-identity-card, subject: DOG_KEEPER, use: INSPECT }]
  - code: GA7100-02
    name: 犬只免疫证明
    uses: [{ type: rabies-certificate, subject: DOG_KEEPER, use: INSPECT }]
  - code: GA7100-03
    name: 犬只近照
    uses: [{ type: dog-photo, subject: DOG_KEEPER, use: ELECTRONIC }]
  - code: GA7100-04
    name: 大型犬圈养承诺书
    uses: [{ type: large-dog-commitment, subject: DOG_KEEPER, use: ELECTRONIC }]
    necessity: CONDITIONAL
    condition: { question: dog-is-large, equals: true }
results:
  - { type: dog-licence, subject: DOG_KEEPER }
formFields:
  - { element: name, subject: DOG_KEEPER, required: true }
  - { element: dog-breed, subject: DOG_KEEPER, required: true }
automatic:
  checks: []
  issues:
    - { type: dog-licence, subject: DOG_KEEPER, number: { prefix: QZ, digits: 8 } }
`,
  'subgraphs/catalogue/data/life-events/dog-keeping.yaml': `code: dog-keeping
region: "330381000000"
title: { zh: 养犬一件事, en: Keeping a dog }
audience: PERSON
promisedDays: 5
members:
  - { matter: 330381NY000999070000 }
  - { matter: 330381GA000999071000 }
`,
  'subgraphs/catalogue/data/document-types/dogs.yaml': `documentTypes:
  - { code: dog-photo, name: { zh: 犬只照片, en: Photograph of the dog }, aliases: [犬只近照], holding: EACH }
  - { code: rabies-certificate, name: { zh: 犬只免疫证明, en: Certificate of vaccination }, aliases: [], holding: EACH }
  - { code: large-dog-commitment, name: { zh: 大型犬圈养承诺书, en: Commitment to pen a large dog }, aliases: [], holding: EACH }
  - { code: dog-licence, name: { zh: 养犬登记证, en: Dog licence }, aliases: [], holding: EACH }
`,
  'subgraphs/catalogue/data/questions/dogs.yaml': `questions:
  - code: dog-is-large
    kind: BOOLEAN
    text: { zh: 是否为大型犬？, en: Is it a large dog? }
`,
  'subgraphs/catalogue/data/roles/dogs.yaml': `roles:
  - { code: DOG_KEEPER, name: { zh: 养犬人, en: keeper of the dog } }
`,
  'subgraphs/catalogue/data/data-elements/dogs.yaml': `dataElements:
  - { code: dog-breed, title: { zh: 犬种, en: Breed }, schema: { type: string, minLength: 1, maxLength: 40 } }
`,
};
const row =
  '  - { code: animal-health, kind: DEPARTMENT, type: AnimalHealth, answers: PUBLIC, name: { zh: 动物卫生监督所, en: Animal Health }, url: "http://127.0.0.1:4199/graphql" }\n';

it('a new life event with a new department is data alone: files and compose, and it is planned and submitted', async () => {
  const root = copyProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const registry = join(root, 'schema/subgraphs.yaml');
  writeFileSync(registry, readFileSync(registry, 'utf8') + row);
  for (const [path, text] of Object.entries(added)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await composeIn(root);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/check.ts'], { cwd: root });

  const folder = await startedFolder();
  const product = await startProduct(folder, await freePort(), { cwd: root });
  const client = clientOf(product.address, folder);
  const event = { code: 'dog-keeping', region: '330381000000' };
  const parties = [{ id: 'keeper', roles: ['DOG_KEEPER'] }];
  const ask = async (answers: ReadonlyArray<object>): Promise<PlanAnswer> =>
    (
      await client.ask<{ lifeEvent: { plan: PlanAnswer } }>(operationText('plan'), {
        ...event,
        parties,
        answers,
      })
    ).lifeEvent.plan;

  const open = await ask([]);
  expect(open.openQuestions.map(({ question }) => question.code)).toEqual(['dog-is-large']);
  const answers = [{ question: 'dog-is-large', value: true }];
  const plan = await ask(answers);
  expect(plan.problems).toEqual([]);
  expect(plan.materials.map(({ documentType }) => documentType.code).sort()).toEqual([
    'dog-photo',
    'large-dog-commitment',
    'resident-identity-card',
  ]);
  expect(plan.steps.map(({ stage, matter }) => [stage, matter.title])).toEqual([
    [1, '犬只狂犬病免疫'],
    [2, '养犬登记'],
  ]);
  expect(plan.reduction).toMatchObject({
    before: { departments: 2, matters: 2, materials: 6 },
    after: { forms: 1, materials: 3 },
  });

  const { submission, problems } = await client.submit(
    inputFor(plan, {
      lifeEvent: event.code,
      region: event.region,
      answers,
      parties,
      form: { keeper: { name: newbornApplicant.name, 'dog-breed': '金毛' } },
    }),
  );
  expect(problems).toEqual([]);
  const seen = await untilCompleted(client, submission);
  expect(seen.results.map(({ documentType }) => documentType.code).sort()).toEqual([
    'dog-licence',
    'rabies-certificate',
  ]);
});
