import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createLooking } from '../../subgraphs/journeys/looking.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import { page, pdf, png, stream } from '../files.ts';

const start = () => {
  const looking = createLooking(pino({ level: 'silent' }));
  onTestFinished(() => looking.close());
  return looking;
};
/** Unpacks to some sixty times itself, nothing of which may run. */
const heavy = pdf([page, ...Array.from({ length: 90 }, () => stream(`${' /JavaScrip'.repeat(90_000)}`))]);

it('files are looked at in a thread, while others are answered', async () => {
  const looking = start();
  let answered = 0;
  let isLooking = true;
  const answer = (): void => {
    answered += 1;
    if (isLooking) setImmediate(answer);
  };
  const found = looking.look('application/pdf', heavy);
  setImmediate(answer);
  expect(await found).toBe('UNPACKS_TOO_MUCH');
  isLooking = false;
  expect(answered).toBeGreaterThan(100);
  expect(await looking.look('image/png', png())).toBeNull();
});

it.each([
  ['ends without an end', Buffer.alloc(maxima.uploadBytes, 'stream\n')],
  ['is all names', Buffer.alloc(maxima.uploadBytes, '/Type/Page/ObjStm')],
  ['is all signs', Buffer.alloc(maxima.uploadBytes, '/#4a#61')],
])('the largest file that %s is looked through within its time', async (_what, rest) => {
  const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), rest, Buffer.from('\n%%EOF')]);
  expect(await start().look('application/pdf', file)).not.toBe('OVER_BUDGET');
});
