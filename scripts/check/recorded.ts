import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, parse, Source, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { z } from 'zod';
import { isCivilDate } from '../../subgraphs/language/civil-date.ts';
import { reading } from './layers.ts';

/** An operation that clients send, and what is known of who sends it. */
export interface KnownOperation {
  readonly source: Source;
  readonly client?: string | undefined;
  /** ISO date. */
  readonly lastUsed?: string | undefined;
}

const most = { bytes: 50 * 2 ** 20, operations: 10_000 };
const line = z.strictObject({
  name: z.string().min(1).max(200),
  document: z.string().min(1).max(100_000),
  client: z.string().max(200).optional(),
  lastUsed: z.string().refine(isCivilDate, 'no day that exists').optional(),
});

/** Operations that were recorded: a folder of `.graphql` files, or a file with one JSON object a line. */
export function readRecorded(path: string): ReadonlyArray<KnownOperation> {
  return reading(path, () => {
    const found = statSync(path);
    if (found.isDirectory())
      return readdirSync(path)
        .filter((name) => name.endsWith('.graphql'))
        .sort()
        .slice(0, most.operations)
        .map((name) => ({ source: new Source(readFileSync(join(path, name), 'utf8'), join(path, name)) }));
    if (found.size > most.bytes) throw new Error(`more than ${most.bytes} bytes`);
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((text) => text.trim() !== '');
    if (lines.length > most.operations) throw new Error(`more than ${most.operations} operations`);
    return lines.map((text, index) => {
      const { name, document, client, lastUsed } = line.parse(JSON.parse(text), {
        error: (issue) => `line ${index + 1}: ${issue.path?.join('.')}: ${issue.code}`,
      });
      return { source: new Source(document, `${path}#${name}`), client, lastUsed };
    });
  });
}

/** `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE` of everything the operations use; what does not parse uses nothing. */
export function coordinatesUsed(
  api: string,
  operations: ReadonlyArray<KnownOperation>,
): ReadonlyMap<string, ReadonlyArray<KnownOperation>> {
  const schema = buildSchema(api);
  const used = new Map<string, Set<KnownOperation>>();
  for (const operation of operations) {
    const document = parsed(operation.source);
    if (!document) continue;
    const use = (coordinate: string): void => {
      used.set(coordinate, (used.get(coordinate) ?? new Set()).add(operation));
    };
    const info = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          const parent = info.getParentType()?.name;
          if (parent) use(`${parent}.${name.value}`);
          if (parent) use(parent);
        },
        Argument: ({ name }) => use(`${info.getParentType()?.name}.${info.getFieldDef()?.name}.${name.value}`),
        ObjectField: ({ name }) => use(`${namedOf(info.getParentInputType())}.${name.value}`),
        EnumValue: ({ value }) => use(`${namedOf(info.getInputType())}.${value}`),
        NamedType: ({ name }) => use(name.value),
      }),
    );
  }
  return new Map([...used].map(([coordinate, all]) => [coordinate, [...all]]));
}

const namedOf = (type: unknown): string => String(type ?? '').replaceAll(/[[\]!]/g, '');

function parsed(source: Source): DocumentNode | undefined {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}
