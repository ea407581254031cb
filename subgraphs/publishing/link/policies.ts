import { byCode } from '../../language/canonical.ts';
import type { EquivalenceTerm } from '../../language/equivalence.ts';
import type { Carried, FactTeller, Policy } from '../../language/policy.ts';
import type { Catalogue } from '../catalogue.ts';
import type { TellerInFile } from '../desk-shapes.ts';
import type { PublishedLifeEvent } from '../published.ts';
import type { PublishedEquivalence, PublishedPolicy } from '../published-desk.ts';
import { legalBasis } from './matters.ts';
import type { RegionTree } from './regions.ts';

/** Policies in order of code. */
export function linkPolicies(
  { policies, matterOf }: Pick<Catalogue, 'policies' | 'matterOf'>,
  regions: Pick<RegionTree, 'within'>,
  lifeEvents: ReadonlyArray<PublishedLifeEvent>,
): ReadonlyArray<PublishedPolicy> {
  const carriedTo = (leadsTo: Policy['leadsTo'], region: string): Carried => {
    const event =
      'event' in leadsTo ? lifeEvents.find((each) => each.code === leadsTo.event && each.region === region) : undefined;
    if (!event) return { questions: [], fields: [] };
    const { matterCodes, basis } = event.content;
    const fields = matterCodes.flatMap((code) => matterOf.get(code)?.value.formFields ?? []);
    const telling = (['name', 'birth-date'] as const).flatMap((element) =>
      [...new Set(fields.filter((field) => field.element === element).map(({ subject }) => subject))].map(
        (subject) => ({ element, subject }),
      ),
    );
    return { questions: basis.questions.map(({ code }) => code), fields: telling };
  };
  return policies
    .flatMap(({ value }) => value.policies)
    .map(
      ({ legalBasis: basis, validTo = null, about, facts, benefit, had, ...policy }): PublishedPolicy => ({
        ...policy,
        ...{ legalBasis: legalBasis(basis), validTo, regions: regions.within(policy.region) },
        carries: carriedTo(policy.leadsTo, policy.region),
        about: about ? { documentType: about.type, role: about.role } : null,
        facts: facts.map(({ question, from }) => ({ question, tellers: from.map(teller) })),
        benefit: { text: benefit.text, amountFen: benefit.amountFen ?? null },
        had: had.map(({ type, matter = null }) => ({ documentType: type, matter })),
      }),
    )
    .sort((a, b) => byCode(a.code, b.code));
}

function teller(told: TellerInFile): FactTeller {
  const answers = told.answers ?? null;
  if ('identity' in told) return { answers, place: 'IDENTITY', part: told.identity };
  if ('licence' in told) {
    const { licence: documentType, tells, field = null } = told;
    return { answers, place: 'VAULT', documentType, tells, field };
  }
  const { source, type: documentType, field } = told;
  return { answers, place: 'SOURCE', source, documentType, field };
}

/** Equivalences in order of code, with what only they speak of. */
export function linkEquivalences({ equivalences }: Pick<Catalogue, 'equivalences'>): {
  readonly equivalenceTerms: ReadonlyArray<EquivalenceTerm>;
  readonly equivalences: ReadonlyArray<PublishedEquivalence>;
} {
  return {
    equivalenceTerms: equivalences.flatMap(({ value }) => value.terms ?? []).sort((a, b) => byCode(a.code, b.code)),
    equivalences: equivalences
      .flatMap(({ value: { scope, equivalences: rows } }) =>
        rows.map(
          ({ condition = null, legalBasis: basis, approvedBy = null, approvedOn = null, validTo = null, ...row }) => ({
            ...row,
            ...{ scope, condition, legalBasis: legalBasis(basis), approvedBy, approvedOn, validTo },
            provenance: row.provenance.toUpperCase() as PublishedEquivalence['provenance'],
          }),
        ),
      )
      .sort((a, b) => byCode(a.code, b.code)),
  };
}
