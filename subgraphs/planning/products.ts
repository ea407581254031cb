import type { MatterInstance } from './expansion.ts';
import type { Identity } from './identity.ts';
import type { Binder } from './roles.ts';

export interface Product {
  readonly instance: number;
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
}

/** What the event itself makes; by the department's word, else (the department is out) by the catalogue's. */
export function collectProducts(
  instances: ReadonlyArray<MatterInstance>,
  binder: Binder,
  isJoint: (documentType: string) => boolean,
): ReadonlyArray<Product> {
  const products = instances.flatMap((instance) => {
    const results =
      instance.answer?.results?.map((result) => ({ ...result, documentType: result.documentType.code })) ??
      instance.member.produces;
    return results.flatMap((result): Product[] => {
      const parties = binder.partiesOf(result.subject, instance);
      const isOne = binder.isGroup(result.subject) || isJoint(result.documentType);
      const sets = isOne ? [parties] : parties.map((party) => [party]);
      return sets.map((set) => ({
        instance: instance.index,
        documentType: result.documentType,
        parties: set,
        spec: result.spec,
      }));
    });
  });
  const sure = (product: Product): number => (instances[product.instance]?.truth === 'TRUE' ? 0 : 1);
  return products.sort((a, b) => sure(a) - sure(b) || a.instance - b.instance);
}

/** A product of both parents serves one of them. */
export function meets(product: Product, need: Identity): boolean {
  return (
    product.documentType === need.documentType.code &&
    product.spec === need.spec &&
    need.parties.every((party) => product.parties.includes(party))
  );
}
