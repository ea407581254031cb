import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { settingsFile } from './catalogue/four-eyes.ts';

const rooms = ['gateway', 'schema', 'scripts', 'subgraphs'];
/** Rules are tried by their cases; nothing that runs reads them. */
const leftOut = /\.cases\.yaml$|^scripts\/|\.md$/;

/** Paths below `root`, with `/`, of everything but TypeScript that the built product reads: what it publishes, and whether that wants four eyes. */
export function filesReadWhileRunning(root: string): ReadonlyArray<string> {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) =>
      `${room}/${path}`.replaceAll('\\', '/'),
    ),
  );
  return [
    ...files.filter((file) => extname(file) !== '' && extname(file) !== '.ts' && !leftOut.test(file)),
    ...(existsSync(join(root, settingsFile)) ? [settingsFile] : []),
  ];
}
