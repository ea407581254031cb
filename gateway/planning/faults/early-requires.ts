import { type PlanNode, type QueryPlanSelectionNode, trimSelectionNodes } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Fields } from '../fields.ts';
import { findEarly, later } from './early-fields.ts';
import { argument, graphNames } from './join-directives.ts';
import { replaced, split } from './split-plan.ts';

/*
 * Where a required field is computed itself, of what lies in an object of its own subgraph, the planner asks for it before that is there,
 * and it is computed of nothing. So it is asked for later, in a fetch of its own.
 */

/** What fields of subgraphs have to be told first. */
export interface EarlyRequires {
  /** By subgraph, then by `Type.field`. */
  readonly requires: ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<QueryPlanSelectionNode>>>;
  /** By subgraph, then by type: a key by which it takes a reference. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, SelectionSetNode>>;
}

/** Chains are short; a plan in which more is asked too early than this is given up. */
const mostMoves = 50;

export function earlyRequires(document: DocumentNode): EarlyRequires {
  const graphOf = graphNames(document);
  const requires = new Map<string, Map<string, ReadonlyArray<QueryPlanSelectionNode>>>();
  const keys = new Map<string, Map<string, SelectionSetNode>>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    for (const { graph, said: key } of said(definition, 'key', graphOf)) {
      const known = within(keys, graph);
      if (!known.has(type)) known.set(type, selectionOf(key));
    }
    for (const field of definition.fields ?? [])
      for (const { graph, said: wanted } of said(field, 'requires', graphOf))
        within(requires, graph).set(`${type}.${field.name.value}`, trimSelectionNodes(selectionOf(wanted).selections));
  }
  return { requires, keys };
}

/** What a type's or a field's directives say under a name, by subgraph. */
function said(
  { directives }: ObjectTypeDefinitionNode | FieldDefinitionNode,
  name: string,
  graphOf: ReadonlyMap<string, string>,
): ReadonlyArray<{ readonly graph: string; readonly said: string }> {
  return (directives ?? []).flatMap((join) => {
    const graph = graphOf.get(argument(join, 'graph') ?? '');
    const value = argument(join, name);
    const isDead = argument(join, 'resolvable') === 'false';
    return graph === undefined || value === undefined || isDead ? [] : [{ graph, said: value }];
  });
}

function within<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let found = map.get(key);
  if (!found) {
    found = new Map();
    map.set(key, found);
  }
  return found;
}

function selectionOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet;
}

/** The plan with each computed field asked for once what it requires is known. Throws where there is no end of it. */
export function requiredFirst(node: PlanNode, rules: EarlyRequires, fields: Fields): PlanNode {
  let plan = node;
  for (let moves = 0; moves < mostMoves; moves++) {
    const early = findEarly(plan, [], { rules, fields });
    if (!early) return plan;
    const rest = replaced(plan, early.fetch, early.without);
    const { before, after } = split(rest, early);
    plan = { kind: 'Sequence', nodes: [before, later(early), after].filter((each) => each !== null) };
  }
  throw new Error('Fields that require each other have no order.');
}
