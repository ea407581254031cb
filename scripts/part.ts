import { join } from 'node:path';
import { createGateway } from '../gateway/index.ts';
import { readRegistry } from '../schema/registry.ts';
import { startCatalogue } from '../subgraphs/catalogue/index.ts';
import { startDepartment } from '../subgraphs/departments/index.ts';
import { doorOverHttp, startJourneys } from '../subgraphs/journeys/index.ts';
import type { Subgraph } from '../subgraphs/runtime/subgraph.ts';
import { departmentNames, gatewayOptions } from './assemble.ts';
import { type Config, dataKeysOf, identitySecretOf, StartError } from './config.ts';
import { databaseOf } from './database.ts';
import { createDevelopmentIssuer } from './development-issuer.ts';
import { createInternalClient, registerInternalDoor } from './internal-door.ts';

/** One part of the graph in a process of its own, talking to the others over HTTP. The database must have been prepared by `npm run import`. */
export async function startPart(config: Config, stops: Array<() => Promise<void>>): Promise<void> {
  const { role, port, host, secret, data } = config;
  const adminUrl = config.databaseUrl as string;
  const registry = readRegistry();
  const identitySecret = identitySecretOf(secret);
  const dataKeys = dataKeysOf(secret);

  if (role === 'gateway') {
    const urls = Object.fromEntries(
      [...registry.core, ...registry.departments].map(({ code, url }) => [code, { url }]),
    );
    const named = departmentNames(registry);
    const sources = Object.fromEntries(
      Object.entries(urls).map(([code, source]) => [code, { ...named[code], ...source }]),
    );
    const departments = registry.departments.map(({ code }) => code);
    const issuers = config.issuer
      ? [{ issuer: config.issuer.issuer, audience: config.issuer.audience, jwks: new URL(config.issuer.jwks) }]
      : [(await createDevelopmentIssuer(data, departments)).issuer];
    const { stopListening, ...options } = gatewayOptions(
      { adminUrl, secret, data, clients: config.clients },
      sources,
      issuers,
      config.production,
    );
    const gateway = await createGateway({ ...options, ...config.door, watch: true });
    // The file is looked at anyway; a signal is for those who cannot wait a second.
    process.on('SIGHUP', () => {
      gateway.reload().catch(console.error);
    });
    registerInternalDoor(gateway, identitySecret);
    stops.push(stopListening, gateway.close);
    console.log(`gateway at ${await gateway.listen(port, host)}/graphql`);
    return;
  }
  const doors = (department: string) =>
    doorOverHttp(registry.departments.find((row) => row.code === department)?.url ?? '');
  const journeys = (worker: boolean): Promise<Subgraph> =>
    startJourneys({
      database: databaseOf('journeys', adminUrl, secret),
      identitySecret,
      dataKeys,
      graph: createInternalClient(config.gatewayUrl, identitySecret),
      doors,
      worker,
      storageFolder: join(data, 'uploads'),
      registry,
    });
  if (role === 'worker') {
    const worker = await journeys(true);
    stops.push(worker.close);
    console.log('worker is running');
    return;
  }
  const name = role.slice('subgraph:'.length);
  const row = registry.departments.find(({ code }) => code === name);
  let subgraph: Subgraph;
  if (name === 'catalogue') subgraph = await startCatalogue({ database: databaseOf(name, adminUrl, secret), registry });
  else if (name === 'journeys') subgraph = await journeys(false);
  else if (row && !row.external) {
    subgraph = await startDepartment({ row, database: databaseOf(name, adminUrl, secret), identitySecret, dataKeys });
  } else {
    const known = [
      'catalogue',
      'journeys',
      ...registry.departments.filter((each) => !each.external).map(({ code }) => code),
    ];
    throw new StartError(`没有子图“${name}”。 There is no subgraph "${name}" to run here: ${known.join(', ')}.`);
  }
  stops.push(subgraph.close);
  console.log(`${name} at ${await subgraph.listen(port, host)}/graphql`);
}
