/** Does a piece of work once for all who ask for it under one key while it is under way. */
export type SingleFlight<T> = (key: string, content: string, work: () => Promise<T>) => Promise<T>;

/**
 * The same content shares the answer, failures too: nobody's work is begun twice. Another content under the same key waits until the first is settled, for
 * only then is it known whether the key is used up.
 */
export function createSingleFlight<T>(): SingleFlight<T> {
  const underWay = new Map<string, { readonly content: string; readonly answer: Promise<T> }>();
  return async (key, content, work) => {
    for (let other = underWay.get(key); other; other = underWay.get(key)) {
      if (other.content === content) return other.answer;
      await Promise.allSettled([other.answer]);
    }
    const answer = work().finally(() => underWay.delete(key));
    underWay.set(key, { content, answer });
    return answer;
  };
}
