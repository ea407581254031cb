import { and, desc, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LRUCache } from 'lru-cache';
import type postgres from 'postgres';
import type { MatterContent, PublishedMatter } from '../../publishing/published.ts';
import type { Pin } from '../../runtime/pin.ts';
import { asOf, publishVersions } from '../../runtime/versions.ts';
import { contents, versions } from '../tables.ts';

export interface MatterStore {
  many(codes: ReadonlyArray<string>, pin: Pin): Promise<ReadonlyMap<string, MatterContent>>;
  /** As it stood at the pin, or else as last published, whether it still stands: by which a filing begins. */
  begun(code: string, pin: Pin): Promise<MatterVersion | null>;
  /** By which a filing that has begun goes on, whatever was published since. */
  version(fingerprint: string): Promise<MatterContent | null>;
  /** As last published, whether it still stands: of a filing of which nobody wrote down by what it began. */
  last(code: string): Promise<MatterContent | null>;
}
export interface MatterVersion {
  readonly fingerprint: string;
  readonly content: MatterContent;
}

/** Of a department some tens are handed in again and again; one takes some 20 KB. */
const mostKept = 200;

export function createMatterStore(db: PostgresJsDatabase): MatterStore {
  const begun = new LRUCache<string, MatterVersion>({ max: mostKept });
  const byFingerprint = new LRUCache<string, MatterContent>({ max: mostKept });
  const rows = () =>
    db
      .select({ code: versions.code, fingerprint: versions.fingerprint, body: contents.body })
      .from(versions)
      .innerJoin(contents, eq(versions.fingerprint, contents.fingerprint))
      .$dynamic();
  const lastOf = async (code: string): Promise<MatterVersion | null> => {
    const [row] = await rows()
      .where(and(eq(versions.kind, 'matter'), eq(versions.code, code)))
      .orderBy(desc(versions.fromRevision))
      .limit(1);
    return row ? versionOf(row) : null;
  };
  return {
    async many(codes, pin) {
      const found = await rows().where(and(eq(versions.kind, 'matter'), inArray(versions.code, [...codes]), asOf(pin)));
      return new Map(found.map((row) => [row.code, row.body as MatterContent]));
    },
    async begun(code, pin) {
      // What stands at a numbered revision on a day stays so; without a number it is what stands now.
      const key = pin.revision === null ? null : JSON.stringify([pin.revision, pin.date, code]);
      const kept = key === null ? undefined : begun.get(key);
      if (kept) return kept;
      const [row] = await rows().where(and(eq(versions.kind, 'matter'), eq(versions.code, code), asOf(pin)));
      if (!row) return lastOf(code);
      const found = versionOf(row);
      if (key !== null) begun.set(key, found);
      return found;
    },
    async version(fingerprint) {
      const kept = byFingerprint.get(fingerprint);
      if (kept) return kept;
      const [row] = await db
        .select({ body: contents.body })
        .from(contents)
        .where(eq(contents.fingerprint, fingerprint));
      if (!row) return null;
      const found = row.body as MatterContent;
      byFingerprint.set(fingerprint, found);
      return found;
    },
    last: async (code) => (await lastOf(code))?.content ?? null,
  };
}

function versionOf({ fingerprint, body }: { readonly fingerprint: string; readonly body: unknown }): MatterVersion {
  return { fingerprint, content: body as MatterContent };
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
