import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import { doors, reachedBy } from '../../attacks/doors.ts';
import { bearerOf, samplesOn } from '../../attacks/ground.ts';
import { api, inputsOf, standingAt, withValue } from '../../attacks/inputs.ts';
import { attacksOnRoute, type Route, sendTo } from '../../attacks/requests.ts';
import { attacksOn } from '../../attacks/values.ts';
import { inputFor } from '../../database/gateway-of.ts';
import { clientOf, startedFolder, startProduct } from '../process.ts';
import { startAttacker } from './attacker.ts';
import { residentOf, type Times, tidy, timesDuring } from './quiet.ts';

/** What is shorter is no more work than what everybody asks. */
const worthTrying = 5000;
/** Something else may hold the machine up once, but not whenever the same is sent. */
const tries = 3;
/** For so long each is watched at least. */
const leastMs = 200;

interface Row {
  /** The field or the route that it is sent to. */
  readonly door: string;
  send(): Promise<unknown>;
}

it('no door’s rows hold anybody else up, and all together leave no memory behind', async () => {
  const folder = await startedFolder();
  const product = await startProduct(folder, await freePort());
  const { address, child } = product;
  const client = clientOf(address, folder);
  const plan = await client.plan();
  const { submission } = await client.submit(inputFor(plan, { idempotencyKey: 'ground' }));
  const id = submission?.id ?? '';
  const ground = { plan, submission: id, filing: `${id}-4`, material: plan.materials[0]?.id ?? '' };
  const rows = [...ofInputs(address, folder, samplesOn(ground)), ...ofRoutes(new URL(address))];
  expect(rows.length).toBeGreaterThan(300);

  const before = await residentOf(child.pid);
  const quiet = { times: await timesDuring(address, delay(leastMs)) };
  for (const door of new Set(rows.map((row) => row.door))) {
    const sent = rows.filter((row) => row.door === door);
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < tries && ratio >= 10; attempt++) ratio = await heldUpBy(sent, address, quiet);
    expect(ratio, `times as long as in quiet times, beside what is sent to ${door}`).toBeLessThan(10);
  }
  await tidy(child);
  await expect.poll(() => residentOf(child.pid), { interval: 500 }).toBeLessThan(before + 256);
});

/** How many times longer than before and after another caller waits while these are sent, one after the other. The time after is the time before the next. */
async function heldUpBy(rows: ReadonlyArray<Row>, address: string, quiet: { times: Times }): Promise<number> {
  const earlier = quiet.times;
  const sent = async (): Promise<void> => {
    const begun = performance.now();
    do for (const { send } of rows) await send();
    while (performance.now() - begun < leastMs);
  };
  const meanwhile = await timesDuring(address, sent());
  const later = await timesDuring(address, delay(leastMs));
  quiet.times = later;
  const of = (what: keyof Times): number => meanwhile[what] / Math.max(earlier[what], later[what]);
  return Math.max(of('livez'), of('small'));
}

function ofInputs(address: string, folder: string, samples: ReturnType<typeof samplesOn>): ReadonlyArray<Row> {
  const tokens = JSON.parse(readFileSync(join(folder, 'dev-tokens.json'), 'utf8')) as {
    readonly citizen: string;
    readonly clerks: Readonly<Record<string, string>>;
    readonly staff: Readonly<Record<string, string>>;
  };
  const attack = startAttacker();
  return inputsOf(api, samples).flatMap((input): Row[] => {
    const bearer = bearerOf(input.root, tokens);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    return attacksOn(input.type, standingAt(input, samples)).flatMap(({ value }) => {
      const body = JSON.stringify({ query: input.query, variables: withValue(input, value) });
      if (body.length < worthTrying) return [];
      const send = () => attack(`${address}/graphql`, { method: 'POST', headers, body });
      return [{ door: input.root, send }];
    });
  });
}

function ofRoutes(address: URL): ReadonlyArray<Row> {
  return (doors.gateway ?? []).flatMap((door) => {
    const [method = '', path = ''] = door.split(' ');
    const route: Route = { method, path };
    const reached = reachedBy[path] ?? path;
    return attacksOnRoute(route, reached)
      .filter((attack) => JSON.stringify(attack).length >= worthTrying)
      .map((attack) => ({ door, send: () => sendTo(address, route, reached, attack) }));
  });
}
