import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { readRegistry, registryPath } from '../schema/registry.ts';
import { newDepartment } from './new/department.ts';
import { newEvent } from './new/event.ts';
import { newIntakePoint } from './new/intake-point.ts';
import { newRule } from './new/rule.ts';
import { type Asked, pascal, type Skeleton } from './new/skeleton.ts';
import { newSubgraph } from './new/subgraph.ts';
import { cannotStart } from './start-error.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const kinds = ['department', 'event', 'subgraph', 'rule', 'intake-point'] as const;

function skeletonOf(kind: (typeof kinds)[number], asked: Asked, options: Options): Skeleton {
  switch (kind) {
    case 'department':
      return newDepartment(asked);
    case 'event':
      return newEvent(asked, options.matter);
    case 'subgraph':
      return newSubgraph(asked);
    case 'rule':
      return newRule(asked, options.group);
    case 'intake-point':
      return newIntakePoint(asked, options.matter);
  }
}

/** One above the highest port of the registry. */
function freeUrl(): string {
  const ports = readRegistry().subgraphs.map(({ url }) => Number(new URL(url).port));
  return `http://127.0.0.1:${Math.max(...ports) + 1}/graphql`;
}

/** Code → file, of every matter that stands in the catalogue. */
function existingMatters(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { code } of readRegistry().departments) {
    const folder = join(root, 'subgraphs/departments', code, 'matters');
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const matter = /^code: "?(\w+)/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
      if (matter !== undefined) found.set(matter, join(folder, file));
    }
  }
  return found;
}

function write({ files, row }: Skeleton): void {
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw cannotStart('ALREADY_THERE', { path: taken });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`  ${path}`);
  }
  if (row === undefined) return;
  writeFileSync(registryPath, `${readFileSync(registryPath, 'utf8').trimEnd()}\n${rowText(row)}\n`);
  // A row that does not hold is told now, not at the next start.
  readRegistry();
  console.log('  schema/subgraphs.yaml');
}

/** As the formatter writes it: on one line where that is not too long. */
function rowText(row: NonNullable<Skeleton['row']>): string {
  const members = Object.entries(row).map(([key, value]) => `${key}: ${value}`);
  const line = `  - { ${members.join(', ')} }`;
  return line.length <= 120 ? line : ['  - {', ...members.map((member) => `      ${member},`), '    }'].join('\n');
}

function kebab(text: string): string {
  if (/^[a-z][a-z0-9-]{1,40}$/.test(text)) return text;
  throw new InvalidArgumentError('A name is of small letters, digits and hyphens, such as fire-rescue.');
}

interface Options {
  readonly zh?: string;
  readonly en?: string;
  readonly matter?: string;
  readonly group: string;
}

const program = new Command('new')
  .description(
    'Makes the skeleton of a department, an event, a subgraph, a rule or an intake point, and says what to do next.',
  )
  .addArgument(new Argument('<kind>', 'what to make').choices(kinds))
  .argument('<name>', 'in small letters with hyphens', kebab)
  .option('--zh <name>', 'what people call it in Chinese')
  .option('--en <name>', 'what people call it in English')
  .option('--matter <code>', 'of an event: its first matter; of an intake point: the one that it is about')
  .option('--group <folder>', 'of a rule: its group', kebab, 'text')
  .allowExcessArguments(false)
  .parse();
const [kind, name] = program.processedArgs as [(typeof kinds)[number], string];
const options = program.opts<Options>();
try {
  const words = pascal(name).replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  const asked = { name, zh: options.zh ?? name, en: options.en ?? words, url: freeUrl(), matters: existingMatters() };
  const skeleton = skeletonOf(kind, asked, options);
  write(skeleton);
  console.log(['', ...skeleton.next.map((step, index) => `${index + 1}. ${step}`)].join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
