import type { SourceFile } from '../../subgraphs/publishing/source-file.ts';
import { readInput } from './inputs.ts';

/** Somebody answers for a finding until a day: `schema/check/approvals.schema.json`. */
export interface Approval {
  readonly fingerprint: string;
  readonly reason: string;
  readonly author: string;
  /** The last day on which it holds. */
  readonly expires: string;
}
export interface Approvals {
  readonly file: SourceFile;
  readonly entries: ReadonlyArray<Approval>;
}

/** `called`: how findings about it name the file. */
export function readApprovals(path: string, called: string): Approvals {
  const file = readInput(path, 'approvals');
  return {
    file: { ...file, path: called },
    entries: (file.value as { readonly approvals: ReadonlyArray<Approval> }).approvals,
  };
}
