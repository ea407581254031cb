import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { validateGraphComposition } from '@apollo/composition';
import { buildFederatedQueryGraph, buildSupergraphAPIQueryGraph } from '@apollo/query-graphs';
import { errorOf, UnusableSupergraph } from '../errors.ts';
import { createPlan, type Plan } from './planner.ts';
import { loadSupergraph, type View } from './supergraph.ts';

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
  const { supergraph } = view;
  // As `validateSatisfiability` does, which would take the supergraph apart once more.
  const { errors = [] } = validateGraphComposition(
    supergraph.schema,
    supergraph.subgraphNameToGraphEnumValue(),
    buildSupergraphAPIQueryGraph(supergraph),
    buildFederatedQueryGraph(supergraph, false),
  );
  if (errors.length === 0) return plan;
  const first = errors.slice(0, named).map(({ message }) => message.replace(/\s+/g, ' ').slice(0, maximumReason));
  throw new UnusableSupergraph(
    errorOf('UNUSABLE_SUPERGRAPH.FIELDS', { count: errors.length, reasons: first.join('; ') }),
  );
}

const require = createRequire(import.meta.url);
/** Those that a proof is made with: another release of one of them may see what this one does not. */
const provers = [
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/query-graphs',
  '@apollo/query-planner',
  'graphql',
].map((name) => {
  const { version } = require(`${name}/package.json`) as { version: string };
  return `${name}@${version}`;
});

/** Proves a supergraph whole, and names the proof. Throws one sentence where it does not hold. */
export function prove(sdl: string): string {
  const { publicView, wholeView } = loadSupergraph(sdl);
  provenPlan(publicView(), () => {});
  createPlan(wholeView(), () => {});
  return proofOf(sdl);
}

/** Names the proof of a supergraph: of these very bytes, by these very libraries. */
export function proofOf(sdl: string): string {
  return createHash('sha256')
    .update(`${provers.join(' ')}\n${sdl}`)
    .digest('hex');
}
