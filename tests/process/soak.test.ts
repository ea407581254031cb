import { expect, it } from 'vitest';
import { soak } from '../../scripts/bench/soak.ts';

it('answers everything for a while, whatever languages clients name, and leaves no handle behind', async () => {
  const soaked = await soak({ seconds: 10, samples: 4 });
  expect(soaked.failed).toBe(0);
  expect(soaked.answered).toBeGreaterThan(50);
  expect(soaked.handlesGrown).toBeLessThanOrEqual(8);
}, 120_000);
