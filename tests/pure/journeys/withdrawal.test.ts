import { describe, expect, it } from 'vitest';
import type { FilingState } from '../../../subgraphs/journeys/domain/states.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Filing } from '../../../subgraphs/journeys/domain/submission.ts';
import { answered, command, filing, moment, noon, out, rejected, said, submission } from './submission-of.ts';

const withdrawn = { kind: 'WITHDRAWN' } as const;
const own = { kind: 'WITHDRAW', worker: null } as const;
const told = { kind: 'WITHDRAW' } as const;

describe('a withdrawal', () => {
  it('takes back at once what no department has, and tells those that have something', () => {
    const filings = [
      filing(0),
      filing(1, 'WAITING', { attempts: 1 }),
      filing(2, 'SUBMITTED'),
      filing(3, 'ACCEPTED'),
      filing(4, 'NEEDS_CORRECTION', { supplement: null }),
      filing(5, 'APPROVED'),
      filing(6, 'REFUSED'),
    ];
    const begun = step(submission(filings, { heldBy: null, correctionDueOn: '2026-12-16' }), withdrawn, moment);
    expect(begun.outcome).toBe('DONE');
    expect(begun.submission.filings).toEqual([{ ...filings[0], state: 'WITHDRAWN' }, ...filings.slice(1)]);
    expect(begun.commands).toEqual([
      { kind: 'NOTIFY' },
      ...filings.slice(1, 5).map((each) => command(each, 'WITHDRAW')),
    ]);
    expect(begun.entries).toEqual([]);
  });

  it('of what nobody has is whole', () => {
    const begun = step(submission([filing(0), filing(1)], { heldBy: null }), withdrawn, moment);
    expect(begun.submission.state).toBe('WITHDRAWN');
    expect(begun.entries.map(({ event }) => event)).toEqual(['WITHDRAWN']);
  });

  it.each([
    ['COMPLETED', 'APPROVED'],
    ['REFUSED', 'REFUSED'],
    ['WITHDRAWN', 'WITHDRAWN'],
  ] as ReadonlyArray<[string, FilingState]>)('of a submission that is %s is refused', (state, each) => {
    const ended = submission([filing(0, each)]);
    expect(ended.state).toBe(state);
    expect(step(ended, withdrawn, moment)).toEqual({
      submission: ended,
      outcome: 'ALREADY_ENDED',
      entries: [],
      commands: [],
    });
  });

  it('while a worker carries the submission leaves the department to be told: it may just be handed the filing', () => {
    const held = step(submission([filing(0), filing(1, 'SUBMITTED')]), withdrawn, moment);
    expect(held.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: noon });
    const free = step(submission([filing(0), filing(1, 'SUBMITTED')], { heldBy: null }), withdrawn, moment);
    expect(free.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: null });
  });
});

describe('a department that is asked to take back', () => {
  const asked = (state: FilingState, answer: Parameters<typeof answered>[1], more: Partial<Filing> = {}) => {
    const before = filing(0, state, more);
    return step(submission([before, filing(1, 'SUBMITTED')], { heldBy: null }), answered(before, answer, own), moment);
  };

  it('takes it back', () => {
    const done = asked('SUBMITTED', said('WITHDRAWN'));
    expect(done.outcome).toBe('TAKEN');
    expect(done.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: null });
    expect(done.entries[0]).toMatchObject({ event: 'WITHDRAWN', matter: 'm0' });
  });

  it('has decided already: that stands', () => {
    expect(asked('ACCEPTED', said('APPROVED')).submission.filings[0]?.state).toBe('APPROVED');
    expect(asked('ACCEPTED', said('REFUSED')).submission.filings[0]?.state).toBe('REFUSED');
  });

  it('never had it: it is withdrawn', () => {
    const done = asked('WAITING', rejected, { attempts: 2 });
    expect([done.outcome, done.entries]).toEqual(['DONE', []]);
    expect(done.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: null });
    const before = filing(0, 'WAITING', { attempts: 2 });
    const held = step(submission([before]), answered(before, rejected, own), moment);
    expect(held.submission.filings[0]?.retryAt).toBe(noon);
  });

  it.each<[string, FilingState, Parameters<typeof answered>[1]]>([
    ['is out', 'SUBMITTED', out],
    ['is out while it may have it', 'WAITING', out],
    ['will not', 'ACCEPTED', rejected],
    ['goes on with it', 'SUBMITTED', said('ACCEPTED')],
    ['wants corrections first', 'NEEDS_CORRECTION', said('NEEDS_CORRECTION')],
  ])('%s: it is not told, and nothing changes', (_what, state, answer) => {
    const before = submission([filing(0, state)], { heldBy: null, correctionDueOn: '2026-12-16' });
    const done = step(before, answered(before.filings[0] as Filing, answer, own), moment);
    expect(done).toEqual({ submission: before, outcome: 'NOT_TOLD', entries: [], commands: [] });
  });

  it('is out, of a filing that was decided meanwhile: nothing is left to tell', () => {
    for (const state of ['APPROVED', 'REFUSED'] as const) {
      const all = submission([filing(0, state)]);
      for (const answer of [out, rejected]) {
        const done = step(all, answered(filing(0, 'SUBMITTED'), answer, own), moment);
        expect([done.outcome, done.submission]).toEqual(['AFTER_DECISION', all]);
      }
    }
  });
});

describe('a late answer of a department, after the withdrawal', () => {
  const gone = (more: Partial<Filing> = {}) => filing(0, 'WITHDRAWN', { retryAt: noon, attempts: 1, ...more });
  const answer = (said_: Parameters<typeof answered>[1], before = gone(), more = {}) =>
    step(submission([before, filing(1, 'SUBMITTED')]), answered(filing(0), said_, more), moment);

  it.each(['SUBMITTED', 'ACCEPTED', 'NEEDS_CORRECTION'] as const)(
    'says %s: it stays withdrawn, and the department is told',
    (state) => {
      const late = answer(said(state), gone({ retryAt: null }));
      expect(late.outcome).toBe('AFTER_WITHDRAWAL');
      expect(late.submission.filings[0]).toEqual(gone({ retryAt: noon }));
      expect(late.entries).toEqual([]);
    },
  );

  it.each(['APPROVED', 'REFUSED'] as const)('says %s: it stays withdrawn, and the citizen is told', (state) => {
    for (const more of [{}, told]) {
      const late = answer(said(state, { results: [] }), gone(), more);
      expect(late.outcome).toBe('AFTER_WITHDRAWAL');
      expect(late.submission.filings[0]).toEqual(gone({ retryAt: null }));
      expect(late.entries).toEqual([
        {
          event: 'DECIDED_BEFORE_WITHDRAWAL',
          matter: 'm0',
          party: null,
          message: {
            zh: '税务局在收到撤回之前已作出决定，请向其咨询如何处理。',
            en: 'Tax had decided before it heard of the withdrawal: ask it what follows.',
          },
        },
      ]);
    }
  });

  it('says WITHDRAWN: it knows', () => {
    const late = answer(said('WITHDRAWN'), gone(), told);
    expect([late.outcome, late.submission.filings[0], late.entries]).toEqual(['SAME', gone({ retryAt: null }), []]);
    const knew = submission([gone({ retryAt: null })]);
    const again = step(knew, answered(filing(0), said('WITHDRAWN'), told), moment);
    expect([again.outcome, again.submission, again.commands]).toEqual(['SAME', knew, []]);
  });

  it('is an outage: it was overtaken, and the department is told all the same', () => {
    const late = answer(out);
    expect([late.outcome, late.submission.filings[0]]).toEqual(['OVERTAKEN', gone()]);
  });

  it('is told again until it hears of it, or has nothing to take back', () => {
    const still = answer(out, gone(), told);
    expect([still.outcome, still.submission.filings[0]]).toEqual([
      'POSTPONED',
      gone({ attempts: 2, retryAt: noon + 2000 }),
    ]);
    expect([still.submission.filings[0]?.message, still.entries]).toEqual([null, []]);
    const goesOn = answer(said('ACCEPTED'), gone(), told);
    expect([goesOn.outcome, goesOn.submission.filings[0]]).toEqual([
      'POSTPONED',
      gone({ attempts: 2, retryAt: noon + 2000 }),
    ]);
    expect(goesOn.entries).toEqual([]);
    const nothing = answer(rejected, gone(), told);
    expect([nothing.outcome, nothing.submission.filings[0], nothing.entries]).toEqual([
      'DONE',
      gone({ retryAt: null }),
      [],
    ]);
  });
});
