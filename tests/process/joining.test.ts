import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, it, onTestFinished } from 'vitest';
import { departmentTypeDefs } from '../../schema/subgraphs.ts';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { page, pdf } from '../files.ts';
import { clientOf, composeIn, copyProduct, startedFolder, startProduct, untilCompleted } from './process.ts';

const code = '330381YZ000999001000';

interface Download {
  readonly url: string;
  readonly fileName: string;
  readonly sha256: string;
}
type Evidence = ReadonlyArray<{ readonly materials: ReadonlyArray<{ readonly download?: Download }> }>;
interface Paper extends Download {
  readonly status: number;
  readonly got: Buffer;
}

/** A department that somebody else wrote, on another server: it takes filings in, with their files, and approves them. */
async function startTheirs(
  port: number,
  gatewayAt: () => string,
): Promise<{ url: string; taken: Map<string, unknown>; papers: ReadonlyArray<Paper>; close(): Promise<void> }> {
  const taken = new Map<string, unknown>();
  const papers: Paper[] = [];
  /** Takes each file of the filing before it says that it has the filing; without any key. */
  const take = async ({ evidence }: { readonly evidence: Evidence }): Promise<void> => {
    for (const { download } of evidence.flatMap(({ materials }) => materials)) {
      if (!download) continue;
      const url = new URL(download.url, gatewayAt());
      const response = await fetch(url);
      const bytes = Buffer.from(await response.arrayBuffer());
      papers.push({ ...download, url: url.href, status: response.status, got: bytes });
    }
  };
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
        names: { zh: '母亲身份证', en: 'Identity card of the mother' },
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
            postAccept: async (_: unknown, { filing }: { filing: { id: string; evidence: Evidence } }) => {
              await take(filing);
              taken.set(filing.id, filing);
              return { filing: filing.id, state: 'APPROVED', corrections: [], results: [] };
            },
          },
        } as never,
      },
    ]),
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  return { url, taken, papers, close: () => server.stop() };
}

it('a department on another server joins by a registry row, its files and the compose command', async () => {
  const root = copyProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let address = '';
  const theirs = await startTheirs(await freePort(), () => address);

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
  const event = join(root, 'subgraphs/catalogue/data/regional-events/newborn-ruian.yaml');
  writeFileSync(event, `${readFileSync(event, 'utf8').trimEnd()}\nadded: [{ matter: ${code} }]\n`);
  await composeIn(root);

  const folder = await startedFolder();
  const product = await startProduct(folder, await freePort(), { cwd: root });
  address = product.address;
  const client = clientOf(product.address, folder);
  const plan = await client.plan();
  expect(plan.complete).toBe(true);
  expect(plan.materials).toHaveLength(4);
  expect(plan.reduction).toMatchObject({ before: { matters: 8, departments: 7, materials: 25 } });
  // The card that their matter wants to see.
  const content = pdf([page, `(${'both sides of a card '.repeat(20_000)})`]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { createUpload } = await client.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    'mutation Upload($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
    { input: { fileName: '身份证.pdf', contentType: 'application/pdf', bytes: content.length, sha256 } },
  );
  const put = await fetch(new URL(createUpload.upload.url, address), { method: 'PUT', body: new Uint8Array(content) });
  expect(put.status).toBe(201);
  const evidence = plan.materials.map(({ id, documentType }) =>
    documentType.code === 'resident-identity-card'
      ? { material: id, upload: createUpload.upload.id }
      : { material: id, bringToCounter: true },
  );
  const { submission, problems } = await client.submit(inputFor(plan, { evidence }));
  expect(problems).toEqual([]);
  await untilCompleted(client, submission);
  expect(theirs.taken.size).toBe(1);
  const [paper, ...others] = theirs.papers;
  expect(others).toEqual([]);
  expect(paper).toMatchObject({ status: 200, fileName: '身份证.pdf', sha256 });
  expect(paper?.got.equals(content)).toBe(true);
  // What they were given opens once.
  expect((await fetch(paper?.url ?? '')).status).toBe(410);
  const { submission: seen } = await client.ask<{ submission: { accesses: { nodes: ReadonlyArray<object> } } }>(
    'query ($id: ID!) { submission(id: $id) { accesses { nodes { kind department { code } matter { code } } } } }',
    { id: submission?.id },
  );
  expect(seen.accesses.nodes).toEqual([{ kind: 'DOWNLOADED', department: { code: 'post' }, matter: { code } }]);

  await theirs.close();
  const without = await client.plan();
  expect(without.complete).toBe(false);
  expect(without.missing.map(({ title }) => title)).toEqual(['新生儿礼包寄递']);
});
