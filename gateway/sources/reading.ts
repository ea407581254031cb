import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../types.ts';

/*
 * The one door for what subgraphs say. Behind it data is an object or null, entities are as many as were asked about, errors are a list
 * of well-formed errors, and null without an error does not occur; whatever was said otherwise is an error here.
 */

/** @param entities How many were asked about; null: root fields were. Undefined where it is no GraphQL answer, or silence. */
export function settled(answer: unknown, entities: number | null): SubgraphAnswer | undefined {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return undefined;
  const { data = null, errors, headers } = answer as { data?: unknown; errors?: unknown } & SubgraphAnswer;
  const told = headers === undefined ? {} : { headers };
  const isData = isRecord(data) && (entities === null || isListOf(data._entities, entities));
  if (errors === undefined || errors === null || (Array.isArray(errors) && errors.length === 0)) {
    return isData ? { data, ...told } : undefined;
  }
  const list = Array.isArray(errors) ? errors : [errors];
  // Which entity a list of another length means nobody knows: none is given to anyone.
  return { data: isData ? data : null, errors: list.map(readable), ...told };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isListOf(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length;
}

/** Whatever a subgraph put among its errors, as an error: of what has another form than an error's, nothing but text is kept. */
function readable(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isRecord(error) ? error : { message: error };
  return {
    message: typeof message === 'string' ? message : 'Error without a message.',
    ...(isPath(path) ? { path } : {}),
    ...(isRecord(extensions) ? { extensions } : {}),
  };
}

function isPath(path: unknown): path is ReadonlyArray<string | number> {
  return Array.isArray(path) && path.length > 0 && path.every((step) => typeof step === 'string' || isIndex(step));
}

function isIndex(step: unknown): boolean {
  return Number.isSafeInteger(step) && (step as number) >= 0;
}
