import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What one fetch names in a way of its own. */
interface Fetch {
  readonly renamed: ReadonlyMap<string, string>;
  readonly fragments: ReadonlyMap<string, SelectionSetNode>;
}

/** What plans fetch, by name; of which types is left out. */
class Fetched {
  readonly #below = new Map<string, Fetched>();

  below(name: string): Fetched {
    let found = this.#below.get(name);
    if (!found) {
      found = new Fetched();
      this.#below.set(name, found);
    }
    return found;
  }

  has(name: string): boolean {
    return this.#below.has(name);
  }

  add({ selections }: SelectionSetNode, fetch: Fetch): void {
    for (const selection of selections) {
      const within =
        selection.kind === Kind.FRAGMENT_SPREAD ? fetch.fragments.get(selection.name.value) : selection.selectionSet;
      const own = selection.kind === Kind.FIELD ? this.#of(selection, fetch) : this;
      if (within) own.add(within, fetch);
    }
  }

  #of({ alias, name: { value } }: FieldNode, { renamed }: Fetch): Fetched {
    const name = alias?.value ?? value;
    return name === '_entities' ? this : this.below(renamed.get(name) ?? name);
  }
}

/**
 * The first field, as `Type.field`, that an operation asks for in every case and that none of its plans fetches: the planner leaves out
 * what cannot be reached, without a word. Undefined: all are fetched.
 */
export function unreached(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
  plans: ReadonlyArray<QueryPlan>,
): string | undefined {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return undefined;
  const fetched = new Fetched();
  for (const { node } of plans) if (node && node.kind !== 'Subscription') gather(node, fetched);

  return firstUnreached(operation.selectionSet, root, fetched);
}

function firstUnreached(
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  fetched: Fetched,
): string | undefined {
  for (const selection of selections) {
    // A condition may rule it out, and so may another one above or beside.
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) continue;
    const found =
      selection.kind === Kind.FIELD ? ofField(selection, type, fetched) : ofFragment(selection, type, fetched);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofField(node: FieldNode, type: GraphQLNamedType, fetched: Fetched): string | undefined {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return undefined;
  const key = (node.alias ?? node.name).value;
  if (!fetched.has(key)) return `${type.name}.${field.name}`;
  return node.selectionSet && firstUnreached(node.selectionSet, getNamedType(field.type), fetched.below(key));
}

/** What stands under a narrower type may never be met there, and is rightly left out. */
function ofFragment(
  node: InlineFragmentNode | FragmentSpreadNode,
  type: GraphQLNamedType,
  fetched: Fetched,
): string | undefined {
  if (node.kind === Kind.FRAGMENT_SPREAD) return undefined;
  const on = node.typeCondition?.name.value;
  return on === undefined || on === type.name ? firstUnreached(node.selectionSet, type, fetched) : undefined;
}

function gather(node: PlanNode, at: Fetched): void {
  switch (node.kind) {
    case 'Fetch': {
      const renamed = new Map(
        (node.outputRewrites ?? []).flatMap((each) =>
          each.kind === 'KeyRenamer' ? [[each.path.at(-1) as string, each.renameKeyTo] as const] : [],
        ),
      );
      const { definitions } = parse(node.operation, { noLocation: true });
      const fragments = new Map(
        definitions.flatMap((each) =>
          each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
        ),
      );
      for (const each of definitions)
        if (each.kind === Kind.OPERATION_DEFINITION) at.add(each.selectionSet, { renamed, fragments });
      return;
    }
    case 'Flatten':
      gather(
        node.node,
        node.path.reduce<Fetched>(
          (under, step) => (step === '@' || typeof step === 'number' ? under : under.below(step)),
          at,
        ),
      );
      return;
    case 'Sequence':
    case 'Parallel':
      for (const each of node.nodes) gather(each, at);
      return;
    case 'Condition':
      if (node.ifClause) gather(node.ifClause, at);
      if (node.elseClause) gather(node.elseClause, at);
  }
}
