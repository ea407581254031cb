import type { Calendar } from '../../language/calendar.ts';
import type { Opening } from '../../language/opening-hours.ts';
import type { Localized } from '../../language/text.ts';

/** What the catalogue says of windows (`data/service-windows`), in one revision. */
export interface WindowRules {
  readonly calendar: Calendar;
  readonly halls: ReadonlyArray<Hall>;
  readonly exemptions: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly queues: ReadonlyArray<Queue>;
  /** Null: nobody may book for others. */
  readonly agents: AgentRules | null;
}
export interface Hall {
  readonly code: string;
  readonly name: Localized;
  readonly address: Localized;
  readonly region: string;
}
/** The windows that take one series of numbers. */
export interface Queue {
  readonly code: string;
  readonly name: Localized;
  readonly kind: 'WINDOW' | 'SITE_VISIT';
  readonly department: string;
  readonly hall: string;
  readonly matters: ReadonlyArray<string>;
  readonly serviceMinutes: number;
  readonly opening: Opening;
  readonly offered: number | null;
  readonly offeredReason: Localized | null;
  readonly walkInPercent: number;
  readonly periodMinutes: number;
  readonly release: Release;
  readonly noShow: NoShowRule;
}
export interface Release {
  readonly daysAhead: number;
  readonly waves: ReadonlyArray<{ readonly at: string; readonly percent: number }>;
}
export interface NoShowRule {
  readonly graceMinutes: number;
  readonly count: number;
  readonly withinDays: number;
  readonly barredDays: number;
}
export interface AgentRules {
  readonly mostPerWeek: number;
  readonly powerDays: number;
}

/** ISO instant of a time of day in China, in milliseconds. */
export function instantOf(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+08:00`);
}
