import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface Metrics {
  readonly registry: Registry;
  /** `outcome`: `OK` or the code of the outage. */
  fetched(subgraph: string, outcome: string, took: number): void;
  answered(outcome: 'OK' | 'PARTIAL' | 'REFUSED' | 'CACHED' | 'STALE', took: number): void;
  planned(outcome: 'PLANNED' | 'REFUSED', took: number): void;
  overloaded(): void;
  reloaded(outcome: 'SWAPPED' | 'REFUSED'): void;
  /** Something whose open event streams are counted. */
  streams(open: () => number): void;
  /** What is looked at when somebody asks for the metrics. */
  look(now: Now): void;
}
export interface Now {
  /** Requests that are being answered. */
  readonly underWay: () => number;
  /** Of each subgraph that is reached over a network. */
  readonly breakers: () => ReadonlyMap<string, 'CLOSED' | 'OPEN' | 'HALF_OPEN'>;
}

/** Prometheus metrics of one gateway. No label holds anything a client sent. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const timed = <Label extends string>(name: string, help: string, ...labelNames: ReadonlyArray<Label>) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: seconds, registers });
  const operations = timed('gateway_operation_seconds', 'Time to answer an operation, by outcome.', 'outcome');
  const fetches = timed(
    'gateway_fetch_seconds',
    'Time a subgraph took, by subgraph and outcome.',
    'subgraph',
    'outcome',
  );
  const plans = timed(
    'gateway_plan_seconds',
    'Time to plan an operation that was not known yet, waiting for the planner included, by outcome.',
    'outcome',
  );
  const overloads = new Counter({ name: 'gateway_overload_total', help: 'Requests refused with 503.', registers });
  const reloads = new Counter({
    name: 'gateway_supergraph_reloads_total',
    help: 'New supergraphs, swapped in or refused.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const opened: Array<() => number> = [];
  new Gauge({
    name: 'gateway_event_streams_open',
    help: 'Event streams that are open.',
    registers,
    collect() {
      this.set(opened.reduce((sum, open) => sum + open(), 0));
    },
  });
  return {
    registry,
    fetched: (subgraph, outcome, took) => fetches.observe({ subgraph, outcome }, took),
    answered: (outcome, took) => operations.observe({ outcome }, took),
    planned: (outcome, took) => plans.observe({ outcome }, took),
    overloaded: () => overloads.inc(),
    reloaded: (outcome) => reloads.inc({ outcome }),
    streams: (open) => {
      opened.push(open);
    },
    look: (now) => gauge(now, registers),
  };
}

function gauge({ underWay, breakers }: Now, registers: Registry[]): void {
  new Gauge({
    name: 'gateway_requests_under_way',
    help: 'Requests that are being answered.',
    registers,
    collect() {
      this.set(underWay());
    },
  });
  new Gauge({
    name: 'gateway_breaker_open',
    help: '1 where a subgraph is not asked because it kept failing.',
    labelNames: ['subgraph'] as const,
    registers,
    collect() {
      for (const [subgraph, state] of breakers()) this.set({ subgraph }, state === 'CLOSED' ? 0 : 1);
    },
  });
}
