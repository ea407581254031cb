import { setTimeout as delay } from 'node:timers/promises';
import { mostNewborns } from '../bench/submissions/citizens.ts';
import { createSetting } from './setting.ts';

/** Between two faults, in milliseconds. */
const [shortestPause, longestPause] = [2000, 8000];
const longestFreezeMs = 5000;

export interface Breaking {
  readonly minutes: number;
  /** Who submit at once. */
  readonly clients: number;
  readonly seed: number;
  readonly random: () => number;
}

/** Under load, at moments that a seed decides: the product is killed and frozen, its database stopped, killed and cut off. Answers whether all holds. */
export async function breakAtRandom({ minutes, clients, seed, random }: Breaking): Promise<boolean> {
  const setting = await createSetting();
  const { sql, product, postmaster, again } = setting;
  const between = (least: number, most: number): number => least + random() * (most - least);
  const signal = (pid: number, name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // It is being started again: the next fault finds it.
    }
  };
  const freeze = async (pid: number): Promise<void> => {
    signal(pid, 'SIGSTOP');
    await delay(between(500, longestFreezeMs));
    signal(pid, 'SIGCONT');
  };
  const faults: Readonly<Record<string, () => Promise<void>>> = {
    'product killed': () => again('SIGKILL'),
    'product ended in order': () => again('SIGTERM'),
    'product frozen': () => freeze(product().child.pid as number),
    'database killed': async () => signal(postmaster(), 'SIGKILL'),
    'database stopped': async () => signal(postmaster(), 'SIGINT'),
    'database frozen': () => freeze(postmaster()),
    'connections cut off': async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`.catch(
        () => {},
      );
    },
  };
  const happened = new Map<string, number>();
  let over = false;
  let next = 0;
  const submitting = Array.from({ length: clients }, async () => {
    while (!over && next < mostNewborns) await setting.submit(next++);
  });
  const names = Object.keys(faults);
  for (const until = Date.now() + minutes * 60_000; Date.now() < until; ) {
    await delay(between(shortestPause, longestPause));
    const name = names[Math.floor(random() * names.length)] as string;
    happened.set(name, (happened.get(name) ?? 0) + 1);
    await faults[name]?.();
  }
  over = true;
  await Promise.all(submitting);
  return setting.finish(happened, seed);
}
