import { type CrashPoint, crashPoints } from './crash-points.ts';
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy.ts';
import { createSetting } from './setting.ts';

/** That come while a point is waited for, again and again until it is reached. */
const submissionsEach = 3;
/** A point is passed over so many times at most before it kills: not always the first submission is hit. */
const mostPassed = 3;
const patienceMs = 60_000;

export interface Killing {
  /** At each point. */
  readonly kills: number;
  readonly seed: number;
  readonly random: () => number;
}

const named = ({ when, name }: CrashPoint): string => `${when === 'BEFORE' ? 'before' : 'after'} ${name}`;

/** Kills the product at every crash point so many times, in an order that a seed decides. Answers whether all holds. */
export async function killAtPoints({ kills, seed, random }: Killing): Promise<boolean> {
  let proxy: PostgresProxy | null = null;
  const setting = await createSetting(async (url) => {
    proxy = await startPostgresProxy(url);
    return proxy.url;
  });
  const between = proxy as unknown as PostgresProxy;
  const order = Array.from({ length: kills }, () => crashPoints)
    .flat()
    .map((point) => ({ point, place: random() }))
    .sort((a, b) => a.place - b.place);
  const happened = new Map(crashPoints.map((point) => [named(point), 0]));
  const missed: string[] = [];
  const submitting: Promise<void>[] = [];
  let next = 0;
  for (const [number, { point }] of order.entries()) {
    let isOver = false;
    const reaching = between
      .reach(point, 1 + Math.floor(random() * mostPassed), AbortSignal.timeout(patienceMs))
      .finally(() => {
        isOver = true;
      });
    while (!isOver) {
      const some = Array.from({ length: submissionsEach }, () => setting.submit(next++, true));
      submitting.push(...some);
      await Promise.race([reaching, Promise.all(some)]);
    }
    setting.product().child.kill('SIGKILL');
    between.open();
    await setting.again('SIGKILL');
    const isReached = await reaching;
    if (isReached) happened.set(named(point), (happened.get(named(point)) ?? 0) + 1);
    else missed.push(`${named(point)}: it was not reached`);
    console.log(`${number + 1} of ${order.length}: ${named(point)}${isReached ? '' : ', not reached'}`);
  }
  await Promise.all(submitting);
  const holds = await setting.finish(happened, seed);
  await between.close();
  for (const said of missed) console.log(said);
  return holds && missed.length === 0;
}
