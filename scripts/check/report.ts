import type { Localized } from '../../subgraphs/language/text.ts';
import type { Severity } from '../../subgraphs/publishing/finding.ts';
import type { About } from './about.ts';
import type { Baseline } from './baseline.ts';
import { checks } from './checks.ts';
import type { Coverage } from './coverage.ts';
import type { ToldEffect } from './effect/index.ts';
import type { LayerName, ToldFinding } from './findings.ts';
import type { EventGraph } from './graphs.ts';
import type { MergeDesk } from './merge-desk.ts';
import type { Removal } from './removal.ts';
import type { Trend, TrendState } from './trend.ts';

/** Exit codes of the command. Never 1 for what could not run: nothing was found then. */
export const exits = {
  /** Nothing, or warnings and notes. */
  clean: 0,
  /** Findings that block. */
  findings: 1,
  /** Bad usage, or an input that cannot be read. */
  usage: 2,
  /** It could not run. */
  failed: 3,
} as const;
export type ExitCode = (typeof exits)[keyof typeof exits];

export interface LayerState {
  readonly layer: LayerName;
  /**
   * JUDGED: by every rule. PARTLY: some parts could not be, for what is wrong in others. NOT_JUDGED: it rests on a layer that did not hold.
   * FAILED: it broke off.
   */
  readonly state: 'JUDGED' | 'PARTLY' | 'NOT_JUDGED' | 'FAILED';
  /** Of what was not judged why, or which files and rules; empty where all was. */
  readonly because: ReadonlyArray<string>;
}

/** What was learned beside findings. */
export interface Consequences {
  /** In citizens' terms; absent: nothing differs, or there is nothing to compare with. */
  readonly effect?: ToldEffect;
  /** What would vanish with what was to be taken away. */
  readonly removal?: Removal;
  /** Which catalogue it is. */
  readonly about?: About;
  /** For a page alone: the order of each event. */
  readonly graphs?: ReadonlyArray<EventGraph>;
  /** How much of the catalogue is as it should be. */
  readonly coverage?: Coverage;
  /** For a page alone: document types that may be one. */
  readonly mergeDesk?: MergeDesk;
}

/** Everything one run tells, whatever the format. */
export interface Report extends Consequences {
  /** ISO date on which it is judged. */
  readonly date: string;
  readonly layers: ReadonlyArray<LayerState>;
  /** Worst first. */
  readonly findings: ReadonlyArray<ToldFinding>;
  /** How many of the baseline are mended. */
  readonly mended: number;
  /** Which these are. */
  readonly gone?: Baseline['findings'];
  /** Beside the run before, where runs are kept. */
  readonly trend?: Trend;
  /** For a page alone: the last of these runs, the oldest first and this one last. */
  readonly history?: ReadonlyArray<TrendState>;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Of all of these: in the baseline, or approved. */
  readonly known: number;
  readonly approved: number;
  /** Errors that are neither. */
  readonly blocking: number;
  /** Not told, because settings say so; not among those above. */
  readonly off: number;
  /** Of the baseline, those that are not found any more. */
  readonly mended: number;
  /** Let through here, and still what keeps the catalogue from being published or the graph from being composed. */
  readonly unpublishable: number;
}

/** Layers whose own errors stop a publication, whatever is decided about them here. */
const publishing: ReadonlySet<string> = new Set(['CATALOGUE', 'COMPOSITION']);

export function countsOf(report: Pick<Report, 'findings' | 'mended'>): Counts {
  const told = toldIn(report);
  const count = (holds: (finding: ToldFinding) => boolean): number => told.filter(holds).length;
  return {
    errors: count(({ severity }) => severity === 'ERROR'),
    warnings: count(({ severity }) => severity === 'WARNING'),
    notes: count(({ severity }) => severity === 'INFO'),
    known: count(({ state }) => state === 'KNOWN'),
    approved: count(({ state }) => state === 'APPROVED'),
    blocking: count(blocks),
    off: report.findings.length - told.length,
    mended: report.mended,
    unpublishable: report.findings.filter(
      (finding) => finding.declared === 'ERROR' && publishing.has(finding.layer) && !blocks(finding),
    ).length,
  };
}

/** All but those that are counted alone. */
export function toldIn({ findings }: Pick<Report, 'findings'>): ReadonlyArray<ToldFinding> {
  return findings.filter(({ state }) => state !== 'OFF');
}

export function blocks({ severity, state }: Pick<ToldFinding, 'severity' | 'state'>): boolean {
  return severity === 'ERROR' && state === 'NEW';
}

/** A layer that broke off outweighs what the others found: the run is not whole. */
export function exitOf(report: Report): ExitCode {
  if (report.layers.some(({ state }) => state === 'FAILED')) return exits.failed;
  return report.findings.some(blocks) ? exits.findings : exits.clean;
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `3 errors, 1 warning, 0 notes`. */
export function tallyOf({ errors, warnings, notes }: Pick<Counts, 'errors' | 'warnings' | 'notes'>): string {
  return [countOf(errors, 'error'), countOf(warnings, 'warning'), countOf(notes, 'note')].join(', ');
}

/** `3 errors, 1 warning …` in one line. */
export function totalsOf(report: Report): string {
  const { errors, warnings, notes, known, approved, blocking, off, mended, unpublishable } = countsOf(report);
  const decided = known + approved === 0 ? '' : `, of which ${known} known and ${approved} approved; ${blocking} block`;
  return [
    `${tallyOf({ errors, warnings, notes })}${decided}.`,
    ...(off > 0 ? [`${off} off.`] : []),
    ...(mended > 0 ? [`${mended} of the baseline mended.`] : []),
    ...(unpublishable > 0
      ? [`${countOf(unpublishable, 'error')} let through here, and nothing is published with them.`]
      : []),
  ].join(' ');
}

const judgedAs = { JUDGED: 'judged', PARTLY: 'partly judged', NOT_JUDGED: 'not judged', FAILED: 'broke off' };

/** What a reader must know of what was not looked at: clean and not judged are different words. */
export function notJudged({ layers }: Pick<Report, 'layers'>): ReadonlyArray<string> {
  return layers.flatMap(({ layer, state, because }) =>
    state === 'JUDGED' ? [] : [`${layer}: ${judgedAs[state]}: ${because.join(', ')}`],
  );
}

/** One check, and what came of it. */
export interface CheckRow {
  readonly layer: LayerName;
  readonly name: Localized;
  readonly state: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Every check that was made, whatever it found: that nothing is told of one is no proof that it was made. */
export function checkRows({ layers, findings }: Pick<Report, 'layers' | 'findings'>): ReadonlyArray<CheckRow> {
  const told = toldIn({ findings });
  return layers.map(({ layer, state }) => {
    const count = (severity: Severity): number =>
      told.filter((each) => each.layer === layer && each.severity === severity).length;
    return {
      layer,
      name: checks[layer].name,
      state: judgedAs[state],
      errors: count('ERROR'),
      warnings: count('WARNING'),
      notes: count('INFO'),
    };
  });
}

/** At most so many findings of one code are shown, unless all are asked for. */
export const shownPerCode = 20;

export interface Shown {
  readonly findings: ReadonlyArray<ToldFinding>;
  /** Code → how many are not shown. */
  readonly left: ReadonlyMap<string, number>;
}

export function shown(findings: ReadonlyArray<ToldFinding>, most: number): Shown {
  const counted = new Map<string, number>();
  const kept = findings.filter(({ rule }) => {
    const count = (counted.get(rule) ?? 0) + 1;
    counted.set(rule, count);
    return count <= most;
  });
  const left = [...counted].flatMap(([rule, count]) => (count > most ? [[rule, count - most] as const] : []));
  return { findings: kept, left: new Map(left) };
}
