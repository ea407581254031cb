import { byCode } from '../language/canonical.ts';
import { evaluate } from '../language/conditions.ts';
import { isWithin } from '../language/photo-facts.ts';
import { mayServe } from './exemptions.ts';
import type { MatterInstance, Need } from './expansion.ts';
import { createHeldFor } from './held.ts';
import { identityKey, photoOf } from './identity.ts';
import type { Asked, Lacking } from './kinds.ts';
import { collectProducts, meets } from './products.ts';
import type { Binder } from './roles.ts';
import type { Understood } from './situation.ts';
import type { DocumentType, EvidenceUse, HeldDocument, PlanningBasis, Requirement, Source } from './types.ts';

interface Kind {
  readonly documentType: DocumentType;
  readonly generated: boolean;
  /** Those that may be asked, the first by code before the others. */
  readonly sources: ReadonlyArray<Source>;
}
/** What would meet the uses of an option; null where somebody cannot have it. */
export type NeedsOf = (
  instance: MatterInstance,
  requirement: Requirement,
  uses: ReadonlyArray<EvidenceUse>,
) => ReadonlyArray<Need> | null;

const noQuestion: ReadonlyArray<string> = [];

/** What each use of an option takes, of each party concerned: whether the event makes it, a source brings it, it is held or filled in. */
export function createNeedsOf(
  basis: PlanningBasis,
  understood: Understood,
  binder: Binder,
  lacking: Lacking | null,
  instances: ReadonlyArray<MatterInstance>,
  startsOn: (instance: number) => string,
): NeedsOf {
  const { facts } = understood;
  const types = new Map(basis.documentTypes.map((type) => [type.code, type]));
  const kinds = new Map<string, Kind>();
  const products = collectProducts(instances, binder, (code) => types.get(code)?.holding === 'JOINT');
  const heldFor = createHeldFor(understood.held, binder, startsOn);
  return needsOf;

  function needsOf(
    instance: MatterInstance,
    requirement: Requirement,
    uses: ReadonlyArray<EvidenceUse>,
  ): ReadonlyArray<Need> | null {
    const needs: Need[] = [];
    for (const use of uses) {
      const found = expandUse(instance, requirement, use);
      if (!found) return null;
      needs.push(...found);
    }
    return needs;
  }

  function expandUse(instance: MatterInstance, requirement: Requirement, use: EvidenceUse): ReadonlyArray<Need> | null {
    const { documentType } = kindOf(use.documentType.code);
    const parties = binder.partiesOf(use.subject, instance);
    const sets =
      binder.isGroup(use.subject) || documentType.holding === 'JOINT' ? [parties] : parties.map((party) => [party]);
    if (!lacking) return sets.map((set) => needOf(instance, requirement, use, set, noQuestion, null));
    const needs: Need[] = [];
    for (const set of sets) {
      const asked: Asked = { parties: set, use };
      const found = lacking.replaced(asked, documentType);
      if (!found) return null;
      const open = lacking.openFor(asked);
      for (const each of found) {
        const replaces = each.use === use ? null : documentType;
        needs.push(needOf(instance, requirement, each.use, each.parties, open, replaces));
      }
    }
    return needs;
  }

  function needOf(
    instance: MatterInstance,
    requirement: Requirement,
    use: EvidenceUse,
    set: ReadonlyArray<string>,
    mayLack: ReadonlyArray<string>,
    replaces: DocumentType | null,
  ): Need {
    const { documentType, generated, sources } = kindOf(use.documentType.code);
    const photo = photoOf(documentType, use);
    // What nobody looks at is known by its type alone.
    const known = photo === null || isWithin(documentType.photo ?? null, photo);
    // Written out: a plan makes hundreds of these, and spreading costs several times as much.
    const need = {
      documentType,
      parties: set,
      spec: use.spec,
      photo,
      key: identityKey(documentType, set, use.spec, photo),
      use,
      generated,
      producers: [] as ReadonlyArray<number>,
      source: use.use === 'HAND_IN' || !known ? null : (sources.find((each) => mayServe(requirement, each)) ?? null),
      held: false,
      heldAs: [] as ReadonlyArray<HeldDocument>,
      mayLack,
      replaces,
    };
    if (!known) return need;
    if (products.length > 0)
      need.producers = products
        .filter((product) => product.instance !== instance.index && meets(product, need))
        .map((product) => product.instance);
    if (use.use !== 'HAND_IN' && understood.held.length > 0) {
      need.heldAs = heldFor(need, use, instance);
      need.held = need.heldAs.length > 0;
    }
    return need;
  }

  /** What is the same for every use of a document type. */
  function kindOf(code: string): Kind {
    let kind = kinds.get(code);
    if (!kind) {
      const documentType = types.get(code) ?? { code, name: { zh: code, en: code }, holding: 'EACH', sources: [] };
      kind = {
        documentType,
        generated: documentType.sources.some((each) => each.method === 'GENERATED_FORM'),
        sources: sourcesOf(documentType),
      };
      kinds.set(code, kind);
    }
    return kind;
  }

  function sourcesOf(type: DocumentType): ReadonlyArray<Source> {
    const open = type.sources.filter(
      (source) =>
        !understood.refusedSources.has(source.code) &&
        evaluate(source.condition, facts) !== 'FALSE' &&
        (source.method === 'BOUND_LICENCE' || source.method === 'DATA_VERIFICATION'),
    );
    return open.sort((a, b) => byCode(a.code, b.code));
  }
}
