import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** What an answer is sent as: older clients know `application/json` alone, which stands for refusals with 200 too. */
export const older = 'application/json; charset=utf-8';
export const modern = 'application/graphql-response+json; charset=utf-8';
const page = 'text/html; charset=utf-8';
export type ContentType = typeof older | typeof modern;

export interface Negotiated {
  /** Null: the client takes neither. */
  readonly type: ContentType | null;
  /** It would rather see a page: a person looks. */
  readonly prefersPage: boolean;
}

/** Browsers and programs send a handful of different headers; longer ones are read each time. */
const known = new LRUCache<string, Negotiated>({ max: 200 });
const maximumRemembered = 500;
const withoutWish: Negotiated = { type: older, prefersPage: false };

/** Chooses by `accept` (RFC 9110, section 12.5.1): the heaviest that is offered, the first named among equals. Without a wish, the older. */
export function negotiate(accept: string | undefined): Negotiated {
  if (accept === undefined || accept === '') return withoutWish;
  const before = known.get(accept);
  if (before) return before;
  const negotiator = new Negotiator({ headers: { accept } });
  const [first] = negotiator.mediaTypes([older, modern, page]);
  const type = negotiator.mediaTypes([older, modern])[0] as ContentType | undefined;
  const prefersPage = first === page;
  // Who takes pages alone is a person, who reads the older type as well.
  const negotiated = { type: type ?? (prefersPage ? older : null), prefersPage };
  if (accept.length <= maximumRemembered) known.set(accept, negotiated);
  return negotiated;
}
