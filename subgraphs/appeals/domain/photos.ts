import type { CaseEvent } from '../../language/case-clock.ts';

export type PhotoRefusal = 'CASE_AFTER_PHOTO_MISSING' | 'CASE_AFTER_PHOTO_SAME';

const isDisputed = (event: CaseEvent): boolean =>
  (event.kind === 'WORD' && !event.accepted) || (event.kind === 'CHECKED' && !event.holds);

const digestsOf = (events: ReadonlyArray<CaseEvent>, stage: 'BEFORE' | 'AFTER'): ReadonlyArray<string> =>
  events.flatMap((event) =>
    event.kind === 'PHOTOGRAPHED' && event.stage === stage ? event.photos.map(({ digest }) => digest) : [],
  );

/**
 * Why an answer shows nothing (随手拍): where photographs are asked for, whoever says that it is done shows it, by another file than what was shown before and
 * than what was disputed since. Nobody shows what they refuse to do.
 */
export function photoRefusal(
  asksForPhotos: boolean,
  events: ReadonlyArray<CaseEvent>,
  next: CaseEvent,
): PhotoRefusal | null {
  if (!asksForPhotos || next.kind !== 'ANSWERED' || next.outcome === 'REFUSED') return null;
  const since = events.findLastIndex(isDisputed) + 1;
  const shown = digestsOf(events.slice(since), 'AFTER');
  if (shown.length === 0) return 'CASE_AFTER_PHOTO_MISSING';
  const known = new Set([...digestsOf(events, 'BEFORE'), ...digestsOf(events.slice(0, since), 'AFTER')]);
  return shown.some((digest) => !known.has(digest)) ? null : 'CASE_AFTER_PHOTO_SAME';
}
