import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRetentionLaw } from '../../../schema/retention.ts';
import { monthsBefore } from '../../../subgraphs/journeys/domain/retention.ts';

it.each([
  ['2026-11-26T08:00:00.000Z', 12, '2025-11-26T08:00:00.000Z'],
  ['2026-11-26T08:00:00.000Z', 11, '2025-12-26T08:00:00.000Z'],
  ['2026-03-31T08:00:00.000Z', 1, '2026-02-28T08:00:00.000Z'],
  ['2028-02-29T08:00:00.000Z', 12, '2027-02-28T08:00:00.000Z'],
  ['2026-01-31T23:59:59.999Z', 2, '2025-11-30T23:59:59.999Z'],
])('%s less %i months is %s', (now, months, before) => {
  expect(monthsBefore(Date.parse(now), months)).toBe(before);
});

it('the database keeps looks of staff for as long as the law wants, whatever is set', () => {
  const migration = new URL('../../../subgraphs/journeys/migrations/0006_retention.sql', import.meta.url);
  expect(readFileSync(migration, 'utf8')).toContain(
    `interval '${readRetentionLaw().kinds.accesses.minimum.months} months'`,
  );
});
