import type { Exchange } from './exchange.ts';

/** One request on the wire that several may wait for; it is given up when nobody does any more. */
export interface Flight {
  readonly exchange: Exchange;
  /** Null: nobody else may join it. */
  readonly key: string | null;
  waiting: number;
}

/** What is under way to one subgraph: asked for by the same person in the same words meanwhile, once is enough. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  find(key: string): Flight | undefined {
    return this.#flights.get(key);
  }

  /** Lets others join it until it has ended. */
  begin(exchange: Exchange, key: string | null): Flight {
    const flight: Flight = { exchange, key, waiting: 0 };
    if (key !== null) {
      this.#flights.set(key, flight);
      const land = (): void => this.#land(flight);
      exchange.text.then(land, land);
    }
    return flight;
  }

  /** One who waited has gone. */
  leave(flight: Flight): void {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    this.#land(flight);
    flight.exchange.giveUp();
  }

  #land(flight: Flight): void {
    if (flight.key !== null && this.#flights.get(flight.key) === flight) this.#flights.delete(flight.key);
  }
}
