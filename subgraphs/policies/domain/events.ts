/** Where something is known of somebody: `IDENTITY`, `VAULT`, or `SOURCE <code>`. */
export type Place = string;

export const identityPlace: Place = 'IDENTITY';
export const vaultPlace: Place = 'VAULT';
export const sourcePlace = (source: string): Place => `SOURCE ${source}`;

/** What a place is, for whoever is told of it. */
export interface PlaceParts {
  readonly place: 'IDENTITY' | 'VAULT' | 'SOURCE';
  /** Of a SOURCE its code. */
  readonly source: string | null;
}
export function partsOf(place: Place): PlaceParts {
  if (place === identityPlace) return { place: 'IDENTITY', source: null };
  if (place === vaultPlace) return { place: 'VAULT', source: null };
  return { place: 'SOURCE', source: place.slice('SOURCE '.length) };
}

/** What somebody said of being offered something. Rows are added and never changed. */
export type OfferEvent =
  | {
      readonly kind: 'AGREED';
      readonly places: ReadonlyArray<Place>;
      readonly textVersion: string;
      /** ISO date: the day after the last on which it stands. */
      readonly until: string;
    }
  | { readonly kind: 'WITHDRAWN'; readonly places: ReadonlyArray<Place> }
  | { readonly kind: 'DECLINED'; readonly offer: string };

export interface Happened {
  /** ISO instant. */
  readonly at: string;
  readonly event: OfferEvent;
}
/** A consent that stands. */
export interface StandingConsent {
  readonly place: Place;
  readonly textVersion: string;
  readonly at: string;
  readonly until: string;
}
/** What somebody's events come to on a day. */
export interface Standing {
  readonly agreed: ReadonlyMap<Place, StandingConsent>;
  /** Ids of offers. */
  readonly declined: ReadonlySet<string>;
}

/** What events, in their order, come to on a day (ISO): of each place the last word stands, unless its time is over. */
export function standingOn(events: ReadonlyArray<Happened>, day: string): Standing {
  const agreed = new Map<Place, StandingConsent>();
  const declined = new Set<string>();
  for (const { at, event } of events)
    switch (event.kind) {
      case 'AGREED':
        for (const place of event.places)
          agreed.set(place, { place, textVersion: event.textVersion, at, until: event.until });
        break;
      case 'WITHDRAWN':
        for (const place of event.places) agreed.delete(place);
        break;
      case 'DECLINED':
        declined.add(event.offer);
        break;
      default: {
        const never: never = event;
        throw new Error(`What is ${JSON.stringify(never)}?`);
      }
    }
  return { agreed: new Map([...agreed].filter(([, { until }]) => day < until)), declined };
}
