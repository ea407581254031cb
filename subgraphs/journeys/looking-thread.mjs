// Node hands no loader on to a thread: this one reads TypeScript by itself.
import { tsImport } from 'tsx/esm/api';

const { lookAtFile } = await tsImport('./domain/files/look.ts', import.meta.url);
const { unpack } = await tsImport('./unpack.ts', import.meta.url);

/** @param {import('./threads.ts').Begun<import('./looking.ts').LookingTask>} task */
export default function look({ contentType, content, most, begun }) {
  Atomics.store(begun, 0, 1);
  Atomics.notify(begun, 0);
  return lookAtFile(contentType, content, { most, unpack });
}
