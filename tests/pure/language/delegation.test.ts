import { describe, expect, it } from 'vitest';
import { beginsOn, ownerOn } from '../../../subgraphs/language/delegation.ts';

const delegated = (activatedOn: string | null, effectiveOn = '2026-06-22') => ({
  ...{ to: 'district', effectiveOn, activatedOn },
});

describe('whose a matter is (systems 13)', () => {
  it.each([
    ['the day before it is the city’s', delegated('2026-06-10'), '2026-06-21', 'city'],
    ['on the day it is the district’s', delegated('2026-06-10'), '2026-06-22', 'district'],
    ['the day after it is the district’s', delegated('2026-06-10'), '2026-06-23', 'district'],
    ['nobody has activated it: it stays the city’s', delegated(null), '2026-06-23', 'city'],
    ['activated late, it is the city’s until then', delegated('2026-07-01'), '2026-06-30', 'city'],
    ['activated late, it is the district’s from then on', delegated('2026-07-01'), '2026-07-01', 'district'],
    ['nothing is handed down', null, '2026-06-23', 'city'],
  ])('%s', (_name, each, day, owner) => {
    expect(ownerOn('city', each, day)).toBe(owner);
  });

  it('begins on the later of both days', () => {
    expect(beginsOn(delegated('2026-06-10'))).toBe('2026-06-22');
    expect(beginsOn(delegated('2026-07-01'))).toBe('2026-07-01');
    expect(beginsOn(delegated(null))).toBeNull();
  });
});
