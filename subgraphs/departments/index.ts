import type { DepartmentRow } from '../../schema/registry.ts';
import { departmentTypeDefs } from '../../schema/subgraphs.ts';
import { type DatabaseOptions, openDatabase } from '../runtime/database.ts';
import { createIdentityVerifier, identityHeader } from '../runtime/identity.ts';
import { createSealer } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { createPinnedCache, oncePerPin } from '../runtime/pinned-cache.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createDesk } from './desk.ts';
import { createMatters, createResolvers, type DepartmentContext } from './resolvers.ts';
import { createDeskFilings } from './store/filings.ts';
import { createMatterStore } from './store/matters.ts';

export interface DepartmentOptions {
  readonly row: DepartmentRow;
  readonly database: DatabaseOptions;
  readonly identitySecret: string;
  /** Seals personal data; newest first. */
  readonly dataKeys: ReadonlyArray<Buffer>;
  /** The clock, in milliseconds; default the machine's. */
  readonly now?: () => number;
}

/** One department: what its matters ask for, and its desk behind its own door. */
export async function startDepartment({
  row,
  database,
  identitySecret,
  dataKeys,
  now = Date.now,
}: DepartmentOptions): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createMatterStore(db);
  const cache = createPinnedCache();
  const mattersAt = oncePerPin((pin) => createMatters(store, cache, pin));
  const desk = createDesk(createDeskFilings(db, createSealer(dataKeys), now), store, now);
  const verify = createIdentityVerifier(identitySecret);
  return createSubgraph({
    name: row.code,
    typeDefs: departmentTypeDefs(row.type),
    resolvers: createResolvers(row),
    context: async (headers): Promise<DepartmentContext> => {
      const identity = await verify(headers[identityHeader] as string | undefined);
      return { identity, desk, matters: mattersAt(readPin(headers)) };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}
