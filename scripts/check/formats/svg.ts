import type { Localized } from '../../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import type { EventGraph, GraphEdge, GraphNode } from '../graphs.ts';
import { markup } from './markup.ts';

/** Sizes in the picture's own units, which a screen shows as pixels. */
const box = { width: 210, height: 56, across: 70, down: 22, margin: 16 };
/** Chinese characters of a title that fit into a line of a box; a second line takes the rest, shortened. */
const inLine = 13;

const units: Readonly<Record<TimeLimit['unit'], Localized>> = {
  WORKING_DAY: { zh: '个工作日', en: 'working days' },
  NATURAL_DAY: { zh: '个自然日', en: 'days' },
  HOUR: { zh: '小时', en: 'hours' },
  MINUTE: { zh: '分钟', en: 'minutes' },
} as Readonly<Record<TimeLimit['unit'], Localized>>;

export function limitText(limit: TimeLimit | null): Localized | null {
  if (!limit) return null;
  const unit = units[limit.unit];
  return { zh: `${limit.amount}${unit.zh}`, en: `${limit.amount} ${unit.en}` };
}

/** An event's order as a picture: a column per stage; the chain that ends last is bold, a circle red and dashed. `id` is its own in the page. */
export function graphSvg(graph: EventGraph, id: string): string {
  const columns = columnsOf(graph.nodes);
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const width = 2 * box.margin + columns.length * (box.width + box.across) - box.across;
  const height = 2 * box.margin + rows * (box.height + box.down) - box.down;
  const places = new Map(
    columns.flatMap((column, x) =>
      column.map(({ matter }, y) => [
        matter,
        { x: box.margin + x * (box.width + box.across), y: box.margin + y * (box.height + box.down) },
      ]),
    ),
  );
  return [
    `<svg role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${markup(graph.title.zh)} ${markup(graph.title.en)}</title>`,
    `<desc id="${id}-text">${markup(described(graph))}</desc>`,
    `<defs>${marker(`${id}-arrow`, 'arrow')}${marker(`${id}-circle`, 'arrow circle')}</defs>`,
    ...graph.edges.flatMap((edge) => edgePath(edge, places, id)),
    ...graph.nodes.map((node) => nodeBox(node, places.get(node.matter) ?? { x: 0, y: 0 })),
    '</svg>',
  ].join('\n');
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function columnsOf(nodes: ReadonlyArray<GraphNode>): ReadonlyArray<ReadonlyArray<GraphNode>> {
  const stages = [...new Set(nodes.map(({ stage }) => stage))].sort((a, b) => a - b);
  return stages.map((stage) => nodes.filter((node) => node.stage === stage));
}

const marker = (id: string, kind: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="${kind}" d="M0 0L8 4L0 8z"/></marker>`;

function edgePath(
  { from, to, isCritical, isInCircle }: GraphEdge,
  places: ReadonlyMap<string, Place>,
  id: string,
): string[] {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return [];
  const [x1, y1] = [start.x + box.width, start.y + box.height / 2];
  const [x2, y2] = [end.x, end.y + box.height / 2];
  const bend = Math.max(box.across / 2, Math.abs(x2 - x1) / 2);
  const kinds = ['edge', ...(isCritical ? ['critical'] : []), ...(isInCircle ? ['circle'] : [])].join(' ');
  const arrow = `${id}-${isInCircle ? 'circle' : 'arrow'}`;
  return [
    `<path class="${kinds}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" marker-end="url(#${arrow})"/>`,
  ];
}

function nodeBox({ title, promised, isCritical }: GraphNode, { x, y }: Place): string {
  const characters = [...title.zh];
  const second = characters.slice(inLine);
  const lines = [
    characters.slice(0, inLine).join(''),
    second.length > inLine ? `${second.slice(0, inLine - 1).join('')}…` : second.join(''),
  ];
  const limit = limitText(promised);
  return [
    `<g class="node${isCritical ? ' critical' : ''}">`,
    `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6"/>`,
    ...lines.map((line, index) => `<text x="${x + 8}" y="${y + 18 + 15 * index}">${markup(line)}</text>`),
    ...(limit ? [`<text class="limit" x="${x + box.width - 8}" y="${y + 50}">${markup(limit.zh)}</text>`] : []),
    '</g>',
  ].join('');
}

/** In words, for who does not see it. */
function described({ nodes, edges, workingDays }: EventGraph): string {
  const named = new Map(nodes.map(({ matter, title }) => [matter, title.zh]));
  const waits = edges.map(
    ({ from, to, isInCircle }) =>
      `${named.get(from) ?? from} → ${named.get(to) ?? to}${isInCircle ? '（循环 circle）' : ''}`,
  );
  return [
    `${nodes.length} 个事项，${workingDays} 个工作日 ${nodes.length} matters, ${workingDays} working days.`,
    ...waits,
  ].join('\n');
}
