import { pathToFileURL } from 'node:url';
import { type Case, createCases } from './cases.ts';

/** One process that tries mutants: told a program, then one mutant after another. Its parent ends it when one never comes back. */
export type Asked =
  | { readonly ask: 'load'; readonly program: string }
  | { readonly ask: 'try'; readonly id: string; readonly cases: ReadonlyArray<number> | null; readonly hits: number };
export type Told =
  | {
      readonly tell: 'loaded';
      readonly failures: ReadonlyArray<string>;
      readonly cases: number;
      /** Mutant → the cases that reach it, with how often; null: reached while loading. */
      readonly reached: Readonly<
        Record<string, { readonly cases: ReadonlyArray<number>; readonly hits: number; readonly loading: boolean }>
      >;
    }
  | { readonly tell: 'tried'; readonly id: string; readonly killedBy: string | null };

interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}
const globals = globalThis as unknown as { __stryker__: Stryker; __cases__: ReturnType<typeof createCases> };
globals.__stryker__ = {};
const stryker = globals.__stryker__;
let program = '';
let loads = 0;
let loaded: ReadonlyArray<Case> = [];

async function load(): Promise<ReadonlyArray<Case>> {
  globals.__cases__ = createCases();
  loads += 1;
  await import(`${pathToFileURL(program).href}?${loads}`);
  return globals.__cases__.cases;
}

async function firstFailure(cases: ReadonlyArray<Case>): Promise<string | null> {
  for (const each of cases) {
    try {
      await each.run();
    } catch {
      return each.name;
    }
  }
  return null;
}

async function learn(): Promise<Told> {
  stryker.mutantCoverage = { static: {}, perTest: {} };
  loaded = await load();
  const failures: string[] = [];
  for (const [index, each] of loaded.entries()) {
    stryker.currentTestId = String(index);
    try {
      await each.run();
    } catch (error) {
      failures.push(`${each.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  stryker.currentTestId = undefined;
  const { static: loading, perTest } = stryker.mutantCoverage;
  const reached: Record<string, { cases: number[]; hits: number; loading: boolean }> = {};
  const of = (id: string) => (reached[id] ??= { cases: [], hits: 0, loading: false });
  for (const [test, hits] of Object.entries(perTest))
    for (const [id, count] of Object.entries(hits)) {
      of(id).cases.push(Number(test));
      of(id).hits += count;
    }
  for (const [id, count] of Object.entries(loading)) {
    of(id).loading = true;
    of(id).hits += count;
  }
  return { tell: 'loaded', failures, cases: loaded.length, reached };
}

async function attempt(id: string, cases: ReadonlyArray<number> | null, hits: number): Promise<Told> {
  stryker.activeMutant = id;
  stryker.hitCount = 0;
  stryker.hitLimit = hits;
  let killedBy: string | null;
  try {
    killedBy =
      cases === null
        ? await firstFailure(await load())
        : await firstFailure(cases.map((index) => loaded[index] as Case));
  } catch {
    killedBy = 'loading';
  }
  stryker.activeMutant = undefined;
  return { tell: 'tried', id, killedBy };
}

process.on('message', async (asked: Asked) => {
  if (asked.ask === 'load') {
    program = asked.program;
    process.send?.(await learn());
  } else process.send?.(await attempt(asked.id, asked.cases, asked.hits));
});
