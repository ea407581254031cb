import type { Reporter, TestModule } from 'vitest/node';

interface Line {
  files: number;
  tests: number;
  /** Milliseconds that its files took, loading included, one after another. */
  work: number;
  slowest: readonly [file: string, milliseconds: number];
}

/** At the end of a run, what each project took and which file most. */
export class Timings implements Reporter {
  readonly #lines = new Map<string, Line>();

  onTestModuleEnd(module: TestModule): void {
    const { collectDuration, setupDuration, prepareDuration, environmentSetupDuration, duration } = module.diagnostic();
    const took = collectDuration + setupDuration + prepareDuration + environmentSetupDuration + duration;
    const line = this.#lines.get(module.project.name) ?? { files: 0, tests: 0, work: 0, slowest: ['', 0] };
    line.files += 1;
    line.tests += [...module.children.allTests()].length;
    line.work += took;
    if (took > line.slowest[1]) line.slowest = [module.relativeModuleId, took];
    this.#lines.set(module.project.name, line);
  }

  onTestRunEnd(): void {
    for (const [name, { files, tests, work, slowest }] of [...this.#lines].sort()) {
      const [file, longest] = slowest;
      console.log(
        `${name.padStart(12)}  ${files} files, ${tests} tests, ${seconds(work)} of work; slowest ${file}, ${seconds(longest)}`,
      );
    }
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
