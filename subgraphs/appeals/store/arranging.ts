import type { CaseEvent } from '../../language/case-clock.ts';
import type { Last } from '../../runtime/ledger.ts';
import { caseOf } from '../domain/events.ts';
import type { Turns } from '../domain/intake.ts';
import type { AppealTerms } from '../domain/rules.ts';
import type { AppealEventRow, AppealRow, SourceRow } from '../tables.ts';
import { type SameOne, topicOf } from './like-ones.ts';
import { type AppealRecords, columnsOf, type NewSource } from './records.ts';

/** By whom appeals come in: all that are received at once by one of them. Pseudonyms are made here. */
export type Origin =
  | { readonly kind: 'ACCOUNT'; readonly account: string; readonly mostOpen: number }
  /** Without an account: no more in an hour than the two maxima say. */
  | { readonly kind: 'POINT'; readonly point: string; readonly caller: string; readonly most: Turns }
  | { readonly kind: 'PLATFORM'; readonly platform: string };

/** One that comes in: it opens an appeal, or joins one that says the same. */
export interface Newcomer {
  /** Of the appeal and of its source. */
  readonly id: string;
  /** Its key; of a platform its number. */
  readonly request: string;
  readonly requestHash: string;
  readonly likeness: string;
  /** Whether somebody else's that is like it is the same. */
  readonly isShared: boolean;
  readonly kind: string;
  readonly about: string | null;
  readonly matter: string | null;
  readonly submission: string | null;
  readonly place: string | null;
  readonly point: string | null;
  readonly record: Parameters<AppealRecords['seal']>[1];
  readonly trackingCode: string;
  readonly terms: AppealTerms;
  readonly opened: Extract<CaseEvent, { readonly kind: 'OPENED' }>;
  /** Instant, ISO. */
  readonly at: string;
  /** The how-manieth like one escalates, since when they count; null: none does. */
  readonly recurrence: { readonly count: number; readonly since: string } | null;
}
/** `KNOWN`: it was received before, or the same account has said it. */
export type Received =
  | { readonly how: 'OPENED' | 'JOINED' | 'KNOWN'; readonly appeal: string; readonly source: string }
  | 'KEY_REUSED'
  | 'TOO_MANY';

/** With pseudonyms in place of what they stand for. */
export interface Arriving extends Newcomer {
  readonly index: number;
  /** Its key as it was written. */
  readonly written: string;
}
export interface ArrivingBy {
  readonly origin: Origin;
  /** Pseudonym; null: no account. */
  readonly account: string | null;
  /** Open ones that say the same, by likeness. */
  readonly same: ReadonlyMap<string, SameOne>;
}
/** What is to be written of those that arrive. */
export interface Arranged {
  readonly outcomes: ReadonlyArray<readonly [number, Received]>;
  readonly rows: {
    readonly appeals: ReadonlyArray<AppealRow>;
    readonly events: ReadonlyArray<AppealEventRow>;
    readonly sources: ReadonlyArray<SourceRow>;
  };
  /** New sources of appeals that stood before. */
  readonly joined: ReadonlyMap<string, ReadonlyArray<string>>;
  /** Appeals that somebody joined and that are looked at higher up now, as the how-manieth like one came in. */
  readonly recurred: ReadonlyMap<string, number>;
}

/** What changes from one that arrives to the next. */
interface Arranging {
  /** How many like it came in, by topic; the last source of each appeal. */
  readonly counts: Map<string, number>;
  readonly lasts: Map<string, Last>;
  /** Those that open here and now, by likeness. */
  readonly opening: Map<string, string>;
  readonly rows: { readonly appeals: AppealRow[]; readonly events: AppealEventRow[]; readonly sources: SourceRow[] };
  readonly joined: Map<string, string[]>;
  readonly recurred: Map<string, number>;
}

/** Who opens an appeal and who joins one, one after the other: each sees those before it. */
export function arrange(
  records: AppealRecords,
  by: ArrivingBy,
  newcomers: ReadonlyArray<Arriving>,
  { like, lasts }: { readonly like: ReadonlyMap<string, number>; readonly lasts: ReadonlyMap<string, Last> },
): Arranged {
  const so: Arranging = {
    ...{ counts: new Map(like), lasts: new Map(lasts), opening: new Map(), joined: new Map(), recurred: new Map() },
    rows: { appeals: [], events: [], sources: [] },
  };
  const seen = new Map<string, { readonly received: Received; readonly requestHash: string }>();
  const outcomes = newcomers.map((newcomer): readonly [number, Received] => {
    const { index, request, requestHash } = newcomer;
    const twice = seen.get(request);
    if (twice) return [index, twice.requestHash === requestHash ? asKnown(twice.received) : 'KEY_REUSED'];
    const received = arrangeOne(so, records, by, newcomer);
    seen.set(request, { received, requestHash });
    return [index, received];
  });
  return { outcomes, ...so };
}

function arrangeOne(so: Arranging, records: AppealRecords, by: ArrivingBy, newcomer: Arriving): Received {
  const { id, likeness, isShared, recurrence } = newcomer;
  const topic = topicOf(newcomer);
  const many = (so.counts.get(topic) ?? 0) + 1;
  so.counts.set(topic, many);
  const above = recurrence !== null && many >= recurrence.count ? many : null;
  const standing = by.same.get(likeness)?.shared?.id ?? so.opening.get(likeness);
  const appeal = (isShared ? standing : undefined) ?? id;
  const source = records.source(so.lasts.get(appeal) ?? null, sourceOf(by, newcomer, appeal, records));
  so.lasts.set(appeal, { number: source.number, digest: source.digest ?? '' });
  so.rows.sources.push(source);
  if (appeal === id) {
    const { row, events } = openedRows(records, newcomer, source, above, byOf(by.origin));
    so.rows.appeals.push(row);
    so.rows.events.push(...events);
    if (isShared) so.opening.set(likeness, id);
    return { how: 'OPENED', appeal, source: source.id };
  }
  so.joined.set(appeal, [...(so.joined.get(appeal) ?? []), source.id]);
  if (above !== null) so.recurred.set(appeal, above);
  return { how: 'JOINED', appeal, source: source.id };
}

const asKnown = (received: Received): Received =>
  typeof received === 'string' ? received : { ...received, how: 'KNOWN' };

/** Who it is that events and digests name where nobody of the staff did anything. */
export const byOf = (origin: Origin): string =>
  origin.kind === 'ACCOUNT' ? origin.account : origin.kind === 'PLATFORM' ? `platform ${origin.platform}` : 'nobody';

function sourceOf(
  { origin, account }: ArrivingBy,
  { id, at, request, requestHash, written, point, trackingCode }: Arriving,
  appeal: string,
  { codeOf }: AppealRecords,
): NewSource {
  return {
    ...{ id, appeal, at, kind: origin.kind, account, point, request, requestHash, trackingCode },
    code: codeOf(trackingCode) as string,
    platform: origin.kind === 'PLATFORM' ? origin.platform : null,
    reference: origin.kind === 'PLATFORM' ? written : null,
  };
}

/** The row and the first events of one that says what nobody else does. */
function openedRows(
  records: AppealRecords,
  newcomer: Newcomer,
  { code, account, request, requestHash }: SourceRow,
  recurred: number | null,
  by: string,
): { readonly row: AppealRow; readonly events: ReadonlyArray<AppealEventRow> } {
  const { id, kind, about, matter, submission, place, terms, opened, at, record, likeness } = newcomer;
  const events: CaseEvent[] = [opened];
  if (recurred !== null) events.push({ kind: 'RECURRED', count: recurred, on: opened.on });
  const state = caseOf(
    terms,
    events.map((event) => ({ event, unit: null })),
  );
  const chain: AppealEventRow[] = [];
  for (const [index, event] of events.entries())
    chain.push(
      records.event(id, chain.at(-1) ?? null, {
        ...{ event, actor: { unit: null }, by, at, request: `${request} ${index}`, requestHash },
      }),
    );
  const row = {
    ...{ id, likeness, kind, about, matter, submission, place, openedAt: at, terms, code, request, requestHash },
    // Of nobody's account: found by its sources alone.
    account: account ?? records.pseudonym(`source ${id}`),
    ...{ grade: null, erasedAt: null, mergedInto: null, erasureAskedAt: null, likeClass: null },
    ...columnsOf(state, opened, at),
    sealed: records.seal(id, record),
  };
  return { row, events: chain };
}
