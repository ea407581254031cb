import { userInfo } from 'node:os';

/** Who runs a command, as the machine knows them: by a number where a container has no name for its user. */
export function operatorName(read: () => { readonly username: string } = userInfo): string {
  try {
    return read().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
