import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, visit } from 'graphql';
import { type DepartmentRow, doorPrefix, type Registry, readRegistry } from './registry.ts';

const file = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

export interface SubgraphSchema {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** The SDL every department serves, with this department's own prefix. Names are swapped in the parsed tree, never in text. */
export function departmentTypeDefs(type: string): DocumentNode {
  const door = doorPrefix(type);
  return visit(parse(file('department.graphql')), {
    Name(node) {
      if (node.value === 'DepartmentMatter') return { ...node, value: `${type}Matter` };
      const rest = /^department([A-Z].*)$/.exec(node.value)?.[1];
      return rest === undefined ? undefined : { ...node, value: `${door}${rest}` };
    },
  });
}

/** The catalogue's SDL with one stub type per registry row: that row is what lets a department's type into the graph. */
export function catalogueTypeDefs(registry: Registry = readRegistry()): DocumentNode {
  const stubs = registry.departments.map(
    ({ type, name }) => `
      "A matter of ${name.en} (${name.zh})."
      type ${type}Matter implements Matter @key(fields: "code") {
        code: ID!
        catalogCode: ID!
        title(language: Language = ZH): String!
        department: Department!
        region: RegionCode!
      }`,
  );
  return parse([file('catalogue.graphql'), ...stubs].join('\n'));
}

export function journeysTypeDefs(): DocumentNode {
  return parse(file('journeys.graphql'));
}

/** SDL of a department with a server of its own, as the compose command stored it. */
export function externalTypeDefs(row: DepartmentRow): DocumentNode {
  try {
    return parse(file(`external/${row.code}.graphql`));
  } catch (cause) {
    throw new Error(
      `${row.code} is external and its SDL is not stored yet: run "npm run compose" while ${row.url} answers.`,
      { cause },
    );
  }
}

/** Every subgraph of the registry, catalogue and journeys first. */
export function subgraphSchemas(registry: Registry = readRegistry()): ReadonlyArray<SubgraphSchema> {
  const core: Record<string, () => DocumentNode> = {
    catalogue: () => catalogueTypeDefs(registry),
    journeys: journeysTypeDefs,
  };
  return [
    ...registry.core.map(({ code, url }) => {
      const typeDefs = core[code];
      if (!typeDefs) throw new Error(`"${code}" is no core subgraph; only ${Object.keys(core).join(' and ')} are.`);
      return { name: code, url, typeDefs: typeDefs() };
    }),
    ...registry.departments.map((row) => ({
      name: row.code,
      url: row.url,
      typeDefs: row.external ? externalTypeDefs(row) : departmentTypeDefs(row.type),
    })),
  ];
}
