import { describe, expect, it } from 'vitest';
import { createSingleFlight } from '../../../subgraphs/journeys/single-flight.ts';

/** Work that waits until it is let go, and counts. */
function createWork() {
  let begun = 0;
  let settle: (answer: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  return {
    begun: () => begun,
    settle: (answer: string) => settle(answer),
    fail: (error: Error) => fail(error),
    work: () => {
      begun += 1;
      return new Promise<string>((resolve, reject) => {
        settle = resolve;
        fail = reject;
      });
    },
  };
}

describe('identical requests at once', () => {
  it('are one piece of work, begun before anything is awaited', async () => {
    const fly = createSingleFlight<string>();
    const { work, begun, settle } = createWork();
    const answers = Array.from({ length: 50 }, () => fly('key', 'content', work));
    expect(begun()).toBe(1);
    settle('one');
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['one']));
  });

  it('share a failure, and nothing is left of it', async () => {
    const fly = createSingleFlight<string>();
    const { work, fail, begun } = createWork();
    const answers = [fly('key', 'content', work), fly('key', 'content', work)];
    fail(new Error('out'));
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = createWork();
    const answer = fly('key', 'content', again.work);
    expect([begun(), again.begun()]).toEqual([1, 1]);
    again.settle('back');
    expect(await answer).toBe('back');
  });
});

describe('another content under the same key', () => {
  it('waits for the first, and is worked on then, whatever came of the first', async () => {
    for (const end of ['settle', 'fail'] as const) {
      const fly = createSingleFlight<string>();
      const [first, second] = [createWork(), createWork()];
      const one = fly('key', 'a', first.work);
      const two = fly('key', 'b', second.work);
      const three = fly('key', 'b', second.work);
      await Promise.resolve();
      expect(second.begun()).toBe(0);
      if (end === 'settle') first.settle('a');
      else first.fail(new Error('out'));
      await Promise.allSettled([one]);
      await new Promise((done) => setImmediate(done));
      expect(second.begun()).toBe(1);
      second.settle('b');
      expect(await Promise.all([two, three])).toEqual(['b', 'b']);
    }
  });

  it('under another key waits for nobody', () => {
    const fly = createSingleFlight<string>();
    const [first, second] = [createWork(), createWork()];
    void fly('key', 'a', first.work);
    void fly('another', 'a', second.work);
    expect([first.begun(), second.begun()]).toEqual([1, 1]);
  });
});
