import { Command } from 'commander';
import { createGateway } from '../gateway/index.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { readGatewaySettings } from './gateway-settings.ts';

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
  const gateway = await createGateway({
    supergraph: { file: options.supergraph },
    log,
    explorer: true,
    watch: true,
    drainMs: 2000,
    production: process.env.NODE_ENV === 'production',
    ...(options.config === undefined ? {} : readGatewaySettings(options.config)),
    ...(options.reference ? { executor: 'reference' as const } : {}),
  });
  if (options.innerPort !== undefined) {
    const address = await gateway.listenInner(Number(options.innerPort), options.innerHost);
    console.log(`metrics at ${address}/metrics`);
  }
  console.log(`gateway at ${await gateway.listen(Number(options.port), options.host)}/graphql`);
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
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
