import { readFileSync } from 'node:fs';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';

const supergraph = Supergraph.build(
  readFileSync(new URL('../../../schema/generated/supergraph.graphql', import.meta.url), 'utf8'),
);
const planner = new QueryPlanner(supergraph);

/** The shape of a plan: → in turn, ∥ at once. Departments are written as one word, for they are always asked together. */
const departments = new Set(readRegistry().departments.map(({ code }) => code));
function shape(node: PlanNode | undefined): string {
  switch (node?.kind) {
    case 'Fetch':
      return node.serviceName;
    case 'Flatten':
      return shape(node.node);
    case 'Sequence':
      return node.nodes.map(shape).join(' → ');
    case 'Parallel': {
      const branches = node.nodes.map(shape).sort();
      const asked = branches.filter((branch) => departments.has(branch));
      const others = branches.filter((branch) => !departments.has(branch));
      const all = asked.length === departments.size ? ['every department', ...others] : branches;
      return all.length === 1 ? (all[0] as string) : `(${all.join(' ∥ ')})`;
    }
    default:
      throw new Error(`no shape for ${node?.kind ?? 'an empty plan'}`);
  }
}
function shapeOf(operation: string): string {
  const plan = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(operation)));
  return shape(plan.node as PlanNode);
}

const event = 'lifeEvent(code: "newborn", region: "330381000000")';
const golden: ReadonlyArray<readonly [name: string, operation: string, shape: string]> = [
  [
    'an event and its questions need the catalogue alone',
    `{ ${event} { title questions { text options { text } } } }`,
    'catalogue',
  ],
  [
    'matters with their requirements ask every department at once',
    `{ ${event} { matters { code title department { name } requirements { name } } } }`,
    'catalogue → every department',
  ],
  [
    'canonical names of document types are one further fetch',
    `{ ${event} { matters { requirements { options { uses { documentType { name } } } } } } }`,
    'catalogue → every department → catalogue',
  ],
  [
    'the plan is three stages',
    `{ ${event} { plan { id complete materials { title } reduction { rows kept } } } }`,
    'catalogue → every department → journeys',
  ],
  [
    'names asked through the plan cost one more stage',
    `{ ${event} { plan { account { name fate matter { title } } materials { documentType { name } } openQuestions { question { text } } } } }`,
    'catalogue → every department → journeys → (catalogue ∥ catalogue ∥ catalogue)',
  ],
  ['a submission is one call', '{ submission(id: "1") { state filings { state } } }', 'journeys'],
  [
    'submitting is one call',
    'mutation ($input: SubmitLifeEventInput!) { submitLifeEvent(input: $input) { submission { id } problems { code } } }',
    'journeys',
  ],
  [
    'filings with the names of their matters are two',
    '{ submission(id: "1") { filings { matter { title department { name } } } } }',
    'journeys → catalogue',
  ],
];

describe('query plans', () => {
  it.each(golden)('%s', (_name, operation, expected) => {
    expect(shapeOf(operation)).toBe(expected);
  });
});
