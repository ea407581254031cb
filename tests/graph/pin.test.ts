import { expect, it } from 'vitest';
import { Pin } from '../../gateway/door/pin.ts';
import type { GraphResponse } from '../../gateway/index.ts';

const options = { header: 'revision', operation: '{ revision }', field: 'revision', channel: 'revisions' };

/** A pin over a graph that answers, or fails, when it is told to. */
function pinned() {
  const asked: Array<{ answer: (value: unknown) => void; fail: () => void }> = [];
  const ask = () =>
    new Promise<GraphResponse>((resolve, reject) =>
      asked.push({
        answer: (value) => resolve({ data: { revision: value } }),
        fail: () => reject(new Error('out')),
      }),
    );
  return { pin: new Pin(options, ask), asked };
}

it('a failure is told to those who waited for it, and the next one asks anew', async () => {
  const { pin, asked } = pinned();
  const waiting = [pin.read(), pin.read()];
  expect(asked).toHaveLength(1);
  asked[0]?.fail();
  for (const each of waiting) await expect(each).rejects.toThrow('out');
  const next = pin.read();
  expect(asked).toHaveLength(2);
  asked[1]?.answer(7);
  expect(await next).toEqual({ value: '7' });
  expect(pin.known()).toBe('7');
});

it('a failure of before a notification does not undo what was asked after it', async () => {
  const { pin, asked } = pinned();
  const before = pin.read();
  pin.forget();
  const after = pin.read();
  asked[0]?.fail();
  await expect(before).rejects.toThrow('out');
  expect(pin.read()).toBe(after);
  asked[1]?.answer(8);
  expect(await after).toEqual({ value: '8' });
});

it('what nobody can tell is asked for again, and what was forgotten meanwhile is not known', async () => {
  const { pin, asked } = pinned();
  const none = pin.read();
  asked[0]?.answer(null);
  expect(await none).toEqual({ value: null });
  const late = pin.read();
  pin.forget();
  asked[1]?.answer(9);
  expect(await late).toEqual({ value: '9' });
  expect(pin.known()).toBeUndefined();
});
