import { describe, expect, it } from 'vitest';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Filing } from '../../../subgraphs/journeys/domain/submission.ts';
import { askDelay, retryDelay } from '../../../subgraphs/journeys/domain/timing.ts';
import { answered, filing, moment, noon, out, rejected, said, submission } from './submission-of.ts';

describe('a department that is out', () => {
  it('is called again after a second, and the citizen is told once', () => {
    const told = step(submission([filing(0)]), answered(filing(0), out), moment);
    expect(told.outcome).toBe('POSTPONED');
    expect(told.submission.filings[0]).toMatchObject({ state: 'WAITING', attempts: 1, retryAt: noon + 1000 });
    const message = {
      zh: '税务局暂时没有答复，将自动重试，您无需操作。',
      en: 'Tax does not answer at present; it is tried again by itself, you need do nothing.',
    };
    expect(told.submission.filings[0]?.message).toEqual(message);
    expect(told.entries).toEqual([{ event: 'DELAYED', matter: 'm0', party: null, message }]);
    expect(told.commands).toEqual([{ kind: 'NOTIFY' }]);

    const again = told.submission.filings[0] as ReturnType<typeof filing>;
    const twice = step(told.submission, answered(again, out), moment);
    expect(twice.submission.filings[0]).toMatchObject({ attempts: 2, retryAt: noon + 2000 });
    expect(twice.entries).toEqual([]);
  });

  it('of another name in no list is called by its code', () => {
    const told = step(submission([filing(7)]), answered(filing(7), out), moment);
    expect(told.submission.filings[0]?.message?.en).toMatch(/^d7 does not answer/);
  });
});

describe('an outage of a department of which nothing is asked any more', () => {
  it.each(['NEEDS_CORRECTION', 'APPROVED', 'REFUSED', 'WITHDRAWN'] as const)('changes nothing: %s', (state) => {
    const all = submission([filing(0, state)], { correctionDueOn: '2026-12-16' });
    for (const answer of [out, rejected]) {
      const told = step(all, answered(filing(0, state), answer), moment);
      expect([told.outcome, told.submission]).toEqual(['OVERTAKEN', all]);
    }
  });
});

describe('a department that does not take a filing', () => {
  it('is called again too, and the reason is told', () => {
    const told = step(submission([filing(0)]), answered(filing(0), rejected), moment);
    expect(told.outcome).toBe('POSTPONED');
    expect(told.submission.filings[0]).toMatchObject({ state: 'WAITING', attempts: 1, retryAt: noon + 1000 });
    expect(told.entries[0]?.message).toEqual({
      zh: '税务局未能接收（其系统尚未开通该事项），工作人员正在处理，您无需操作。',
      en: 'Tax did not take it (its system does not know the matter); staff are looking into it, you need do nothing.',
    });
  });
});

describe('a department that refuses by a word of its own', () => {
  it('is told of without it', () => {
    const own = { ...rejected, code: 'E_7731' };
    const told = step(submission([filing(0)]), answered(filing(0), own), moment);
    expect(told.entries[0]?.message).toEqual({
      zh: '税务局未能接收，工作人员正在处理，您无需操作。',
      en: 'Tax did not take it; staff are looking into it, you need do nothing.',
    });
  });
});

describe('a department that refuses a filing again and again', () => {
  const refused = (attempts: number, answer: typeof out | typeof rejected, before: object = {}) => {
    const known = filing(0, 'WAITING', { attempts, refusals: attempts, ...before });
    const told = step(submission([known]), answered(known, answer), moment);
    return [told.submission.filings[0]?.retryAt, told.entries.map(({ event }) => event)];
  };
  const told =
    step(submission([filing(0)]), answered(filing(0), rejected), moment).submission.filings[0]?.message ?? null;

  it('is asked once an hour from the tenth time on, which is told once for each reason', () => {
    expect(refused(8, rejected, { message: told })).toEqual([noon + 60_000, []]);
    expect(refused(9, rejected, { message: told })).toEqual([noon + 3_600_000, ['NOT_TAKEN']]);
    expect(refused(10, rejected, { message: told })).toEqual([noon + 3_600_000, []]);
    expect(refused(10, rejected)).toEqual([noon + 3_600_000, ['NOT_TAKEN']]);
  });

  it('is not counted with its outages, and begins anew once it answers', () => {
    const known = filing(0, 'WAITING', { attempts: 30, refusals: 1 });
    const after = step(submission([known]), answered(known, rejected), moment).submission.filings[0];
    expect(after).toMatchObject({ attempts: 31, refusals: 2, retryAt: noon + 60_000 });
    const outage = step(submission([known]), answered(known, out), moment).submission.filings[0];
    expect(outage).toMatchObject({ attempts: 31, refusals: 1 });
    expect(step(submission([known]), answered(known, said('SUBMITTED')), moment).submission.filings[0]).toMatchObject({
      refusals: 0,
    });
  });

  it.each<[string, Partial<Filing>, object | null]>([
    ['parked', { attempts: 12, refusals: 12, retryAt: noon + 3_000_000 }, { retryAt: noon, refusals: 12 }],
    ['asked later', { state: 'SUBMITTED', retryAt: noon + 60_000 }, { retryAt: noon }],
    ['at the desk of its staff', { state: 'SUBMITTED', atDesk: true, retryAt: null }, { retryAt: noon, atDesk: false }],
    ['whose withdrawal was not heard of', { state: 'WITHDRAWN', retryAt: noon + 60_000 }, { retryAt: noon }],
    ['not begun', { retryAt: null }, null],
    ['decided', { state: 'APPROVED', retryAt: null }, null],
  ])('is asked at once when its staff say so, for a filing that is %s', (_what, before, after) => {
    const told = step(submission([filing(0, 'WAITING', before)]), { kind: 'RETRIED', filing: 'f0' }, moment);
    expect(told.outcome).toBe(after ? 'DONE' : 'NOTHING_TO_RETRY');
    expect(told.entries).toEqual([]);
    if (after) expect(told.submission.filings[0]).toMatchObject(after);
    expect(step(submission([]), { kind: 'RETRIED', filing: 'f0' }, moment).outcome).toBe('UNKNOWN_FILING');
  });

  it('is not one that is out, which is asked as before', () => {
    expect(refused(50, out)).toEqual([noon + 60_000, []]);
  });
});

describe('a department that wants to be left alone', () => {
  it.each([
    [0, 90_000],
    [0.5, 112_500],
  ])('is not asked before, by chance %f after %i ms', (chance, ms) => {
    const told = step(submission([filing(0)]), answered(filing(0), { ...out, afterMs: 90_000 }), { now: noon, chance });
    expect(told.submission.filings[0]?.retryAt).toBe(noon + ms);
    const short = step(submission([filing(0)]), answered(filing(0), { ...out, afterMs: 10 }), { now: noon, chance: 0 });
    expect(short.submission.filings[0]?.retryAt).toBe(noon + 1000);
  });

  it('also from a withdrawal', () => {
    const withdrawn = filing(0, 'WITHDRAWN', { retryAt: noon });
    const told = step(
      submission([withdrawn]),
      answered(withdrawn, { ...out, afterMs: 90_000 }, { kind: 'WITHDRAW' }),
      moment,
    );
    expect(told.submission.filings[0]?.retryAt).toBe(noon + 90_000);
  });
});

describe('a filing that waits for staff', () => {
  /** How often its department is asked in five days, and how often anybody is told. */
  const asked = (tells: boolean): readonly [number, number] => {
    let waiting = step(submission([filing(0)]), answered(filing(0), said('SUBMITTED', { tells })), moment).submission;
    let [asks, notices] = [0, 0];
    for (let now = noon; ; asks++) {
      const [known] = waiting.filings;
      now = known?.retryAt ?? Number.NaN;
      if (!(now < noon + 5 * 24 * 3_600_000) || !known) return [asks, notices];
      const { submission: then, commands } = step(
        waiting,
        answered(known, said('SUBMITTED', { tells }), { kind: 'ASK' }),
        { now, chance: 0 },
      );
      notices += commands.length;
      waiting = then;
    }
  };

  it('is asked about the less often the older it is, hourly where its department tells, and nobody hears of the same answer', () => {
    expect([asked(false), asked(true)]).toEqual([
      [549, 0],
      [119, 0],
    ]);
  });

  it('is told of where something else is said', () => {
    const known = filing(0, 'SUBMITTED', { message: { zh: '一', en: 'One' } });
    const again = step(
      submission([known]),
      answered(known, said('SUBMITTED', { messages: { zh: '二', en: 'Two' } })),
      moment,
    );
    expect(again.commands).toEqual([{ kind: 'NOTIFY' }]);
    expect(again.submission.filings[0]?.message?.en).toBe('Two');
  });

  it.each([
    [0, false, 0, 30_000],
    [20 * 60_000, false, 0, 60_000],
    [24 * 3_600_000, false, 0, 900_000],
    [24 * 3_600_000, false, 0.5, 787_500],
    [0, true, 0, 3_600_000],
  ])('of age %i ms, by a department that tells (%s), by chance %f waits %i ms', (age, tells, chance, ms) => {
    expect(askDelay(age, tells, chance)).toBe(ms);
  });
});

describe('the time before another attempt', () => {
  it.each([
    [0, 0, 1000],
    [1, 0, 2000],
    [5, 0, 32_000],
    [6, 0, 60_000],
    [50, 0, 60_000],
    [0, 0.5, 750],
    [6, 0.5, 45_000],
  ])('after %i attempts and by chance %f is %i ms', (attempts, chance, ms) => {
    expect(retryDelay(attempts, chance)).toBe(ms);
  });
});
