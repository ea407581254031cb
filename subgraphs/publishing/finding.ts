import type { Localized } from '../language/text.ts';

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** One thing a maintainer should mend: which rule, where, what, and how. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Path from the top of the repository (or of the folder given), with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The part of the file by codes and not by positions; empty: the file. */
  readonly part: string;
  readonly message: Localized;
  readonly mend: Localized;
}
