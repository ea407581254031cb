import { setImmediate } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Metrics } from '../telemetry/metrics.ts';
import type { GatewayOptions, Log, SupergraphStatus } from '../types.ts';
import type { Prepared } from './prepare.ts';
import { createServing, type Serving } from './serving.ts';

type From = GatewayOptions['supergraph'];

/** Operations understood anew before a supergraph takes over. */
const warmed = 200;

/** The supergraph that answers, which is exchanged while it does. */
export class Current {
  serving: Serving;
  readonly #serve: (from: From) => Promise<Serving>;
  readonly #metrics: Metrics;
  readonly #log: Log;
  readonly #exchanged: () => void;
  #refused: SupergraphStatus['refused'] = null;
  /** One after another: two at once could end in the wrong order. */
  #exchanging: Promise<unknown> = Promise.resolve();

  /** Throws one sentence where the first one does not hold. `exchanged` is called when another has taken over. */
  static async begin(options: GatewayOptions, metrics: Metrics, log: Log, exchanged: () => void): Promise<Current> {
    const serve = (from: From): Promise<Serving> => createServing(from, options, metrics, log);
    return new Current(await serve(options.supergraph), serve, metrics, log, exchanged);
  }

  private constructor(
    first: Serving,
    serve: (from: From) => Promise<Serving>,
    metrics: Metrics,
    log: Log,
    exchanged: () => void,
  ) {
    this.#log = log;
    this.serving = first;
    this.#serve = serve;
    this.#metrics = metrics;
    this.#exchanged = exchanged;
  }

  /** Takes over a new one in one step; one that does not hold is refused, and the old one keeps answering. */
  reload(from: From): Promise<SupergraphStatus> {
    const exchanged = this.#exchanging.then(() => this.#exchange(from));
    this.#exchanging = exchanged;
    return exchanged;
  }

  status(): SupergraphStatus {
    const { id, since } = this.serving;
    return { supergraph: id, since, refused: this.#refused };
  }

  async close(): Promise<void> {
    await this.#exchanging;
    await this.serving.close();
  }

  async #exchange(from: From): Promise<SupergraphStatus> {
    let next: Serving | undefined;
    try {
      next = await this.#serve(from);
      if (next.id === this.serving.id) {
        await next.close();
        this.#refused = null;
        return this.status();
      }
      await warm(next, this.serving);
      const before = this.serving;
      this.serving = next;
      this.#refused = null;
      this.#exchanged();
      this.#metrics.reloaded('SWAPPED');
      // Waits for what is under way; nobody waits for that.
      this.#close(before);
    } catch (error) {
      if (next && next !== this.serving) this.#close(next);
      this.#refused = { at: new Date().toISOString(), reason: (error as Error).message };
      this.#metrics.reloaded('REFUSED');
      this.#log.error({ reason: this.#refused.reason }, 'a new supergraph is refused, the old one keeps answering');
    }
    return this.status();
  }

  #close(serving: Serving): void {
    serving.close().catch((err) => this.#log.error({ err }, 'a supergraph was not left in order'));
  }
}

/** Understands and plans what was asked last, so that those who ask it next do not wait. */
async function warm(next: Serving, before: Serving): Promise<void> {
  for (const [query, operationName] of before.public.prepare.recent().slice(0, warmed)) {
    const known = next.public.prepare(query, operationName);
    if (known.ok) await planIfPossible(known.prepared);
    // One at a time: those who wait for an answer go first.
    await setImmediate();
  }
}

/** One that the new supergraph cannot plan is told so when it is asked for. */
async function planIfPossible(prepared: Prepared): Promise<void> {
  try {
    await prepared.plan({ caller: 'reload' });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
