import type { Condition } from '../language/conditions.ts';
import { evaluate, type Facts } from '../language/conditions.ts';
import type { Schema } from '../language/strictest.ts';

/** What the answers still missing must be: JSON Schema of an object of answers by question code; or it no longer depends on them. */
export type Residual = Schema | boolean;
type Parts = { readonly all: ReadonlyArray<Condition | null> };

/**
 * The part of a condition that open questions decide, as JSON Schema 2020-12. An answer not given meets neither a comparison nor its
 * opposite. Comparisons of dates have no keyword there and count as not met.
 */
export function residual(condition: Condition | Parts | null, facts: Facts, negated = false): Residual {
  if (condition === null) return !negated;
  if ('all' in condition) {
    const parts = condition.all.map((part) => residual(part, facts, negated));
    return negated ? anyOf(parts) : allOf(parts);
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => residual(part, facts, negated));
    return negated ? allOf(parts) : anyOf(parts);
  }
  if ('not' in condition) return residual(condition.not, facts, !negated);
  const truth = evaluate(condition, facts);
  if (truth !== 'UNKNOWN') return (truth === 'TRUE') !== negated;
  const wanted = comparison(condition);
  if (!wanted) return false;
  const { question } = condition;
  return { type: 'object', properties: { [question]: negated ? { not: wanted } : wanted }, required: [question] };
}

function comparison(condition: Extract<Condition, { question: string }>): Schema | null {
  if ('equals' in condition) return { const: condition.equals };
  if ('in' in condition) return { enum: condition.in };
  if ('elapsed' in condition) return null;
  const bound = 'atLeast' in condition ? condition.atLeast : condition.atMost;
  if (typeof bound !== 'number') return null;
  return { type: 'number', ...('atLeast' in condition ? { minimum: bound } : { maximum: bound }) };
}

function allOf(parts: ReadonlyArray<Residual>): Residual {
  if (parts.includes(false)) return false;
  const open = parts.filter((part): part is Schema => typeof part !== 'boolean');
  return open.length === 0 ? true : open.length === 1 ? (open[0] as Schema) : { type: 'object', allOf: open };
}

export function anyOf(parts: ReadonlyArray<Residual>): Residual {
  if (parts.includes(true)) return true;
  const open = parts.filter((part): part is Schema => typeof part !== 'boolean');
  return open.length === 0 ? false : open.length === 1 ? (open[0] as Schema) : { type: 'object', anyOf: open };
}
