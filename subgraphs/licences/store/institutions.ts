import { desc, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { standingRevision } from '../../runtime/beginnings.ts';
import type { Counted, Institution } from '../domain/institutions.ts';
import { institutions, licenceEvents } from '../tables.ts';

export interface InstitutionStore {
  /** As last published. */
  all(): Promise<ReadonlyArray<Institution>>;
  /** Of one document type, what each institution issued from an instant (ISO) until another, without it; those that issued none are not among them. */
  counted(documentType: string, from: string, until: string): Promise<ReadonlyArray<Counted>>;
}

export function createInstitutionStore(db: PostgresJsDatabase): InstitutionStore {
  return {
    async all() {
      const [row] = await db
        .select()
        .from(institutions)
        .where(lte(institutions.revision, standingRevision()))
        .orderBy(desc(institutions.revision))
        .limit(1);
      return row?.content ?? [];
    },
    async counted(documentType, from, until) {
      const isShared = sql`exists (
        select 1 from ${licenceEvents} as used
        where used.licence = issued.licence and used.event = 'REDEEMED' and used.institution <> issued.institution)`;
      const rows = await db.execute<{ institution: string; issued: string; shared: string }>(sql`
        select issued.institution, count(*) as issued, count(*) filter (where ${isShared}) as shared
        from ${licenceEvents} as issued
        where issued.event = 'ISSUED' and issued.institution is not null and issued.document_type = ${documentType}
          and issued.at >= ${from} and issued.at < ${until}
        group by issued.institution`);
      return rows.map(({ institution, issued, shared }) => ({
        institution,
        issued: Number(issued),
        shared: Number(shared),
      }));
    },
  };
}

/** The part of a revision that institutions are, inside the publisher's transaction. */
export async function publishInstitutions(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  content: ReadonlyArray<Institution>,
): Promise<void> {
  await transaction`
    insert into ${transaction(`${schema}.institutions`)} (revision, content)
    values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
}
