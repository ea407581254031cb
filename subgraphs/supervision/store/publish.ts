import type postgres from 'postgres';
import { lastingFingerprint } from '../../language/canonical.ts';
import type { PublishedMatter } from '../../publishing/published.ts';
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

/** A matter of which something else is published than before is a row; what stays as it was is none. */
export async function publishMatters(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  departments: ReadonlyMap<string, ReadonlyArray<PublishedMatter>>,
): Promise<void> {
  const table = transaction(`${schema}.published_matters`);
  const given = [...departments].flatMap(([department, matters]) =>
    matters.map(({ code: matter, content }) => ({
      ...{ matter, department, digest: lastingFingerprint(content) },
      papers: [
        ...new Set(
          content.requirements.flatMap(({ options }) =>
            options.flatMap(({ uses }) => uses.map(({ documentType }) => documentType.code)),
          ),
        ),
      ].sort(),
    })),
  );
  await transaction`
    insert into ${table} (matter, revision, department, papers, digest)
    select given.matter, ${revision}, given.department,
      array(select jsonb_array_elements_text(given.papers)), given.digest
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
      as given (matter text, department text, papers jsonb, digest text)
    where given.digest is distinct from (
      select digest from ${table} known where known.matter = given.matter order by known.revision desc limit 1)`;
}
