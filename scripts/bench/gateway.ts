import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import Fastify from 'fastify';
import { createGateway } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { readCatalogue } from '../../subgraphs/catalogue/files/read.ts';
import { assemble, operationText, supergraphFile } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { type LoadResult, postFor } from './load.ts';

const seconds = 5;

/** Our gateway and its peers over the same subgraphs over HTTP, answers checked equal, one after another in one run. */
export async function benchGateway(): Promise<void> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const secret = 'a secret for one run of the bench';
  await prepareDatabase(server.url, secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  await importCatalogue(server.url, read.catalogue, registry);
  const parts = { adminUrl: server.url, secret, data: folder, registry, issuers: [] };
  const near = await assemble({ ...parts, cache: false });
  const kept = await assemble(parts);
  const urls = new Map<string, string>();
  for (const [name, subgraph] of near.subgraphs) urls.set(name, `${await subgraph.listen(0, '127.0.0.1')}/graphql`);

  const far = await createGateway({
    supergraph: { file: supergraphFile },
    subgraphs: Object.fromEntries([...urls].map(([name, url]) => [name, { url }])),
  });
  const sdl = [...urls].reduce(
    (text, [name, url]) => text.replace(new RegExp(`(name: "${name}", url: ")[^"]+`), `$1${url}`),
    readFileSync(supergraphFile, 'utf8'),
  );
  const apollo = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: sdl }) });
  const { url: apolloUrl } = await startStandaloneServer(apollo, { listen: { port: 0, host: '127.0.0.1' } });
  const constant = Fastify();
  const variables = { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties };
  // Varied, or a gateway that asks once for what is under way would look faster than it is.
  const events = read.catalogue.publication.lifeEvents.map(({ code, region }) => ({ code, region }));
  const people = Array.from({ length: 50 }, (_each, index) => ({
    ...variables,
    parties: newbornParties.map((party) => ({ ...party, id: `${party.id}-${index}` })),
  }));
  const bodiesOf = (name: string, given: ReadonlyArray<object>): ReadonlyArray<string> =>
    given.map((each) => JSON.stringify({ query: operationText(name), variables: each }));
  const operations = [
    ['an event with its matters', bodiesOf('life-event', events)],
    ['the whole plan', bodiesOf('plan', people)],
  ] as const;
  const nearUrl = `${await near.gateway.listen(0, '127.0.0.1')}/graphql`;
  const keptUrl = `${await kept.gateway.listen(0, '127.0.0.1')}/graphql`;
  const farUrl = `${await far.listen(0, '127.0.0.1')}/graphql`;
  let bytes = '';
  constant.post('/graphql', (_request, reply) => reply.type('application/json').send(bytes));
  const constantUrl = `${await constant.listen({ port: 0, host: '127.0.0.1' })}/graphql`;

  console.log('operation | gateway | connections | requests/s | p50 ms | p99 ms | × Apollo');
  for (const [operation, bodies] of operations) {
    const body = bodies[0] as string;
    const ask = async (url: string): Promise<string> =>
      JSON.stringify(
        (
          (await (
            await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
          ).json()) as { data: unknown }
        ).data,
      );
    const answers = await Promise.all([apolloUrl, farUrl, nearUrl, keptUrl].map(ask));
    if (new Set(answers).size !== 1) throw new Error(`The gateways answer "${operation}" differently.`);
    bytes = JSON.stringify({ data: JSON.parse(answers[0] as string) });
    for (const connections of [1, 10, 50]) {
      let base: LoadResult | undefined;
      for (const [name, url] of [
        ['Apollo Server + @apollo/gateway', apolloUrl],
        ['ours, over HTTP', farUrl],
        ['ours, in process', nearUrl],
        ['ours, public answers kept', keptUrl],
        ['constant bytes', constantUrl],
      ] as const) {
        await postFor({ url, bodies, connections, seconds: 1 });
        const result = await postFor({ url, bodies, connections, seconds });
        base ??= result;
        const ratio = (result.requestsPerSecond / base.requestsPerSecond).toFixed(1);
        console.log(
          `${operation} | ${name} | ${connections} | ${result.requestsPerSecond.toFixed(0)} | ${result.p50Milliseconds} | ${result.p99Milliseconds} | ${ratio}${result.failed > 0 ? ` (${result.failed} failed)` : ''}`,
        );
      }
    }
  }
  await Promise.all([apollo.stop(), far.close(), constant.close()]);
  await near.close();
  await kept.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
