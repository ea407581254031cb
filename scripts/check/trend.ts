import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Coverage } from './coverage.ts';
import { reading } from './layers.ts';
import type { Counts } from './report.ts';

const count = z.int().min(0);
const share = z.strictObject({ of: count, holds: count });
const state = z.strictObject({
  date: z.iso.date(),
  blocking: count,
  errors: count,
  warnings: count,
  notes: count,
  coverage: z.strictObject({
    departments: count,
    matters: count,
    materials: count,
    events: count,
    online: share,
    oneVisit: share,
    legalBasis: share,
    licence: share,
  }),
});

/** What one run left behind for the next, a line of JSON. */
export type TrendState = z.infer<typeof state>;
export interface Trend {
  /** The run before. */
  readonly since: TrendState;
  readonly now: TrendState;
}

const most = { lines: 400, bytes: 2 ** 20 };

export function trendState(
  date: string,
  { blocking, errors, warnings, notes }: Counts,
  coverage: Coverage,
): TrendState {
  return { date, blocking, errors, warnings, notes, coverage };
}

/** What earlier runs left in a file, the oldest first. Throws what is wrong with it: it is an input. */
export function readTrend(path: string): ReadonlyArray<TrendState> {
  return reading(path, () => {
    if (!existsSync(path)) return [];
    if (statSync(path).size > most.bytes) throw new Error(`more than ${most.bytes} bytes`);
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        if (line.trim() === '') return [];
        const read = state.safeParse(parsed(line));
        if (!read.success) throw new Error(`line ${index + 1} is no state of a run`);
        return [read.data];
      });
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Adds one run; of what would be more than a year and a bit of days the oldest go. A second run of one day stands in place of the first. */
export function writeTrend(path: string, before: ReadonlyArray<TrendState>, now: TrendState): void {
  const kept = [...before.filter(({ date }) => date !== now.date), now].slice(-most.lines);
  reading(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, kept.map((each) => `${JSON.stringify(each)}\n`).join(''));
    renameSync(`${path}.new`, path);
  });
}
