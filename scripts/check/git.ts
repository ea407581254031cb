import { execFileSync } from 'node:child_process';

/** What is asked of git, in the folder of a checkout; where there is neither, nothing is committed. */
export interface Git {
  readonly isCommitted: (revision: string) => boolean;
  /** Nothing in the folders differs from the revision, nor is anything in them that git does not know. */
  readonly isSame: (revision: string, folders: ReadonlyArray<string>) => boolean;
  /** Paths of all files in the folders, from the folder of the checkout. */
  readonly filesIn: (revision: string, folders: ReadonlyArray<string>) => ReadonlyArray<string>;
  /** Texts of objects, all of which are there. */
  readonly contentsOf: (names: ReadonlyArray<string>) => ReadonlyArray<string>;
  /** What it says; undefined where it refuses. */
  readonly try: (args: ReadonlyArray<string>) => string | undefined;
}

/** As much as a catalogue may be. */
const maxBuffer = 1 << 30;

export function createGit(cwd: string): Git {
  const run = (args: ReadonlyArray<string>, input?: string): Buffer =>
    execFileSync('git', args, { cwd, maxBuffer, stdio: ['pipe', 'pipe', 'ignore'], ...(input ? { input } : {}) });
  const attempt = (args: ReadonlyArray<string>): string | undefined => {
    try {
      return run(args).toString('utf8');
    } catch {
      return undefined;
    }
  };
  return {
    try: attempt,
    isCommitted: (revision) =>
      attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]) !== undefined,
    isSame: (revision, folders) =>
      attempt(['diff', '--quiet', revision, '--', ...folders]) !== undefined &&
      attempt(['ls-files', '--others', '--exclude-standard', '--', ...folders]) === '',
    filesIn: (revision, folders) =>
      run(['ls-tree', '-r', '-z', '--name-only', revision, '--', ...folders])
        .toString('utf8')
        .split('\0')
        .filter((path) => path !== ''),
    contentsOf: (names) => (names.length === 0 ? [] : objectsIn(run(['cat-file', '--batch'], `${names.join('\n')}\n`))),
  };
}

/** `<id> blob <bytes>`, the content, a line's end; one process for all of them. */
function objectsIn(out: Buffer): ReadonlyArray<string> {
  const texts: string[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    const size = Number(out.toString('utf8', at, end).split(' ')[2]);
    texts.push(out.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}
