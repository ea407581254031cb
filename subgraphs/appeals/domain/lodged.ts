import type { CaseEvent } from '../../language/case-clock.ts';

/** A certificate that was lodged in a case. */
export interface Lodged {
  /** What it certifies; null, as its number: it was erased. */
  readonly title: string | null;
  readonly number: string | null;
  readonly submission: string;
  readonly by: string;
  readonly at: string;
}
interface Events {
  readonly events: ReadonlyArray<{
    readonly event: CaseEvent;
    readonly unit: string | null;
    readonly at: string;
    readonly isErased: boolean;
  }>;
}

export function lodgedIn({ events }: Events): ReadonlyArray<Lodged> {
  return events.flatMap(({ event, unit, at, isErased }) =>
    event.kind === 'LODGED' && unit !== null
      ? [
          {
            ...{ submission: event.submission, by: unit, at },
            title: isErased ? null : event.reason,
            number: isErased ? null : event.text,
          },
        ]
      : [],
  );
}
