import { describe, expect, it } from 'vitest';
import type { TrustGrade } from '../../../../subgraphs/planning/types.ts';
import { fates, planOf, problems, use } from './catalogue-of.ts';

describe('a held document of a day that does not exist', () => {
  const planWith = (issuedOn: string | null) =>
    planOf({
      matters: { m: { rows: { row: [use('card', 'MOTHER')] } } },
      held: [{ documentType: 'card', trust: 'A' as TrustGrade, issuedOn }],
    });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-1-1', ''])('%j is refused, and not believed', (issuedOn) => {
    const plan = planWith(issuedOn);
    expect(problems(plan)).toEqual(['INVALID_DATE held.0.issuedOn']);
    expect(fates(plan)).toEqual({ row: 'KEPT card:MOTHER' });
  });

  it.each(['2024-02-29', null])('%j is taken', (issuedOn) => {
    const plan = planWith(issuedOn);
    expect(problems(plan)).toEqual([]);
    expect(fates(plan)).toEqual({ row: 'SHARED' });
  });
});
