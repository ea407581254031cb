import { existsSync, readdirSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import type { PersonalTables } from '../../subgraphs/runtime/personal-tables.ts';

const folder = new URL('../../subgraphs/', import.meta.url);
const withTables = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/tables.ts`, folder)));

interface Declared {
  readonly tables: ReadonlyMap<string, PgTable>;
  readonly declared: PersonalTables;
}
async function read(subgraph: string): Promise<Declared> {
  const exported = Object.values((await import(new URL(`${subgraph}/tables.ts`, folder).href)) as object);
  const tables = exported.filter((each): each is PgTable => is(each, PgTable));
  const file = new URL(`${subgraph}/personal-tables.ts`, folder);
  const { personalTables } = existsSync(file) ? await import(file.href) : { personalTables: {} };
  return { tables: new Map(tables.map((table) => [getTableName(table), table])), declared: personalTables };
}

it('there are subgraphs with tables', () => expect(withTables).toContain('journeys'));

describe.each(withTables)('%s says of its tables what they hold of persons', (subgraph) => {
  it('of every table and of none that there is not', async () => {
    const { tables, declared } = await read(subgraph);
    expect(tables.size).toBeGreaterThan(0);
    // A table that is missing on the right is told to nobody: export it, or say in personal-tables.ts why not.
    expect([...tables.keys()].sort()).toEqual(Object.keys(declared).sort());
  });

  it('and leaves out no column that there is not, and none without a reason', async () => {
    const { tables, declared } = await read(subgraph);
    for (const [name, table] of Object.entries(declared)) {
      if ('notExported' in table) {
        expect(table.notExported.length).toBeGreaterThan(10);
        continue;
      }
      const columns = Object.keys(getTableColumns(tables.get(name) as PgTable));
      expect(columns).toEqual(expect.arrayContaining(Object.keys(table.leftOut)));
      for (const reason of Object.values(table.leftOut)) expect(reason.length).toBeGreaterThan(10);
    }
  });
});
