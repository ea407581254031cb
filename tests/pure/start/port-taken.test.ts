import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import { sentenceOf } from '../../../scripts/start-error.ts';

it('who starts a part whose port is taken is told that port, not the one of the whole product', async () => {
  const port = await freePort();
  const first = createServer();
  await new Promise<void>((done) => first.listen(port, '127.0.0.1', done));
  onTestFinished(() => void first.close());
  const error = await new Promise<Error>((done) => createServer().once('error', done).listen(port, '127.0.0.1'));
  expect(sentenceOf(error, 4000)).toContain(`端口 ${port} 已被占用`);
});

it('a free port is none that the system gives to connections that leave', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort));
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
