import { readdirSync, readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

const root = new URL('../../../', import.meta.url);
export const operating = readFileSync(new URL('OPERATING.md', root), 'utf8');

/** Metric → labels, as the table of OPERATING has them. */
export const documented: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  [...operating.matchAll(/^\| `([a-z_]+)` +\|([^|]*)\|/gm)]
    .filter(([, name]) => /^(gateway|workflow|background|subgraph|uploads|database|metrics)_/.test(name as string))
    .map(([, name, labels]) => [
      name as string,
      [...(labels as string).matchAll(/`([a-z]+)`/g)].map(([, label]) => label as string),
    ]),
);

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
export const alerts: ReadonlyArray<Alert> = (
  parse(readFileSync(new URL('.deploy/prometheus/alerts.yaml', root), 'utf8')) as { groups: Array<{ rules: Alert[] }> }
).groups.flatMap(({ rules }) => rules);

interface Dashboard {
  readonly panels: ReadonlyArray<{
    readonly title: string;
    readonly targets: ReadonlyArray<{ readonly expr: string; readonly legendFormat: string }>;
  }>;
}
const folder = new URL('.deploy/grafana/', root);
/** What panels ask and how they call it. */
export const panels = readdirSync(folder).flatMap((file) =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dashboard).panels.flatMap(({ title, targets }) =>
    targets.map(({ expr, legendFormat }) => ({ where: `${file}: ${title}`, expr, legend: legendFormat })),
  ),
);

/** What an expression asks for, read by Prometheus' own grammar. */
export interface Asked {
  readonly faulty: boolean;
  /** With the labels, and the words that they are compared with. */
  readonly selectors: ReadonlyArray<{ readonly metric: string; readonly labels: ReadonlyMap<string, string> }>;
  /** Labels that are grouped by. */
  readonly grouped: ReadonlyArray<string>;
}
export function read(expression: string): Asked {
  const selectors: Array<{ metric: string; labels: Map<string, string> }> = [];
  const grouped: string[] = [];
  let faulty = false;
  parser.parse(expression).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) faulty = true;
      const text = (at: { from: number; to: number }): string => expression.slice(at.from, at.to);
      if (type.name === 'VectorSelector') {
        const metric = node.getChild('Identifier');
        const labels = new Map<string, string>();
        for (const matcher of node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []) {
          const [label, value] = [matcher.getChild('LabelName'), matcher.getChild('StringLiteral')];
          if (label && value) labels.set(text(label), text(value).slice(1, -1));
        }
        selectors.push({ metric: metric ? text(metric) : '', labels });
      }
      if (type.name === 'GroupingLabels') grouped.push(...node.getChildren('LabelName').map(text));
      if (type.isError) grouped.push(expression.slice(from, to));
    },
  });
  return { faulty, selectors, grouped };
}

/** A histogram is asked by what it is made of. */
export const familyOf = (metric: string): string =>
  metric.replace(/_(bucket|count|sum)$/, (end) => (documented.has(metric) ? end : ''));
