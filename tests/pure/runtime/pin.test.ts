import { expect, it } from 'vitest';
import { readPin } from '../../../subgraphs/runtime/pin.ts';

it.each(['2026-02-30', '2026-06-31', '2026-1-1', '20260101', 'today'])('Catalogue-Date: %s is refused', (date) => {
  expect(() => readPin({ 'catalogue-date': date })).toThrow(
    expect.objectContaining({ extensions: { code: 'INVALID_CATALOGUE_DATE' } }),
  );
});

it('Catalogue-Date: 2028-02-29 is a day', () => {
  expect(readPin({ 'catalogue-date': '2028-02-29' })).toEqual({ revision: null, date: '2028-02-29' });
});
