import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { box, layoutOf, type Place } from '../../../scripts/check/formats/graph-layout.ts';
import { graphSvg } from '../../../scripts/check/formats/svg.ts';
import { eventGraphs, eventPlans, eventPlansOfRemainder, graphOf } from '../../../scripts/check/graphs.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { judge } from '../../../subgraphs/publishing/rules.ts';
import { inputFor, catalogue as real } from '../planning/catalogue-input.ts';
import { catalogueOf, changed } from '../publishing/rule-cases.ts';

describe('the picture of an event', () => {
  it('has each matter in the column of its stage, and the chain that ends last bold', () => {
    const limit = { amount: 1, unit: 'WORKING_DAY' };
    const timed = catalogueOf(changed({ set: { 'police/registration#/promisedLimit': limit } }));
    const [graph] = eventGraphs(eventPlans(timed, linkCatalogue(timed), '2026-11-27'), timed);
    if (!graph) throw new Error('No graph.');
    expect(graph.nodes.map(({ matter, stage }) => `${matter} ${stage}`)).toEqual(
      expect.arrayContaining(['B1 1', 'R1 2']),
    );
    expect(graph.edges).toEqual([{ from: 'B1', to: 'R1', isCritical: true, isInCircle: false }]);
    const svg = new JSDOM(graphSvg(graph, 'g')).window.document;
    const xOf = (title: string) =>
      [...svg.querySelectorAll('.node')]
        .find((node) => node.textContent?.includes(title))
        ?.querySelector('rect')
        ?.getAttribute('x');
    expect(Number(xOf('出生登记'))).toBeGreaterThan(Number(xOf('出生医学证明')));
    expect(svg.querySelectorAll('.edge.critical')).toHaveLength(1);
    expect(svg.querySelectorAll('.circle.edge')).toHaveLength(0);
    expect(svg.querySelector('desc')?.textContent).toContain('出生医学证明签发 → 出生登记');
    // What the one before takes stands on the line, once; what nothing waits for has it in its box.
    expect([...svg.querySelectorAll('.taken')].map(({ textContent }) => textContent)).toEqual([
      '2个工作日',
      '2 working days',
    ]);
    expect([...svg.querySelectorAll('.limit')].map(({ textContent }) => textContent)).toEqual([
      '1个工作日',
      '1 working day',
    ]);
  });

  it('has a circle in red, told in words too', () => {
    const input = inputFor('newborn', '330381000000');
    const plan = buildPlan(input);
    const step = plan.steps[0];
    if (!step) throw new Error('No step.');
    const steps = ['a', 'b'].map((matter) => ({ ...step, matter, after: [], stage: 1 }));
    const problem = { code: 'PRODUCTION_CYCLE', message: { zh: '', en: '' }, path: ['a', 'b', 'a'] };
    const criticalPath = { workingDays: 0, matters: [] };
    const graph = graphOf(
      { ...plan, steps, criticalPath, problems: [problem] },
      { zh: '某地', en: 'Somewhere' },
      input,
    );
    expect(graph.edges.map(({ from, to, isInCircle }) => [from, to, isInCircle])).toEqual([
      ['a', 'b', true],
      ['b', 'a', true],
    ]);
    const svg = new JSDOM(graphSvg(graph, 'g')).window.document;
    expect(svg.querySelectorAll('.edge.circle')).toHaveLength(2);
    expect(svg.querySelector('desc')?.textContent).toContain('circle');
  });

  it('has the circle of a catalogue that does not hold for it, as it is in the situation in which it is found', () => {
    const requirement = {
      code: 'B1-03',
      name: { zh: '户口簿', en: 'Household page' },
      declaredSource: 'GOVERNMENT',
      uses: [{ type: 'household-page', subject: 'CHILD', use: 'INSPECT' }],
    };
    const circular = catalogueOf(changed({ set: { 'health/birth-certificate#/requirements/-': requirement } }));
    const { judged, findings } = judge(circular);
    const impossible = findings.filter(({ rule }) => rule === 'PLAN_IMPOSSIBLE').map(({ file }) => file);
    expect(impossible).toHaveLength(1);
    const circles = (files: ReadonlyArray<string>) =>
      eventGraphs(eventPlansOfRemainder(judged, new Set(files), '2026-11-27'), judged).map(({ edges }) =>
        edges.filter(({ isInCircle }) => isInCircle).map(({ from, to }) => `${from} ${to}`),
      );
    expect(circles(impossible)).toEqual([['B1 R1', 'R1 B1']]);
    const { judged: sound } = judge(catalogueOf(changed({})));
    const drawn = eventGraphs(eventPlansOfRemainder(sound, new Set(impossible), '2026-11-27'), sound);
    expect(drawn.flatMap(({ edges }) => edges).filter(({ isInCircle }) => isInCircle)).toEqual([]);
  });

  it('has no box upon another, and no line behind one', () => {
    const all = real.publication.lifeEvents.filter(({ region }) => region === '330381000000');
    const entries = all.map(({ code, region }) => ({ value: { code, region } }) as never);
    const drawn = eventGraphs(eventPlans({ lifeEvents: entries }, real, '2026-11-24'), { regions: [] });
    let passed = 0;
    for (const graph of drawn) {
      const { places, passages, width, height } = layoutOf(graph);
      const boxes = graph.nodes.map(({ matter }) => places.get(matter) as Place);
      const covers = (x: number, y: number, { x: left, y: top }: Place): boolean =>
        x > left - box.width && x < left + box.width && y > top && y < top + box.height;
      for (const [index, { x, y }] of boxes.entries()) {
        expect(x >= 0 && y >= 0 && x + box.width <= width && y + box.height <= height).toBe(true);
        const others = boxes.filter((_each, other) => other !== index);
        expect(others.some((other) => covers(x, y + 1, other) || covers(x, y + box.height - 1, other))).toBe(false);
      }
      for (const { x, y } of [...passages.values()].flat()) {
        passed++;
        expect(boxes.some((other) => covers(x, y, other))).toBe(false);
      }
    }
    expect(passed).toBeGreaterThan(5);
  });

  it('is there for real events, as their plans have them', () => {
    const events = real.publication.lifeEvents.filter(({ region }) => region === '330381000000').slice(0, 5);
    const entries = events.map(({ code, region }) => ({ value: { code, region } }) as never);
    const drawn = eventGraphs(eventPlans({ lifeEvents: entries }, real, '2026-11-24'), { regions: [] });
    expect(drawn).toHaveLength(events.length);
    for (const graph of drawn) {
      const plan = buildPlan(inputFor(graph.event, graph.region));
      expect(new Set(graph.nodes.map(({ matter }) => matter))).toEqual(new Set(plan.steps.map(({ matter }) => matter)));
      expect(graph.workingDays).toBe(plan.criticalPath.workingDays);
    }
  });
});
