import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, it, onTestFinished } from 'vitest';
import { departmentTypeDefs } from '../../schema/subgraphs.ts';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, composeIn, copyProduct, startedFolder, startProduct, untilCompleted } from './process.ts';

const code = '330381YZ000999001000';

/** A department that somebody else wrote, on another server: it takes filings in and approves them. */
async function startTheirs(
  port: number,
): Promise<{ url: string; taken: Map<string, unknown>; close(): Promise<void> }> {
  const taken = new Map<string, unknown>();
  const matter = {
    code,
    type: 'PUBLIC_SERVICE',
    authority: '邮政公司',
    promisedLimit: { amount: 1, unit: 'HOUR' },
    specialProcedures: [],
    visits: 0,
    requirements: [
      {
        code: 'YZ-01',
        name: '母亲身份证',
        necessity: 'REQUIRED',
        options: [
          {
            uses: [
              {
                documentType: { code: 'resident-identity-card' },
                subject: 'MOTHER',
                use: 'INSPECT',
                copies: 0,
                minimumTrust: 'D',
              },
            ],
          },
        ],
      },
    ],
    results: [],
    formFields: [],
  };
  const server = new ApolloServer({
    schema: buildSubgraphSchema([
      {
        typeDefs: departmentTypeDefs('Post'),
        resolvers: {
          PostMatter: { __resolveReference: () => matter },
          Mutation: {
            postAccept: (_: unknown, { filing }: { filing: { id: string } }) => {
              taken.set(filing.id, filing);
              return { filing: filing.id, state: 'APPROVED', corrections: [], results: [] };
            },
          },
        } as never,
      },
    ]),
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  return { url, taken, close: () => server.stop() };
}

it('a department on another server joins by a registry row, its files and the compose command', async () => {
  const root = copyProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const theirs = await startTheirs(await freePort());

  const registry = join(root, 'schema/subgraphs.yaml');
  const row = `  - { code: post, kind: DEPARTMENT, type: Post, answers: PUBLIC, url: "${theirs.url}", name: { zh: 邮政公司, en: Post }, external: true }\n`;
  writeFileSync(registry, readFileSync(registry, 'utf8') + row);
  mkdirSync(join(root, 'subgraphs/departments/post/matters'), { recursive: true });
  writeFileSync(
    join(root, 'subgraphs/departments/post/matters/newborn-parcel.yaml'),
    `code: ${code}
catalogCode: "000999001000"
title: { zh: 新生儿礼包寄递, en: Parcel for the newborn }
region: "330381000000"
type: PUBLIC_SERVICE
authority: 邮政公司
requirements: []
results: []
formFields: []
`,
  );
  const event = join(root, 'subgraphs/catalogue/data/life-events/newborn.yaml');
  writeFileSync(event, `${readFileSync(event, 'utf8').trimEnd()}\n  - { matter: ${code} }\n`);
  await composeIn(root);

  const folder = await startedFolder();
  const product = await startProduct(folder, await freePort(), { cwd: root });
  const client = clientOf(product.address, folder);
  const plan = await client.plan();
  expect(plan.complete).toBe(true);
  expect(plan.materials).toHaveLength(4);
  expect(plan.reduction).toMatchObject({ before: { matters: 8, departments: 7, materials: 25 } });
  const { submission, problems } = await client.submit(inputFor(plan));
  expect(problems).toEqual([]);
  await untilCompleted(client, submission);
  expect(theirs.taken.size).toBe(1);

  await theirs.close();
  const without = await client.plan();
  expect(without.complete).toBe(false);
  expect(without.missing.map(({ title }) => title)).toEqual(['新生儿礼包寄递']);
});
