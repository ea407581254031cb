import { explainedCodes } from '../explain.ts';
import type { ToldFinding } from '../findings.ts';
import { blocks, type Report, toldIn } from '../report.ts';

/** For dashboards: one case per rule, in one suite per group. What does not block is told beside a case that passes. */
export function junitOf(report: Report): string {
  const byRule = new Map<string, ToldFinding[]>();
  for (const finding of toldIn(report)) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const explained = explainedCodes().map(({ code, group }) => [code, group] as const);
  const named = new Map([...[...byRule.keys()].map((code) => [code, 'composition'] as const), ...explained]);
  const groups = [...new Set(named.values())].sort();
  const suites = groups.map((group) => {
    const codes = [...named].flatMap(([code, of]) => (of === group ? [code] : [])).sort();
    return suiteOf(
      group,
      codes.map((code) => caseOf(group, code, byRule.get(code) ?? [])),
    );
  });
  const layers = report.layers.map(({ layer, state, because }): Case => {
    const open = `<testcase classname="layers" name="${escaped(layer)}"`;
    const why = escaped(because.join(', '));
    if (state === 'FAILED') return { outcome: 'errors', xml: `${open}><error message="${why}"/></testcase>` };
    if (state === 'JUDGED') return { outcome: 'passed', xml: `${open}/>` };
    return { outcome: 'skipped', xml: `${open}><skipped message="${why}"/></testcase>` };
  });
  const all = [...suites, suiteOf('layers', layers)];
  const sum = (count: (suite: Suite) => number): number => all.reduce((total, suite) => total + count(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="check" tests="${sum((each) => each.tests)}" failures="${sum((each) => each.failures)}" errors="${sum((each) => each.errors)}">`,
    ...all.map(({ xml }) => xml),
    '</testsuites>',
  ].join('\n');
}

interface Case {
  readonly outcome: 'passed' | 'failures' | 'errors' | 'skipped';
  readonly xml: string;
}
interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

function suiteOf(name: string, cases: ReadonlyArray<Case>): Suite {
  const count = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  const [tests, failures, errors] = [cases.length, count('failures'), count('errors')];
  const head = `<testsuite name="${escaped(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${count('skipped')}">`;
  return { tests, failures, errors, xml: [head, ...cases.map(({ xml }) => xml), '</testsuite>'].join('\n') };
}

function caseOf(group: string, code: string, findings: ReadonlyArray<ToldFinding>): Case {
  const open = `<testcase classname="${escaped(group)}" name="${escaped(code)}"`;
  if (findings.length === 0) return { outcome: 'passed', xml: `${open}/>` };
  const told = escaped(findings.map(lineOf).join('\n'));
  const blocking = findings.filter(blocks);
  if (blocking.length === 0) return { outcome: 'passed', xml: `${open}><system-out>${told}</system-out></testcase>` };
  const message = escaped(`${blocking.length}: ${blocking[0]?.message.en}`);
  return {
    outcome: 'failures',
    xml: `${open}><failure type="${escaped(code)}" message="${message}">${told}</failure></testcase>`,
  };
}

function lineOf({ file, line, column, severity, state, message, mend }: ToldFinding): string {
  return `${file}:${line}:${column} ${severity}${state === 'NEW' ? '' : ` ${state}`} ${message.zh} ${mend.zh} ${message.en} ${mend.en}`;
}

/** Characters that XML 1.0 cannot hold are told as such. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
