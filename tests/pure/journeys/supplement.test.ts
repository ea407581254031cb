import { describe, expect, it } from 'vitest';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import { fingerprint } from '../../../subgraphs/language/canonical.ts';
import { answered, filing, moment, noon, submission, worker } from './submission-of.ts';

const supplemented = { kind: 'SUPPLEMENTED', subject: 'lin', key: 'k', materials: [] } as const;
const correction = { field: null, material: null, message: { zh: '', en: '' } };

describe('a supplement', () => {
  it('goes to every department that asked, under an id of its own, and to no other', () => {
    const filings = [
      filing(0, 'NEEDS_CORRECTION', { attempts: 3, retryAt: noon, corrections: [correction] }),
      filing(1, 'NEEDS_CORRECTION'),
      filing(2, 'SUBMITTED'),
      filing(3, 'APPROVED'),
      filing(4),
    ];
    const before = submission(filings, { correctionDueOn: '2026-12-16', remindOn: '2026-12-17' });
    const sent = step(before, supplemented, moment);
    expect(sent.outcome).toBe('DONE');
    const fresh = { state: 'SUBMITTED', retryAt: null, attempts: 0, correctionDueOn: null } as const;
    expect(sent.submission.filings).toEqual([
      { ...filings[0], ...fresh, supplement: fingerprint(['lin', 'k', 'f0']) },
      { ...filings[1], ...fresh, supplement: fingerprint(['lin', 'k', 'f1']) },
      ...filings.slice(2),
    ]);
    expect(sent.submission).toMatchObject({ state: 'IN_PROGRESS', correctionDueOn: null });
    expect(sent.entries).toEqual([
      {
        event: 'SUPPLEMENTED',
        matter: null,
        party: null,
        message: { zh: '已提交补正内容。', en: 'The corrections were sent.' },
      },
    ]);
  });

  it('is sent again once staff ask for it, where what its department said of it could not be read', () => {
    const before = filing(0, 'SUBMITTED', { supplement: 's' });
    const unread = answered(before, { kind: 'REJECTED', code: 'RECEIPT_INVALID' }, { kind: 'SUPPLEMENT' });
    const at = step(submission([before]), unread, moment).submission;
    expect(at.filings[0]).toMatchObject({ atDesk: true, supplement: 's', retryAt: null });
    const again = step(at, { kind: 'RETRIED', filing: 'f0' }, moment).submission;
    const { commands } = step(again, { kind: 'TIME_PASSED', worker }, moment);
    expect(commands).toEqual([{ kind: 'SUPPLEMENT', filing: 'f0', state: 'SUBMITTED', supplement: 's' }]);
  });

  it('of nothing that is asked for is refused', () => {
    const before = submission([filing(0, 'SUBMITTED')]);
    expect(step(before, supplemented, moment)).toEqual({
      submission: before,
      outcome: 'NOTHING_TO_CORRECT',
      entries: [],
      commands: [],
    });
  });
});
