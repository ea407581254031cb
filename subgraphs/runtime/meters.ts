import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** So long a look at what is stored may take before it is left out, and so long it is good for: a scrape costs the same however often somebody scrapes. */
const withinMs = 2000;
const defaultKeptMs = 5000;

export type Labels<Name extends string> = Readonly<Record<Name, string>>;
/** One line of a gauge. */
export interface Level<Name extends string> {
  readonly labels: Labels<Name>;
  readonly value: number;
}

/**
 * Prometheus metrics of one process, for whoever runs it. Labels are codes out of the registry and closed lists of words: nothing of a person, nothing that
 * a client sent, and never more of them than there are departments.
 */
export interface Meters {
  counter<Name extends string>(name: string, help: string, labels: ReadonlyArray<Name>): (of: Labels<Name>) => void;
  /** Takes seconds. */
  timer<Name extends string>(
    name: string,
    help: string,
    labels: ReadonlyArray<Name>,
  ): (of: Labels<Name>, took: number) => void;
  /** Levels of this process, read when somebody asks. */
  levels<Name extends string>(
    name: string,
    help: string,
    labels: ReadonlyArray<Name>,
    read: () => ReadonlyArray<Level<Name>>,
  ): void;
  /**
   * Levels by gauge that are looked up elsewhere, all at once. Where that fails or takes too long they are left out, and `metrics_unread` is 1 for `what`:
   * an old number would look like a new one.
   */
  looked<Gauges extends string>(
    what: string,
    gauges: Readonly<Record<Gauges, { readonly help: string; readonly labels: ReadonlyArray<string> }>>,
    look: () => Promise<Readonly<Record<Gauges, ReadonlyArray<Level<string>>>>>,
  ): void;
  /** Requests to a part of the graph that stands in this process. */
  answered(part: string, outcome: 'OK' | 'ERRORS', took: number): void;
  /** A round of work in the background. */
  round(round: string, outcome: 'DONE' | 'FAILED', took: number): void;
  readonly contentType: string;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
}

/** What Node tells of its process, once for each: who watches its garbage collector watches for ever, and holds its registry. */
let ofProcess: Registry | undefined;
function processRegistry(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

export function createMeters(keptMs = defaultKeptMs): Meters {
  const process = processRegistry();
  const registry = new Registry();
  const registers = [registry];
  const timer: Meters['timer'] = (name, help, labelNames) => {
    const histogram = new Histogram({ name, help, labelNames: [...labelNames], buckets: seconds, registers });
    return (of, took) => histogram.observe(of as never, took);
  };
  const answered = timer(
    'subgraph_request_seconds',
    'Time a part of this process took to answer, by part and outcome.',
    ['part', 'outcome'],
  );
  const round = timer(
    'background_round_seconds',
    'Time a round of work in the background took, by round and outcome.',
    ['round', 'outcome'],
  );
  const looks = new Map<string, () => Promise<unknown>>();
  new Gauge({
    name: 'metrics_unread',
    help: '1 where what is stored could not be looked at for these metrics.',
    labelNames: ['what'],
    registers,
    async collect() {
      for (const [what, look] of looks) this.set({ what }, (await look()) === null ? 1 : 0);
    },
  });
  return {
    counter: (name, help, labelNames) => {
      const counter = new Counter({ name, help, labelNames: [...labelNames], registers });
      return (of) => counter.inc(of as never);
    },
    timer,
    levels: (name, help, labelNames, read) => {
      new Gauge({
        ...{ name, help, labelNames: [...labelNames], registers },
        collect() {
          this.reset();
          for (const { labels, value } of read()) this.set(labels as never, value);
        },
      });
    },
    looked: (what, gauges, look) => {
      const kept = keep(look, keptMs);
      looks.set(what, kept);
      for (const [name, { help, labels }] of Object.entries<{ help: string; labels: ReadonlyArray<string> }>(gauges)) {
        new Gauge({
          ...{ name, help, labelNames: [...labels], registers },
          async collect() {
            this.reset();
            const found = await kept();
            // Of one without labels a reset is 0, which would say that nothing is left.
            if (labels.length === 0) this.remove();
            for (const { labels: of, value } of found?.[name as keyof typeof found] ?? []) this.set(of, value);
          },
        });
      }
    },
    answered: (part, outcome, took) => answered({ part, outcome }, took),
    round: (name, outcome, took) => round({ round: name, outcome }, took),
    contentType: registry.contentType,
    text: async () => (await Promise.all([process, registry].map((each) => each.metrics()))).join('\n'),
  };
}

/** Of one look for everybody who asks meanwhile and shortly after; null: it failed, or took too long. */
function keep<Found>(look: () => Promise<Found>, keptMs: number): () => Promise<Found | null> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let found: Promise<Found | null> = Promise.resolve(null);
  return () => {
    const now = performance.now();
    if (now - lookedAt >= keptMs) {
      lookedAt = now;
      found = inTime(look().catch(() => null));
    }
    return found;
  };
}

async function inTime<Found>(looking: Promise<Found | null>): Promise<Found | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), withinMs);
  });
  const found = await Promise.race([looking, late]);
  clearTimeout(timer);
  return found;
}
