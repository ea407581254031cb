import type { Calendar } from '../../language/calendar.ts';
import type { Localized } from '../../language/text.ts';
import { deferredMaterials, type Evidence } from './acceptance.ts';
import type { DeferredMaterial } from './submission.ts';
import { type DueDay, dayAfter, dueDay } from './timing.ts';

/** As much of a plan as days follow from; all in working days after the day of receipt. */
export interface TimedPlan {
  readonly criticalPath: { readonly workingDays: number };
  readonly filings: ReadonlyArray<{ readonly endsAfterWorkingDays: number }>;
  readonly materials: ReadonlyArray<{
    readonly id: string;
    readonly title: Localized;
    readonly dueInWorkingDays: number | null;
  }>;
}
export interface DueDays {
  /** Of the whole submission: the end of the plan's critical path. */
  readonly whole: string;
  /** Of each filing its own: what comes before it in the order of work, and itself. */
  readonly filings: ReadonlyArray<string>;
  /** Of materials that are to follow later. */
  readonly deferred: ReadonlyArray<DeferredMaterial>;
  /** First day on which one of these has passed. */
  readonly remindOn: string | null;
  /** Years that the calendar lacks and over which one of all these was counted. */
  readonly yearsNotCovered: ReadonlyArray<number>;
}

/** By when what is due, counted from the day of receipt in China. */
export function dueDays(
  plan: TimedPlan,
  calendar: Calendar,
  evidence: ReadonlyArray<Evidence>,
  today: string,
): DueDays {
  const due: DueDay[] = [];
  const on = (workingDays: number): string => {
    const day = dueDay(calendar, today, workingDays);
    due.push(day);
    return day.on;
  };
  const whole = on(plan.criticalPath.workingDays);
  const filings = plan.filings.map(({ endsAfterWorkingDays }) => on(endsAfterWorkingDays));
  const deferred = deferredMaterials(plan.materials, evidence).flatMap(({ id, title, dueInWorkingDays }) =>
    dueInWorkingDays === null ? [] : [{ material: id, title, dueOn: on(dueInWorkingDays) }],
  );
  const [first] = deferred.map(({ dueOn }) => dayAfter(dueOn)).sort();
  const years = new Set(due.flatMap(({ yearsNotCovered }) => yearsNotCovered));
  return { whole, filings, deferred, remindOn: first ?? null, yearsNotCovered: [...years] };
}
