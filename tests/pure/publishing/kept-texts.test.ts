import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createKeptTexts } from '../../../subgraphs/publishing/kept-texts.ts';
import { readText } from '../../../subgraphs/publishing/source-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts of a folder whose clock ticks this often, and how often its one file was read. */
function readingAt(tickMs: number) {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, 'one');
  let reads = 0;
  const texts = createKeptTexts((path) => {
    reads += 1;
    return readText(path);
  }, tickMs);
  return { file, textNow: () => texts(file).text, reads: () => reads };
}
/** The finest that there is. */
const never = -1_000;

it('a text is not read again while its file stays as it is', () => {
  const { textNow, reads } = readingAt(never);
  expect([textNow(), textNow(), reads()]).toEqual(['one', 'one', 1]);
});

it('a text is read again after a change that leaves its size and its time as they were', () => {
  const { file, textNow } = readingAt(never);
  textNow();
  const before = statSync(file, { bigint: true });
  // Until the clock has moved on.
  do {
    writeFileSync(file, 'two');
    utimesSync(file, Number(before.atimeMs) / 1000, Number(before.mtimeMs) / 1000);
  } while (statSync(file, { bigint: true }).ctimeNs === before.ctimeNs);
  expect(textNow()).toBe('two');
});

it('a text that was written just now is read again, for a further change might not show', () => {
  const { textNow, reads } = readingAt(60_000);
  expect([textNow(), textNow(), reads()]).toEqual(['one', 'one', 2]);
});
