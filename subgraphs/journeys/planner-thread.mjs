// Node hands no loader on to a thread: this one reads TypeScript by itself.
import { tsImport } from 'tsx/esm/api';

const { buildPlan } = await tsImport('../planning/index.ts', import.meta.url);

/** @param {import('./threads.ts').Begun<import('./planner.ts').PlannerTask>} task */
export default function plan({ input, begun }) {
  Atomics.store(begun, 0, 1);
  Atomics.notify(begun, 0);
  return buildPlan(input);
}
