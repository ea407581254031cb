import type { Resolvers } from '../../schema/generated/catalogue.ts';
import type { DepartmentRow } from '../../schema/registry.ts';
import { type Language, type Localized, localized } from '../language/text.ts';
import { uploadTypes } from '../language/upload-types.ts';
import type { LifeEventContent, PublishedMatterEntry, PublishedRegion } from '../publishing/published.ts';
import { refusal } from '../runtime/errors.ts';
import { makePage, readPage } from '../runtime/page.ts';
import type { Pin } from '../runtime/pin.ts';
import { allLoaded, type Loader, type PinnedCache, whenLoaded } from '../runtime/pinned-cache.ts';
import type { Context, Matter } from './parents.ts';
import type { CatalogueStore, Kind } from './store.ts';

export function createContext(store: CatalogueStore, cache: PinnedCache, pin: Context['pin']): Context {
  const loader = <T>(kind: Kind): Loader<T> =>
    cache.loader(kind, pin, async (codes) => {
      const rows = await store.many<T>(kind, codes, pin);
      return new Map(rows.map((row) => [row.code, row.body]));
    });
  return {
    pin,
    store,
    lifeEvents: cache.loader('life-event', pin, async (keys) => {
      const found = await Promise.all(
        keys.map(async (key) => {
          const [code, region] = key.split('\n') as [string, string];
          return [key, (await store.one<LifeEventContent>('life-event', code, region, pin))?.body] as const;
        }),
      );
      return new Map(found.flatMap(([key, body]) => (body ? [[key, body] as const] : [])));
    }),
    matters: cache.loader('matter', pin, async (codes) => {
      const rows = await store.matters(codes);
      return new Map(rows.map((row) => [row.code, row]));
    }),
    regions: loader('region'),
    documentTypes: loader('document-type'),
    questions: loader('question'),
    refusalReasons: loader('refusal-reason'),
    sources: loader('source'),
    departments: loader('department'),
  };
}

interface Texts {
  readonly language: Language;
}
interface Coded {
  readonly code: string;
}

export function createResolvers(departments: ReadonlyArray<DepartmentRow>): Resolvers {
  const types = new Map(departments.map(({ code, type }) => [code, `${type}Matter`]));
  const matterReference = ({ code }: Coded, { matters }: Context) => matters.load(code);
  const lifeEvent = ({ code, region }: Coded & { readonly region: string }, { lifeEvents }: Context) =>
    whenLoaded(lifeEvents.load(`${code}\n${region}`), (content) => content && { code, region, content });
  const matterFields = {
    __resolveReference: matterReference,
    title: ({ title }: Matter, { language }: Texts) => localized(title, language),
    department: ({ department }: Matter) => ({ code: department }),
    // What was published before there were any has none.
    refusalReasons: ({ refusalReasons: codes = [] }: Matter, _: unknown, { refusalReasons }: Context) =>
      whenLoaded(allLoaded(codes.map((code) => refusalReasons.load(code))), (found) =>
        found.filter((reason) => reason !== null),
      ),
  };
  const resolvers: Resolvers = {
    Query: {
      lifeEvents: async (_, { region, search, ...page }, { store, pin }) => {
        await requireRegion(region, store, pin);
        const { limit, offset } = readPage(page);
        const listing = { region, limit, offset, ...(search == null ? {} : { search }) };
        const { nodes, total } = await store.list<LifeEventContent>('life-event', listing, pin);
        const events = nodes.map((node) => ({ code: node.code, region: node.region, content: node.body }));
        return makePage(events, offset, total);
      },
      lifeEvent: (_, event, context) => lifeEvent(event, context),
      matter: (_, { code }, context) => matterReference({ code }, context),
      matters: async (_, { region, department, search, ...page }, context) => {
        const { store, pin } = context;
        const inheritedBy = await upwards(region, context);
        const { limit, offset } = readPage(page);
        const listing = {
          inheritedBy,
          limit,
          offset,
          ...(department == null ? {} : { department }),
          ...(search == null ? {} : { search }),
        };
        const { nodes, total } = await store.list<PublishedMatterEntry>('matter', listing, pin);
        return makePage(
          nodes.map(({ body }) => body),
          offset,
          total,
        );
      },
      departments: async (_, _args, { store, pin }) => {
        const all = { limit: 1000, offset: 0 };
        const { nodes } = await store.list<{ code: string; name: Localized }>('department', all, pin);
        return nodes.map(({ body }) => body);
      },
      documentType: (_, { code }, { documentTypes }) => documentTypes.load(code),
      catalogueRevision: (_, _args, { pin }) => String(pin.revision),
    },
    LifeEvent: {
      __resolveReference: lifeEvent,
      title: ({ content }, { language }) => localized(content.title, language),
      audience: ({ content }) => content.audience,
      promisedDays: ({ content }) => content.promisedDays,
      // What was published before says nothing of these.
      lead: ({ content }) => (content.lead ? { code: content.lead } : null),
      partners: ({ content }) => (content.partners ?? []).map((code) => ({ code })),
      lodging: ({ content }) => content.lodging ?? null,
      regionalBasis: ({ content }) => content.regionalBasis ?? null,
      questions: ({ content }) => content.basis.questions,
      matterCodes: ({ content }) => content.matterCodes,
      matters: ({ content }, _args, { matters }) =>
        whenLoaded(allLoaded(content.matterCodes.map((code) => matters.load(code))), (found) =>
          found.filter((matter) => matter !== null),
        ),
      planningBasis: ({ content, region }, _args, { pin }) => ({
        ...content.basis,
        revision: String(pin.revision),
        region,
      }),
    },
    Department: {
      __resolveReference: ({ code }) => ({ code }),
      name: ({ code, name }, { language }, context) =>
        whenLoaded(name ? { name } : context.departments.load(code), (found) => {
          const known = found?.name ?? departments.find((row) => row.code === code)?.name;
          return known ? localized(known, language) : code;
        }),
    },
    DocumentType: {
      __resolveReference: ({ code }, { documentTypes }) => documentTypes.load(code),
      name: ({ name }, { language }) => localized(name, language),
      contentTypes: ({ contentTypes }) => contentTypes ?? Object.keys(uploadTypes),
      photo: ({ photo }) => photo ?? null,
    },
    RefusalReason: {
      __resolveReference: ({ code }, { refusalReasons }) => refusalReasons.load(code),
      name: ({ name }, { language }) => localized(name, language),
    },
    RefusalDemand: {
      feature: ({ feature }) => feature.code,
      name: ({ feature }, { language }) => localized(feature.name, language),
    },
    Source: {
      __resolveReference: ({ code }, { sources }) => sources.load(code),
      name: ({ name }, { language }) => localized(name, language),
      provider: ({ provider }) => (provider === undefined ? null : { code: provider }),
    },
    Question: {
      __resolveReference: ({ code }, { questions }) => questions.load(code),
      text: ({ text }, { language }) => localized(text, language),
      mayBeUnknown: ({ mayBeUnknown }) => mayBeUnknown ?? false,
    },
    QuestionGroup: { title: ({ title }, { language }) => localized(title, language) },
    QuestionOption: { text: ({ text }, { language }) => localized(text, language) },
  };
  // A type per department of the registry: the SDL's types are known by name only once it is read.
  return {
    ...resolvers,
    Matter: { ...matterFields, __resolveType: ({ department }: Matter) => types.get(department) },
    ...Object.fromEntries([...types.values()].map((type) => [type, matterFields])),
  } as Resolvers;
}

const deepest = 10;

/** The region and those that it lies in; refuses one that there is not. */
async function upwards(region: string, { regions }: Context): Promise<ReadonlyArray<string>> {
  const path: string[] = [];
  for (let at: string | null = region; at !== null && path.length < deepest; ) {
    const found: PublishedRegion | null = await regions.load(at);
    if (!found && at === region) throw refusal('UNKNOWN_REGION', { region });
    path.push(at);
    at = found?.parent ?? null;
  }
  return path;
}

async function requireRegion(region: string, store: CatalogueStore, pin: Pin): Promise<void> {
  if ((await store.many('region', [region], pin)).length > 0) return;
  throw refusal('UNKNOWN_REGION', { region });
}
