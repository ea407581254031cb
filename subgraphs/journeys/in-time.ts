/** What `ask` answers, or the other where the time of all is over; then it is not even asked. */
export type InTimeOr = <Answer>(other: Answer, ask: () => Promise<Answer>) => Promise<Answer>;

/** Does something for each item, in order, so many at once, within a time that all of them have together. */
export async function inTime<Item, Result>(
  items: ReadonlyArray<Item>,
  { atOnce, withinMs }: { readonly atOnce: number; readonly withinMs: number },
  work: (item: Item, index: number, inTimeOr: InTimeOr) => Promise<Result>,
): Promise<ReadonlyArray<Result>> {
  let isOver = false;
  let end: () => void = () => {};
  const over = new Promise<void>((done) => {
    end = done;
  });
  const timer = setTimeout(() => {
    isOver = true;
    end();
  }, withinMs);
  const inTimeOr: InTimeOr = async (other, ask) => (isOver ? other : Promise.race([ask(), over.then(() => other)]));
  const results: Result[] = [];
  const todo = items.entries();
  const take = async (): Promise<void> => {
    for (const [index, item] of todo) results[index] = await work(item, index, inTimeOr);
  };
  await Promise.all(Array.from({ length: atOnce }, take)).finally(() => clearTimeout(timer));
  return results;
}
