import { setTimeout as sleep } from 'node:timers/promises';
import { responseOf } from './answers/asked.ts';
import { createEngine } from './answers/engine.ts';
import { createReadClient } from './door/client-keys.ts';
import { createExplorer } from './door/explorer.ts';
import { registerForwarding } from './door/forwarding.ts';
import { registerHealth, registerMetrics } from './door/health.ts';
import { type Answerer, registerGraphqlRoutes } from './door/http.ts';
import { createIdentities, knownCaller } from './door/identity.ts';
import { createInnerServer } from './door/inner.ts';
import { recheckMs } from './door/introspection.ts';
import { registerLiveRoute } from './door/live.ts';
import { createReadPersisted } from './door/persisted.ts';
import { Pin } from './door/pin.ts';
import { createReadiness } from './door/readiness.ts';
import { createServer, type ServerState } from './door/server.ts';
import { watchSupergraph } from './door/watching.ts';
import { createDefaultLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import type { Gateway, GatewayOptions, KnownCaller } from './types.ts';

export type * from './types.ts';

// The stock gateway reports usage and asks cloud metadata services unless told otherwise before it is made.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const serviceCaller: KnownCaller = { subject: 'gateway', kind: 'SERVICE', department: null, scopes: [] };
const closeIdleEveryMs = 50;
/** Probes commonly wait no longer than some seconds. */
const checkMs = 2000;
const checkedMs = 1000;

/** The one door to any Federation 2 supergraph. Throws one sentence where the supergraph or an option cannot be. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, listen, production = false, drainMs = 0 } = options;
  const { log = createDefaultLog() } = options;
  const metrics = createMetrics();
  const engine = await createEngine(options, metrics, createReadPersisted(options.persisted, log), log);
  const { readCaller, keysOf } = createIdentities(options.auth?.issuers ?? [], log);
  const readiness = createReadiness({ ...options.checks, ...keysOf }, { log, withinMs: checkMs, keptMs: checkedMs });
  const readClient = createReadClient(options.auth?.clients ?? []);

  const internal: Gateway['internal'] = async (request, headers = {}) => {
    return responseOf(
      await engine.answerWhole({ request, caller: serviceCaller, headers, identity: serviceCaller, revision: null }),
    );
  };
  const pin = options.pin && new Pin(options.pin, internal);
  const answer: Answerer = async (request, caller, headers, more = {}) => {
    const identity = knownCaller(caller);
    if (!pin) return engine.answer({ request, caller, headers, identity, revision: null, ...more });
    const day = pin.dayOf(headers);
    const known = pin.known(day);
    const pinned = known === undefined ? await pin.read(day) : { value: known };
    if ('refused' in pinned) return { refused: true, errors: pinned.refused };
    const { value: revision } = pinned;
    const sent = { ...headers, ...pin.sent(revision, day) };
    // The same bytes may have another answer on another day.
    const text = more.text === undefined ? {} : { text: `${day}\n${more.text}` };
    return engine.answer({ request, caller, headers: sent, identity, revision, ...more, ...text });
  };

  const state: ServerState = { underWay: 0, draining: false };
  metrics.look({ underWay: () => state.underWay, breakers: () => engine.breakers() });
  const app = await createServer(options, state, metrics, log);
  registerGraphqlRoutes(app, {
    answer,
    again: (text, traceparent) => {
      const today = pin?.dayOf({}) ?? '';
      const known = pin?.known(today);
      return known === undefined ? undefined : engine.again(`${today}\n${text}`, known, traceparent);
    },
    readCaller,
    readClient,
    passHeaders: options.passHeaders ?? ['accept-language', 'traceparent'],
    wantsPreflight: production,
    compress: options.compress ?? true,
    explorer: createExplorer(options),
  });
  const inner = createInnerServer(options.innerTls, log);
  for (const each of [app, inner]) registerHealth(each, state, () => engine.status(), production, readiness);
  registerMetrics(inner, metrics);
  registerForwarding(app, options, { readCaller, readClient }, log);

  const endings: Array<() => Promise<void>> = [];
  if (listen) {
    for (const live of options.live ?? [])
      endings.push(
        await registerLiveRoute(app, live, {
          listen,
          answer,
          readCaller,
          recheckMs: recheckMs(options.auth?.issuers ?? []),
          log,
          streams: metrics.streams,
        }),
      );
    const forget = (): void => pin?.forget();
    if (options.pin) endings.push(await listen(options.pin.channel, forget, forget));
  }
  if (options.watch && 'file' in supergraph) endings.push(watchSupergraph(supergraph.file, engine, log));

  return {
    app,
    inner,
    execute: async (request, as = null, headers = {}) => responseOf(await answer(request, as, headers)),
    internal,
    reload: (from = supergraph) => engine.reload(from),
    explain: engine.explain,
    listen: (port, host) => app.listen({ port, host }),
    listenInner: (port, host) => inner.listen({ port, host }),
    close: async () => {
      state.draining = true;
      if (drainMs > 0) await sleep(drainMs);
      for (const end of endings) await end();
      // A connection that was busy when closing began is idle once its answer is out, and nobody else ends it then.
      const ending = setInterval(() => {
        for (const { server } of [app, inner]) server.closeIdleConnections();
      }, closeIdleEveryMs);
      await Promise.all([app.close(), inner.close()]);
      clearInterval(ending);
      await engine.close();
    },
  };
}
