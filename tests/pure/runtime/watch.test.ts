import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../gateway/answers/asked.ts';
import { EventStream } from '../../../gateway/door/event-stream.ts';
import { Watch, type WatchParts } from '../../../gateway/door/watch.ts';
import { errorOf } from '../../../gateway/errors.ts';
import { maxima } from '../../../gateway/maxima.ts';

/* What one client is shown of one thing, by a clock that is set here. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const is = (x: unknown): Answer => ({ data: { x } }) as Answer;
const errors = [{ message: 'It is out.', extensions: { code: 'STORE_UNAVAILABLE' } }];
const out = { data: { x: null }, errors } as unknown as Answer;
const partly = { data: { x: 1, y: null }, errors } as unknown as Answer;

function watched(more: Partial<WatchParts> = {}) {
  const shown: Array<{ readonly body: string; readonly id: string | null }> = [];
  const ended: unknown[] = [];
  const seen = { answer: is(1), looks: 0, holds: 'YES' as 'YES' | 'NO' | 'UNSURE', failed: 0 };
  const watch = new Watch({
    stream: { next: (body, id) => void shown.push({ body, id }) },
    current: async () => {
      seen.looks++;
      return seen.answer;
    },
    holds: async () => seen.holds,
    end: ({ extensions }) => {
      ended.push(extensions?.code);
      watch.stop();
    },
    failed: () => void seen.failed++,
    ...more,
  });
  return { watch, shown, ended, seen, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('a watch', () => {
  it('shows what differs from what was shown, under an id that says what it is', async () => {
    const { watch, shown, seen, wait } = watched();
    watch.begin(is(1), undefined);
    watch.look();
    await wait(500);
    expect([shown.length, seen.looks]).toEqual([1, 1]);
    seen.answer = is(2);
    watch.look();
    await wait(500);
    expect(shown.map(({ body }) => body)).toEqual(['{"data":{"x":1}}', '{"data":{"x":2}}']);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(2);
    const elsewhere = watched();
    elsewhere.watch.begin(is(2), shown[1]?.id as string);
    expect(elsewhere.shown).toEqual([]);
    const later = watched();
    later.watch.begin(is(2), shown[0]?.id as string);
    expect(later.shown).toEqual([shown[1]]);
  });

  it('looks once at a time and rests between: being told many times meanwhile is one look more', async () => {
    const { watch, seen, wait } = watched();
    watch.begin(is(1), undefined);
    for (let times = 0; times < 5; times++) watch.look();
    await wait(499);
    for (let times = 0; times < 5; times++) watch.look();
    expect(seen.looks).toBe(1);
    await wait(1);
    expect(seen.looks).toBe(2);
    await wait(10_000);
    expect(seen.looks).toBe(2);
  });

  it('shows nothing of an outage, and looks again ever later until there is an answer', async () => {
    const { watch, shown, seen, wait } = watched();
    watch.begin(is(1), undefined);
    seen.answer = out;
    watch.look();
    await wait(0);
    for (const [pause, looks] of [
      [1000, 2],
      [2000, 3],
      [4000, 4],
      [8000, 5],
      [16_000, 6],
      [30_000, 7],
      [30_000, 8],
    ] as const) {
      await wait(pause - 1);
      expect(seen.looks).toBe(looks - 1);
      await wait(1);
      expect(seen.looks).toBe(looks);
    }
    expect(shown).toHaveLength(1);
    seen.answer = is(2);
    await wait(30_000);
    expect(shown).toHaveLength(2);
    // From the beginning again.
    seen.answer = out;
    watch.look();
    await wait(1000);
    const { looks } = seen;
    await wait(1000);
    expect(seen.looks).toBe(looks + 1);
  });

  it('shows what lacks something without an id, and the whole of the same as soon as there is one', async () => {
    const { watch, shown, seen, wait } = watched();
    watch.begin(partly, undefined);
    expect(shown).toEqual([{ body: expect.stringContaining('STORE_UNAVAILABLE'), id: null }]);
    seen.answer = { data: { x: 1, y: null } } as never;
    await wait(1000);
    expect(shown[1]).toEqual({ body: '{"data":{"x":1,"y":null}}', id: expect.any(String) });
    await wait(60_000);
    expect(shown).toHaveLength(2);
    // What lacks something is nobody's last word, whatever they say that they saw.
    const back = watched();
    back.watch.begin({ ...partly, data: { x: 1, y: null } } as never, shown[1]?.id as string);
    expect(back.shown).toHaveLength(1);
  });

  it('ends with what it is about, and with the right to it', async () => {
    const gone = watched();
    gone.watch.begin(is(null), undefined);
    expect([gone.ended, gone.shown]).toEqual([['NOT_FOUND'], []]);
    for (const way of ['look', 'check'] as const) {
      const { watch, ended, seen, wait } = watched();
      watch.begin(is(1), undefined);
      seen.holds = 'NO';
      watch[way]();
      await wait(0);
      expect([ended, seen.looks]).toEqual([['UNAUTHENTICATED'], 0]);
    }
  });

  it('shows nothing while nobody can say who may, and what was missed as soon as somebody can', async () => {
    const { watch, shown, ended, seen, wait } = watched();
    watch.begin(is(1), undefined);
    await watch.check();
    await wait(500);
    expect(seen.looks).toBe(0);
    Object.assign(seen, { holds: 'UNSURE', answer: is(2) });
    watch.look();
    await watch.check();
    await wait(60_000);
    expect([seen.looks, shown.length, ended]).toEqual([0, 1, []]);
    seen.holds = 'YES';
    await watch.check();
    await wait(0);
    expect(shown).toHaveLength(2);
  });

  it('that fails says so, and looks again', async () => {
    let fails = true;
    const { watch, shown, seen, wait } = watched({
      current: async () => {
        if (fails) throw new Error('out');
        return is(2);
      },
    });
    watch.begin(is(1), undefined);
    watch.look();
    await wait(999);
    fails = false;
    expect([seen.failed, shown.length]).toEqual([1, 1]);
    await wait(1);
    expect(shown).toHaveLength(2);
  });

  it('that is stopped shows nothing any more, whatever it was at', async () => {
    for (const fails of [false, true]) {
      let answer: () => void = () => {};
      const { watch, shown, wait } = watched({
        current: () =>
          new Promise((done, failed) => {
            answer = () => (fails ? failed(new Error('out')) : done(is(2)));
          }),
      });
      watch.begin(out, undefined);
      watch.look();
      await wait(0);
      watch.stop();
      answer();
      watch.look();
      await wait(0);
      expect(vi.getTimerCount()).toBe(0);
      expect(shown).toEqual([]);
    }
  });
});

describe('a stream', () => {
  function opened() {
    const written: string[] = [];
    const raw = {
      ...{ writableEnded: false, destroyed: false, writableLength: 0 },
      writeHead: () => raw,
      once: () => raw,
      write: (text: string) => written.push(text),
      end(text: string) {
        written.push(text);
        this.writableEnded = true;
      },
      destroy() {
        this.destroyed = true;
      },
    };
    return { raw, written, stream: new EventStream(raw as never, 1000) };
  }
  const why = errorOf('NOT_FOUND');

  it('says when to come back, what there is, that it is still here, and one last word', () => {
    const { raw, written, stream } = opened();
    stream.next('{}', 'i');
    stream.next('{}', null);
    vi.advanceTimersByTime(2000);
    stream.end(why);
    stream.end(why);
    stream.next('{}', 'j');
    vi.advanceTimersByTime(2000);
    expect(written).toEqual([
      expect.stringMatching(/^retry: [1-4]\d{3}\n\n$/),
      'id: i\nevent: next\ndata: {}\n\n',
      'event: next\ndata: {}\n\n',
      ': still here\n\n',
      ': still here\n\n',
      expect.stringMatching(/^event: end\ndata: .*NOT_FOUND.*\n\n$/),
    ]);
    expect(raw.destroyed).toBe(false);
  });

  it('cuts off who takes nothing, and writes to nobody who has left', () => {
    const { raw, written, stream } = opened();
    raw.writableLength = maxima.streamBytes;
    stream.next('{}', null);
    expect(raw.destroyed).toBe(false);
    raw.writableLength++;
    stream.next('{}', null);
    expect(raw.destroyed).toBe(true);
    const { length } = written;
    stream.next('{}', null);
    expect(written).toHaveLength(length);
  });
});
