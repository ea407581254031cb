import { Command } from 'commander';
import { createGateway } from '../gateway/index.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { isProduction } from './config.ts';
import { readGatewaySettings } from './gateway-settings.ts';
import { port as portOf } from './number-settings.ts';
import { listening, sentenceOf } from './start-error.ts';

const program = new Command('gateway')
  .description('Runs the gateway alone over any Federation 2 supergraph: POST /graphql, GET /health.')
  .requiredOption('--supergraph <file>', 'the supergraph; subgraph URLs are taken from it')
  .option('--config <file>', 'settings, as schema/gateway.schema.json has them')
  .option('--port <number>', 'where to listen', '4000')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--inner-port <number>', 'where metrics are served; default nowhere')
  .option('--inner-host <address>', 'address on which they are', '127.0.0.1')
  .option('--reference', "execute by @apollo/gateway's own executor")
  .allowExcessArguments(false)
  .parse();
const options = program.opts<{
  supergraph: string;
  port: string;
  host: string;
  innerPort?: string;
  innerHost: string;
  config?: string;
  reference?: boolean;
}>();
const log = createLog({ readable: process.stderr.isTTY }).child({ part: 'gateway' });
try {
  const port = portOf('--port')(options.port);
  const gateway = await createGateway({
    supergraph: { file: options.supergraph },
    log,
    explorer: true,
    watch: true,
    drainMs: 2000,
    production: isProduction(process.env),
    ...(options.config === undefined ? {} : readGatewaySettings(options.config)),
    ...(options.reference ? { executor: 'reference' as const } : {}),
  });
  if (options.innerPort !== undefined) {
    const { innerHost } = options;
    const innerPort = portOf('--inner-port')(options.innerPort);
    const address = await listening('--inner-host', innerHost, () => gateway.listenInner(innerPort, innerHost));
    console.log(`metrics at ${address}/metrics`);
  }
  const { host } = options;
  console.log(`gateway at ${await listening('--host', host, () => gateway.listen(port, host))}/graphql`);
  // The file is looked at anyway; a signal is for those who cannot wait a second.
  process.on('SIGHUP', () => {
    gateway.reload().catch((err) => log.error({ err }, 'the supergraph was not reloaded'));
  });
  const stop = (): void => {
    gateway.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(sentenceOf(error, Number(options.port)));
  process.exit(1);
}
