import { describe, expect, it } from 'vitest';
import { alerts, documented, familyOf, operating, panels, read } from './documented.ts';

/** Those that Prometheus, Node and the process make, and the labels that Prometheus adds. */
const given = /^(up|process_[a-z_]+|nodejs_[a-z0-9_]+)$/;
const added = ['instance', 'job', 'le'];

const expressions = [...alerts.map(({ alert, expr }) => ({ where: alert, expr, legend: '' })), ...panels];

describe.each(expressions)('$where: $expr', ({ expr, legend }) => {
  const { faulty, selectors, grouped } = read(expr);

  it('is an expression that Prometheus reads', () => {
    expect(faulty).toBe(false);
    expect(selectors.length).toBeGreaterThan(0);
  });

  it('asks for metrics and labels that the product has', () => {
    const known = selectors.map(({ metric }) => documented.get(familyOf(metric)) ?? (given.test(metric) ? [] : null));
    expect(selectors.filter((_, index) => known[index] === null).map(({ metric }) => metric)).toEqual([]);
    const labels = new Set([...added, ...known.flatMap((each) => each ?? [])]);
    const used = [...grouped, ...selectors.flatMap((each) => [...each.labels.keys()])];
    expect(used.filter((label) => !labels.has(label))).toEqual([]);
    const named = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label as string);
    expect(named.filter((label) => !grouped.includes(label))).toEqual([]);
  });
});

describe('alerts', () => {
  it.each(alerts)('$alert says what to do', ({ alert, annotations }) => {
    expect(annotations.runbook).toBe(`OPERATING.md#${alert.toLowerCase()}`);
    // A heading, with something below it.
    expect(operating).toMatch(new RegExp(`^#### ${alert}\n\n[A-Z\`].{40}`, 'm'));
    expect(annotations.summary).not.toBe('');
  });

  it('have a name each, and no section is left of one that is gone', () => {
    const names = alerts.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const sections = [...operating.matchAll(/^#### (\w+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(names);
  });

  it('name labels in their words that they group by', () => {
    for (const { alert, expr, annotations } of alerts) {
      const { grouped, selectors } = read(expr);
      const named = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
      const has = [...grouped, ...(selectors.some(({ metric }) => metric === 'up') ? ['instance'] : [])];
      expect({ alert, lacking: named.filter((label) => !has.includes(label as string)) }).toEqual({
        alert,
        lacking: [],
      });
    }
  });
});

it('every metric of the product is on a dashboard', () => {
  const shown = new Set(panels.flatMap(({ expr }) => read(expr).selectors.map(({ metric }) => familyOf(metric))));
  expect([...documented.keys()].filter((metric) => !shown.has(metric))).toEqual([]);
});

it('a faulty expression is seen as one', () => {
  expect(read('sum by (x (rate(y[5m]))').faulty).toBe(true);
  expect(read('sum by (x) (rate(y{z="w"}[5m]))')).toMatchObject({
    faulty: false,
    grouped: ['x'],
    selectors: [{ metric: 'y', labels: new Map([['z', 'w']]) }],
  });
});
