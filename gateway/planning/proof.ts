import { validateSatisfiability } from '@apollo/composition';
import { errorOf, UnusableSupergraph } from '../errors.ts';
import { createPlan, type Plan } from './planner.ts';
import type { View } from './supergraph.ts';

/** Of what cannot be reached so many are named. */
const named = 3;
/** Characters of each reason, which is a query that cannot be answered and then all that was tried. */
const maximumReason = 300;

/**
 * The planner of a supergraph that is proven: it can be planned for, and each of its fields can be reached from some root. Throws one
 * sentence where that is not so.
 */
export function provenPlan(view: View, gaveUp: (error: unknown) => void): Plan {
  let plan: Plan;
  try {
    plan = createPlan(view, gaveUp);
  } catch (error) {
    const { message: reason } = error as Error;
    throw new UnusableSupergraph(errorOf('UNUSABLE_SUPERGRAPH.PLANNER', { reason }), error);
  }
  const { errors = [] } = validateSatisfiability({ supergraphSchema: view.supergraph.schema });
  if (errors.length === 0) return plan;
  const first = errors.slice(0, named).map(({ message }) => message.replace(/\s+/g, ' ').slice(0, maximumReason));
  throw new UnusableSupergraph(
    errorOf('UNUSABLE_SUPERGRAPH.FIELDS', { count: errors.length, reasons: first.join('; ') }),
  );
}
