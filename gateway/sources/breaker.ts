const windowMs = 10_000;
const failuresToOpen = 10;
const probeEveryMs = 5000;

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/**
 * Stops asking what does not answer: opens at ten failures that are at least half of what was asked in ten seconds, then lets one
 * request through every five seconds until one succeeds. The clock is an argument.
 */
export class Breaker {
  #windowBegan = 0;
  #asked = 0;
  #failed = 0;
  /** When it opened or last let a probe through; null: closed. */
  #since: number | null = null;

  state(now: number): BreakerState {
    return this.#since === null ? 'CLOSED' : now - this.#since >= probeEveryMs ? 'HALF_OPEN' : 'OPEN';
  }

  /** Whether one may be sent now. Of a half-open one the first caller is the probe. */
  lets(now: number): boolean {
    if (this.#since === null) return true;
    if (now - this.#since < probeEveryMs) return false;
    this.#since = now;
    return true;
  }

  succeeded(now: number): void {
    this.#since = null;
    this.#count(now, 0);
  }

  failed(now: number): void {
    this.#count(now, 1);
    if (this.#since !== null) this.#since = now;
    else if (this.#failed >= failuresToOpen && this.#failed * 2 >= this.#asked) {
      this.#since = now;
      this.#asked = 0;
      this.#failed = 0;
    }
  }

  #count(now: number, failures: number): void {
    if (now - this.#windowBegan >= windowMs) {
      this.#windowBegan = now;
      this.#asked = 0;
      this.#failed = 0;
    }
    this.#asked += 1;
    this.#failed += failures;
  }
}
