/** A power that its owner hands down (权力下放). Days are ISO dates. */
export interface Delegated {
  /** Code of the department that takes it over. */
  readonly to: string;
  readonly effectiveOn: string;
  /** When its owner has said that whoever takes it over is ready; null: nobody has. */
  readonly activatedOn: string | null;
}

/** What whoever takes a power over needs, each shown by evidence (就绪条件): training, staff, windows, system. */
export const readinessKinds = ['TRAINING', 'STAFF', 'WINDOWS', 'SYSTEM'] as const;
export type ReadinessKind = (typeof readinessKinds)[number];

/** The first day on which who takes it over has what is lodged; null: none yet, for nobody has activated it. */
export function beginsOn({ effectiveOn, activatedOn }: Pick<Delegated, 'effectiveOn' | 'activatedOn'>): string | null {
  if (activatedOn === null) return null;
  return activatedOn > effectiveOn ? activatedOn : effectiveOn;
}

/** Whose a matter is on a day: its owner's, until the day on which who takes it over begins. What was lodged before stays where it was lodged. */
export function ownerOn(owner: string, delegated: Delegated | null, day: string): string {
  const begins = delegated && beginsOn(delegated);
  return delegated && begins !== null && day >= begins ? delegated.to : owner;
}
