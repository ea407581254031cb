import { countsOf, exitOf, type Report } from '../report.ts';

/** Raised when a member goes or means something else; members may come. */
const version = 1;

/** For programs: `schema/check/report.schema.json`. */
export function jsonOf(report: Report): string {
  return JSON.stringify(jsonValue(report), null, 2);
}

export function jsonValue(report: Report): Readonly<Record<string, unknown>> {
  const { date, about, layers, findings, gone = [], effect, removal, coverage, trend } = report;
  return {
    json_version: version,
    date,
    exit: exitOf(report),
    counts: countsOf(report),
    layers,
    findings,
    ...(about ? { about } : {}),
    ...(gone.length > 0 ? { gone } : {}),
    ...(effect ? { effect } : {}),
    ...(removal ? { removal } : {}),
    ...(coverage ? { coverage } : {}),
    ...(trend ? { trend } : {}),
  };
}
