import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenIssuer } from '../gateway/index.ts';
import { readRegistry } from '../schema/registry.ts';
import { readCatalogue } from '../subgraphs/publishing/read.ts';
import { assemble } from './assemble.ts';
import { type Config, readConfig, StartError } from './config.ts';
import { importCatalogue, prepareDatabase } from './database.ts';
import { createDevelopmentIssuer, type DevelopmentTokens } from './development-issuer.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { startPart } from './part.ts';
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
    if (config.role === 'all') await startAll(config, stops, began);
    else await startPart(config, stops);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function startAll(config: Config, stops: Stop[], began: number): Promise<void> {
  mkdirSync(config.data, { recursive: true });
  stops.push(await lock(config.data));
  let adminUrl = config.databaseUrl;
  if (adminUrl === null) {
    const server = await startEmbeddedPostgres(join(config.data, 'postgres'));
    stops.push(server.stop);
    adminUrl = server.url;
  }
  const registry = readRegistry();
  await prepareDatabase(adminUrl, config.secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) {
    throw new StartError(
      `事项目录有误，请运行 npm run check。 The catalogue does not hold: run "npm run check" (${read.findings.length} findings).`,
    );
  }
  const { revision } = await importCatalogue(adminUrl, read.catalogue, registry);
  const { issuers, tokens } = await issuersOf(
    config,
    registry.departments.map(({ code }) => code),
  );
  const assembled = await assemble({
    adminUrl,
    secret: config.secret,
    data: config.data,
    registry,
    issuers,
    production: config.production,
    clients: config.clients,
    gateway: config.door,
  });
  stops.push(assembled.close);
  const address = await assembled.gateway.listen(config.port, config.host);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ready = `一件事 yijianshi is ready at ${address}/graphql (${seconds} s, catalogue revision ${revision})`;
  console.log(tokens ? `\n${ready}\n\n${whatToTry(address, config.data, tokens)}` : ready);
}

async function issuersOf(
  config: Config,
  departments: ReadonlyArray<string>,
): Promise<{ readonly issuers: ReadonlyArray<TokenIssuer>; readonly tokens: DevelopmentTokens | null }> {
  if (config.issuer) {
    const { issuer, audience, jwks } = config.issuer;
    return { issuers: [{ issuer, audience, jwks: new URL(jwks) }], tokens: null };
  }
  const development = await createDevelopmentIssuer(config.data, departments);
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
