import type { Expansion, MatterInstance, Row } from './expansion.ts';
import type { Order } from './graph.ts';
import type { PlannedMaterial } from './types.ts';

/** How often somebody has to go somewhere (到现场次数): for each matter alone, and for the event. */
export interface Visits {
  readonly before: number;
  readonly after: number;
  /** Of each instance: whether it has to be attended, whatever is shown or handed in once for all. */
  readonly inPerson: ReadonlyArray<boolean>;
}

/**
 * Alone, a matter takes as many visits as its department says, and at least one where it is done at the counter alone, or a row is met on site, by an
 * original that is looked at, or by one that is taken. In the event everything is shown and handed in at once; each stage with a matter that
 * has to be attended takes a visit.
 */
export function visitsOf(
  { instances, rows }: Expansion,
  order: Order,
  materials: ReadonlyArray<PlannedMaterial>,
): Visits {
  const attended = instances.map(isAtTheCounter);
  const alone = [...attended];
  for (const { instance, requirement, state, alone: options } of rows) {
    if (requirement.onSite && state === 'OPEN') attended[instance.index] = true;
    // A commitment is signed instead of a document, with the event or without.
    if (state === 'COMMITTED' || options.length === 0) continue;
    if (requirement.onSite || options.every(showsAnOriginal)) alone[instance.index] = true;
  }
  const stated = instances.map(({ answer }) => answer?.visits ?? 0);
  const before = stated.reduce((sum, visits, index) => sum + Math.max(visits, alone[index] ? 1 : 0), 0);
  const stages = new Set(instances.flatMap(({ index }) => (attended[index] ? [order.stages[index] ?? 0] : []))).size;
  const isThereAny = stated.some((visits) => visits > 0) || materials.some((each) => each.showOriginal || each.handIn);
  return { before, after: Math.max(stages, isThereAny ? 1 : 0), inPerson: attended };
}

function isAtTheCounter({ answer }: MatterInstance): boolean {
  const channels = answer?.channels ?? [];
  return channels.length > 0 && !channels.includes('ONLINE');
}

function showsAnOriginal({ needs }: Row['options'][number]): boolean {
  return needs.some(
    ({ generated, held, use: { use } }) => !generated && !held && use !== 'COPY' && use !== 'ELECTRONIC',
  );
}
