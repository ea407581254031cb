import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';
import { folderOf, type Registry, readRegistry, type SubgraphRow } from './registry.ts';
import { spliced } from './splice.ts';

const root = new URL('../', import.meta.url);
/** Under its path, which is what an error about it then names. */
const read = (path: string): DocumentNode => parse(new Source(readFileSync(new URL(path, root), 'utf8'), path));

export interface SubgraphSchema {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** The SDL of one subgraph: its folder's `schema.graphql`, with the shared types that it speaks; or what its own server said. */
export function typeDefsOf(row: SubgraphRow, registry: Registry = readRegistry()): DocumentNode {
  if (row.external) return externalTypeDefs(row);
  return spliced(read(`${folderOf(row)}/schema.graphql`), {
    shared: read('schema/shared.graphql'),
    departments: registry.departments,
    ...(row.kind === 'DEPARTMENT' ? { as: row.type } : {}),
  });
}

/** The SDL that every department serves, with one department's own prefix: what a server of somebody else's has to serve. */
export function departmentTypeDefs(type: string): DocumentNode {
  return spliced(read('subgraphs/departments/schema.graphql'), {
    shared: read('schema/shared.graphql'),
    departments: [],
    as: type,
  });
}

/** What the SDL of a folder looks like to its code, which is the same for every department: `DepartmentMatter` and `departmentAccept`. */
export function templateTypeDefs(folder: string): DocumentNode {
  return spliced(read(`${folder}/schema.graphql`), {
    shared: read('schema/shared.graphql'),
    departments: [{ type: 'Department', name: { zh: '部门', en: 'a department' } }],
  });
}

function externalTypeDefs({ code, url }: SubgraphRow): DocumentNode {
  try {
    return read(`schema/external/${code}.graphql`);
  } catch (cause) {
    throw new Error(`${code} is external and its SDL is not stored yet: run "npm run compose" while ${url} answers.`, {
      cause,
    });
  }
}

/** Every subgraph of the registry, in its order. */
export function subgraphSchemas(registry: Registry = readRegistry()): ReadonlyArray<SubgraphSchema> {
  return registry.subgraphs.map((row) => ({ name: row.code, url: row.url, typeDefs: typeDefsOf(row, registry) }));
}
