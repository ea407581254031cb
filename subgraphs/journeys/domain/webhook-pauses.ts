/** In milliseconds. */
const [first, longest] = [5000, 6 * 3_600_000];
/** From so many tries a message that alone is not taken is given up, some days after the first: its address takes others. */
export const mostTries = 30;
/** An address that has taken nothing for so long is left alone, and asked with one message an hour. */
export const aloneAfterMs = 3 * 86_400_000;
export const askAloneMs = 3_600_000;

/** Before the next try, in milliseconds: longer each time, spread by half either way, and never before whoever was asked would have it. */
export function pauseAfter(tries: number, chance: number, retryAfterMs: number | null): number {
  const pause = Math.min(longest, first * 2 ** Math.min(tries - 1, 20)) * (0.5 + chance);
  return Math.round(Math.max(pause, Math.min(retryAfterMs ?? 0, longest)));
}
