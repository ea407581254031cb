import { byCode, digest } from '../../subgraphs/language/canonical.ts';
import type { Finding, Severity } from '../../subgraphs/publishing/finding.ts';

/** What was looked at: each by itself, so that one that finds something hides nothing of the others. */
export type LayerName =
  | 'CATALOGUE'
  | 'COMPOSITION'
  | 'GENERATED'
  | 'API'
  | 'OPERATIONS'
  | 'LINT'
  | 'CONTRACTS'
  | 'APPROVALS'
  | 'EFFECT'
  | 'REMOVAL'
  | 'GRAPHS';

/** What becomes of a finding: it counts; it stood in the baseline; somebody answers for it; settings have it counted and not told. */
export type FindingState = 'NEW' | 'KNOWN' | 'APPROVED' | 'OFF';

/** A finding, and who found it. */
export interface LayerFinding extends Finding {
  readonly layer: LayerName;
}
export interface ToldFinding extends LayerFinding {
  /** The rule's own severity, whatever settings make of it. */
  readonly declared: Severity;
  /** The same wherever the lines of its file have moved to. */
  readonly fingerprint: string;
  readonly state: FindingState;
  /** Of one that is approved: why, by whom and until when. */
  readonly approval?: { readonly reason: string; readonly author: string; readonly expires: string };
}

/**
 * Of rule, file, part and English sentence; not of lines, which move while others write. Where a sentence tells a line, as the reader of YAML
 * does, that is left out; and so is the day on which something was last used.
 */
export function fingerprintOf({ rule, file, part, message }: Finding): string {
  const sentence = message.en.replaceAll(/\bat line \d+, column \d+|, last used \d{4}-\d{2}-\d{2}/g, '');
  return digest([rule, file, part, sentence].join('\n')).slice(0, 16);
}

/** Findings that nobody has decided about yet: each counts. Of two that are alike the second has a fingerprint of its own. */
export function undecided(findings: ReadonlyArray<LayerFinding>): ReadonlyArray<ToldFinding> {
  const seen = new Map<string, number>();
  return inOrder(findings).map((finding) => {
    const fingerprint = fingerprintOf(finding);
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return {
      ...finding,
      declared: finding.severity,
      fingerprint: before === 0 ? fingerprint : digest(`${fingerprint} ${before}`).slice(0, 16),
      state: 'NEW',
    };
  });
}

const rank = { ERROR: 0, WARNING: 1, INFO: 2 };

/** Worst first, then by place and sentence: the same findings always print the same bytes. */
export function inOrder<T extends Finding>(findings: ReadonlyArray<T>): ReadonlyArray<T> {
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      byCode(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byCode(a.rule, b.rule) ||
      byCode(a.message.en, b.message.en),
  );
}
