import { describe, expect, it } from 'vitest';
import { photoRefusal } from '../../../subgraphs/appeals/domain/photos.ts';
import type { CaseEvent } from '../../../subgraphs/language/case-clock.ts';

const on = '2026-11-25';
const show = (stage: 'BEFORE' | 'AFTER', ...digests: ReadonlyArray<string>): CaseEvent => ({
  ...{ kind: 'PHOTOGRAPHED', on, stage, photos: digests.map((digest) => ({ upload: `u-${digest}`, digest })) },
});
const answer = (outcome: 'SOLVED' | 'ADVISED' | 'REFUSED'): CaseEvent => ({
  ...{ kind: 'ANSWERED', on, outcome, text: '好', legalBasis: null, alternatives: [] },
});
const disputed: CaseEvent = { kind: 'WORD', on, accepted: false, grade: null, text: null };
const content: CaseEvent = { kind: 'WORD', on, accepted: true, grade: 5, text: null };
const failed: CaseEvent = { kind: 'CHECKED', on, holds: false, text: '没修' };
const held: CaseEvent = { kind: 'CHECKED', on, holds: true, text: '已修' };

describe('随手拍: an answer', () => {
  it.each<[string, ReadonlyArray<CaseEvent>, ReturnType<typeof photoRefusal>]>([
    ['that shows nothing', [show('BEFORE', 'a')], 'CASE_AFTER_PHOTO_MISSING'],
    ['with nothing shown before either', [], 'CASE_AFTER_PHOTO_MISSING'],
    ['with the file that was shown before', [show('BEFORE', 'a'), show('AFTER', 'a')], 'CASE_AFTER_PHOTO_SAME'],
    ['with one of several shown before', [show('BEFORE', 'a', 'b'), show('AFTER', 'b')], 'CASE_AFTER_PHOTO_SAME'],
    ['with another file', [show('BEFORE', 'a'), show('AFTER', 'b')], null],
    ['with another file beside the same', [show('BEFORE', 'a'), show('AFTER', 'a', 'b')], null],
    ['after a dispute, with nothing new', [show('AFTER', 'b'), disputed], 'CASE_AFTER_PHOTO_MISSING'],
    ['after a failed check, with nothing new', [show('AFTER', 'b'), failed], 'CASE_AFTER_PHOTO_MISSING'],
    [
      'after a dispute, with what was disputed',
      [show('AFTER', 'b'), disputed, show('AFTER', 'b')],
      'CASE_AFTER_PHOTO_SAME',
    ],
    ['after a dispute, with something new', [show('AFTER', 'b'), disputed, show('AFTER', 'c')], null],
    ['after a word that is no dispute', [show('AFTER', 'b'), content], null],
    ['after a check that held', [show('AFTER', 'b'), held], null],
  ])('%s', (_what, events, refusal) => {
    for (const outcome of ['SOLVED', 'ADVISED'] as const)
      expect(photoRefusal(true, events, answer(outcome))).toBe(refusal);
    // Nobody shows what they refuse; and of other kinds nothing is asked for.
    expect(photoRefusal(true, events, answer('REFUSED'))).toBeNull();
    expect(photoRefusal(false, events, answer('SOLVED'))).toBeNull();
    expect(photoRefusal(true, events, disputed)).toBeNull();
  });
});
