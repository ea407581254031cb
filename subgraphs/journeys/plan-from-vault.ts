import { problem } from '../language/problems.ts';
import type { HeldDocument, Plan } from '../planning/types.ts';
import { type OwnLicence, usedLicences } from './domain/own-licences.ts';

/** Plans with more that is held than the client says. */
export type PlanWith = (more: ReadonlyArray<HeldDocument>) => Promise<Plan>;

/**
 * A plan with what of a vault serves it: made with all of it, and then with what met a row, said as the client says it who submits. So it has the id that it
 * will have then, whatever else comes into the vault meanwhile.
 */
export async function planFromVault(planWith: PlanWith, inVault: ReadonlyArray<OwnLicence> | 'OUT'): Promise<Plan> {
  if (inVault === 'OUT') {
    const plan = await planWith([]);
    return { ...plan, warnings: [...plan.warnings, { ...problem('LICENCES_UNAVAILABLE.PLAN'), matters: [] }] };
  }
  if (inVault.length === 0) return planWith([]);
  const own = new Map(inVault.map((each) => [each.licence, each]));
  const tried = await planWith(inVault.map(({ of: _of, ...document }) => document));
  const used = usedLicences(tried).flatMap(
    ({ licence, documentType, subject, party, spec, parties }): HeldDocument[] => {
      const known = own.get(licence);
      // What somebody holds jointly with others is not held by others without them.
      if (!known || !parties.includes(known.of)) return [];
      const { trust, issuedOn, expiresOn } = known;
      return [{ documentType, subject, party, spec, licence, trust, issuedOn, expiresOn }];
    },
  );
  return planWith(used);
}
