import { GraphQLError, type GraphQLSchema, Kind, OperationTypeNode, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { refusal } from './errors.ts';

/** Operations asked for again: compiled, they run without a server's bookkeeping around them. */
export interface CompiledOperations {
  /** Null: run it the usual way, and say so once it was found to hold. Throws BAD_REQUEST for what nobody can run. */
  find(query: string, operationName: string | undefined): CompiledQuery['query'] | null;
  ran(query: string): void;
}

/** Bytes that one subgraph remembers: some 300 operations like those the gateway sends. */
const remembered = 8 * 1024 * 1024;
/** Of what is compiled, measured; of what was only seen, its text. */
const bytesPerCharacter = 120;

export function createCompiledOperations(schema: GraphQLSchema): CompiledOperations {
  const known = new LRUCache<string, { readonly run: CompiledQuery['query'] | null | undefined }>({
    maxSize: remembered,
    sizeCalculation: ({ run }, query) => query.length * (run ? bytesPerCharacter : 2) + 100,
  });
  return {
    find(query, operationName) {
      const entry = known.get(query);
      if (!entry) {
        refuseUnreadable(query);
        return null;
      }
      if (entry.run === undefined) {
        const document = parse(query);
        // Where a document holds several, its text alone does not tell which one is meant.
        const several = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
        const compiled = several ? null : compileQuery(schema, document, operationName);
        const run = compiled && isCompiledQuery(compiled) ? compiled.query : null;
        known.set(query, { run });
        return run;
      }
      return entry.run;
    },
    ran(query) {
      if (!known.has(query)) known.set(query, { run: undefined });
    },
  };
}

/** Before anybody else reads it: what is nested too deep for the parser, and what nothing here answers. Its other faults are told by whoever runs it. */
function refuseUnreadable(query: string): void {
  try {
    for (const each of parse(query, { noLocation: true }).definitions)
      if (each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.SUBSCRIPTION)
        throw refusal('BAD_REQUEST');
  } catch (error) {
    if (error instanceof RangeError) throw refusal('BAD_REQUEST');
    if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) throw error;
  }
}
