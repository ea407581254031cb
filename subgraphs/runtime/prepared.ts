import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { type BootstrapOptions, requireSameSecret, type SchemaPlan } from './bootstrap.ts';
import { connect } from './connect.ts';

/**
 * The schemas of which not every migration has run, in the order given; one that later releases have brought further is not among them.
 * Alters nothing. Throws SecretDiffers.
 */
export async function schemasBehind(options: BootstrapOptions): Promise<ReadonlyArray<string>> {
  const sql = connect(options.adminUrl, { max: 1 });
  try {
    await requireSameSecret(sql, options);
    const behind: string[] = [];
    for (const plan of options.schemas) if ((await ranIn(sql, plan)) < newestOf(plan)) behind.push(plan.schema);
    return behind;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** When the newest migration was written, as drizzle orders them; nothing can be newer than what has not run. */
function newestOf({ migrations }: SchemaPlan): number {
  const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
    readonly entries: ReadonlyArray<{ readonly when: number }>;
  };
  return Math.max(...journal.entries.map(({ when }) => when));
}

async function ranIn(sql: postgres.Sql, { schema }: SchemaPlan): Promise<number> {
  const [table] = await sql`select to_regclass(${`"${schema}".migrations`}) as found`;
  if (!table?.found) return Number.NEGATIVE_INFINITY;
  const [row] = await sql`select max(created_at)::float8 as newest from ${sql(schema)}.migrations`;
  return row?.newest ?? Number.NEGATIVE_INFINITY;
}
