/** Somebody who waits to be called. */
export interface Waiting {
  readonly ticket: string;
  /** As `turnOf` says. */
  readonly turn: number;
  readonly number: number;
  /** Called first by law. */
  readonly isExempt: boolean;
}

/**
 * When somebody's turn begins: of who booked the beginning of their time, or when they came, if that was later; of who did not, when their number
 * was given. Instants, in milliseconds.
 */
export function turnOf(bookedFrom: number | null, cameAt: number): number {
  return Math.max(bookedFrom ?? cameAt, cameAt);
}

/** Negative: `one` is called before `other`. Those who are exempt come first; then by turn; of one turn by number. */
export function inTurn(one: Waiting, other: Waiting): number {
  return Number(other.isExempt) - Number(one.isExempt) || one.turn - other.turn || one.number - other.number;
}

/** Whoever is next; null: nobody waits. Of those whose turn has not begun none, where somebody's has. */
export function nextInTurn(waiting: ReadonlyArray<Waiting>): Waiting | null {
  return waiting.reduce<Waiting | null>((first, each) => (first && inTurn(first, each) <= 0 ? first : each), null);
}

/** How many are passed over if somebody is served now; 0: it is their turn. Who is exempt and waits among others who are passes over nobody but them. */
export function passedOver(served: Waiting, waiting: ReadonlyArray<Waiting>): number {
  return waiting.filter((each) => inTurn(each, served) < 0).length;
}
