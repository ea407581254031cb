/** The same function of an object, computed once for each: files that did not change keep their values when a catalogue is judged again. */
export function keptOf<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (of) => {
    const kept = known.get(of) ?? { result: compute(of) };
    known.set(of, kept);
    return kept.result;
  };
}

/** What was computed of an object, for as long as all is the same that it was computed on; so that who writes one file does not wait for all events. */
export function createKept<K extends object, T>(): (of: K, on: ReadonlyArray<unknown>, compute: () => T) => T {
  const known = new WeakMap<K, { readonly on: ReadonlyArray<unknown>; readonly result: T }>();
  return (of, on, compute) => {
    const before = known.get(of);
    if (before && areSame(before.on, on)) return before.result;
    const result = compute();
    known.set(of, { on, result });
    return result;
  };
}

export function areSame(one: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
