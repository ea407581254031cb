import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { RateCounter, RateOptions } from '../gateway/index.ts';
import { connect } from '../subgraphs/runtime/connect.ts';
import type { Log } from '../subgraphs/runtime/log.ts';

const table = 'gateway_rates';
/** A store that is slower than this is out: nobody waits for a count. */
const withinMs = 300;
/** A store that was out is left alone for so long. */
const aloneMs = 5000;
const tidyEveryMs = 60_000;

export interface SharedRate extends RateCounter {
  close(): Promise<void>;
}

/**
 * Counts what callers ask for in a PostgreSQL that several gateways share, so that a limit is one limit however many there are. While it is
 * out each counts by itself and goes on with nothing spent: too much is let through then, by as much as there are gateways, and nobody
 * is refused for it. The table is not logged: after a crash of the store everybody begins anew.
 */
export function createSharedRate(url: string, { points, perSeconds }: RateOptions, log: Log): SharedRate {
  const sql = connect(url, { max: 4, idle_timeout: 60 });
  let aloneUntil = 0;
  let prepared = false;
  const ask = async <Row extends object>(text: string, values: ReadonlyArray<string | number> = []): Promise<Row[]> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new Error('The store of rates did not answer in time.')), withinMs);
    });
    try {
      return (await Promise.race([sql.unsafe<Row[]>(text, [...values]), late])) as Row[];
    } finally {
      clearTimeout(timer);
    }
  };
  const prepare = async (): Promise<void> => {
    if (prepared) return;
    await ask(
      `create unlogged table if not exists ${table} (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
    );
    prepared = true;
  };
  const query = async ({ text, values }: { text: string; values?: ReadonlyArray<string | number> }) => {
    if (performance.now() < aloneUntil) throw new Error('The store of rates is out.');
    try {
      await prepare();
      const rows = await ask(text, values);
      if (aloneUntil > 0) log.info({}, 'the store of rates answers again: limits are shared');
      aloneUntil = 0;
      return { rows, rowCount: rows.length };
    } catch (err) {
      if (aloneUntil === 0) log.warn({ err }, 'the store of rates is out: each gateway counts by itself');
      aloneUntil = performance.now() + aloneMs;
      throw err;
    }
  };
  const limiter = new RateLimiterPostgres({
    ...{
      storeClient: { query },
      storeType: 'pool',
      tableName: table,
      tableCreated: true,
      clearExpiredByTimeout: false,
    },
    ...{ points, duration: perSeconds, keyPrefix: '' },
    // Who has spent everything is refused without asking.
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ points, duration: perSeconds }),
  });
  const tidying = setInterval(() => {
    query({ text: `delete from ${table} where expire < $1`, values: [Date.now()] }).catch(() => {});
  }, tidyEveryMs);
  tidying.unref();
  return {
    // Who it was is nothing that anybody need read there.
    consume: (caller, spent) => limiter.consume(createHmac('sha256', url).update(caller).digest('base64url'), spent),
    close: async () => {
      clearInterval(tidying);
      await sql.end({ timeout: 2 });
    },
  };
}
