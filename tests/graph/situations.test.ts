import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { askGateway, faultsOf, readSituation } from './situation.ts';
import { serveSubgraphs } from './situation-subgraphs.ts';

/*
 * What users of federation gateways met, each as a folder: subgraphs, what they know and how they misbehave, operations and what is right
 * to answer. A new one is a new folder. Those in `pending.json` are answered wrongly as yet; one that is mended has to leave the list.
 */
const home = new URL('./situations/', import.meta.url).pathname;
const pending = new Set(JSON.parse(readFileSync(join(home, 'pending.json'), 'utf8')) as ReadonlyArray<string>);
const names = readdirSync(home, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));

/** Several times, for an operation that comes again may be answered by other code. */
const timesAsked = 3;

async function faultsIn(name: string): Promise<ReadonlyArray<string>> {
  const situation = readSituation(join(home, name));
  const served = await serveSubgraphs(situation.subgraphs);
  const gateway = await createGateway({
    supergraph: { sdl: served.supergraph },
    planning: 'HERE',
    ...situation.settings,
  });
  try {
    const address = `${await gateway.listen(0, '127.0.0.1')}/graphql`;
    const faults: string[] = [];
    for (const [index, step] of situation.steps.entries()) {
      for (let time = 1; time <= (step.times ?? timesAsked); time++) {
        served.asked.length = 0;
        const found = faultsOf(step.expect, await askGateway(address, step), served.asked);
        faults.push(...found.map((fault) => `step ${index + 1}, time ${time}: ${fault}`));
        if (found.length > 0) break;
      }
    }
    return faults;
  } finally {
    await gateway.close();
    await served.close();
  }
}

describe('what users of federation gateways met', () => {
  it.each(names)('%s', async (name) => {
    const faults = await faultsIn(name);
    if (pending.has(name)) expect(faults, `${name} is mended: take it off pending.json`).not.toEqual([]);
    else expect(faults).toEqual([]);
  });
  it('nothing is pending that is not there', () => {
    expect([...pending].filter((name) => !names.includes(name))).toEqual([]);
  });
});
