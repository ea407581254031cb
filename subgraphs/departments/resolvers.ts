import type { Resolvers } from '../../schema/generated/departments.ts';
import type { DepartmentRow } from '../../schema/registry.ts';
import { nameFor } from '../../schema/splice.ts';
import { inBoth, type Language, type Localized, localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { requireService } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Loader, PinnedCache } from '../runtime/pinned-cache.ts';
import type { DepartmentMatter, Requirement } from './parents.ts';
import type { MatterStore } from './store/matters.ts';

export function createMatters(store: MatterStore, cache: PinnedCache, pin: Pin): Loader<DepartmentMatter> {
  return cache.loader('matter', pin, async (codes) => {
    const found = await store.many(codes, pin);
    return new Map([...found].map(([code, content]) => [code, { code, ...content }]));
  });
}

/** Whose work it is to file with departments. */
const filer = 'journeys';
/** Who looks at what people agreed to have looked at, to offer them something. */
const offering = 'policies';

interface Texts {
  readonly language: Language;
}
const title = ({ titles }: { readonly titles: Localized }, { language }: Texts) => localized(titles, language);
const consequence = ({ consequences }: { readonly consequences: Localized }, { language }: Texts) =>
  localized(consequences, language);

/** What was published before names were in two languages has one. */
const namesOf = ({ names, name }: Requirement): Localized => names ?? inBoth(name ?? '');
/** Options by which somebody acts for another; the row's condition stands before the option's own. */
function proxiesOf({ code, condition: ofRow, options }: Requirement) {
  return options.flatMap(({ proxy, condition: own, uses }) => {
    if (!proxy) return [];
    const condition = ofRow && own ? { all: [ofRow, own] } : (ofRow ?? own);
    // What was published before photographs were said more of says nothing of them.
    const asked = uses.map((use) => ({ ...use, photo: use.photo ?? null }));
    return [{ kind: proxy, requirement: code, condition, uses: asked }];
  });
}

/** Resolvers of one department; the same for all but for the prefix of its names. */
export function createResolvers({ code: department, type }: DepartmentRow): object {
  return named(type, {
    Query: {
      departmentFiling: (_, { id }, { system, identity }) => {
        requireService(identity, filer);
        return system.find(id);
      },
      departmentHeld: (_, { filing }, { system, identity }) => {
        requireService(identity, filer);
        return system.held(filing);
      },
      departmentDemand: (_, { filing }, { system, identity }) => {
        requireService(identity, filer);
        return system.demand(filing);
      },
      departmentRefusalReason: (_, { filing }, { system, identity }) => {
        requireService(identity, filer);
        return system.refusalReason(filing);
      },
      departmentProvide: async (_, { request }, { system, register, identity }) => {
        requireService(identity, filer, offering);
        return (await system.provide(request)) ?? register.provide(request);
      },
    },
    Mutation: {
      departmentAccept: (_, { filing }, { system, identity, pin }) => {
        requireService(identity, filer);
        return system.accept(filing, pin);
      },
      departmentDecide: (_, { decision }, { system, identity }) => {
        if (identity?.kind !== 'STAFF' || identity.department !== department) throw refusal('FORBIDDEN.DECIDE');
        return system.decide(decision);
      },
      departmentSupplement: (_, { filing, supplement, form, evidence }, { system, identity }) => {
        requireService(identity, filer);
        return system.supplement(filing, supplement, form, evidence);
      },
      departmentPaid: (_, { payment }, { system, identity }) => {
        requireService(identity, filer);
        return system.paid(payment);
      },
      departmentWithdraw: (_, { filing, reason }, { system, identity }) => {
        requireService(identity, filer);
        return system.withdraw(filing, reason ?? null);
      },
      departmentErase: (_, { filing }, { system, identity }) => {
        requireService(identity, filer);
        return system.erase(filing);
      },
    },
    DepartmentMatter: {
      __resolveReference: ({ code }, { matters }) => matters.load(code),
      authority: ({ authority }, { language }) => localized(inBoth(authority), language),
      conditions: ({ conditions }, { language }) => conditions.map((each) => localized(inBoth(each), language)),
      // What was published before there were any has none.
      acceptance: ({ acceptance }) => acceptance ?? [],
      benefits: ({ benefits }) => benefits ?? [],
      payment: ({ payment }) => payment ?? null,
      correctionPeriod: ({ correctionPeriod }) => correctionPeriod ?? null,
      waits: ({ waits }) => waits ?? [],
      remedies: ({ remedies }) => remedies ?? [],
      proxies: ({ requirements }) => requirements.flatMap(proxiesOf),
    },
    Cost: { item: ({ item }, { language }) => localized(inBoth(item), language) },
    Requirement: { name: (row, { language }) => localized(namesOf(row), language), names: namesOf },
    Remedy: { to: ({ addressees }, { language }) => localized(addressees, language) },
    MatterPayment: { item: ({ items }, { language }) => localized(items, language) },
    SpecialProcedure: { title },
    WaitingPeriod: { title },
    ResultValidity: { until: ({ untils }, { language }) => untils && localized(untils, language) },
    AcceptanceCondition: {
      reason: ({ reasons }, { language }) => localized(reasons, language),
      alternative: ({ alternatives }, { language }) => alternatives && localized(alternatives, language),
    },
    FormField: { title },
    Deferral: { consequence },
    Commitment: { consequence, text: ({ texts }, { language }) => localized(texts, language) },
  });
}

/** Under the names that the department's own SDL has for its types and doors. */
function named(department: string, resolvers: Resolvers): object {
  const renamed = (of: object): object =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [nameFor(department, name), value]));
  return renamed(
    Object.fromEntries(Object.entries(resolvers).map(([type, fields]) => [type, fields && renamed(fields)])),
  );
}
