import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireShape } from './shapes.ts';
import type { Received } from './stand.ts';

type Json = Readonly<Record<string, unknown>>;
interface Kept {
  readonly sent: string;
  filing: Json;
  receipt: Json;
  withdrawn: boolean;
  readonly paid: string[];
  readonly done: Set<string>;
}

/** What a department's programmers would write by INTEGRATORS.md: it keeps filings in memory, and its staff decide by `decide`. */
export interface TheirServer {
  readonly url: string;
  readonly filings: ReadonlyMap<string, Kept>;
  received(filing: string): Received | null;
  decide(filing: string, receipt: Json): void;
  /** Of each call in turn, before it is answered: `true` where it answers by itself. */
  interfere: ((request: IncomingMessage, response: ServerResponse, work: () => void) => boolean) | null;
  /** What their register says of a request; null: they have none. */
  register: ((request: Json) => Json) | null;
  /** Calls that came, as method and path. */
  readonly calls: string[];
  close(): Promise<void>;
}

/** `take`: what it does with each filing and supplement before it says that it has it. */
export async function startTheirServer(
  key: Uint8Array,
  now: () => number,
  take: (body: Json) => Promise<void> = async () => {},
): Promise<TheirServer> {
  const filings = new Map<string, Kept>();
  const calls: string[] = [];
  const isSigned = ({ method = '', url = '', headers }: IncomingMessage, body: string): boolean => {
    const [, second = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['yijianshi-signature'])) ?? [];
    if (mac === '' || Math.abs(Number(second) * 1000 - now()) > 300_000) return false;
    const statement = [
      ...[method, url, second, headers['idempotency-key'] ?? ''],
      createHash('sha256').update(body).digest('hex'),
    ].join('\n');
    return timingSafeEqual(Buffer.from(mac, 'hex'), createHmac('sha256', key).update(statement).digest());
  };
  /** Of what was sent, without what is new each time: links. */
  const standing = (body: Json): string =>
    JSON.stringify(body, (name, value) => (name === 'url' || name === 'expiresAt' ? undefined : value));
  const answer = async (request: IncomingMessage, body: string): Promise<readonly [number, unknown]> => {
    if (!isSigned(request, body)) return [401, { code: 'SIGNATURE' }];
    const { method, url = '', headers } = request;
    const [, id, place] = /^\/api\/filings(?:\/([^/]+)(?:\/([a-z]+))?)?$/.exec(url) ?? [];
    const said = body === '' ? null : JSON.parse(body);
    if (method === 'POST' && url === '/api/evidence') {
      if (!theirs.register) return [404, null];
      requireShape('evidenceRequest', said);
      const provided = theirs.register(said);
      requireShape('evidenceProvided', provided);
      return [200, provided];
    }
    if (method === 'POST' && id === undefined) {
      requireShape('filing', said);
      const known = filings.get(said.id);
      if (known) return known.sent === standing(said) ? [200, known.receipt] : [409, null];
      await take(said);
      const receipt = { state: 'SUBMITTED' };
      filings.set(said.id, {
        ...{ sent: standing(said), filing: said, receipt, withdrawn: false, paid: [], done: new Set() },
      });
      return [201, receipt];
    }
    const kept = filings.get(decodeURIComponent(id ?? ''));
    if (!kept) return [404, null];
    if (method === 'GET') return [200, place === 'held' ? { ...kept.filing, receipt: kept.receipt } : kept.receipt];
    const isFirst = !kept.done.has(String(headers['idempotency-key']));
    kept.done.add(String(headers['idempotency-key']));
    const settled = ['APPROVED', 'REFUSED', 'WITHDRAWN'].includes(String(kept.receipt.state));
    if (place === 'erasure') {
      kept.filing = {};
      return [200, { at: new Date(now()).toISOString(), rows: 1, digest: 'd' }];
    }
    requireShape(place === 'supplements' ? 'supplement' : place === 'payments' ? 'payment' : 'withdrawal', said);
    if (isFirst && !settled) {
      if (place === 'supplements') {
        await take(said);
        kept.filing = { ...kept.filing, form: said.form, evidence: said.evidence };
        kept.receipt = { state: 'SUBMITTED' };
      } else if (place === 'payments') {
        kept.paid.push(said.receiptNumber);
        kept.receipt = { state: 'ACCEPTED' };
      } else {
        kept.withdrawn = true;
        kept.receipt = { state: 'WITHDRAWN' };
      }
    }
    return [200, kept.receipt];
  };
  const theirs: TheirServer = {
    url: '',
    filings,
    calls,
    interfere: null,
    register: null,
    received(filing) {
      const kept = filings.get(filing);
      return kept ? ({ ...kept.filing, withdrawn: kept.withdrawn, paid: kept.paid } as unknown as Received) : null;
    },
    decide(filing, receipt) {
      requireShape('receipt', receipt);
      const kept = filings.get(filing);
      if (!kept) throw new Error(`their system has no filing ${filing}`);
      kept.receipt = receipt;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    let said: readonly [number, unknown] = [500, null];
    const work = async () => {
      said = await answer(request, Buffer.concat(pieces).toString('utf8')).catch((error: Error) => [
        500,
        { error: error.message },
      ]);
    };
    let worked: Promise<void> | null = null;
    if (
      theirs.interfere?.(request, response, () => {
        worked = work();
      })
    ) {
      await worked;
      return;
    }
    await work();
    response.writeHead(said[0], { 'content-type': 'application/json' }).end(JSON.stringify(said[1]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(theirs, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` });
}
