import { and, desc, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { MatterContent, PublishedMatter } from '../../publishing/published.ts';
import type { Pin } from '../../runtime/pin.ts';
import { asOf, publishVersions } from '../../runtime/versions.ts';
import { contents, versions } from '../tables.ts';

export interface MatterStore {
  many(codes: ReadonlyArray<string>, pin: Pin): Promise<ReadonlyMap<string, MatterContent>>;
  /** As last published, whether it still stands: what is under way is finished by the rules it began with. */
  last(code: string): Promise<MatterContent | null>;
}

export function createMatterStore(db: PostgresJsDatabase): MatterStore {
  const rows = () =>
    db
      .select({ code: versions.code, body: contents.body })
      .from(versions)
      .innerJoin(contents, eq(versions.fingerprint, contents.fingerprint))
      .$dynamic();
  return {
    async many(codes, pin) {
      const found = await rows().where(and(eq(versions.kind, 'matter'), inArray(versions.code, [...codes]), asOf(pin)));
      return new Map(found.map((row) => [row.code, row.body as MatterContent]));
    },
    async last(code) {
      const [row] = await rows()
        .where(and(eq(versions.kind, 'matter'), eq(versions.code, code)))
        .orderBy(desc(versions.fromRevision))
        .limit(1);
      return (row?.body as MatterContent | undefined) ?? null;
    },
  };
}

/** A department's part of a revision; inside the publisher's transaction, before the catalogue's. */
export function publishMatters(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  matters: ReadonlyArray<PublishedMatter>,
): Promise<void> {
  return publishVersions(
    transaction,
    schema,
    revision,
    matters.map(({ code, validFrom, validTo, content }) => ({
      kind: 'matter',
      code,
      validFrom,
      validTo,
      body: content,
    })),
  );
}
