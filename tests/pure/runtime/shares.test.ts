import { expect, it } from 'vitest';
import { Shares } from '../../../gateway/door/shares.ts';

it('takes up to what one may have and what there is in all, to the last', () => {
  const shares = new Shares({ inAll: 5, ofOne: 3 });
  expect(shares.take('lin', 3)).not.toBeNull();
  expect(shares.take('lin')).toBeNull();
  expect(shares.take('chen', 3)).toBeNull();
  expect(shares.take('chen', 2)).not.toBeNull();
  expect(shares.take('wang')).toBeNull();
  expect(shares.taken).toBe(5);
});

it('what is given back is there again, once however often it is said', () => {
  const shares = new Shares({ inAll: 3, ofOne: 2 });
  const [first, second] = [shares.take('lin'), shares.take('lin')];
  first?.();
  first?.();
  expect(shares.taken).toBe(1);
  expect(shares.take('lin')).not.toBeNull();
  expect(shares.take('lin')).toBeNull();
  second?.();
  expect(shares.taken).toBe(1);
  expect(shares.take('chen', 2)).not.toBeNull();
});
