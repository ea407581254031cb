import type { OverrideLabel } from '../planning/override-labels.ts';
import type { GatewayOptions } from '../types.ts';
import type { Asked } from './asked.ts';

/** Which labels hold for one request: decided once, so that all of it is answered by the same subgraphs. */
export type DecideLabels = (labels: ReadonlyArray<OverrideLabel>, asked: Asked) => Promise<ReadonlyArray<string>>;

/** One draw for all percentages: who is among ten of a hundred is among twenty. Labels that nobody decides do not hold. */
export function createDecideLabels({
  overrides = async () => [],
  random = Math.random,
}: Pick<GatewayOptions, 'overrides' | 'random'>): DecideLabels {
  return async (labels, { caller, headers }) => {
    const drawn = random() * 100;
    const named = labels.filter(({ percent }) => percent === null).map(({ label }) => label);
    const held = new Set(named.length === 0 ? [] : await overrides(named, caller, headers));
    return labels
      .filter(({ label, percent }) => (percent === null ? held.has(label) : drawn < percent))
      .map(({ label }) => label);
  };
}
