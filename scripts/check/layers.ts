import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import type { LayerFinding, LayerName } from './findings.ts';
import type { LayerState } from './report.ts';

/** What one layer says; without `because` it judged everything. */
export interface LayerOutcome {
  readonly findings: ReadonlyArray<Finding>;
  readonly state?: 'PARTLY' | 'NOT_JUDGED';
  readonly because?: ReadonlyArray<string>;
}
export interface Layer {
  readonly name: LayerName;
  readonly run: () => LayerOutcome | Promise<LayerOutcome>;
}

/** Runs every layer, whatever becomes of the others: one that breaks off is said to have, and hides nothing of the rest. */
export async function runLayers(
  layers: ReadonlyArray<Layer>,
): Promise<{ readonly layers: ReadonlyArray<LayerState>; readonly findings: ReadonlyArray<LayerFinding> }> {
  const states: LayerState[] = [];
  const findings: LayerFinding[] = [];
  for (const { name, run } of layers) {
    try {
      const outcome = await run();
      findings.push(...outcome.findings.map((finding) => ({ ...finding, layer: name })));
      states.push({ layer: name, state: outcome.state ?? 'JUDGED', because: outcome.because ?? [] });
    } catch (error) {
      if (error instanceof UnreadableInput) throw error;
      states.push({ layer: name, state: 'FAILED', because: [error instanceof Error ? error.message : String(error)] });
    }
  }
  return { layers: states, findings };
}

/** Something that was named to be read cannot be: bad usage, and no finding. */
export class UnreadableInput extends Error {
  readonly input: string;
  constructor(input: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.input = input;
  }
}

/** Does what reads an input; what it throws is that input's fault. */
export function reading<T>(input: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableInput(input, error);
  }
}

/** A folder that was named; it must be there. */
export function existingFolder(folder: string): string {
  return reading(folder, () => {
    if (!statSync(folder).isDirectory()) throw new Error('no folder');
    return resolve(folder);
  });
}
