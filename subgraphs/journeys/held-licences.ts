import type { Localized } from '../language/text.ts';
import type { HeldDocument, PlanningBasis, Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import type { LookedUp } from './domain/licence-use.ts';
import { type OwnLicence, ownLicences } from './domain/own-licences.ts';
import { type Refusal, refuse } from './domain/refusals.ts';
import type { HeldInput, PlanArguments } from './planning.ts';
import { vaultAccount } from './use-licences.ts';
import type { Vault } from './vault.ts';

/** What is said to be held, as it is planned with. */
export interface HeldDocuments {
  readonly held: ReadonlyArray<HeldDocument>;
  /** Licences that cannot be planned with: planned without them. */
  readonly problems: ReadonlyArray<Problem>;
}

/** A grade comes from the vault: what its holder says of a document themselves is the lowest. */
const ungraded = ({ licence: _licence, ...held }: HeldInput): HeldDocument => ({ ...held, trust: 'D' });

/** Looks up the licences among what is said to be held; nobody who is not signed in has any. */
export async function heldDocuments(
  vault: Vault,
  identity: Identity | null,
  said: ReadonlyArray<HeldInput>,
  { documentTypes }: Pick<PlanningBasis, 'documentTypes'>,
): Promise<HeldDocuments> {
  const ids = [...new Set(said.flatMap(({ licence }) => licence ?? []))];
  if (ids.length === 0) return { held: said.map(ungraded), problems: [] };
  const looked: LookedUp = identity?.kind === 'CITIZEN' ? await vault.lookUp(vaultAccount(identity), ids) : new Map();
  const names = new Map(documentTypes.map(({ code, name }) => [code, name]));
  const problems: Problem[] = [];
  const held = said.flatMap((document, index) => {
    const { licence: id } = document;
    if (id == null) return [ungraded(document)];
    const known = looked === 'OUT' ? looked : looked.get(id);
    const wrong = wrongWith(document, known, names.get(document.documentType), String(index));
    if (wrong) problems.push(wrong);
    if (wrong || known === undefined || known === 'OUT') return [];
    const { trust, issuedOn, expiresOn } = known;
    return [{ ...document, licence: id, trust, issuedOn, expiresOn }];
  });
  return { held, problems };
}

/** What of the caller's vault serves, each as a document that is held; `OUT`: the vault does not answer. Nobody who is not signed in has one. */
export async function documentsInVault(
  vault: Vault,
  identity: Identity | null,
  said: Pick<PlanArguments, 'parties' | 'facts' | 'held'>,
  { documentTypes }: Pick<PlanningBasis, 'documentTypes'>,
  today: string,
): Promise<ReadonlyArray<OwnLicence> | 'OUT'> {
  if (identity?.kind !== 'CITIZEN') return [];
  const types = documentTypes.map(({ code }) => code);
  const found = await vault.usable(vaultAccount(identity), types, today);
  if (found === 'OUT') return found;
  const named = new Set((said.held ?? []).flatMap(({ licence }) => licence ?? []));
  return ownLicences(
    found.filter(({ id }) => !named.has(id)),
    { parties: said.parties ?? [], facts: said.facts ?? [] },
    jointTypes(documentTypes),
  );
}

/** Types of which a group has one together. */
export function jointTypes(documentTypes: PlanningBasis['documentTypes']): ReadonlySet<string> {
  return new Set(documentTypes.flatMap(({ code, holding }) => (holding === 'JOINT' ? [code] : [])));
}

type Known = Exclude<LookedUp, 'OUT'> extends ReadonlyMap<string, infer Licence> ? Licence : never;

function wrongWith(
  { documentType, spec }: HeldInput,
  known: Known | 'OUT' | undefined,
  name: Localized | undefined,
  index: string,
): Refusal | null {
  const at = { path: ['held', index, 'licence'] };
  if (known === 'OUT') return refuse('LICENCES_UNAVAILABLE', at);
  // A type that nobody knows is told by the plan.
  if (known === undefined || name === undefined) return refuse('LICENCE_NOT_FOUND', at);
  if (known.documentType !== documentType || known.spec !== (spec ?? null))
    return refuse('LICENCE_OF_OTHER_TYPE', at, { material: name });
  return known.purpose === null ? null : refuse('LICENCE_CONSUMED', at, { material: name });
}
