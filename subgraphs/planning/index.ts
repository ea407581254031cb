/**
 * The planning core: one list, one form, one order of work, and an account of every row. Pure values in, values out; no I/O, no clock.
 * Runs in a browser unchanged.
 *
 *     const plan = buildPlan({ basis, matterCodes, matters, situation, today: '2026-11-24' });
 */
export { effortOf } from './effort.ts';
export { departmentForm } from './form.ts';
export { formIn, formKeywords } from './form-in.ts';
export { buildPlan } from './plan.ts';
export type * from './types.ts';
