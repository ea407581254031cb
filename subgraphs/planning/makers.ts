import type { Need, Row } from './expansion.ts';
import type { Edge } from './graph.ts';

/** Who may make what a matter takes; null among them: nobody. Null: the first of its makers. */
export type MakersOf = (need: Need, taker: number) => ReadonlyArray<number | null> | null;
export const byTheFirstAlone: MakersOf = () => null;

/** Beyond so many ways to have an option's documents made, it is tried with each of them made otherwise alone, and with all. */
const mostWays = 64;
/** Of uses that are not made by the first of their makers: by whom; null: by nobody. */
export type Makers = ReadonlyMap<Need, number | null>;
const byTheFirst: Makers = new Map();

export function makerIn(makers: Makers, need: Need): number | undefined {
  const maker = makers.get(need);
  return maker === null ? undefined : (maker ?? need.producers[0]);
}

/** An option stands once for each way to have what it takes made; the way by the first makers comes first. */
export function waysToMake(needs: ReadonlyArray<Need>, taker: number, makersOf: MakersOf): ReadonlyArray<Makers> {
  const open = needs.flatMap((need) => {
    const makers = makersOf(need, taker) ?? [];
    return makers.length > 1 ? [{ need, makers }] : [];
  });
  if (open.length === 0) return [byTheFirst];
  if (open.reduce((ways, { makers }) => ways * makers.length, 1) > mostWays)
    return [
      byTheFirst,
      new Map(open.map(({ need, makers }) => [need, makers.at(-1) as number | null])),
      ...open.flatMap(({ need, makers: [, ...others] }) => others.map((other) => new Map([[need, other]]))),
    ];
  return open.reduce<ReadonlyArray<Makers>>(
    (ways, { need, makers }) => ways.flatMap((way) => makers.map((maker) => new Map([...way, [need, maker]]))),
    [byTheFirst],
  );
}

/** Whoever makes something comes before whoever may take it. */
export function makingEdges(open: ReadonlyArray<Row>): ReadonlyArray<Edge> {
  return open.flatMap(({ instance, options }) =>
    options.flatMap(({ needs }) =>
      needs.flatMap(({ producers }) => producers.map((producer): Edge => [producer, instance.index])),
    ),
  );
}
