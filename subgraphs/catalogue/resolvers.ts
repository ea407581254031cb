import type { DepartmentRow } from '../../schema/registry.ts';
import type { Question, QuestionOption } from '../language/conditions.ts';
import { type Language, type Localized, localized } from '../language/text.ts';
import type {
  LifeEventContent,
  PublishedDocumentType,
  PublishedMatterEntry,
  PublishedSource,
} from '../publishing/published.ts';
import { refusal } from '../runtime/errors.ts';
import { makePage, type PageArguments, readPage } from '../runtime/page.ts';
import type { Pin } from '../runtime/pin.ts';
import { allLoaded, type Loader, type PinnedCache, whenLoaded } from '../runtime/pinned-cache.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import type { CatalogueStore, Kind } from './store.ts';

/** The pinned catalogue: everything that requests pinned alike have in common. */
export interface CatalogueContext {
  readonly pin: Pin & { readonly revision: number };
  readonly store: CatalogueStore;
  /** By code and region, with a line break between. */
  readonly lifeEvents: Loader<LifeEventContent>;
  readonly matters: Loader<PublishedMatterEntry>;
  readonly documentTypes: Loader<PublishedDocumentType>;
  readonly questions: Loader<Question>;
  readonly sources: Loader<PublishedSource>;
  readonly departments: Loader<{ readonly code: string; readonly name: Localized }>;
}

export function createContext(
  store: CatalogueStore,
  cache: PinnedCache,
  pin: CatalogueContext['pin'],
): CatalogueContext {
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
    documentTypes: loader('document-type'),
    questions: loader('question'),
    sources: loader('source'),
    departments: loader('department'),
  };
}

interface LifeEvent {
  readonly code: string;
  readonly region: string;
  readonly content: LifeEventContent;
}
interface Texts {
  readonly language?: Language;
}
type Context = CatalogueContext;
type Coded = { readonly code: string };

export function createResolvers(departments: ReadonlyArray<DepartmentRow>): Resolvers {
  const types = new Map(departments.map(({ code, type }) => [code, `${type}Matter`]));
  const typeOf = ({ department }: PublishedMatterEntry): string | undefined => types.get(department);
  const matterReference = ({ code }: Coded, { matters }: Context) => matters.load(code);
  const lifeEvent = ({ code, region }: { code: string; region: string }, { lifeEvents }: Context) =>
    whenLoaded(lifeEvents.load(`${code}\n${region}`), (content) => content && { code, region, content });
  const matterFields = {
    __resolveReference: matterReference,
    title: (matter: PublishedMatterEntry, { language }: Texts) => localized(matter.title, language),
    department: (matter: PublishedMatterEntry) => ({ code: matter.department }),
  };

  return {
    Query: {
      lifeEvents: async (
        _: unknown,
        args: PageArguments & { region: string; search?: string },
        { store, pin }: Context,
      ) => {
        await requireRegion(args.region, store, pin);
        const { limit, offset } = readPage(args);
        const listing = { region: args.region, limit, offset, ...(args.search == null ? {} : { search: args.search }) };
        const { nodes, total } = await store.list<LifeEventContent>('life-event', listing, pin);
        const events = nodes.map(({ code, region, body }) => ({ code, region, content: body }));
        return makePage(events, offset, total);
      },
      lifeEvent: (_: unknown, args: { code: string; region: string }, context: Context) => lifeEvent(args, context),
      matter: (_: unknown, { code }: Coded, context: Context) => matterReference({ code }, context),
      matters: async (
        _: unknown,
        args: PageArguments & { region: string; department?: string; search?: string },
        { store, pin }: Context,
      ) => {
        await requireRegion(args.region, store, pin);
        const { limit, offset } = readPage(args);
        const listing = {
          region: args.region,
          limit,
          offset,
          ...(args.department == null ? {} : { department: args.department }),
          ...(args.search == null ? {} : { search: args.search }),
        };
        const { nodes, total } = await store.list<PublishedMatterEntry>('matter', listing, pin);
        return makePage(
          nodes.map(({ body }) => body),
          offset,
          total,
        );
      },
      departments: async (_: unknown, _args: unknown, { store, pin }: Context) => {
        const { nodes } = await store.list<{ code: string; name: Localized }>(
          'department',
          { limit: 1000, offset: 0 },
          pin,
        );
        return nodes.map(({ body }) => body);
      },
      documentType: (_: unknown, { code }: Coded, { documentTypes }: Context) => documentTypes.load(code),
      catalogueRevision: (_: unknown, _args: unknown, { pin }: Context) => String(pin.revision),
    },
    LifeEvent: {
      __resolveReference: lifeEvent,
      title: ({ content }: LifeEvent, { language }: Texts) => localized(content.title, language),
      audience: ({ content }: LifeEvent) => content.audience,
      promisedDays: ({ content }: LifeEvent) => content.promisedDays,
      questions: ({ content }: LifeEvent) => content.basis.questions,
      matterCodes: ({ content }: LifeEvent) => content.matterCodes,
      matters: ({ content }: LifeEvent, _args: unknown, { matters }: Context) =>
        whenLoaded(allLoaded(content.matterCodes.map((code) => matters.load(code))), (found) =>
          found.filter((matter) => matter !== null),
        ),
      planningBasis: ({ content, region }: LifeEvent, _args: unknown, { pin }: Context) => ({
        ...content.basis,
        revision: String(pin.revision),
        region,
      }),
    },
    Matter: { ...matterFields, __resolveType: (matter: PublishedMatterEntry) => typeOf(matter) },
    ...Object.fromEntries([...types.values()].map((type) => [type, matterFields])),
    Department: {
      __resolveReference: ({ code }: Coded) => ({ code }),
      name: ({ code, name }: Coded & { name?: Localized }, { language }: Texts, context: Context) =>
        whenLoaded(name ? { name } : context.departments.load(code), (found) => {
          const known = found?.name ?? departments.find((row) => row.code === code)?.name;
          return known ? localized(known, language) : code;
        }),
    },
    DocumentType: {
      __resolveReference: ({ code }: Coded, { documentTypes }: Context) => documentTypes.load(code),
      name: (type: PublishedDocumentType, { language }: Texts) => localized(type.name, language),
    },
    Source: {
      __resolveReference: ({ code }: Coded, { sources }: Context) => sources.load(code),
      name: (source: PublishedSource, { language }: Texts) => localized(source.name, language),
    },
    Question: {
      __resolveReference: ({ code }: Coded, { questions }: Context) => questions.load(code),
      text: (question: Question, { language }: Texts) => localized(question.text, language),
    },
    QuestionOption: {
      text: (option: QuestionOption, { language }: Texts) => localized(option.text, language),
    },
  };
}

async function requireRegion(region: string, store: CatalogueStore, pin: Pin): Promise<void> {
  if ((await store.many('region', [region], pin)).length > 0) return;
  throw refusal('UNKNOWN_REGION', { region });
}
