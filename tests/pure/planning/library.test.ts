import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { newbornAnswers, newbornParties } from '../../../scripts/newborn-example.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Situation } from '../../../subgraphs/planning/types.ts';
import { inputFor } from './catalogue-input.ts';

const entry = fileURLToPath(new URL('../../../subgraphs/planning/index.ts', import.meta.url));

it('the planning core is bundled for a browser unchanged, and plans there what it plans here', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'planning',
    write: false,
    metafile: true,
  });
  const foreign = Object.keys(metafile.inputs).filter(
    (path) => !/subgraphs\/(planning|language)\//.test(path) && !path.includes('node_modules/@noble/hashes/'),
  );
  expect(foreign).toEqual([]);
  const input = inputFor('newborn', '330381000000', {
    answers: newbornAnswers as Situation['answers'],
    parties: newbornParties,
  });
  // No process, no require, no Buffer: what a browser has, and of that only what the core may use.
  const context = createContext({ TextEncoder, text: JSON.stringify(input) });
  runInContext(outputFiles[0]?.text as string, context);
  const there = JSON.parse(runInContext('JSON.stringify(planning.buildPlan(JSON.parse(text)))', context) as string);
  expect(there).toEqual(JSON.parse(JSON.stringify(buildPlan(input))));
});
