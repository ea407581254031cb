/** Percent, to a tenth; null of nothing. */
export function percentOf(some: number, all: number): number | null {
  return all === 0 ? null : Math.round((some / all) * 1000) / 10;
}
