import type { EventGraph, GraphNode } from '../graphs.ts';

/** Sizes in the picture's own units, which a screen shows as pixels. */
export const box = { width: 208, height: 66, across: 96, down: 16, margin: 16 };
/** Boxes beside each other of matters that wait for nothing and that nothing waits for. */
const inRow = 4;
/** Room that a line takes where it passes a column in which it does not end. */
const passage = 12;
/** After so many the order of boxes changes no more in any event there is. */
const sweeps = 6;

export interface Place {
  readonly x: number;
  readonly y: number;
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, Place>;
  /** `from to` → where a line passes the columns between. */
  readonly passages: ReadonlyMap<string, ReadonlyArray<Place>>;
}
/** Below the boxes, for a line that leads back. */
export const roomBelow = 44;

/** A box, or a line on its way. */
interface Item {
  readonly key: string;
  readonly height: number;
}

/**
 * Where everything stands: a column per stage, in each those beside each other that belong together, and below them in rows what waits for nothing.
 * Lines that lead past a column have a place of their own in it, so that none runs behind a box.
 */
export function layoutOf({ nodes, edges }: Pick<EventGraph, 'nodes' | 'edges'>): Layout {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ matter }) => !joined.has(matter));
  const columns = columnsOf(nodes.filter(({ matter }) => joined.has(matter)));
  const columnOf = new Map(columns.flatMap((column, index) => column.map(({ key }) => [key, index] as const)));
  const neighbours: Array<readonly [string, string]> = [];
  const chains = new Map<string, ReadonlyArray<string>>();
  let leadsBack = false;
  for (const { from, to } of edges) {
    const [first, last] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0];
    const between = Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => `${from} ${to} ${index}`);
    between.forEach((key, index) => {
      columns[first + 1 + index]?.push({ key, height: passage });
    });
    chains.set(`${from} ${to}`, between);
    const chain = [from, ...between, to];
    if (first > last + 1) leadsBack = true;
    if (first < last) neighbours.push(...chain.slice(1).map((key, index) => [chain[index] as string, key] as const));
  }
  const ordered = inOrder(columns, neighbours);
  const heights = ordered.map(heightOf);
  const tallest = Math.max(0, ...heights);
  const places = new Map<string, Place>();
  for (const [index, column] of ordered.entries()) {
    let y = box.margin + (tallest - (heights[index] ?? 0)) / 2;
    for (const { key, height } of column) {
      places.set(key, { x: box.margin + index * (box.width + box.across), y: Math.round(y) });
      y += height + box.down;
    }
  }
  const top = box.margin + (tallest === 0 ? 0 : tallest + 2 * box.down);
  for (const [index, { matter }] of alone.entries())
    places.set(matter, {
      x: box.margin + (index % inRow) * (box.width + box.down),
      y: top + Math.floor(index / inRow) * (box.height + box.down),
    });
  const boxes = [...places].filter(([key]) => !key.includes(' ')).map(([, place]) => place);
  return {
    width: Math.max(0, ...boxes.map(({ x }) => x)) + box.width + box.margin,
    height: Math.max(tallest, ...boxes.map(({ y }) => y + box.height)) + (leadsBack ? roomBelow : box.margin),
    places,
    passages: new Map([...chains].map(([edge, keys]) => [edge, keys.flatMap((key) => middle(places.get(key)))])),
  };
}

const middle = (place: Place | undefined): ReadonlyArray<Place> =>
  place ? [{ x: place.x, y: place.y + passage / 2 }] : [];

function columnsOf(nodes: ReadonlyArray<GraphNode>): Item[][] {
  const stages = [...new Set(nodes.map(({ stage }) => stage))].sort((a, b) => a - b);
  return stages.map((stage) =>
    nodes.filter((node) => node.stage === stage).map(({ matter }) => ({ key: matter, height: box.height })),
  );
}

const heightOf = (column: ReadonlyArray<Item>): number =>
  column.reduce((sum, { height }) => sum + height + box.down, -box.down);

/** Forth and back, each item is put where those that it is joined with are in the middle (Sugiyama): fewer lines cross. */
function inOrder(
  columns: ReadonlyArray<ReadonlyArray<Item>>,
  neighbours: ReadonlyArray<readonly [string, string]>,
): ReadonlyArray<ReadonlyArray<Item>> {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const [one, other] of neighbours) {
    before.set(other, [...(before.get(other) ?? []), one]);
    after.set(one, [...(after.get(one) ?? []), other]);
  }
  const ordered = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const forth = sweep % 2 === 0;
    const rank = new Map<string, number>();
    for (const column of forth ? ordered : ordered.toReversed()) {
      const wanted = new Map(
        column.map(({ key }, index) => {
          const ranks = ((forth ? before : after).get(key) ?? []).flatMap((other) => rank.get(other) ?? []);
          const mean = ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
          return [key, ranks.length === 0 ? (index + 0.5) / column.length : mean] as const;
        }),
      );
      column.sort((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0));
      for (const [index, { key }] of column.entries()) rank.set(key, (index + 0.5) / column.length);
    }
  }
  return ordered;
}
