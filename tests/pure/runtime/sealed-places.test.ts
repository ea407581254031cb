import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { loadParts } from '../../../scripts/definitions.ts';

const parts = await loadParts(readRegistry());

/** Columns of bytes that a subgraph's migrations make, as `table.column`. */
function bytesOf(migrations: URL): ReadonlyArray<string> {
  const sql = readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(new URL(`${migrations.href}/${file}`), 'utf8'))
    .join('\n');
  const made = [...sql.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)].flatMap(([, table, body]) =>
    [...(body as string).matchAll(/^\s*(\w+) bytea/gm)].map(([, column]) => `${table}.${column}`),
  );
  const added = [...sql.matchAll(/alter table (\w+) add column (\w+) bytea/g)].map(
    ([, table, column]) => `${table}.${column}`,
  );
  return [...made, ...added].filter((name) => !name.startsWith('data_keys.'));
}

/** What is published for everybody to read lies in clear, and what is proposed to be. */
const clear: ReadonlySet<string> = new Set(['catalogue publications.files', 'catalogue proposals.files']);

it('every column of sealed bytes is listed, to be sealed anew before its key goes', () => {
  let found = 0;
  for (const { row, definition } of parts) {
    const listed = (definition.sealed?.tables ?? []).flatMap(({ name, columns }) =>
      columns.map((each) => `${name}.${each.name}`),
    );
    const bytes = bytesOf(definition.migrations);
    found += bytes.length;
    expect([row.code, bytes.filter((name) => !listed.includes(name) && !clear.has(`${row.code} ${name}`))]).toEqual([
      row.code,
      [],
    ]);
  }
  expect(found).toBeGreaterThan(parts.filter(({ definition }) => definition.sealed).length);
});
