import { createNursery, type Planted, readPlanted, type Verdict } from './planted.ts';

/** Of one group: how many were planted and found, and how much else was told. */
export interface Figures {
  readonly planted: number;
  readonly found: number;
  readonly falseAlarms: number;
}
export const weights = ['error', 'warning', 'sound'] as const;

/** Figures of one weight; a false alarm counts where it is told as much. */
export function figuresOf(verdicts: ReadonlyArray<Verdict>, weight: Planted['is']): Figures {
  const own = verdicts.filter(({ planted }) => planted.is === weight);
  return {
    planted: own.length,
    found: own.filter(({ found }) => found).length,
    falseAlarms: verdicts
      .flatMap(({ falseAlarms }) => falseAlarms)
      .filter(({ severity }) => (severity === 'ERROR') === (weight === 'error')).length,
  };
}

/** Of what was planted, the share that was found. */
export const recall = ({ planted, found }: Figures): number => (planted === 0 ? 1 : found / planted);
/** Of what was told, the share that was planted. */
export const precision = ({ found, falseAlarms }: Figures): number =>
  found + falseAlarms === 0 ? 1 : found / (found + falseAlarms);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

/** Plants every defect of the corpus and prints recall and precision per group, and what was missed. */
export function benchCheck(): void {
  const nursery = createNursery();
  const began = performance.now();
  const verdicts = readPlanted().map(nursery);
  const groups = [...new Set(verdicts.map(({ planted }) => planted.group))];
  const line = (name: string, of: ReadonlyArray<Verdict>): void => {
    const cells = (['error', 'warning'] as const).map((weight) => {
      const figures = figuresOf(of, weight);
      return `${String(figures.found).padStart(4)}/${String(figures.planted).padEnd(4)} ${percent(recall(figures))} ${percent(precision(figures))}`;
    });
    console.log(`${name.padEnd(14)} ${cells.join('   ')}`);
  };
  console.log(`${''.padEnd(14)} errors    recall precision   warnings  recall precision`);
  for (const group of groups)
    line(
      group,
      verdicts.filter(({ planted }) => planted.group === group),
    );
  line('all', verdicts);
  const notes = verdicts.filter(({ found }) => found?.severity === 'INFO').length;
  console.log(
    `${verdicts.length} changes in ${((performance.now() - began) / 1000).toFixed(1)} s; ${notes} are told as notes, by rules on trial.`,
  );
  for (const { planted, found, falseAlarms } of verdicts) {
    if (!found && planted.is !== 'sound')
      console.log(`missed       ${planted.is.padEnd(8)} ${planted.group}: ${planted.name}`);
    for (const { severity, rule, file, line: at } of falseAlarms)
      console.log(`false alarm  ${severity.padEnd(8)} ${planted.group}: ${planted.name}: ${rule} ${file}:${at}`);
  }
}
