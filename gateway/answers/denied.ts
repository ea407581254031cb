import type { DocumentNode, FieldNode } from 'graphql';
import { errorOf } from '../errors.ts';
import type { Denied } from '../execution/completion.ts';
import type { Demand, Guard } from '../planning/access-rules.ts';
import { withoutFields } from '../planning/selections.ts';
import type { Caller, DecidePolicies } from '../types.ts';

/** The fields a caller may not have. */
export async function deniedTo(
  caller: Caller | null,
  guards: ReadonlyArray<Guard>,
  decide: DecidePolicies,
): Promise<ReadonlySet<FieldNode>> {
  const named = [...new Set(guards.flatMap(({ demand }) => demand.policies.flat(2)))];
  const holding = new Set(named.length === 0 ? [] : await decide(named, caller));
  const scopes = new Set(caller?.scopes ?? []);
  const meets = (lists: Demand['scopes'], has: ReadonlySet<string>): boolean =>
    lists.every((alternatives) => alternatives.some((all) => all.every((each) => has.has(each))));
  return new Set(
    guards
      .filter(
        ({ demand }) =>
          ((demand.authenticated || demand.scopes.length > 0) && caller === null) ||
          !meets(demand.scopes, scopes) ||
          !meets(demand.policies, holding),
      )
      .map(({ node }) => node),
  );
}

/** The operation without what is denied: nothing of it is planned, so nothing of it is fetched. */
export function withoutDenied(document: DocumentNode, denied: ReadonlySet<FieldNode>): DocumentNode {
  return withoutFields(document, (node) => denied.has(node));
}

export function denialOf(caller: Caller | null): Denied['error'] {
  const { message, extensions } = errorOf(caller === null ? 'UNAUTHENTICATED.FIELD' : 'FORBIDDEN.FIELD');
  return { message, code: extensions.code };
}
