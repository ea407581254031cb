import type { Effect } from './compare.ts';

/** An effect as it is told, or why there is none. */
export interface ToldEffect extends Effect {
  /** What it is compared with. */
  readonly against: string;
}

export type { Effect, EffectOnEvent } from './compare.ts';
