import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createClamd } from '../../subgraphs/journeys/clamd.ts';
import { builtInScanner } from '../../subgraphs/journeys/scanner.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { honest, type Say, startClamd } from '../clamd.ts';
import { eicar, page, pdf } from '../files.ts';

async function scannerAt(say: Say, path?: string, deadlineMs = 300_000) {
  const clamd = await startClamd(say, path);
  onTestFinished(clamd.close);
  return { clamd, scanner: createClamd(clamd.address, silentLog, deadlineMs) };
}
const infected = pdf([page, `(${eicar})`]);

it('a scanner is sent the whole file, piece by piece', async () => {
  const { clamd, scanner } = await scannerAt(honest);
  const content = Buffer.from(Array.from({ length: 200_000 }, (_each, index) => index % 251));
  expect(await scanner.scan(content)).toEqual({ verdict: 'CLEAN' });
  expect(clamd.seen[0]?.equals(content)).toBe(true);
});

it('a scanner says what it found', async () => {
  const { scanner } = await scannerAt(honest);
  expect(await scanner.scan(infected)).toEqual({ verdict: 'INFECTED', name: 'Win.Test.EICAR_HDB-1' });
});

it('a scanner may listen at a socket of this machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { scanner } = await scannerAt(honest, join(folder, 'socket'));
  expect((await scanner.scan(infected)).verdict).toBe('INFECTED');
});

it.each<[string, Say]>([
  ['does not take so much', () => 'INSTREAM size limit exceeded. ERROR'],
  ['ends without a word', () => 'END'],
  ['says something that is nearly clean', () => 'stream: OK, I think'],
  ['says it of something else', () => 'other: OK'],
  ['talks without an end', () => 'x'.repeat(10_000)],
])('of a scanner that %s nothing is believed', async (_what, say) => {
  const { scanner } = await scannerAt(say);
  expect(await scanner.scan(pdf())).toEqual({ verdict: 'NOT_SCANNED' });
});

it('a scanner that says nothing is not waited for for ever', async () => {
  const { scanner } = await scannerAt(() => null, undefined, 50);
  expect(await scanner.scan(pdf())).toEqual({ verdict: 'NOT_SCANNED' });
});

it('without a scanner the pattern that shows that files are scanned is found wherever it stands', async () => {
  expect(await builtInScanner.scan(infected)).toEqual({ verdict: 'INFECTED', name: 'EICAR' });
  expect(await builtInScanner.scan(pdf())).toEqual({ verdict: 'CLEAN' });
});
