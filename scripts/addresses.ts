import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher } from 'undici';
import { maxima } from '../gateway/maxima.ts';
import type { Registry, SubgraphRow } from '../schema/registry.ts';
import type { MutualTls } from '../subgraphs/runtime/inner-port.ts';

/** Where a subgraph is asked: ours over TLS where the parts have certificates, somebody else's as its row says. */
export function addressOf({ url, external }: SubgraphRow, tls: MutualTls | undefined): string {
  return tls && !external ? url.replace(/^http:/, 'https:') : url;
}

/** What is shown to a subgraph, and which authorities are believed of it: of somebody else's server also those of the world. */
export function certificatesFor({ external }: SubgraphRow, tls: MutualTls | undefined): MutualTls | undefined {
  return tls && external ? { ...tls, ca: [...tls.ca, ...rootCertificates] } : tls;
}

/** What one process reaches the others by. */
export interface Far {
  /** Throws for a subgraph that is not in the registry. */
  to(code: string): { readonly url: string; readonly dispatcher: Dispatcher };
  /** To the gateway. */
  readonly own: Dispatcher;
  close(): Promise<void>;
}

export function createFar({ subgraphs }: Registry, tls: MutualTls | undefined): Far {
  const agentOf = (certificates: MutualTls | undefined): Agent =>
    new Agent({
      maxResponseSize: maxima.responseBytes,
      ...(certificates ? { connect: { ...certificates, ca: [...certificates.ca] } } : {}),
    });
  const own = agentOf(tls);
  const foreign = new Map(
    subgraphs.filter(({ external }) => external).map((row) => [row.code, agentOf(certificatesFor(row, tls))]),
  );
  const rows = new Map(subgraphs.map((row) => [row.code, row]));
  return {
    own,
    to: (code) => {
      const row = rows.get(code);
      if (!row) throw new Error(`There is no subgraph ${code} in the registry.`);
      return { url: addressOf(row, tls), dispatcher: foreign.get(code) ?? own };
    },
    close: async () => {
      await Promise.all([own, ...foreign.values()].map((agent) => agent.destroy()));
    },
  };
}
