import { describe, expect, it } from 'vitest';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { SubmissionEvent } from '../../../subgraphs/journeys/domain/submission.ts';
import { answered, filing, moment, out, rejected, said, submission, worker } from './submission-of.ts';

const events: ReadonlyArray<[string, SubmissionEvent]> = [
  ['a receipt', answered(filing(0), said('APPROVED'))],
  ['an outage', answered(filing(0), out)],
  ['a rejection', answered(filing(0), rejected)],
  ['a withdrawal that a department heard of', answered(filing(0), said('WITHDRAWN'), { kind: 'WITHDRAW' })],
  ['a look', { kind: 'TIME_PASSED', worker }],
];

describe('a worker that lost its hold', () => {
  it.each(events)('writes nothing and does nothing more: %s', (_what, event) => {
    for (const heldBy of ['another worker', null]) {
      const all = submission([filing(0)], { heldBy });
      expect(step(all, event, moment)).toEqual({ submission: all, outcome: 'HOLD_LOST', entries: [], commands: [] });
    }
  });

  it.each(events)('is another than the one that holds: %s', (_what, event) => {
    expect(step(submission([filing(0)]), event, moment).outcome).not.toBe('HOLD_LOST');
  });

  it('is told so in one event too', () => {
    const all = submission([filing(0)]);
    expect(step(all, { kind: 'HOLD_LOST' }, moment)).toEqual({
      submission: all,
      outcome: 'HOLD_LOST',
      entries: [],
      commands: [],
    });
  });

  it('holds up nobody’s own request: the applicant and the staff need no hold', () => {
    const all = submission([filing(0)], { heldBy: 'another worker' });
    expect(step(all, answered(filing(0), said('WITHDRAWN'), { kind: 'WITHDRAW', worker: null }), moment).outcome).toBe(
      'TAKEN',
    );
    expect(step(all, { kind: 'WITHDRAWN' }, moment).outcome).toBe('DONE');
  });
});
