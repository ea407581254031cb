import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servingFlags } from '../../serving-flags.ts';

const start = fileURLToPath(new URL('../../start.ts', import.meta.url));

export interface Product {
  readonly child: ChildProcess;
  readonly address: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** The last of what it said. */
  said(): string;
}

/** `npm start` in a process of its own, on a database of ours, until it says that it is ready. Throws what it said where it ends. */
export async function startProduct(
  data: string,
  port: number,
  environment: Readonly<Record<string, string>>,
  flags: ReadonlyArray<string> = [],
): Promise<Product> {
  const child = spawn(
    process.execPath,
    [...servingFlags, ...flags, '--import', 'tsx', start, '--port', String(port), '--data', data],
    { env: { ...process.env, NODE_ENV: 'development', PAYMENT_PROVIDER: 'sandbox-at-once', ...environment } },
  );
  let said = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = new Promise<void>((done, failed) => {
    const hear = (chunk: Buffer): void => {
      said = `${said}${chunk}`.slice(-20_000);
      if (/ready at http/.test(said)) done();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    ended.then(() => failed(new Error(`The product ended: ${said}`)));
  });
  await ready;
  return {
    child,
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** The number of the database's first process. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
