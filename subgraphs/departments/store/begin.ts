import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { createTogether, NotTogether } from '../../runtime/together.ts';
import type { filings } from '../tables.ts';
import { createCounted, type Transaction, writesCounters } from './counted.ts';
import type { Decide, Decision, DeskFiling } from './filings.ts';
import { sentBefore } from './outgoing.ts';

interface Beginning {
  readonly filing: Omit<DeskFiling, 'state'>;
  readonly decide: Decide;
}
/** What is written of it. */
export interface BeginParts {
  readonly rowOf: (filing: DeskFiling) => Omit<typeof filings.$inferSelect, 'receivedAt'>;
  readonly send: (transaction: Transaction, id: string, decision: Decision) => Promise<void>;
}

/** As many as one who carries them hands over at once. */
export const mostTogether = 8;

/** It lies on the desk already: numbers that were taken for it are put back with the rest. */
class KnownBefore extends NotTogether {}

/**
 * Takes filings in and decides them, those that come together in one transaction: a department's counters are held once for all of them, and not by each
 * until the next has them. Rejects where one lies on the desk already, and with what its decision rejects with.
 */
export function createBegin(
  db: PostgresJsDatabase,
  { rowOf, send }: BeginParts,
): (filing: Beginning['filing'], decide: Decide) => Promise<DeskFiling> {
  const decideAll = async (
    transaction: Transaction,
    beginnings: ReadonlyArray<Beginning>,
  ): Promise<ReadonlyArray<DeskFiling>> => {
    const counted = createCounted(transaction);
    const decided: Array<{ readonly filing: DeskFiling; readonly decision: Decision | null }> = [];
    for (const { filing, decide } of beginnings) {
      const begun: DeskFiling = { ...filing, state: 'SUBMITTED' };
      const decision = await decide(begun, counted.next, sentBefore(transaction, filing.id));
      const { state, record } = decision ?? begun;
      decided.push({ filing: { ...begun, state, record }, decision });
    }
    const given = {
      counters: counted.rows(),
      filings: decided.map(({ filing }) => {
        const { sealed, requestHash, decidedAt, ...row } = rowOf(filing);
        return { ...row, request_hash: requestHash, decided_at: decidedAt, sealed: sealed.toString('base64') };
      }),
    };
    const inserted = await transaction.execute(sql`
      with given as (
        select ${JSON.stringify(given)}::text::jsonb as rows
      ), ${writesCounters}
      insert into filings (id, matter, party, state, request_hash, sealed, decided_at)
      select new.id, new.matter, new.party, new.state, new.request_hash, decode(new.sealed, 'base64'), new.decided_at
      from given, jsonb_to_recordset(given.rows -> 'filings') as new(
        id text, matter text, party text, state text, request_hash text, sealed text, decided_at timestamptz)
      on conflict do nothing
      returning id`);
    if (inserted.length < beginnings.length) throw new KnownBefore();
    for (const { filing, decision } of decided) if (decision) await send(transaction, filing.id, decision);
    return decided.map(({ filing }) => filing);
  };
  const write = async (beginnings: ReadonlyArray<Beginning>): Promise<ReadonlyArray<DeskFiling>> => {
    // In one order, so that two transactions never wait for each other's counters.
    const sorted = [...beginnings].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const begun = await db
      .transaction((transaction) => decideAll(transaction, sorted))
      .catch((error: unknown) => {
        // A transaction in which something failed is over: the others are taken in without it.
        throw beginnings.length > 1 ? new NotTogether('Not all could be taken in.', { cause: error }) : error;
      });
    const byId = new Map(begun.map((filing) => [filing.id, filing]));
    return beginnings.map(({ filing }) => byId.get(filing.id) as DeskFiling);
  };
  const together = createTogether({
    write,
    most: mostTogether,
    atOnce: 1,
    keysOf: ({ filing }: Beginning) => [filing.id],
  });
  return (filing, decide) => together({ filing, decide });
}

const orderOf = ({ filing }: Beginning): string => `${filing.matter} ${filing.id}`;
