import type { Log, ReadinessChecks } from '../types.ts';

/** What cannot be used now, by the names of the checks, sorted. */
export type Readiness = () => Promise<ReadonlyArray<string>>;

export interface ReadinessOptions {
  readonly log: Log;
  /** A check that has not answered by then has failed, in milliseconds. */
  readonly withinMs: number;
  /** Whoever asks again within this, in milliseconds, is told the same: probes cost the same however many there are. */
  readonly keptMs: number;
}

/** Asks all checks at once. What goes out, and what comes back, is logged once. */
export function createReadiness(checks: ReadinessChecks, { log, withinMs, keptMs }: ReadinessOptions): Readiness {
  const out = new Set<string>();
  const ask = async ([name, check]: readonly [string, () => Promise<void>]): Promise<void> => {
    try {
      await within(check(), withinMs);
      if (out.delete(name)) log.info({ check: name }, 'can be used again');
    } catch (err) {
      if (!out.has(name)) log.error({ err, check: name }, 'cannot be used: not ready');
      out.add(name);
    }
  };
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<ReadonlyArray<string>> = Promise.resolve([]);
  return () => {
    const now = performance.now();
    if (now - asked < keptMs) return asking;
    asked = now;
    asking = Promise.all(Object.entries(checks).map(ask)).then(() => [...out].sort());
    return asking;
  };
}

async function within(answer: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
