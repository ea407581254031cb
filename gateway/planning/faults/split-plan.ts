import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner';
import { flat } from './wanted-fields.ts';

/** A plan with another fetch for one of its own. */
export function replaced(node: PlanNode, one: FetchNode, by: FetchNode): PlanNode {
  if (node === one) return by;
  switch (node.kind) {
    case 'Flatten':
      return { ...node, node: replaced(node.node, one, by) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => replaced(each, one, by)) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause ? { ifClause: replaced(node.ifClause, one, by) } : {}),
        ...(node.elseClause ? { elseClause: replaced(node.elseClause, one, by) } : {}),
      };
    default:
      return node;
  }
}

/** A field of the answer. */
export interface FieldAt {
  /** Where its object lies. */
  readonly at: ResponsePath;
  readonly name: string;
}
interface Parts {
  readonly before: PlanNode | null;
  readonly after: PlanNode | null;
}

/** A plan in two: what goes by the field, and with it all that stands after that in the plan; and what does not. */
export function split(node: PlanNode, field: FieldAt, at: ResponsePath = []): Parts {
  switch (node.kind) {
    case 'Fetch':
      return goesBy(node, at, field) ? { before: null, after: node } : { before: node, after: null };
    case 'Flatten':
      return mapped(split(node.node, field, [...at, ...node.path]), (inner) => ({ ...node, node: inner }));
    case 'Parallel': {
      const parts = node.nodes.map((each) => split(each, field, at));
      const of = (which: keyof Parts): PlanNode | null => {
        const nodes = parts.flatMap((each) => each[which] ?? []);
        return nodes.length === 0 ? null : { ...node, nodes };
      };
      return { before: of('before'), after: of('after') };
    }
    case 'Sequence': {
      const before: PlanNode[] = [];
      const after: PlanNode[] = [];
      for (const each of node.nodes) {
        if (after.length > 0) {
          after.push(each);
          continue;
        }
        const parts = split(each, field, at);
        if (parts.before) before.push(parts.before);
        if (parts.after) after.push(parts.after);
      }
      const of = (nodes: PlanNode[]): PlanNode | null => (nodes.length === 0 ? null : { ...node, nodes });
      return { before: of(before), after: of(after) };
    }
    case 'Condition': {
      const nothing: Parts = { before: null, after: null };
      const yes = node.ifClause ? split(node.ifClause, field, at) : nothing;
      const no = node.elseClause ? split(node.elseClause, field, at) : nothing;
      const of = (which: keyof Parts): PlanNode | null =>
        yes[which] || no[which]
          ? {
              kind: 'Condition',
              condition: node.condition,
              ...(yes[which] ? { ifClause: yes[which] } : {}),
              ...(no[which] ? { elseClause: no[which] } : {}),
            }
          : null;
      return { before: of('before'), after: of('after') };
    }
    case 'Defer':
      return { before: node, after: null };
  }
}

function mapped({ before, after }: Parts, map: (node: PlanNode) => PlanNode): Parts {
  return { before: before && map(before), after: after && map(after) };
}

/** Whether a fetch at a place tells its subgraph of the field, or is about what lies in it. */
function goesBy({ requires }: FetchNode, at: ResponsePath, field: FieldAt): boolean {
  const full = [...field.at, field.name];
  const shared = full.every((step, index) => index >= at.length || step === at[index]);
  if (!shared) return false;
  if (at.length >= full.length) return true;
  const below = full.slice(at.length).filter((step) => step !== '@');
  let selections = requires ?? [];
  return below.every((step) => {
    const found = flat(selections).filter((each) => each.name === step);
    selections = found.flatMap((each) => each.selections ?? []);
    return found.length > 0;
  });
}
