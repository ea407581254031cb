import { byCode } from '../../../subgraphs/language/canonical.ts';
import type { EventGraph } from '../graphs.ts';
import { both, counted, sentences, wide } from './page-parts.ts';
import { graphSvg, limitText } from './svg.ts';

const legend = {
  zh: '粗线为最长路径，线上为前一事项所需时间，红色虚线为循环。',
  en: 'Bold: the chain that ends last. On the lines: how long the matter before takes. Red and dashed: a circle.',
};

/** The order of each event; those in which nothing can begin stand first, and open. */
export function graphsHtml(all: ReadonlyArray<EventGraph>): string {
  const hasCircle = ({ edges }: EventGraph): boolean => edges.some(({ isInCircle }) => isInCircle);
  const ordered = [...all].sort(
    (a, b) => Number(hasCircle(b)) - Number(hasCircle(a)) || byCode(a.event, b.event) || byCode(a.region, b.region),
  );
  const pictures = ordered.map((graph, index) => {
    const { title, regionName, nodes, workingDays } = graph;
    const name = `<h3 id="event-${index}">${both({
      zh: `${title.zh}（${regionName.zh}）`,
      en: `${title.en} (${regionName.en})`,
    })}</h3>`;
    const figures = both({
      zh: `${nodes.length} 个事项 · ${workingDays} 个工作日`,
      en: `${counted(nodes.length, 'matter')} · ${counted(workingDays, 'working day')}`,
    });
    const circle = hasCircle(graph)
      ? ` <span class="chip ERROR">${both({ zh: '循环：互相等待', en: 'A circle: they wait for each other' })}</span>`
      : '';
    const open = hasCircle(graph) || index === 0 ? ' open' : '';
    return `<details class="event"${open}><summary>${name} <span class="figures">${figures}</span>${circle}</summary>\n${wide(`event-${index}`, graphSvg(graph, `graph-${index}`))}\n${stepsHtml(graph)}</details>`;
  });
  return `<p>${sentences(legend)}</p>\n${pictures.join('\n')}`;
}

function stepsHtml({ nodes }: EventGraph): string {
  const steps = [...nodes]
    .sort((a, b) => a.stage - b.stage)
    .map(({ title, department, stage, promised }) => {
      const limit = limitText(promised);
      return `<li>${stage}. ${both(title)} <small>${both(department)}${limit ? ` · ${both(limit)}` : ''}</small></li>`;
    });
  return `<ul class="steps">${steps.join('')}</ul>`;
}
