// Node hands no loader on to a thread: this one reads TypeScript by itself.
import { tsImport } from 'tsx/esm/api';

await tsImport('./planner-worker.ts', import.meta.url);
