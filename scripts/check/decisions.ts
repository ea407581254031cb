import { expired, unused } from './approval-findings.ts';
import type { Approval, Approvals } from './approvals.ts';
import type { Baseline } from './baseline.ts';
import { fingerprintOf, inOrder, type ToldFinding } from './findings.ts';
import { severityIn } from './settings.ts';
import type { Settings } from './settings-file.ts';

/** What people decided about findings before this run. */
export interface Decisions {
  readonly settings?: Settings | undefined;
  readonly approvals?: Approvals | undefined;
  readonly baseline?: Baseline | undefined;
}
export interface Decided {
  readonly findings: ReadonlyArray<ToldFinding>;
  /** How many of the baseline are mended. */
  readonly mended: number;
  /** Which these are. */
  readonly gone: Baseline['findings'];
}

/** Settings first, then who answers for a finding, then what was there before. What is wrong with the approvals themselves nobody can approve. */
export function decide(
  findings: ReadonlyArray<ToldFinding>,
  { settings, approvals, baseline }: Decisions,
  today: string,
): Decided {
  const known = new Set(baseline?.findings.map(({ fingerprint }) => fingerprint));
  const approved = new Map(
    approvals?.entries.filter(({ expires }) => expires >= today).map((each) => [each.fingerprint, each]),
  );
  const decided = findings.map((finding): ToldFinding => {
    const severity = settings ? severityIn(settings, finding) : finding.severity;
    if (severity === 'OFF') return { ...finding, state: 'OFF' };
    const approval = approved.get(finding.fingerprint);
    if (approval) return { ...finding, severity, state: 'APPROVED', approval: approvalOf(approval) };
    return { ...finding, severity, state: known.has(finding.fingerprint) ? 'KNOWN' : 'NEW' };
  });
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const gone = (baseline?.findings ?? []).filter(({ fingerprint }) => !found.has(fingerprint));
  const ofApprovals = approvals ? [...expired(approvals, today), ...unused(approvals, found, today)] : [];
  return {
    findings: inOrder([
      ...decided,
      ...ofApprovals.map(
        (each): ToldFinding => ({
          ...each,
          layer: 'APPROVALS',
          declared: each.severity,
          fingerprint: fingerprintOf(each),
          state: 'NEW',
        }),
      ),
    ]),
    mended: new Set(gone.map(({ fingerprint }) => fingerprint)).size,
    gone,
  };
}

function approvalOf({ reason, author, expires }: Approval): NonNullable<ToldFinding['approval']> {
  return { reason, author, expires };
}
