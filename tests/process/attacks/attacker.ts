import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** In plain JavaScript, for a thread that starts with it. */
const source = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', async ({ url, init }) => {
    await fetch(url, init).then((answer) => answer.text()).catch(() => {});
    parentPort.postMessage('answered');
  });
`;

/** Sends requests from a thread beside: what they take to be sent holds nobody here up, who measures. Ends with the test. */
export function startAttacker(): (url: string, init: RequestInit) => Promise<void> {
  const thread = new Worker(source, { eval: true });
  onTestFinished(async () => {
    await thread.terminate();
  });
  return async (url, init) => {
    const answered = once(thread, 'message');
    thread.postMessage({ url, init });
    await answered;
  };
}
