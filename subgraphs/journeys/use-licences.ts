import type { Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import { type Judged, judgeLicences, type LicenceUse } from './domain/licence-use.ts';
import type { ToldPerson } from './domain/people.ts';
import { refuse } from './domain/refusals.ts';
import { signedIn } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';
import { settledWithinMs } from './store/outbox.ts';
import type { Vault, VaultAccount } from './vault.ts';

export function vaultAccount(identity: Identity): VaultAccount {
  return { account: identity.subject, identityNumber: signedIn(identity).identityNumber };
}

/** Looks up every licence that is used, and judges each use. */
export async function lookUpLicences(
  vault: Vault,
  identity: Identity,
  uses: ReadonlyArray<LicenceUse>,
  people: ReadonlyArray<ToldPerson>,
  { now, purposes }: { readonly now: number; readonly purposes: ReadonlyArray<string> },
): Promise<Judged> {
  const ids = [...new Set(uses.flatMap((use) => (use.terms.handIn ? [] : use.ids)))];
  const looked = await vault.lookUp(vaultAccount(identity), ids);
  return judgeLicences(uses, looked, people, { at: new Date(now).toISOString(), purposes });
}

/** Where licences are used up: for which submission, and for which step of it. */
export interface Purpose {
  readonly submission: string;
  readonly purpose: string;
}
export interface Redeemed {
  /** What they are used up for; null: none is. */
  readonly purpose: string | null;
  readonly refusals: ReadonlyArray<Problem>;
}

/**
 * Uses up those licences that can be used once. That they are to be given back is written down before: whoever is killed in between leaves them to be
 * used again, and nobody uses one twice. What comes of the purpose settles it, in the same transaction (`settlePurpose`).
 */
export async function redeemLicences(
  { vault, store, now }: { readonly vault: Vault; readonly store: SubmissionStore; readonly now: () => number },
  identity: Identity,
  { consumable }: Judged,
  uses: ReadonlyArray<LicenceUse>,
  { submission, purpose }: Purpose,
): Promise<Redeemed> {
  if (consumable.length === 0) return { purpose: null, refusals: [] };
  await store.outbox.promise(submission, purpose, new Date(now() + settledWithinMs).toISOString());
  const taken = await vault.redeem(vaultAccount(identity), consumable, purpose);
  if (taken !== 'OUT' && taken.length === 0) return { purpose, refusals: [] };
  await cameToNothing({ store, now }, purpose);
  const refusals = uses.flatMap(({ at, ids, terms }) => {
    if (!ids.some((id) => consumable.includes(id))) return [];
    if (taken === 'OUT') return [refuse('LICENCES_UNAVAILABLE', at)];
    return ids.some((id) => taken.includes(id)) ? [refuse('LICENCE_CONSUMED', at, { material: terms.title })] : [];
  });
  return { purpose: null, refusals };
}

/** Nothing came of a purpose: what was used up for it can be used again soon. */
export async function cameToNothing(
  { store, now }: { readonly store: SubmissionStore; readonly now: () => number },
  purpose: string | null,
): Promise<void> {
  if (purpose !== null) await store.outbox.hasten(purpose, new Date(now()).toISOString());
}
