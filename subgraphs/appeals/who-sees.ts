import type { Identity } from '../runtime/identity.ts';
import { handlersOf, isParty, unitsOf } from './domain/rules.ts';
import type { KeptAppeal } from './store/index.ts';

/** For whom somebody of the staff looks at it: whoever has it, or a unit that looks after its kind. */
export function lookingFor(
  { state, terms }: Pick<KeptAppeal, 'state' | 'terms'>,
  staff: Pick<Identity, 'department' | 'scopes'>,
): string {
  const own = handlersOf(staff);
  return [state.owner, ...unitsOf(terms)].find((each) => own.includes(each)) ?? own[0] ?? '';
}

/** Staff of whoever has it, of the units that look after its kind, and of departments whose reasons exclude each other. */
export function isVisibleTo(
  { state, terms }: Pick<KeptAppeal, 'state' | 'terms'>,
  staff: Pick<Identity, 'kind' | 'department' | 'scopes'>,
): boolean {
  const own = handlersOf(staff);
  if (staff.kind !== 'STAFF') return false;
  return own.some((each) => [state.owner, ...unitsOf(terms)].includes(each) || isParty(terms, each));
}
