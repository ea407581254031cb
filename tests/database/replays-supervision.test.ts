import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readRegistry } from '../../schema/registry.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { checkCatalogue, type PlacedText, readTexts } from '../../subgraphs/publishing/read.ts';
import { rowsOf } from '../replay-rows.ts';
import { type Graph, startGraph } from './gateway-of.ts';

let now = Date.parse('2026-08-25T09:00:00+08:00');
let graph: Graph;
const { departments } = readRegistry();
const authority = 'human-resources';

/** The rows as a file of the catalogue: what is written of each, and no more. */
function availabilityFile(
  change: (row: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): PlacedText {
  const rows = rowsOf<'item' | 'name' | 'exemptFor' | 'legalBasis' | 'onlineSince' | 'offlineFor' | 'offlineSince'>(
    'online-availability.csv',
  );
  const named = { secrecy: '涉密', 'old-technology': '技术落后', 'not-done-in-time': '未按期完成' };
  const reason = (code: keyof typeof named) => ({ code: `replay-${code}`, name: { zh: named[code], en: code } });
  const items = rows.map(change).map((row) => ({
    ...{ code: row.item, name: { zh: row.name, en: `Business item ${row.item}` } },
    ...(row.onlineSince ? { onlineSince: row.onlineSince } : {}),
    ...(row.exemptFor
      ? {
          exempt: {
            reason: `replay-${row.exemptFor}`,
            ...(row.legalBasis ? { legalBasis: { title: row.legalBasis } } : {}),
          },
        }
      : {}),
    ...(row.offlineFor ? { offline: { reason: `replay-${row.offlineFor}`, since: row.offlineSince } } : {}),
  }));
  const reasons = (['secrecy', 'old-technology', 'not-done-in-time'] as const).map(reason);
  const text = stringify({ authority, reasons, items }, { lineWidth: 0 });
  return { path: 'subgraphs/catalogue/data/availability/replay.yaml', text, kind: 'availability' };
}
async function publish(...files: ReadonlyArray<PlacedText>): Promise<ReadonlyArray<string>> {
  const read = checkCatalogue(departments, [...readTexts(departments), ...files]);
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 5)));
  await importCatalogue(graph.database.adminUrl, read.catalogue);
  return read.findings.filter(({ file }) => files.some(({ path }) => path === file)).map(({ rule }) => rule);
}
const audit = async (asOf: string | null) =>
  (
    await graph.ask<{ availability: Record<string, unknown> | null }>({
      query: `query ($authority: ID!, $asOf: Date) { availability(authority: $authority, asOf: $asOf) {
        total exempt { reason legalBasis { title } } countable online rate
        offline { name since state } offlineByReason { reason count } } }`,
      variables: { authority, asOf },
    })
  ).availability as {
    readonly total: number;
    readonly exempt: ReadonlyArray<{ readonly reason: string; readonly legalBasis: object | null }>;
    readonly countable: number;
    readonly online: number;
    readonly offline: ReadonlyArray<{ readonly name: string; readonly since: string | null; readonly state: string }>;
    readonly offlineByReason: ReadonlyArray<{ readonly reason: string; readonly count: number }>;
    readonly rate: number;
  };

beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());

describe('systems 12, Test and Replay: what is really online', () => {
  it('of 83 business items 8 are exempt by law, 75 count and 21 are offline: 72.0 %, split 11 and 10', async () => {
    expect(await publish(availabilityFile((row) => row))).toEqual([]);
    const { total, exempt, countable, online, offline, offlineByReason, rate } = await audit(null);
    expect([total, exempt.length, countable, online, offline.length, rate]).toEqual([83, 8, 75, 54, 21, 72]);
    expect(exempt.every(({ legalBasis }) => legalBasis !== null)).toBe(true);
    expect(offlineByReason).toEqual([
      { reason: '未按期完成', count: 11 },
      { reason: '技术落后', count: 10 },
    ]);
    expect(offline.map(({ name }) => name)).toEqual(expect.arrayContaining(['异地欠费核销', '退费', '支取']));
  });

  it('as of 2 September 10 are offline, all of them blocked by old technology', async () => {
    const { offline, offlineByReason, online, rate } = await audit('2026-09-02');
    expect([offline.length, online, rate]).toEqual([10, 65, 86.7]);
    expect(offlineByReason).toEqual([{ reason: '技术落后', count: 10 }]);
    now = Date.parse('2026-09-02T09:00:00+08:00');
    expect((await audit(null)).offline).toHaveLength(10);
    expect((await audit('2026-09-01')).offline.length).toBeGreaterThan(10);
  });

  it('Test: an exemption without legal basis counts as offline, and is a finding of the check', async () => {
    const findings = await publish(availabilityFile((row) => (row.item === '3' ? { ...row, legalBasis: '' } : row)));
    expect(findings).toEqual(['EXEMPT_WITHOUT_LEGAL_BASIS']);
    const { exempt, countable, online, offline, rate } = await audit('2026-08-25');
    expect([exempt.length, countable, online, offline.length, rate]).toEqual([7, 76, 54, 22, 71.1]);
  });

  it('is nothing of an authority of which nothing is published, and is shown of a matter', async () => {
    const { matter, availability } = await graph.ask<Record<string, unknown>>({
      query: `{ matter(code: "330381YB000736021000") { availability { state reason promised overdue } }
        availability(authority: "tax") { total } }`,
    });
    expect(availability).toBeNull();
    expect(matter).toEqual({
      availability: {
        state: 'OFFLINE',
        reason: '原业务系统技术落后，无法对接',
        promised: '2027-03-31',
        overdue: false,
      },
    });
  });
});
