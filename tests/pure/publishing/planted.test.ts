import { describe, expect, it } from 'vitest';
import { figuresOf, precision, recall } from '../../../scripts/bench/check.ts';
import { createNursery, readPlanted } from '../../../scripts/bench/planted.ts';
import { rules } from '../../../subgraphs/publishing/rules.ts';

/** What was reached: it may grow and not fall. */
const reached = { error: { recall: 0.995, precision: 1 }, warning: { recall: 0.98, precision: 0.94 } };

describe('defects planted in the catalogue files', () => {
  const planted = readPlanted();
  const nursery = createNursery();
  const verdicts = planted.map(nursery);

  it('are two hundred at the least, under names of their own', () => {
    expect(planted.filter(({ is }) => is !== 'sound').length).toBeGreaterThanOrEqual(200);
    expect(new Set(planted.map(({ group, name }) => `${group} ${name}`)).size).toBe(planted.length);
  });

  it('excuse only rules that there are', () => {
    const codes = new Set(rules.map(({ rule }) => rule.code));
    for (const { name, also = [] } of planted)
      expect([name, also.filter((code) => !codes.has(code))]).toEqual([name, []]);
  });

  it.each(['error', 'warning'] as const)('are found as often as before, of those that are an %s', (weight) => {
    const figures = figuresOf(verdicts, weight);
    expect(recall(figures)).toBeGreaterThanOrEqual(reached[weight].recall);
    expect(precision(figures)).toBeGreaterThanOrEqual(reached[weight].precision);
  });

  it('are told in both languages with how to mend them', () => {
    for (const { found } of verdicts)
      if (found) for (const text of [found.message, found.mend]) expect(text.zh).toMatch(/\p{Script=Han}/u);
  });

  it('are found by judging again what was changed as by judging all anew', () => {
    // Of some, spread over all: it takes as long as all the others.
    const apart = verdicts.filter(({ isFoundAnew }, index) => index % 6 === 0 && !isFoundAnew());
    expect(apart.map(({ planted: { group, name } }) => `${group}: ${name}`)).toEqual([]);
  });

  it('are not found in sound changes', () => {
    const alarms = verdicts.filter(({ planted: { is }, falseAlarms }) => is === 'sound' && falseAlarms.length > 0);
    expect(alarms.map(({ planted: { name } }) => name)).toEqual([]);
  });
});
