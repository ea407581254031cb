import type postgres from 'postgres';
import type { SupervisionCatalogue } from '../domain/catalogue.ts';

/** The part of a revision that supervision rests on, inside the publisher's transaction. */
export async function publishCatalogue(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  content: SupervisionCatalogue,
): Promise<void> {
  await transaction`
    insert into ${transaction(`${schema}.published`)} (revision, content)
    values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
}
