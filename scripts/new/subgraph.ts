import { type Asked, camel, pascal, type Skeleton } from './skeleton.ts';

/** A core subgraph with an entity of its own, which every matter shows: a table, a store, resolvers and the field on `Matter`. */
export function newSubgraph({ name, zh, en, url }: Asked): Skeleton {
  const one = singular(name);
  const [type, field, many, table] = [pascal(one), camel(one), camel(name), name.replaceAll('-', '_')];
  const folder = `subgraphs/${name}`;
  return {
    row: { code: name, kind: 'CORE', answers: 'PERSONAL', url: `"${url}"`, name: `{ zh: ${zh}, en: ${en} }` },
    files: {
      [`${folder}/schema.graphql`]: `type Query {
  "One of them by its id (${zh})."
  ${field}(id: ID!): ${type}
}

# A field on every matter, whichever department owns it: \`@interfaceObject\` adds it to the interface and to each type that implements
# it, in the same stage in which the departments answer. Neither the catalogue's SDL nor a department's is touched. To add to another's
# entity that is no interface (Submission, LifeEvent, Department), leave \`@interfaceObject\` out. To name one in a field
# (\`matter: Matter!\`), shared.graphql has its reference. What needs another's field says \`@external\` and \`@requires\`.
type Matter @key(fields: "code") @interfaceObject {
  code: ID!
  "${en} of this matter (${zh})."
  ${many}: [${type}!]
}

"${en} (${zh})."
type ${type} @key(fields: "id") {
  id: ID!
  matter: Matter!
  text: String!
}
`,
      [`${folder}/index.ts`]: `import { openDatabase } from '../runtime/database.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createContext, resolvers } from './resolvers.ts';
import { createStore } from './store.ts';

/** The subgraph of ${many}. */
async function start({ row, typeDefs, database, port, log, meters }: SubgraphContext): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createStore(db);
  return createSubgraph({
    name: row.code,
    port,
    log,
    meters,
    typeDefs,
    resolvers,
    context: async (_headers, identity) => createContext(store, identity),
    ready: async () => {
      await sql\`select 1\`;
    },
    onClose: close,
  });
}

const definition: SubgraphDefinition = { migrations: new URL('./migrations', import.meta.url), start };
export default definition;
`,
      [`${folder}/parents.ts`]: `import type DataLoader from 'dataloader';
import type { Identity } from '../runtime/identity.ts';
import type { Row, Store } from './store.ts';

/** What resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly store: Store;
  readonly identity: Identity | null;
  readonly byMatter: DataLoader<string, ReadonlyArray<Row>>;
}
export interface Matter {
  readonly code: string;
}
export type ${type} = Row;
`,
      [`${folder}/resolvers.ts`]: `import DataLoader from 'dataloader';
import type { Resolvers } from '../../schema/generated/${name}.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Context } from './parents.ts';
import type { Store } from './store.ts';

/** Made for each request, so that a list of matters is one query. */
export function createContext(store: Store, identity: Identity | null): Context {
  return {
    store,
    identity,
    byMatter: new DataLoader(async (codes) => {
      const rows = await store.ofMatters(codes);
      return codes.map((code) => rows.filter(({ matter }) => matter === code));
    }),
  };
}

export const resolvers: Resolvers = {
  Query: { ${field}: (_, { id }, { store }) => store.find(id) },
  Matter: {
    __resolveReference: ({ code }) => ({ code }),
    ${many}: ({ code }, _args, { byMatter }) => byMatter.load(code),
  },
  ${type}: {
    __resolveReference: ({ id }, { store }) => store.find(id),
    matter: ({ matter }) => ({ code: matter }),
  },
};
`,
      [`${folder}/store.ts`]: `import { eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { rows } from './tables.ts';

export type Row = typeof rows.$inferSelect;
export interface Store {
  find(id: string): Promise<Row | null>;
  ofMatters(codes: ReadonlyArray<string>): Promise<ReadonlyArray<Row>>;
}

export function createStore(db: PostgresJsDatabase): Store {
  return {
    async find(id) {
      const [row] = await db.select().from(rows).where(eq(rows.id, id));
      return row ?? null;
    },
    ofMatters: (codes) =>
      db
        .select()
        .from(rows)
        .where(inArray(rows.matter, [...codes]))
        .orderBy(rows.id),
  };
}
`,
      [`${folder}/tables.ts`]: `import { pgTable, text } from 'drizzle-orm/pg-core';

export const rows = pgTable('${table}', {
  id: text('id').primaryKey(),
  matter: text('matter').notNull(),
  text: text('text').notNull(),
});
`,
      [`${folder}/migrations/0000_${table}.sql`]: `create table ${table} (
  id text primary key,
  matter text not null,
  text text not null check (length(text) <= 1000)
);
--> statement-breakpoint
create index on ${table} (matter);
`,
      [`${folder}/migrations/meta/_journal.json`]: `${JSON.stringify({ version: '7', dialect: 'postgresql', entries: [{ idx: 0, version: '7', when: 1, tag: `0000_${table}`, breakpoints: true }] }, null, 2)}\n`,
    },
    next: [
      `npm run compose, and read the difference in schema/generated/api.graphql: one type, one query and Matter.${many}.`,
      `Change ${folder}/schema.graphql, tables.ts with a migration, store.ts, and the resolvers until types hold again.`,
      'What the gateway has to know besides (live, forward, background work, asking others) stands in the definition: subgraphs/runtime/definition.ts.',
    ],
  };
}

/** `policies` → `policy`, `licences` → `licence`; what has no plural stays. */
function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}
