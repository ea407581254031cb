import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { AssembleOptions } from '../../scripts/assemble.ts';
import { createLog } from '../../subgraphs/runtime/log.ts';
import { createMeters } from '../../subgraphs/runtime/meters.ts';
import type { Graph } from './gateway-of.ts';

export interface Witness {
  /** For the start of the graph that it looks at. */
  readonly options: Pick<AssembleOptions, 'log' | 'meters'>;
  /**
   * Where any of these words stand in clear, as `where: word`: in a column of any table, a log line, a metric or a kept file. Throws where one of the
   * tables that are named, `schema.name`, has no row: nothing would have been looked at.
   */
  found(graph: Graph, words: ReadonlyArray<string>, filled: ReadonlyArray<string>): Promise<ReadonlyArray<string>>;
  /** As they stand. */
  metrics(graph: Graph): Promise<string>;
}

/** Hears everything that a graph says to those who run it, and looks through everything that it keeps. */
export function createWitness(): Witness {
  const lines: string[] = [];
  const meters = createMeters();
  const metrics = async (graph: Graph): Promise<string> =>
    `${(await graph.gateway.inner.inject('/metrics')).body}${await meters.text()}`;
  return {
    options: { meters, log: createLog({ to: { write: (line) => lines.push(line) } }) },
    metrics,
    async found(graph, words, filled) {
      const sql = postgres(graph.database.adminUrl, { max: 1 });
      const texts: Array<readonly [string, string]> = [
        ['log', lines.join('')],
        ['metrics', await metrics(graph)],
      ];
      const rows = new Map<string, number>();
      try {
        const tables = await sql<Array<{ schema: string; name: string }>>`
          select table_schema as schema, table_name as name from information_schema.tables
          where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`;
        for (const { schema, name } of tables) {
          const all = await sql<Array<{ row: string }>>`
            select to_jsonb(each)::text as row from ${sql(schema)}.${sql(name)} as each`;
          rows.set(`${schema}.${name}`, all.length);
          texts.push([`${schema}.${name}`, all.map(({ row }) => row).join('\n')]);
        }
      } finally {
        await sql.end();
      }
      const empty = filled.filter((table) => !rows.get(table));
      if (empty.length > 0) throw new Error(`Nothing stands in ${empty.join(', ')}.`);
      for (const file of readdirSync(graph.folder, { recursive: true, withFileTypes: true }))
        if (file.isFile())
          texts.push([file.name, file.name + readFileSync(join(file.parentPath, file.name)).toString('latin1')]);
      return texts.flatMap(([where, text]) =>
        words
          .filter((word) => text.includes(word) || text.includes(Buffer.from(word).toString('latin1')))
          .map((word) => `${where}: ${word}`),
      );
    },
  };
}
