import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { type Explained, explain } from '../explain.ts';
import type { ToldFinding } from '../findings.ts';
import { exitOf, exits, type Report } from '../report.ts';

const levels = { ERROR: 'error', WARNING: 'warning', INFO: 'note' } as const;
const baselineStates = { NEW: 'new', KNOWN: 'unchanged', APPROVED: 'unchanged', OFF: 'unchanged' } as const;

/**
 * SARIF 2.1.0, for code scanning: rules under their codes, paths from the top of the repository, and a fingerprint by which a finding is the
 * same one in the next run. Nothing of it hangs on the clock or on the machine.
 */
export function sarifOf(report: Report): string {
  const codes = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'yijianshi-check', rules: codes.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: exitOf(report) !== exits.failed,
            exitCode: exitOf(report),
            toolExecutionNotifications: report.layers.flatMap(notificationOf),
          },
        ],
        results: report.findings.map((finding) => resultOf(finding, codes.indexOf(finding.rule))),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function descriptorOf(code: string): ReportingDescriptor {
  const explained: Explained | undefined = explain(code);
  if (!explained) return { id: code };
  const { what, why, mend, source, group, severity } = explained;
  const both = (zh: string, en: string): string => `${zh}\n\n${en}`;
  return {
    id: code,
    shortDescription: { text: what.en },
    fullDescription: { text: both(`${what.zh}${why.zh}`, `${what.en} ${why.en}`) },
    help: {
      text: both(mend.zh, mend.en),
      markdown: `${what.zh}\n\n${what.en}\n\n**为什么 Why** ${why.zh} ${why.en}\n\n**如何修改 How to mend it** ${mend.zh} ${mend.en}\n\n来源 Source: ${source}`,
    },
    defaultConfiguration: { level: severity === 'trial' ? 'note' : severity === 'warning' ? 'warning' : 'error' },
    properties: { tags: [group] },
  };
}

function resultOf(finding: ToldFinding, ruleIndex: number): Result {
  const { rule, severity, state, file, line, column, message, mend, fingerprint, part } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    baselineState: baselineStates[state],
    message: { text: `${message.zh} ${mend.zh}\n${message.en} ${mend.en}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(part === '' ? {} : { logicalLocations: [{ fullyQualifiedName: part }] }),
      },
    ],
    partialFingerprints: { 'yijianshiFinding/v1': fingerprint },
    ...suppressed(finding),
  };
}

/** What was decided elsewhere than in the file: by an approval, or by settings. */
function suppressed({ state, approval }: ToldFinding): Pick<Result, 'suppressions'> {
  if (state === 'OFF') return { suppressions: [{ kind: 'external', status: 'accepted', justification: 'settings' }] };
  if (!approval) return {};
  const justification = `${approval.reason} (${approval.author}, ${approval.expires})`;
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

function notificationOf({ layer, state, because }: Report['layers'][number]): ReadonlyArray<Notification> {
  if (state === 'JUDGED') return [];
  return [
    { level: state === 'FAILED' ? 'error' : 'warning', message: { text: `${layer} ${state}: ${because.join(', ')}` } },
  ];
}
