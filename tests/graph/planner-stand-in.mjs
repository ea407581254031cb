// Speaks as a planner's thread does, and does to the thread what an operation's text says: no operation does it reliably.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', ({ text }) => {
  if (text === 'stuck') for (;;);
  if (text === 'greedy') for (const held = []; ; ) held.push(new Array(1_000_000).fill(held.length));
  if (text === 'leaves') process.exit(3);
  // Kept until the test says that it may be planned.
  if (workerData.sdl instanceof Int32Array && text.startsWith('kept')) Atomics.wait(workerData.sdl, 0, 0);
  parentPort.postMessage({ kind: 'PLANNED', plans: { kind: 'QUERY', plans: [], text } });
});
parentPort.postMessage({ kind: 'READY' });
