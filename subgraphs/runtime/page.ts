import { maxima } from '../language/maxima.ts';
import { refusal } from './errors.ts';

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}
export interface Page<T> {
  readonly nodes: ReadonlyArray<T>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const most = maxima.pageItems;

/** Offset behind an opaque cursor, and a size within bounds. */
export function readPage({ first, after }: PageArguments): { readonly limit: number; readonly offset: number } {
  const offset = after == null ? 0 : Number(Buffer.from(after, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(offset) || offset < 0 || first < 0 || first > most) {
    throw refusal('INVALID_PAGE', { most });
  }
  return { limit: first, offset };
}

export function makePage<T>(nodes: ReadonlyArray<T>, offset: number, totalCount: number): Page<T> {
  const end = offset + nodes.length;
  return {
    nodes,
    pageInfo: {
      hasNextPage: end < totalCount,
      endCursor: nodes.length === 0 ? null : Buffer.from(String(end)).toString('base64url'),
    },
    totalCount,
  };
}
