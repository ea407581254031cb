import {
  type FetchNode,
  type PlanNode,
  type QueryPlanSelectionNode,
  type ResponsePath,
  trimSelectionNodes,
} from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Fields } from '../fields.ts';
import type { EarlyRequires } from './early-requires.ts';
import type { FieldAt } from './split-plan.ts';
import { tells } from './wanted-fields.ts';

export interface Known {
  readonly rules: EarlyRequires;
  readonly fields: Fields;
}
/** A field that a fetch asks for too early. */
export interface Early extends FieldAt {
  readonly fetch: FetchNode;
  /** The fetch without it, and with a key of its object. */
  readonly without: FetchNode;
  /** Where its object lies in the answer. */
  readonly at: ResponsePath;
  readonly type: string;
  readonly name: string;
  /** The field, within the conditions it stands under. */
  readonly selection: SelectionNode;
  readonly requires: ReadonlyArray<QueryPlanSelectionNode>;
  readonly key: SelectionSetNode;
}

export function findEarly(node: PlanNode, at: ResponsePath, known: Known): Early | undefined {
  switch (node.kind) {
    case 'Fetch':
      return earlyIn(node, at, known);
    case 'Flatten':
      return findEarly(node.node, [...at, ...node.path], known);
    case 'Sequence':
    case 'Parallel':
      return first(node.nodes, (each) => findEarly(each, at, known));
    case 'Condition':
      return first([node.ifClause, node.elseClause], (each) => each && findEarly(each, at, known));
    case 'Defer':
      return undefined;
  }
}

function first<T, R>(values: ReadonlyArray<T>, find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function earlyIn(fetch: FetchNode, at: ResponsePath, known: Known): Early | undefined {
  const requires = known.rules.requires.get(fetch.serviceName);
  const isMet = (field: string): boolean => fetch.operation.includes(field.slice(field.indexOf('.') + 1));
  if (!requires || ![...requires.keys()].some(isMet)) return undefined;
  const document = inlined(parse(fetch.operation, { noLocation: true }));
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return undefined;
  const type = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[operation.operation];
  const { selectionSet: set } = operation;
  return earlyBelow({ fetch, document, requires, known }, { type, at, set, isEntity: false, conditions: [] });
}

interface Within {
  readonly fetch: FetchNode;
  readonly document: DocumentNode;
  readonly requires: NonNullable<ReturnType<EarlyRequires['requires']['get']>>;
  readonly known: Known;
}

function earlyBelow(within: Within, place: Place): Early | undefined {
  return first(place.set.selections, (selection) => {
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        return undefined;
      case Kind.INLINE_FRAGMENT: {
        const { selectionSet: set, typeCondition, directives = [] } = selection;
        const conditions = directives.length > 0 ? [...place.conditions, directives] : place.conditions;
        return earlyBelow(within, { ...place, type: typeCondition?.name.value ?? place.type, set, conditions });
      }
      case Kind.FIELD:
        return earlyField(within, place, selection) ?? earlyBelowField(within, place, selection);
    }
  });
}

function earlyBelowField(
  within: Within,
  place: Place,
  { name, alias, selectionSet: set }: FieldNode,
): Early | undefined {
  if (!set) return undefined;
  if (name.value === '_entities') return earlyBelow(within, { ...place, set, isEntity: true });
  const field = within.known.fields.fieldOf(place.type, name.value);
  if (!field) return undefined;
  const lists = Array.from({ length: field.lists }, () => '@');
  const at = [...place.at, (alias ?? name).value, ...lists];
  return earlyBelow(within, { type: field.type, at, set, isEntity: false, conditions: [] });
}

function earlyField({ fetch, document, requires, known }: Within, place: Place, field: FieldNode): Early | undefined {
  const { type, at, set, isEntity, conditions } = place;
  const wanted = requires.get(`${type}.${field.name.value}`);
  const key = known.rules.keys.get(fetch.serviceName)?.get(type);
  if (!wanted || !key || (isEntity && tells(fetch.requires, type, wanted))) return undefined;
  const rest = set.selections.filter((each) => each !== field);
  return {
    fetch,
    without: withSelections(fetch, document, set, [...identified(key), ...rest]),
    at,
    type,
    name: (field.alias ?? field.name).value,
    selection: conditions.reduceRight<SelectionNode>(underCondition, field),
    requires: wanted,
    key,
  };
}

function underCondition(inner: SelectionNode, directives: Place['conditions'][number]): SelectionNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [inner] };
  return { kind: Kind.INLINE_FRAGMENT, directives, selectionSet };
}

interface Place {
  readonly type: string;
  readonly at: ResponsePath;
  readonly set: SelectionSetNode;
  /** What the fetch is told of it, it is told at its start. */
  readonly isEntity: boolean;
  /** Of the fragments around, since its object began. */
  readonly conditions: ReadonlyArray<NonNullable<FieldNode['directives']>>;
}

function inlined(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  if (fragments.size === 0) return document;
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
  const inline = <T extends DocumentNode | SelectionSetNode>(node: T): T =>
    visit(node, {
      FragmentSpread({ name, directives = [] }): SelectionNode | undefined {
        const fragment = fragments.get(name.value);
        if (!fragment) return undefined;
        const { typeCondition, selectionSet } = fragment;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: inline(selectionSet) };
      },
    });
  return inline({ ...document, definitions });
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function identified(key: SelectionSetNode): ReadonlyArray<SelectionNode> {
  return [typename, ...key.selections];
}

/** A fetch in whose operation one selection is another; variables that it no longer uses are not told. */
function withSelections(
  fetch: FetchNode,
  document: DocumentNode,
  set: SelectionSetNode,
  selections: ReadonlyArray<SelectionNode>,
): FetchNode {
  const changed = visit(document, {
    SelectionSet: { leave: (node) => (node === set ? { ...set, selections } : undefined) },
  });
  return withOperation(fetch, changed);
}

function withOperation(fetch: FetchNode, document: DocumentNode): FetchNode {
  const used = new Set<string>();
  const note = {
    Variable: ({ name }: { readonly name: { readonly value: string } }): void => void used.add(name.value),
  };
  const definitions = document.definitions.map((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return each;
    visit(each.selectionSet, note);
    return {
      ...each,
      variableDefinitions: (each.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    };
  });
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print({ ...document, definitions })),
    variableUsages: [...used].filter((name) => name !== 'representations'),
  };
}

/** The fetch that asks for the field, of objects of which all it requires is known. */
export function later({ fetch, at, type, selection, requires, key }: Early): PlanNode {
  const entities = parse('query($representations:[_Any!]!){_entities(representations:$representations){__typename}}', {
    noLocation: true,
  });
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } } as const;
  const [own] = parse(fetch.operation, { noLocation: true }).definitions;
  const given = own?.kind === Kind.OPERATION_DEFINITION ? (own.variableDefinitions ?? []) : [];
  const document = visit(entities, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [
        ...(node.variableDefinitions ?? []),
        ...given.filter(({ variable }) => variable.name.value !== 'representations'),
      ],
    }),
    SelectionSet: {
      leave: (node, _key, parent) =>
        (parent as { readonly kind?: string } | undefined)?.kind === Kind.FIELD
          ? {
              ...node,
              selections: [
                { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { ...node, selections: [selection] } },
              ],
            }
          : undefined,
    },
  });
  const node: FetchNode = withOperation(
    {
      kind: 'Fetch',
      serviceName: fetch.serviceName,
      requires: [
        {
          kind: 'InlineFragment',
          typeCondition: type,
          selections: [...trimSelectionNodes(identified(key)), ...requires],
        },
      ],
      operation: '',
      operationName: undefined,
      operationKind: 'query' as FetchNode['operationKind'],
      ...(fetch.outputRewrites ? { outputRewrites: fetch.outputRewrites } : {}),
    },
    document,
  );
  return { kind: 'Flatten', path: at, node };
}
