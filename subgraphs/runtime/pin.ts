import { isCivilDate, todayInChina } from '../language/civil-date.ts';
import { refusal } from './errors.ts';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** One request, one catalogue: the revision and the day every part of it answers for. */
export interface Pin {
  /** Null: the newest published. */
  readonly revision: number | null;
  /** ISO date; today in China where none is given. */
  readonly date: string;
}

export const revisionHeader = 'catalogue-revision';
export const dateHeader = 'catalogue-date';

/** Headers by which another part answers for the same catalogue. */
export function pinHeaders({ revision, date }: Pin): Readonly<Record<string, string>> {
  return { ...(revision === null ? {} : { [revisionHeader]: String(revision) }), [dateHeader]: date };
}

export function readPin(headers: Headers): Pin {
  const revision = one(headers[revisionHeader]);
  const date = one(headers[dateHeader]);
  if (revision !== undefined && !/^\d{1,9}$/.test(revision)) {
    throw refusal('INVALID_CATALOGUE_REVISION', { header: revisionHeader });
  }
  if (date !== undefined && !isCivilDate(date)) {
    throw refusal('INVALID_CATALOGUE_DATE', { header: dateHeader });
  }
  return { revision: revision === undefined ? null : Number(revision), date: date ?? todayInChina() };
}

/**
 * What work of this day reads, whatever day its request looks at: by the revision that the request is pinned to where that is today's, else by
 * the one that holds today. `today`: of the clock that the work goes by.
 */
export function pinnedOn(today: string, { revision, date }: Pin): Pin {
  return { revision: date === todayInChina() ? revision : null, date: today };
}

function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === '' ? undefined : first;
}
