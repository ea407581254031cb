/** Thrown by a door where nothing came back that counts as an answer. */
export class Unanswered extends Error {
  /** For how long whoever is asked wants to be left alone, in milliseconds; null: it did not say. */
  readonly afterMs: number | null;
  /** Whether it was asked at all. */
  readonly asked: boolean;

  constructor(message: string, { afterMs = null, asked = true }: { afterMs?: number | null; asked?: boolean } = {}) {
    super(message);
    this.name = 'Unanswered';
    this.afterMs = afterMs;
    this.asked = asked;
  }
}

/** `Retry-After`: seconds, or a date, which is taken by the clock of whoever said it (RFC 9110, section 10.2.3). Null: it says nothing. */
export function readRetryAfter(headers: Readonly<Record<string, unknown>>): number | null {
  const { 'retry-after': after, date } = headers;
  if (typeof after !== 'string') return null;
  const ms = /^\d{1,9}$/.test(after.trim()) ? Number(after) * 1000 : Date.parse(after) - Date.parse(String(date));
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
