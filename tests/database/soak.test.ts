import { expect, it } from 'vitest';
import { soak } from '../../scripts/bench/soak.ts';
import { startGraph } from './gateway-of.ts';

const answers = Number(process.env.ANSWERS ?? 200);

it('answers everything for a while, whatever languages clients name, and leaves no handle behind', async () => {
  const graph = await startGraph({ production: true });
  const soaked = await soak(graph.gateway, { samples: 4, enough: (asked) => asked >= answers / 4 });
  await graph.close();
  expect(soaked.failures).toEqual([]);
  expect(soaked.answered).toBeGreaterThanOrEqual(answers);
  // Connections come and go; what each answer left behind would be hundreds.
  expect(soaked.handlesGrown).toBeLessThan(20);
});
