/** What an answer is sent as: older clients know `application/json` alone, which stands for refusals with 200 too. */
export const older = 'application/json; charset=utf-8';
export const modern = 'application/graphql-response+json; charset=utf-8';
export type ContentType = typeof older | typeof modern;

export interface Negotiated {
  /** Null: the client takes neither. */
  readonly type: ContentType | null;
  /** It would rather see a page: a person looks. */
  readonly prefersPage: boolean;
}

/** Without a wish, the older type; with one that names neither, none. */
export function negotiate(accept: string | undefined): Negotiated {
  if (accept === undefined || accept === '') return { type: older, prefersPage: false };
  const prefersPage = accept.includes('text/html');
  for (const part of accept.split(',')) {
    const named = part.split(';')[0]?.trim().toLowerCase();
    if (named === 'application/graphql-response+json') return { type: modern, prefersPage };
    if (named === 'application/json') return { type: older, prefersPage };
  }
  const anything = /\*\/\*|application\/\*|text\/html/i.test(accept);
  return { type: anything ? older : null, prefersPage };
}
