import { readFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../schema/compose.ts';
import { type DepartmentRow, type Registry, readRegistry, registryOf } from '../../../schema/registry.ts';
import { departmentTypeDefs, subgraphSchemas, typeDefsOf } from '../../../schema/subgraphs.ts';
import { generatedFiles, staleFiles } from '../../../scripts/generated.ts';

const committed = (name: string): string =>
  readFileSync(new URL(`../../../schema/generated/${name}`, import.meta.url), 'utf8');
const codesOf = (composition: ReturnType<typeof compose>): unknown[] =>
  composition.ok ? [] : composition.errors.map((error) => error.extensions.code);

const archives: DepartmentRow = {
  code: 'archives',
  kind: 'DEPARTMENT',
  answers: 'PUBLIC',
  type: 'Archives',
  name: { zh: '档案局', en: 'Archives' },
  url: 'http://127.0.0.1:4199/graphql',
  external: false,
};
const withArchives = ({ subgraphs }: Registry): Registry => registryOf([...subgraphs, archives]);

describe('composition', () => {
  it('the committed supergraph, public schema and types are what the subgraphs compose to', async () => {
    const composed = compose(subgraphSchemas());
    if (!composed.ok) throw composed.errors[0];
    const files = await generatedFiles(readRegistry(), composed);
    expect([...files.keys()]).toContain('schema/generated/departments.ts');
    expect(staleFiles(files)).toEqual([]);
  });

  it('composes without a hint', () => {
    const composed = compose(subgraphSchemas());
    expect(composed.ok && composed.hints).toEqual([]);
  });

  it('no type with a key has a shareable field besides it: it would be answered by an arbitrary department', () => {
    for (const { name, typeDefs } of subgraphSchemas()) {
      for (const definition of typeDefs.definitions) {
        if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
          continue;
        if (!definition.directives?.some((directive) => directive.name.value === 'key')) continue;
        const shareable = [definition, ...(definition.fields ?? [])].filter((node) =>
          node.directives?.some((directive) => directive.name.value === 'shareable'),
        );
        expect(shareable.map((node) => `${name}: ${print(node)}`)).toEqual([]);
      }
    }
  });

  it('a registry row without a department is refused', () => {
    const registry = readRegistry();
    const subgraphs = registry.subgraphs.map((row) => ({
      name: row.code,
      url: row.url,
      typeDefs: typeDefsOf(row, row.kind === 'CORE' ? withArchives(registry) : registry),
    }));
    expect(codesOf(compose(subgraphs))).toContain('INTERFACE_FIELD_NO_IMPLEM');
  });

  it('a department without a registry row is refused', () => {
    const subgraphs = [
      ...subgraphSchemas(),
      { name: 'archives', url: archives.url, typeDefs: departmentTypeDefs('Archives') },
    ];
    expect(codesOf(compose(subgraphs))).toContain('INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE');
  });

  it('a department that joins adds one type and nothing else to the public schema', () => {
    const composed = compose(subgraphSchemas(withArchives(readRegistry())));
    if (!composed.ok) throw composed.errors[0];
    const names = (sdl: string): string[] =>
      parse(sdl).definitions.flatMap((definition) =>
        'name' in definition && definition.name ? [definition.name.value] : [],
      );
    const before = new Set(names(committed('api.graphql')));
    expect(names(composed.api).filter((name) => !before.has(name))).toEqual(['ArchivesMatter']);
  });
});
