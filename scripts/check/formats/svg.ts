import type { Localized } from '../../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import type { EventGraph, GraphEdge, GraphNode } from '../graphs.ts';
import { box, type Layout, layoutOf, type Place, roomBelow } from './graph-layout.ts';
import { markup } from './markup.ts';

/** Columns of a title, of which a Chinese character takes two, that fit into a line of a box; a second line takes the rest, shortened. */
const inLine = 28;
/** Of the department's name, alone and beside the limit. */
const ofDepartment = { alone: 32, beside: 17 };

const units: Readonly<Record<TimeLimit['unit'], Localized>> = {
  WORKING_DAY: { zh: '个工作日', en: 'working days' },
  NATURAL_DAY: { zh: '个自然日', en: 'days' },
  HOUR: { zh: '小时', en: 'hours' },
  MINUTE: { zh: '分钟', en: 'minutes' },
} as Readonly<Record<TimeLimit['unit'], Localized>>;

export function limitText(limit: TimeLimit | null): Localized | null {
  if (!limit) return null;
  const unit = units[limit.unit];
  const en = limit.amount === 1 ? unit.en.replace(/s$/, '') : unit.en;
  return { zh: `${limit.amount}${unit.zh}`, en: `${limit.amount} ${en}` };
}

/**
 * An event's order as a picture: a column per stage; on the lines what the one before takes; the chain that ends last is bold, a circle red and dashed.
 * `id` is its own in the page.
 */
export function graphSvg(graph: EventGraph, id: string): string {
  const layout = layoutOf(graph);
  const { width, height, places } = layout;
  const promised = new Map(graph.nodes.map((node) => [node.matter, node.promised]));
  const leadsBack = ({ from, to }: GraphEdge): boolean => (places.get(from)?.x ?? 0) > (places.get(to)?.x ?? 0);
  const ahead = graph.edges.filter((edge) => !leadsBack(edge));
  const awaited = new Set(ahead.map(({ from }) => from));
  return [
    `<svg role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${markup(graph.title.zh)} ${markup(graph.title.en)}</title>`,
    `<desc id="${id}-text">${markup(described(graph))}</desc>`,
    `<defs>${marker(`${id}-arrow`, 'arrow')}${marker(`${id}-circle`, 'arrow circle')}</defs>`,
    ...ahead.flatMap((edge) => edgePath(edge, layout, id)),
    ...[...awaited].flatMap((from) => takenText(limitText(promised.get(from) ?? null), places.get(from))),
    ...graph.nodes.map((node) =>
      nodeBox(node, places.get(node.matter) ?? { x: 0, y: 0 }, awaited.has(node.matter) ? null : node.promised),
    ),
    ...graph.edges.filter(leadsBack).flatMap((edge) => edgePath(edge, layout, id)),
    '</svg>',
  ].join('\n');
}

const marker = (id: string, kind: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="${kind}" d="M0 0L8 4L0 8z"/></marker>`;

function edgePath({ from, to, isCritical, isInCircle }: GraphEdge, { places, passages }: Layout, id: string): string[] {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return [];
  const kinds = ['edge', ...(isCritical ? ['critical'] : []), ...(isInCircle ? ['circle'] : [])].join(' ');
  const arrow = `${id}-${isInCircle ? 'circle' : 'arrow'}`;
  const between = passages.get(`${from} ${to}`) ?? [];
  const line = start.x < end.x ? forward(start, end, between) : start.x > end.x ? back(start, end) : beside(start, end);
  return [`<path class="${kinds}" d="${line}" marker-end="url(#${arrow})"/>`];
}

/** From the right side of one to the left of the other, level where it passes a column. */
function forward(start: Place, end: Place, between: ReadonlyArray<Place>): string {
  const curve = (x1: number, y1: number, x2: number, y2: number): string =>
    `C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`;
  let [x, y] = [start.x + box.width, start.y + box.height / 2];
  let path = `M${x} ${y}`;
  for (const place of between) {
    path += `${curve(x, y, place.x, place.y)}H${place.x + box.width}`;
    [x, y] = [place.x + box.width, place.y];
  }
  return path + curve(x, y, end.x, end.y + box.height / 2);
}

/** To an earlier column, where nothing but a circle leads: beside the line that comes from there, or under the boxes between. */
function back(start: Place, end: Place): string {
  if (start.x - end.x <= box.width + box.across) {
    const [x1, x2] = [start.x, end.x + box.width];
    const [y1, y2] = [start.y + box.height / 2 + 14, end.y + box.height / 2 + 14];
    return `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`;
  }
  const [x1, y1, x2, y2] = [start.x + box.width / 2, start.y + box.height, end.x + box.width / 2, end.y + box.height];
  const below = Math.max(y1, y2) + roomBelow;
  return `M${x1} ${y1}C${x1} ${below} ${x2} ${below} ${x2} ${y2}`;
}

/** Within a column: down on the right side, up on the left, so that the two lines of a circle are seen apart. */
function beside(start: Place, end: Place): string {
  const [side, out] = start.y < end.y ? [box.width, 1] : [0, -1];
  const [x, y1, y2] = [start.x + side, start.y + box.height / 2 + 8 * out, end.y + box.height / 2 - 8 * out];
  const bend = x + out * box.across * 0.6;
  return `M${x} ${y1}C${bend} ${y1} ${bend} ${y2} ${x} ${y2}`;
}

/** On the lines that leave a box, once: how long who waits for it waits. */
function takenText(limit: Localized | null, place: Place | undefined): string[] {
  if (!limit || !place) return [];
  const at = `class="taken" x="${place.x + box.width + 6}" y="${place.y + box.height / 2 - 5}"`;
  return [inBoth(limit, (text) => `<text ${at}>${text}</text>`)];
}

/** `ends`: the limit of what nothing waits for; of all else it stands on the lines. */
function nodeBox({ title, department, isCritical }: GraphNode, { x, y }: Place, ends: TimeLimit | null): string {
  const limit = limitText(ends);
  const most = limit ? ofDepartment.beside : ofDepartment.alone;
  const words = (language: keyof Localized): string =>
    wrapped(title[language], inLine)
      .map((line, index) => `<text x="${x + 10}" y="${y + 20 + 16 * index}">${markup(line)}</text>`)
      .join('');
  const beside = (text: Localized, at: number, kind: string): string =>
    inBoth(text, (line) => `<text class="${kind}" x="${at}" y="${y + box.height - 8}">${line}</text>`);
  const name = { zh: shortened(department.zh, most), en: shortened(department.en, most) };
  return [
    `<g class="node${isCritical ? ' critical' : ''}">`,
    `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6"/>`,
    `<g lang="zh-CN">${words('zh')}</g><g lang="en">${words('en')}</g>`,
    beside(name, x + 10, 'department'),
    ...(limit ? [beside(limit, x + box.width - 10, 'limit')] : []),
    '</g>',
  ].join('');
}

const inBoth = ({ zh, en }: Localized, draw: (text: string) => string): string =>
  `<g lang="zh-CN">${draw(markup(zh))}</g><g lang="en">${draw(markup(en))}</g>`;

/** Columns that a text takes: East Asian characters are as wide as two others. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0);

function shortened(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const characters = [...text];
  while (widthOf(characters.join('')) > most - 1) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** In two lines at most, between words where there are any. */
function wrapped(text: string, most: number): ReadonlyArray<string> {
  let first = '';
  const parts = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) ?? [];
  let taken = 0;
  for (const part of parts) {
    if (widthOf(first + part) > most && first !== '') break;
    first += part;
    taken++;
  }
  const rest = parts.slice(taken).join('').trim();
  return rest === '' ? [shortened(first, most)] : [shortened(first.trimEnd(), most), shortened(rest, most)];
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
