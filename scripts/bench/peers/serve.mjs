import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

/* One peer gateway in a process of its own: tells its address, and on request what processor time it has used. */

const { kind, supergraph, subgraphs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const starts = {
  hive: () => listen(createGatewayRuntime({ supergraph, logging: false, landingPage: false, graphiql: false })),
  'hive-rust': () =>
    listen(
      createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false, landingPage: false, graphiql: false }),
    ),
  mercurius: async () => {
    const app = Fastify();
    await app.register(mercuriusGateway, {
      jit: 1,
      gateway: { services: subgraphs.map(({ name, url, sdl }) => ({ name, url, schema: sdl })) },
    });
    return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  },
};

async function listen(runtime) {
  const server = createServer(runtime);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

process.on('message', () => process.send?.({ usage: process.cpuUsage() }));
process.send?.({ url: await starts[kind]() });
