import { addPeriod, civilDateOf } from '../language/civil-date.ts';
import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import {
  identityPlace,
  type OfferEvent,
  type Place,
  type PlaceParts,
  sourcePlace,
  vaultPlace,
} from './domain/events.ts';
import { consentTextVersion } from './domain/reasons.ts';
import type { PolicyRules } from './domain/rules.ts';
import type { RegisterStore } from './store/registers.ts';

export interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
interface PlacesInput {
  readonly idempotencyKey: string;
  readonly places: ReadonlyArray<{ readonly place: PlaceParts['place']; readonly source?: string | null }>;
}
/** What a citizen says of being offered something; each answers what is wrong with it. */
export interface WordParts {
  readonly store: RegisterStore;
  readonly rules: () => Promise<PolicyRules>;
  /** Months for which a consent stands at the most. */
  readonly months: number;
  readonly now: () => number;
}

const longestKey = 255;

function refused<Id extends ProblemId>(
  id: Id,
  path: ReadonlyArray<string>,
  ...slots: Fillings<Id>
): ReadonlyArray<Told> {
  return [{ ...problem(id, ...slots), path, material: null }];
}

/** A citizen: staff and services are offered nothing. */
export function citizenOf(anyone: Identity | null): Identity {
  const identity = requireIdentity(anyone);
  if (identity.kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_OFFERS');
  return identity;
}

/** Agrees that it is looked at these places, or takes that back. */
export async function sayOfPlaces(
  parts: WordParts,
  kind: 'AGREED' | 'WITHDRAWN',
  { idempotencyKey, places }: PlacesInput,
  identity: Identity,
): Promise<ReadonlyArray<Told>> {
  if (places.length === 0) return refused('OFFER_PLACE_UNKNOWN', ['places']);
  const { sources } = await parts.rules();
  const named: Place[] = [];
  for (const [index, { place, source = null }] of places.entries()) {
    const isKnown = place === 'SOURCE' ? sources.some(({ code }) => code === source) : source === null;
    // One that nothing looks at any more can still be taken back.
    const isNamed = place === 'SOURCE' && source !== null && kind === 'WITHDRAWN';
    if (!isKnown && !isNamed) return refused('OFFER_PLACE_UNKNOWN', ['places', String(index)]);
    named.push(placeNamed(place, source));
  }
  const all = [...new Set(named)].sort();
  const until = addPeriod(civilDateOf(parts.now()), { months: parts.months });
  const event: OfferEvent =
    kind === 'AGREED' ? { kind, places: all, textVersion: consentTextVersion, until } : { kind, places: all };
  return say(parts, idempotencyKey, all, event, identity);
}

function placeNamed(place: PlaceParts['place'], source: string | null): Place {
  if (place === 'SOURCE') return sourcePlace(source ?? '');
  return place === 'IDENTITY' ? identityPlace : vaultPlace;
}

const offerId = /^[A-Za-z0-9][A-Za-z0-9_.-]*\.[0-9a-f]{32}$/;

/** Remembers that an offer is refused. Whether it would be made just now is not looked: a refusal is taken while others are out as well. */
export async function declineOffer(
  parts: WordParts,
  { idempotencyKey, offer }: { readonly idempotencyKey: string; readonly offer: string },
  identity: Identity,
): Promise<ReadonlyArray<Told>> {
  const { policies } = await parts.rules();
  const isKnown = offerId.test(offer) && policies.some(({ code }) => offer.startsWith(`${code}.`));
  if (!isKnown) return refused('OFFER_NOT_FOUND', ['offer']);
  return say(parts, idempotencyKey, offer, { kind: 'DECLINED', offer }, identity);
}

async function say(
  { store, now }: WordParts,
  idempotencyKey: string,
  content: unknown,
  event: OfferEvent,
  { subject }: Identity,
): Promise<ReadonlyArray<Told>> {
  const isKey = idempotencyKey.trim() !== '' && idempotencyKey.length <= longestKey;
  if (!isKey) return refused('IDEMPOTENCY_KEY_REQUIRED', ['idempotencyKey'], { most: longestKey });
  const written = await store.add(subject, { idempotencyKey, content, event, at: new Date(now()).toISOString() });
  if (written === 'DONE') return [];
  return written === 'KEY_REUSED'
    ? refused('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey'])
    : refused('OFFERS_TOO_MUCH_SAID', []);
}
