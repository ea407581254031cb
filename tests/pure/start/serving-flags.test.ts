import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { servingFlags } from '../../../scripts/serving-flags.ts';

it('every command that answers requests starts Node with the same flags', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  for (const name of ['start', 'gateway'])
    expect(scripts[name]).toBe(`tsx ${servingFlags.join(' ')} scripts/${name}.ts`);
});
