import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenIssuer } from '../gateway/index.ts';
import { type Registry, readRegistry } from '../schema/registry.ts';
import { type AssembleOptions, assemble, startParts } from './assemble.ts';
import { type Config, readConfig, StartError } from './config.ts';
import { createDevelopmentIssuer, type DevelopmentTokens } from './development-issuer.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { prepare } from './prepare.ts';
import { problemText } from './problems.ts';

type Stop = () => Promise<void>;

async function start(): Promise<void> {
  const began = Date.now();
  const config = readConfig();
  const stops: Stop[] = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.reverse().splice(0)) await stop().catch(() => {});
  };
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    stopAll().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    if (config.roles.includes('all')) await startAll(config, stops, began);
    else await startSome(config, stops);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function startAll(config: Config, stops: Stop[], began: number): Promise<void> {
  mkdirSync(config.data, { recursive: true });
  stops.push(await lock(config.data));
  const registry = readRegistry();
  const { adminUrl, revision } = await prepare(config, registry, stops);
  const { issuers, tokens } = await issuersOf(config, registry);
  const { gateway, close } = await assemble({ ...partsOf(config, registry, adminUrl), issuers });
  stops.push(close);
  const address = await gateway.listen(config.port, config.host);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ready = `一件事 yijianshi is ready at ${address}/graphql (${seconds} s, catalogue revision ${revision})`;
  console.log(tokens ? `\n${ready}\n\n${whatToTry(address, config.data, tokens)}` : ready);
}

/** Some parts of the graph, talking to the others over HTTP. The database must have been prepared by `npm run import`. */
async function startSome(config: Config, stops: Stop[]): Promise<void> {
  const registry = readRegistry();
  const { roles, host } = config;
  const wanted = roles.flatMap((role) => (role.startsWith('subgraph:') ? [role.slice('subgraph:'.length)] : []));
  const known = registry.subgraphs.filter((row) => !row.external);
  const unknown = wanted.find((code) => !known.some((row) => row.code === code));
  if (unknown !== undefined) {
    throw new StartError(
      `没有子图“${unknown}”。 There is no subgraph "${unknown}" to run here: ${known.map(({ code }) => code).join(', ')}.`,
    );
  }
  const withGateway = roles.includes('gateway');
  const { gateway, subgraphs, close } = await startParts({
    ...partsOf(config, registry, config.databaseUrl as string),
    issuers: withGateway ? (await issuersOf(config, registry)).issuers : [],
    near: {
      subgraphs: wanted,
      work: roles.includes('worker'),
      gateway: withGateway ? true : new URL(config.gatewayUrl),
    },
  });
  stops.push(close);
  for (const [code, subgraph] of subgraphs) {
    const port =
      roles.length === 1 ? config.port : Number(new URL(known.find((row) => row.code === code)?.url ?? '').port);
    console.log(`${code} at ${await subgraph.listen(port, host)}/graphql`);
  }
  if (roles.includes('worker')) console.log('worker is running');
  if (!gateway) return;
  // The file is looked at anyway; a signal is for those who cannot wait a second.
  process.on('SIGHUP', () => {
    gateway.reload().catch(console.error);
  });
  console.log(`gateway at ${await gateway.listen(config.port, host)}/graphql`);
}

/** What every process of the graph is told. */
function partsOf(config: Config, registry: Registry, adminUrl: string): Omit<AssembleOptions, 'issuers'> {
  const { secret, data, production, clients, door, roles } = config;
  const watch = !roles.includes('all');
  return { adminUrl, secret, data, registry, production, clients, gateway: { ...door, watch } };
}

async function issuersOf(
  config: Config,
  { departments }: Registry,
): Promise<{ readonly issuers: ReadonlyArray<TokenIssuer>; readonly tokens: DevelopmentTokens | null }> {
  if (config.issuer) {
    const { issuer, audience, jwks } = config.issuer;
    return { issuers: [{ issuer, audience, jwks: new URL(jwks) }], tokens: null };
  }
  const development = await createDevelopmentIssuer(
    config.data,
    departments.map(({ code }) => code),
  );
  return { issuers: [development.issuer], tokens: development.tokens };
}

async function lock(folder: string): Promise<Stop> {
  // What lies there belongs to another process: nothing of it may be touched any more, not even to stop it in order.
  const lost = (): void => {
    console.error(oneLine(problemText('FOLDER_LOST', { folder })));
    process.exit(1);
  };
  try {
    return (await lockFolder(folder, lost)).release;
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new StartError(oneLine(problemText('FOLDER_IN_USE', { folder, owner: error.owner })));
  }
}

const oneLine = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} ${en}`;

function whatToTry(address: string, folder: string, tokens: DevelopmentTokens): string {
  const plan =
    '{ lifeEvent(code: \\"newborn\\", region: \\"330381000000\\") { title plan { openQuestions { question { text } } materials { title } } } }';
  return [
    `Tokens of the development issuer (also in ${join(folder, 'dev-tokens.json')}):`,
    `  citizen       ${tokens.citizen}`,
    `  otherCitizen  ${tokens.otherCitizen}`,
    ...Object.entries(tokens.clerks).map(([department, token]) => `  clerk of ${department}  ${token}`),
    '',
    'Three things to try:',
    `  1. Open ${address}/graphql in a browser: the explorer, with example operations, offline.`,
    '  2. Ask for a plan:',
    `     curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"${plan}"}'`,
    '  3. Submit a whole life event and watch it through all seven matters:',
    `     npm run try -- ${address}`,
    '',
    'Ctrl-C stops everything; what was stored is kept.',
  ].join('\n');
}

function sentence(error: unknown, config: Pick<Config, 'port'> | null): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return `端口 ${config?.port ?? ''} 已被占用，请用 --port 指定另一端口。 The port is taken: name another with --port.`;
  }
  if (
    code === 'ECONNREFUSED' ||
    code === 'CONNECT_TIMEOUT' ||
    code === 'ENOTFOUND' ||
    code === '28P01' ||
    code === '3D000'
  ) {
    return `无法连接数据库（${code}），请检查 DATABASE_URL。 The database cannot be reached (${code}): check DATABASE_URL.`;
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return `数据目录不可写，请用 --data 指定另一目录。 The data folder cannot be written (${code}): name another with --data.`;
  }
  return error instanceof Error ? error.message : String(error);
}

start().catch((error: unknown) => {
  const argument = process.argv.indexOf('--port');
  console.error(sentence(error, { port: Number(process.argv[argument + 1] ?? process.env.PORT ?? 4000) }));
  process.exit(1);
});
