import type { Localized } from '../../language/text.ts';
import { percentOf } from './percent.ts';

/** Something that an authority does for people, as the catalogue publishes it. Days are ISO dates. */
export interface BusinessItem {
  readonly authority: string;
  readonly code: string;
  readonly name: Localized;
  readonly matter: string | null;
  readonly onlineSince: string | null;
  readonly exempt: {
    readonly reason: string;
    readonly legalBasis: {
      readonly title: string;
      readonly article: string | null;
      readonly documentNumber: string | null;
    } | null;
  } | null;
  readonly offline: { readonly reason: string; readonly since: string; readonly promised: string | null } | null;
}
export type Availability = 'ONLINE' | 'OFFLINE' | 'EXEMPT';

/** One item on one day. */
export interface JudgedItem {
  readonly item: BusinessItem;
  readonly asOf: string;
  readonly state: Availability;
  /** Code of the reason; null where it is online, or nobody says why it is not. */
  readonly reason: string | null;
  readonly since: string | null;
  readonly promised: string | null;
  /** It is offline, and the day by which it was promised is over. */
  readonly isOverdue: boolean;
}

/**
 * How an item stood on a day. Exempt is what names the law that exempts it: without one it is counted, and offline, for whoever may exempt
 * themselves by a word has nothing offline.
 */
export function judgeItem(item: BusinessItem, asOf: string): JudgedItem {
  const { onlineSince, exempt, offline } = item;
  const of = { item, asOf, since: null, promised: null, isOverdue: false };
  if (onlineSince !== null && onlineSince <= asOf) return { ...of, state: 'ONLINE', reason: null, since: onlineSince };
  if (exempt?.legalBasis) return { ...of, state: 'EXEMPT', reason: exempt.reason };
  const promised = offline?.promised ?? null;
  return {
    ...{ item, asOf, state: 'OFFLINE', reason: offline?.reason ?? exempt?.reason ?? null },
    ...{ since: offline?.since ?? null, promised, isOverdue: promised !== null && promised < asOf },
  };
}

export interface Audit {
  readonly authority: string;
  readonly asOf: string;
  readonly total: number;
  readonly exempt: ReadonlyArray<JudgedItem>;
  /** All that are not exempt. */
  readonly countable: number;
  readonly online: number;
  readonly offline: ReadonlyArray<JudgedItem>;
  /** Offline items by code of their reason, the most frequent first; null: nobody says why. */
  readonly offlineByReason: ReadonlyArray<{ readonly reason: string | null; readonly count: number }>;
  /** Percent of the countable that are online, to a tenth; null where none is countable. */
  readonly rate: number | null;
}

/** What an authority has online on a day, and what not; null: nothing is published of it. */
export function auditOf(items: ReadonlyArray<BusinessItem>, authority: string, asOf: string): Audit | null {
  const judged = items.filter((item) => item.authority === authority).map((item) => judgeItem(item, asOf));
  if (judged.length === 0) return null;
  const of = (state: Availability) => judged.filter((each) => each.state === state);
  const [exempt, offline, online] = [of('EXEMPT'), of('OFFLINE'), of('ONLINE').length];
  const countable = judged.length - exempt.length;
  const counts = new Map<string | null, number>();
  for (const { reason } of offline) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    ...{ authority, asOf, total: judged.length, exempt, countable, online, offline },
    offlineByReason: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || String(a.reason).localeCompare(String(b.reason), 'en')),
    rate: percentOf(online, countable),
  };
}
