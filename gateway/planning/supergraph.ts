import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type FieldNode, type GraphQLSchema, parse, visit } from 'graphql';
import { errorOf, UnusableSupergraph } from '../errors.ts';
import { type AccessRules, readAccessRules } from './access-rules.ts';
import { type CostRules, readCostRules } from './cost.ts';
import { type RequiresRules, requiresRules } from './faults/conflicting-requires.ts';
import { withoutDeadKeys } from './faults/dead-keys.ts';
import { type EarlyRequires, earlyRequires } from './faults/early-requires.ts';
import { innerName, outerName } from './faults/inner-names.ts';
import { type Fields, readFields } from './fields.ts';
import { type OverrideLabel, readOverrideLabels } from './override-labels.ts';

/** A supergraph ready to plan for: one view of it, public or whole. */
export interface View extends Fields {
  readonly rules: RequiresRules;
  readonly early: EarlyRequires;
  readonly access: AccessRules;
  readonly costs: CostRules;
  readonly overrides: ReadonlyArray<OverrideLabel>;
  /** What clients see, as graphql-js understands it. */
  readonly schema: GraphQLSchema;
  readonly supergraph: Supergraph;
  /** What it was read from. */
  readonly document: DocumentNode;
  /** Whether an object type is, or implements, or belongs to a type. */
  isSubtype(name: string, of: string): boolean;
  isInterface(name: unknown): boolean;
  /** The name under which plans and subgraphs answer a field of a client's operation. */
  innerName(field: FieldNode): string;
  /** The client's name for a step of an error's path. */
  outerName(step: string | number): string | number;
}
export interface LoadedSupergraph {
  readonly sdl: string;
  /** It was proven before: see `proofOf`. */
  readonly isProven: boolean;
  /** Built on first use, as is the other. Throws one sentence where it is no supergraph. */
  publicView(): View;
  /** With every `@inaccessible` part. */
  wholeView(): View;
  subgraphs(): ReadonlyArray<{ readonly name: string; readonly url: string }>;
}

/** `isProven`: nothing of it is checked again. */
export function loadSupergraph(sdl: string, isProven = false): LoadedSupergraph {
  const publicView = once(() => createView(sdl, isProven));
  return {
    sdl,
    isProven,
    publicView,
    wholeView: once(() => viewOf(withoutInaccessible(publicView().document), isProven)),
    subgraphs: () => [...publicView().supergraph.subgraphsMetadata().values()].map(({ name, url }) => ({ name, url })),
  };
}

/** Throws one sentence where the file is missing. */
export function readSupergraph(from: { readonly file: string } | { readonly sdl: string }): string {
  if ('sdl' in from) return from.sdl;
  const { file } = from;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code: reason = '' } = error as NodeJS.ErrnoException;
    throw new UnusableSupergraph(errorOf('UNUSABLE_SUPERGRAPH.FILE', { file, reason }), error);
  }
}

/** What supergraphs may ask for; one that asks for more, such as connectors, is refused by its name. */
const features: Set<string> = new Set(
  [
    ['core', '0.1', '0.2'],
    ['join', '0.1', '0.2', '0.3', '0.4', '0.5'],
    ['tag', '0.1', '0.2', '0.3'],
    ['inaccessible', '0.1', '0.2'],
    ['authenticated', '0.1'],
    ['requiresScopes', '0.1'],
    ['policy', '0.1'],
    ['context', '0.1'],
    ['cost', '0.1'],
  ].flatMap(([name, ...versions]) => versions.map((version) => `https://specs.apollo.dev/${name}/v${version}`)),
);

const maximumReason = 500;

/** Throws where it is no supergraph. */
export function createView(sdl: string, isProven = false): View {
  return viewOf(parsed(sdl), isProven);
}

function viewOf(given: DocumentNode, isProven: boolean): View {
  // The planner is not told of dead keys, nor is anything else.
  const document = withoutDeadKeys(given);
  const supergraph = built(document, isProven);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const interfaces = new Set<unknown>(supergraph.schema.interfaceTypes().map(({ name }) => name));
  const subtypes = new Map<string, Set<string>>();
  for (const type of supergraph.schema.types()) {
    const above = new Set([type.name]);
    if (type.kind === 'ObjectType' || type.kind === 'InterfaceType') {
      for (const implemented of type.interfaces()) above.add(implemented.name);
    }
    subtypes.set(type.name, above);
  }
  for (const union of supergraph.schema.unionTypes()) {
    for (const member of union.types()) subtypes.get(member.name)?.add(union.name);
  }
  const rules = requiresRules(document);
  return {
    ...readFields(document),
    schema,
    supergraph,
    document,
    rules,
    early: earlyRequires(document),
    access: readAccessRules(document),
    costs: readCostRules(document),
    overrides: readOverrideLabels(document),
    isInterface: (name) => interfaces.has(name),
    isSubtype: (name, of) => name === of || (subtypes.get(name)?.has(of) ?? false),
    innerName: (field) => innerName(field, rules.withArguments),
    outerName,
  };
}

function parsed(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw noSupergraph(error);
  }
}

function built(document: DocumentNode, isProven: boolean): Supergraph {
  try {
    return Supergraph.build(document, { supportedFeatures: features, validateSupergraph: !isProven });
  } catch (error) {
    throw noSupergraph(error);
  }
}

function noSupergraph(error: unknown): UnusableSupergraph {
  // Which may quote the whole file.
  const reason = (error as Error).message.slice(0, maximumReason);
  return new UnusableSupergraph(errorOf('UNUSABLE_SUPERGRAPH.FORM', { reason }), error);
}

function withoutInaccessible(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: (node) => (node.name.value === 'inaccessible' ? null : undefined) });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
