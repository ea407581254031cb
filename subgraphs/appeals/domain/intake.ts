import type { Localized } from '../../language/text.ts';

/** A code on a wall, a window or a stop (`data/intake-points`): whoever scans it has said already where they are and what it is about. */
export interface IntakePoint {
  readonly code: string;
  readonly name: Localized;
  /** Kind of the appeals that come in by it. */
  readonly kind: string;
  readonly place: IntakePlace;
  /** At most one of both is not null. */
  readonly matter: string | null;
  readonly department: string | null;
}
/** Where codes hang; several may hang at one. */
export interface IntakePlace {
  readonly code: string;
  readonly name: Localized;
  readonly region: string;
  readonly location: Location | null;
}
/** WGS 84, in degrees. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place on Earth: nothing beyond the poles or the antimeridian, and no number that is none. */
export function isLocation({ latitude, longitude }: Location): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

const longestCode = 40;

/** A code as it is looked for, however it was typed: in either case, without spaces and hyphens, and with the digits that letters are taken for. Null: it is none. */
export function pointKey(written: string): string | null {
  const bare = written.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-Z_.]+$/.test(bare) && bare.length <= longestCode ? bare : null;
}

/** How many came in by codes lately, without an account. */
export interface Turns {
  readonly ofPoint: number;
  readonly ofCaller: number;
}
/** Whether one more may come in. */
export function mayComeIn(lately: Turns, most: Turns): boolean {
  return lately.ofPoint < most.ofPoint && lately.ofCaller < most.ofCaller;
}
