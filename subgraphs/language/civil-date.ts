const aheadMs = 8 * 3_600_000;
const dayMs = 24 * 3_600_000;
/** Every request asks; it changes once a day. */
let last = { day: Number.NaN, date: '' };

/** ISO date of an instant in China (UTC+8, no daylight saving). */
export function todayInChina(at: number = Date.now()): string {
  const day = Math.floor((at + aheadMs) / dayMs);
  if (day !== last.day) last = { day, date: new Date(day * dayMs).toISOString().slice(0, 10) };
  return last.date;
}
