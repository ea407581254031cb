import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeptFiles, type KeptFiles } from '../../../subgraphs/journeys/kept-files.ts';
import { createFolder } from '../../../subgraphs/runtime/blobs.ts';
import { createSealer } from '../../../subgraphs/runtime/personal-data.ts';
import { suiteNames } from '../../../subgraphs/runtime/suites/index.ts';
import type { SuiteName } from '../../../subgraphs/runtime/suites/suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'yijianshi-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = createSecretKey(randomBytes(32));
const kept: Readonly<Record<SuiteName, KeptFiles>> = {
  INTERNATIONAL: filesOf('INTERNATIONAL'),
  SM: filesOf('SM'),
};
let files = kept.INTERNATIONAL;
function filesOf(suite: SuiteName): KeptFiles {
  const sealing = { id: 3, key, suite };
  const sealer = createSealer({ sealing, find: (id) => (id === 3 ? sealing : undefined) });
  return createKeptFiles(createFolder(folder), sealer);
}
const pathOf = (id: string): string => join(folder, id);
const piecesOf = async (id: string): Promise<ReadonlyArray<Buffer>> => {
  const pieces: Buffer[] = [];
  for await (const piece of files.pieces(id)) pieces.push(piece);
  return pieces;
};
const pieceBytes = 64 * 1024;
function linkOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    // Closed since.
    return '';
  }
}

describe.each(suiteNames)('a kept file, by %s,', (suite) => {
  beforeAll(() => {
    files = kept[suite];
  });

  it.each([0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes])(
    'of %d bytes comes back as it was, in pieces of which none is large',
    async (length) => {
      const content = randomBytes(length);
      await files.write('a', content);
      const pieces = await piecesOf('a');
      expect(Buffer.concat(pieces).equals(content)).toBe(true);
      expect(pieces.every((piece) => piece.length <= pieceBytes)).toBe(true);
      expect((await files.read('a'))?.equals(content)).toBe(true);
    },
  );

  it('lies there sealed, readable by its owner alone, and leaves nothing beside it', async () => {
    await files.write('b', Buffer.from('plain words '.repeat(20_000)));
    expect(readFileSync(pathOf('b')).includes('plain words')).toBe(false);
    expect(readFileSync(pathOf('b')).includes(Buffer.from('plain words').toString('base64').slice(0, 12))).toBe(false);
    expect(statSync(pathOf('b')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('b'))).toEqual(['b']);
  });

  it('is closed when whoever reads it leaves, and read on where it is sealed anew meanwhile', async () => {
    const content = randomBytes(10 * pieceBytes);
    await files.write('left', content);
    const open = () =>
      readdirSync('/proc/self/fd')
        .map((fd) => linkOf(fd))
        .filter((path) => path.startsWith(pathOf('left')));
    for await (const _piece of files.pieces('left')) {
      expect(open()).toHaveLength(1);
      break;
    }
    expect(open()).toEqual([]);
    const pieces: Buffer[] = [];
    for await (const piece of files.pieces('left')) {
      if (pieces.length === 0) await files.write('left', content);
      pieces.push(piece);
    }
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });

  it('that is not there is none', async () => {
    expect([await files.has('none'), await files.read('none')]).toEqual([false, null]);
    await expect(piecesOf('none')).rejects.toThrow();
    await files.write('there', Buffer.from('x'));
    expect(await files.has('there')).toBe(true);
  });

  it.each(['../a', '', 'a/b', '.', 'a\0b', '__proto__'])('has no such id as %j', async (id) => {
    await expect(piecesOf(id)).rejects.toThrow('No file has such an id.');
  });
});

describe.each(suiteNames)('a kept file that was tampered with is not given out, by %s', (suite) => {
  beforeAll(() => {
    files = kept[suite];
  });

  const content = randomBytes(2 * pieceBytes);
  const tampered: ReadonlyArray<[string, (kept: Buffer) => Buffer]> = [
    ['a bit is turned', (kept) => Buffer.from(kept.map((byte, at) => (at === kept.length - 1 ? byte ^ 1 : byte)))],
    ['it ends early', (kept) => kept.subarray(0, kept.length - 1)],
    ['there is more of it', (kept) => Buffer.concat([kept, kept.subarray(-1)])],
    ['its key is none of ours', (kept) => Buffer.concat([kept.subarray(0, 2), Buffer.from([4]), kept.subarray(3)])],
    ['nothing of it is left', () => Buffer.alloc(0)],
    ['little of it is left', (kept) => kept.subarray(0, 20)],
  ];
  it.each(tampered)('%s', async (_what, tamper) => {
    await files.write('c', content);
    writeFileSync(pathOf('c'), tamper(readFileSync(pathOf('c'))));
    const found: Buffer[] = [];
    const all = async (): Promise<void> => {
      for await (const piece of files.pieces('c')) found.push(piece);
    };
    await expect(all()).rejects.toThrow();
    // Not even what is whole of it.
    expect(found).toEqual([]);
  });

  it('it stands under another id', async () => {
    await files.write('d', content);
    writeFileSync(pathOf('e'), readFileSync(pathOf('d')));
    await expect(piecesOf('e')).rejects.toThrow();
  });
});
