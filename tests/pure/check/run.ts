import { checkCommand, type Surroundings } from '../../../scripts/check/command.ts';
import { undecided } from '../../../scripts/check/findings.ts';
import type { Layer, LayerOutcome } from '../../../scripts/check/layers.ts';
import type { Report } from '../../../scripts/check/report.ts';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';

export const finding = (change: Partial<Finding> = {}): Finding => ({
  rule: 'NO_REMEDY',
  severity: 'ERROR',
  file: 'subgraphs/departments/health/matters/a.yaml',
  line: 3,
  column: 5,
  part: 'requirements[A-01].name',
  message: { zh: '有误。', en: 'Wrong.' },
  mend: { zh: '请改。', en: 'Mend it.' },
  ...change,
});

export const reportOf = (findings: ReadonlyArray<Finding>, layers: Report['layers'] = []): Report => ({
  date: '2026-11-27',
  layers,
  findings: undecided(findings),
});

export const layer = (name: Layer['name'], run: () => LayerOutcome): Layer => ({ name, run });

/** The command in this process: what it ends with, and what it says. */
export async function run(args: ReadonlyArray<string>, around: Partial<Surroundings> = {}) {
  let [out, err] = ['', ''];
  const code = await checkCommand(args, {
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    colour: false,
    today: '2026-11-27',
    ...around,
  });
  return { code, out, err };
}
