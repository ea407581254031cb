const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** China keeps UTC+8 everywhere and all year. */
const aheadMs = 8 * hourMs;
const beyond = Date.UTC(10_000, 0);

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
  // A day that does not exist comes back as another one, or as none; a year beyond 9999 begins with a sign.
  return !Number.isNaN(instant) && instant < beyond && new Date(instant).toISOString().slice(0, 10) === value;
}

/** The ISO date so many days after another (before it, where negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one ISO date to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Years, months and days that go by, in this order. */
export interface Period {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** An ISO 8601 duration of years, months, weeks and days (P1Y, P6M, P2W); null where it is none, or one of no length or with hours. */
export function periodOf(duration: string): Period | null {
  const parts = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/.exec(duration);
  if (!parts) return null;
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const period = { years, months, days: weeks * 7 + days };
  return period.years + period.months + period.days > 0 ? period : null;
}

/**
 * The ISO date on which a period that begins on another ends: the day of the same number, or where its month has none, the month's last
 * (民法典 art. 202). Nothing lies beyond the year 9999.
 */
export function addPeriod(date: string, { years = 0, months = 0, days = 0 }: Period): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = year * 12 + month - 1 + years * 12 + months;
  const lastDay = new Date(Date.UTC(2000 + (Math.floor(first / 12) % 400), (first % 12) + 1, 0)).getUTCDate();
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const whole = `${digits(Math.floor(first / 12), 4)}-${digits((first % 12) + 1, 2)}-${digits(Math.min(day, lastDay), 2)}`;
  const end = first >= 120_000 ? latestDay : addDays(whole, days);
  return isCivilDate(end) ? end : latestDay;
}

const latestDay = '9999-12-31';
