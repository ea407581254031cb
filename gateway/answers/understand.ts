import type { GraphQLSchema } from 'graphql';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { graphqlErrorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ProblemCode } from '../problems.ts';
import type { OperationLimits } from '../types.ts';
import { excessOf } from './operation-size.ts';
import { shortened } from './shortened.ts';

export type Understood =
  | { readonly ok: true; readonly document: DocumentNode; readonly operation: OperationDefinitionNode }
  | { readonly ok: false; readonly errors: ReadonlyArray<GraphQLError> };
export type Understand = (query: string, operationName: string | undefined) => Understood;

export interface UnderstandOptions {
  readonly introspection: boolean;
  /** Tell nothing of the schema by what is refused: an unknown name and one used wrongly look alike. */
  readonly masked: boolean;
  readonly limits?: OperationLimits | undefined;
}

const maximumErrors = 100;

/** Reads and checks operations against a schema. */
export function createUnderstand(
  schema: GraphQLSchema,
  { introspection, masked, limits }: UnderstandOptions,
): Understand {
  const { tokens: maxTokens = maxima.tokens } = limits ?? {};
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return (query, operationName) => {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens });
    } catch (error) {
      return refuse(coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED'));
    }
    // Before validation, whose cost grows with what is counted here.
    const excess = excessOf(document, limits);
    if (excess) return refuse(excess);
    const later = deferring(document, schema);
    if (later !== undefined) return refuse(graphqlErrorOf('DEFER_NOT_OFFERED', { directive: later }));
    const invalid = validate(schema, document, rules, { maxErrors: masked ? 1 : maximumErrors });
    if (invalid.length > 0) {
      return masked
        ? refuse(graphqlErrorOf('GRAPHQL_VALIDATION_FAILED'))
        : refuse(...invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
    }
    return operationOf(document, operationName);
  };
}

function operationOf(document: DocumentNode, operationName: string | undefined): Understood {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    return refuse(graphqlErrorOf('OPERATION_RESOLUTION_FAILURE'));
  }
  if (operation.operation === 'subscription') {
    return refuse(graphqlErrorOf('SUBSCRIPTION_NOT_OFFERED'));
  }
  return { ok: true, document, operation };
}

function refuse(...errors: ReadonlyArray<GraphQLError>): Understood {
  return { ok: false, errors };
}

/** The directive by which a client asks for parts of its answer later, where the schema has none of its own of that name. */
function deferring(document: DocumentNode, schema: GraphQLSchema): string | undefined {
  let found: string | undefined;
  visit(document, {
    Directive({ name: { value } }) {
      if ((value === 'defer' || value === 'stream') && !schema.getDirective(value)) found ??= value;
    },
  });
  return found;
}

/** In graphql-js's own words, which name the place: they are for whoever writes the operation. */
function coded(error: GraphQLError, code: ProblemCode): GraphQLError {
  return new GraphQLError(shortened(error.message), {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
}
