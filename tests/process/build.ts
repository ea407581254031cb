import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../scripts/free-port.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A folder as a machine has it that runs the product: what `npm run build` makes, and of packages those that `npm ci --omit=dev` installs.
 * Its subgraphs listen where nobody else does.
 */
export async function buildProduct(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'yijianshi-built-'));
  chmodSync(root, 0o755);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--out', join(root, 'dist')], {
    cwd: repository,
  });
  for (const file of ['package.json']) {
    cpSync(join(repository, file), join(root, file), { recursive: true, force: true });
  }
  for (const name of installed()) {
    const place = join(root, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), place);
  }
  const file = join(root, 'dist/schema/subgraphs.yaml');
  const parts = readFileSync(file, 'utf8').split(/(?<=127\.0\.0\.1:)\d+/);
  const ports = await Promise.all(parts.slice(1).map(() => freePort()));
  writeFileSync(file, parts.map((part, index) => part + (ports[index] ?? '')).join(''));
  return root;
}

/** Names of the packages that are no one's for development alone; optional ones where this machine has them. */
function installed(): ReadonlyArray<string> {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(packages).flatMap(([path, { dev = false }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    return name === undefined || dev ? [] : [name];
  });
}
