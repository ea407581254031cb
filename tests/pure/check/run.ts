import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { checkCommand, type Surroundings } from '../../../scripts/check/command.ts';
import { type LayerFinding, undecided } from '../../../scripts/check/findings.ts';
import type { Layer, LayerOutcome } from '../../../scripts/check/layers.ts';
import type { Report } from '../../../scripts/check/report.ts';
import type { Examination } from '../../../scripts/check/repository.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
/** The schema that is published for the JSON of a report. */
export const isReport = ajv.compile(
  JSON.parse(readFileSync(new URL('../../../schema/check/report.schema.json', import.meta.url), 'utf8')),
);

export const finding = (change: Partial<LayerFinding> = {}): LayerFinding => ({
  layer: 'CATALOGUE',
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

export const reportOf = (findings: ReadonlyArray<LayerFinding>, layers: Report['layers'] = []): Report => ({
  date: '2026-11-27',
  layers,
  findings: undecided(findings),
  mended: 0,
});

export const layer = (name: Layer['name'], run: () => LayerOutcome): Layer => ({ name, run });

/** What is looked at, instead of this repository. */
export const examined = (layers: ReadonlyArray<Layer>): Examination => ({ layers, consequences: () => ({}) });

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
