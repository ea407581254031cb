const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** China keeps UTC+8 everywhere and all year. */
const aheadMs = 8 * hourMs;

/** ISO date of an instant (milliseconds since 1970 UTC) in China: at 01:30 there it is already the new day, whatever UTC says. */
export function civilDateOf(instant: number): string {
  return new Date(instant + aheadMs).toISOString().slice(0, 10);
}

/** ISO date of now in China. */
export function todayInChina(at: number = Date.now()): string {
  return civilDateOf(at);
}

/**
 * Whether a value is the ISO date of a day that exists: `2026-02-28` is, `2026-02-30`, `2026-2-8` and `2026-02-28T00:00` are not.
 * Years 0000 to 9999. Wherever a date comes in from outside, this decides.
 */
export function isCivilDate(value: unknown): value is string {
  const instant = Date.parse(`${String(value)}T00:00:00Z`);
  // A day that does not exist comes back as another one, or as none.
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === value;
}

/** The ISO date so many days after another (before it, where negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one ISO date to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
