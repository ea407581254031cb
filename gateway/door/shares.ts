/** So many at once in all, and so many of one: whoever takes a lot leaves room for the others. */
export class Shares {
  readonly #inAll: number;
  readonly #ofOne: number;
  readonly #taken = new Map<string, number>();
  #sum = 0;

  constructor({ inAll, ofOne }: { readonly inAll: number; readonly ofOne: number }) {
    this.#inAll = inAll;
    this.#ofOne = ofOne;
  }

  get taken(): number {
    return this.#sum;
  }

  /** Null: that would be too much. The answer gives it back; more than once does no harm. */
  take(one: string, amount = 1): (() => void) | null {
    const own = this.#taken.get(one) ?? 0;
    if (this.#sum + amount > this.#inAll || own + amount > this.#ofOne) return null;
    this.#add(one, amount);
    let isTaken = true;
    return () => {
      if (isTaken) this.#add(one, -amount);
      isTaken = false;
    };
  }

  #add(one: string, amount: number): void {
    const left = (this.#taken.get(one) ?? 0) + amount;
    this.#sum += amount;
    if (left > 0) this.#taken.set(one, left);
    else this.#taken.delete(one);
  }
}
