import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What every room of the gateway speaks: its types and its refusals. */
const ofGateway = ['gateway/types.ts', 'gateway/errors.ts', 'gateway/problems.ts', 'gateway/maxima.ts'];

/**
 * Who may import whom. An arrow that is missing here is a decision: add it together with its reason, or do without it.
 * `*` stands for one name. A room may always import itself; the longest name that fits a file is its room.
 */
const rooms: Readonly<Record<string, ReadonlyArray<string>>> = {
  'subgraphs/language': [],
  'subgraphs/planning': ['subgraphs/language'],
  // Rules plan what they doubt by the core that plans for citizens.
  'subgraphs/publishing': ['subgraphs/language', 'subgraphs/planning'],
  // What a part of a publication looks like, in the one definition that every subgraph gives of itself.
  'subgraphs/runtime': ['subgraphs/language', 'subgraphs/publishing/published.ts', 'schema'],
  'subgraphs/journeys': [
    'subgraphs/language',
    'subgraphs/planning',
    'subgraphs/publishing/published.ts',
    'subgraphs/runtime',
    'schema',
  ],
  'subgraphs/*': [
    'subgraphs/language',
    'subgraphs/publishing/published.ts',
    'subgraphs/publishing/published-desk.ts',
    'subgraphs/runtime',
    'schema',
  ],
  'subgraphs/*/domain': ['subgraphs/language'],
  'gateway/door': ['gateway/answers', 'gateway/telemetry', ...ofGateway],
  'gateway/answers': ['gateway/planning', 'gateway/execution', 'gateway/sources', 'gateway/telemetry', ...ofGateway],
  'gateway/planning': [...ofGateway],
  'gateway/execution': ['gateway/sources', ...ofGateway],
  'gateway/sources': [...ofGateway],
  'gateway/telemetry': [...ofGateway],
  'gateway/types.ts': [],
  'gateway/problems.ts': [],
  'gateway/maxima.ts': [],
  'gateway/errors.ts': ['gateway/problems.ts'],
  gateway: [],
  schema: [],
  // Types of resolvers stand on what their parents are.
  'schema/generated': ['subgraphs/*/parents.ts'],
  scripts: ['gateway', 'schema', 'subgraphs'],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): ReadonlyArray<string> {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** All but skeletons, which hold the text of files that lie elsewhere. */
const files = ['gateway', 'schema', 'scripts', 'subgraphs']
  .flatMap(sources)
  .filter((file) => !file.startsWith('scripts/new/'));
const imports = /(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g;
const arrows: ReadonlyArray<Arrow> = files.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(imports)].map(([, path]) => ({
    from,
    to: relative(root, resolve(root, dirname(from), path as string))
      .split(sep)
      .join('/'),
  })),
);

const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(/|$)`).test(path);
/** The folder that the room of a file is: of `subgraphs/*` the subgraph's own. */
function roomOf(file: string): { readonly name: string; readonly folder: string } {
  const [name] = Object.keys(rooms)
    .filter((pattern) => fits(pattern, file))
    .sort((a, b) => b.split('/').length - a.split('/').length || a.split('*').length - b.split('*').length);
  if (name === undefined) throw new Error(`${file} lies in no room.`);
  return { name, folder: file.split('/').slice(0, name.split('/').length).join('/') };
}
function allowed({ from, to }: Arrow): boolean {
  const { name, folder } = roomOf(from);
  return to.startsWith(`${folder}/`) || (rooms[name] ?? []).some((pattern) => fits(pattern, to));
}

describe('rooms', () => {
  it('are entered from where the list allows', () => {
    const forbidden = arrows.filter((arrow) => !allowed(arrow)).map(({ from, to }) => `${from} → ${to}`);
    expect(forbidden).toEqual([]);
  });

  it('are found: the arrows are read from the real files', () => {
    expect(arrows.length).toBeGreaterThan(300);
  });

  it('hold SQL in stores, tables and the runtime alone', () => {
    const users = files.filter((file) => /from 'drizzle-orm/.test(readFileSync(join(root, file), 'utf8')));
    const outside = users.filter((file) => !/(\/store(\.ts|\/)|\/tables\.ts|^subgraphs\/runtime\/)/.test(file));
    expect(outside).toEqual([]);
  });

  it('of pure values reach for nothing of the machine', () => {
    const pure = files.filter((file) => /^subgraphs\/(language|planning|[^/]+\/domain)\//.test(file));
    const taken = pure.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^'.][^']*)'/g)].map(([, name]) => name as string),
    );
    // Hashing that runs in a browser as it does here.
    expect(taken.filter((name) => !name.startsWith('@noble/hashes/'))).toEqual([]);
  });
});
