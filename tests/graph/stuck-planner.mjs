import { parentPort } from 'node:worker_threads';

// In place of the planner: whatever is asked is planned at once, but `{ stuck }` never.
parentPort.on('message', ({ text }) => {
  if (text === '{ stuck }') for (;;);
  parentPort.postMessage({ kind: 'PLANNED', plans: { kind: 'QUERY', plans: [] } });
});
parentPort.postMessage({ kind: 'READY' });
