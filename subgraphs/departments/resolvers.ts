import { type DepartmentRow, doorPrefix } from '../../schema/registry.ts';
import { type Language, type Localized, localized } from '../language/text.ts';
import type { MatterContent } from '../publishing/published.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireService } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Loader, PinnedCache } from '../runtime/pinned-cache.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import type { Desk } from './desk.ts';
import type { DecisionInput, FilingInput } from './filing.ts';
import type { MatterStore } from './store/matters.ts';

type Matter = MatterContent & { readonly code: string };
export interface DepartmentContext {
  readonly identity: Identity | null;
  readonly desk: Desk;
  readonly matters: Loader<Matter>;
}

export function createMatters(store: MatterStore, cache: PinnedCache, pin: Pin): Loader<Matter> {
  return cache.loader('matter', pin, async (codes) => {
    const found = await store.many(codes, pin);
    return new Map([...found].map(([code, content]) => [code, { code, ...content }]));
  });
}

type Context = DepartmentContext;
interface Texts {
  readonly language?: Language;
}

/** Resolvers of one department; the same for all but for the prefix of its names. */
export function createResolvers(row: DepartmentRow): Resolvers {
  const door = doorPrefix(row.type);
  const titled = { title: ({ titles }: { titles: Localized }, { language }: Texts) => localized(titles, language) };
  const consequence = ({ consequences }: { consequences: Localized }, { language }: Texts) =>
    localized(consequences, language);
  return {
    Query: {
      [`${door}Filing`]: (_: unknown, { id }: { id: string }, { desk, identity }: Context) => {
        requireService(identity);
        return desk.find(id);
      },
    },
    Mutation: {
      [`${door}Accept`]: (_: unknown, { filing }: { filing: FilingInput }, { desk, identity }: Context) => {
        requireService(identity);
        return desk.accept(filing);
      },
      [`${door}Decide`]: (_: unknown, { decision }: { decision: DecisionInput }, { desk, identity }: Context) => {
        if (identity?.kind !== 'STAFF' || identity.department !== row.code) {
          throw refusal('FORBIDDEN.DECIDE');
        }
        return desk.decide(decision);
      },
      [`${door}Supplement`]: (
        _: unknown,
        args: { filing: string; supplement: string; form: FilingInput['form']; evidence: unknown },
        { desk, identity }: Context,
      ) => {
        requireService(identity);
        return desk.supplement(args.filing, args.supplement, args.form, args.evidence);
      },
      [`${door}Withdraw`]: (_: unknown, { filing }: { filing: string }, { desk, identity }: Context) => {
        requireService(identity);
        return desk.withdraw(filing);
      },
    },
    [`${row.type}Matter`]: {
      __resolveReference: ({ code }: { code: string }, { matters }: Context) => matters.load(code),
    },
    SpecialProcedure: titled,
    FormField: titled,
    Deferral: { consequence },
    Commitment: {
      consequence,
      text: ({ texts }: { texts: Localized }, { language }: Texts) => localized(texts, language),
    },
  };
}
