import { describe, expect, it } from 'vitest';
import { versionedRecord } from '../../../subgraphs/runtime/records.ts';

const person = versionedRecord<{ readonly given: string; readonly born: string | null }>('person', [
  ({ name, ...rest }) => ({ ...rest, given: name }),
  (older) => ({ ...older, born: null }),
]);

describe('a record', () => {
  it('carries the version it is written in, and reads as it was', () => {
    const written = person.write({ given: 'An', born: '2026-11-01' });
    expect(written).toEqual({ version: 2, given: 'An', born: '2026-11-01' });
    expect(person.read(written)).toEqual({ given: 'An', born: '2026-11-01' });
  });

  it('of an older release is brought up to today’s, step by step', () => {
    expect(person.read({ name: 'An' })).toEqual({ given: 'An', born: null });
    expect(person.read({ version: 1, given: 'An' })).toEqual({ given: 'An', born: null });
  });

  it('of a later release is refused, not guessed at', () => {
    expect(() => person.read({ version: 3, given: 'An' })).toThrow(
      'A person of version 3 was written by a later release',
    );
    expect(() => person.read({ version: '2', given: 'An' })).toThrow(/later release/);
  });
});
