import { asc, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isAnyOf } from '../../runtime/any-of.ts';
import { createTogether, NotTogether } from '../../runtime/together.ts';
import { commands, filings } from '../tables.ts';
import { mostTogether } from './begin.ts';
import { createCounted, type Transaction, writesCounters } from './counted.ts';
import type { Decide, Decision, DeskFiling } from './filings.ts';
import { sentBefore } from './outgoing.ts';

interface Changing {
  readonly id: string;
  readonly command: string | null;
  readonly decide: Decide;
}
type Row = typeof filings.$inferSelect;
export interface ChangeParts {
  readonly opened: (row: Row) => DeskFiling;
  /** What is written of where it stands from now on. */
  readonly rowOf: (filing: DeskFiling) => Pick<Row, 'id' | 'state' | 'sealed' | 'decidedAt'>;
  readonly send: (transaction: Transaction, id: string, decision: Decision) => Promise<void>;
}

/** Decides filings under their locks, those that come together in one transaction, as they are taken in. Answers as of `DeskFilings.change`. */
export function createChange(
  db: PostgresJsDatabase,
  { opened, rowOf, send }: ChangeParts,
): (id: string, command: string | null, decide: Decide) => Promise<DeskFiling | null> {
  const decideAll = async (
    transaction: Transaction,
    changing: ReadonlyArray<Changing>,
  ): Promise<ReadonlyMap<string, DeskFiling>> => {
    const ids = changing.map(({ id }) => id);
    // In one order, so that two transactions never wait for each other.
    const locked = await transaction
      .select()
      .from(filings)
      .where(isAnyOf(filings.id, ids))
      .orderBy(asc(filings.matter), asc(filings.id))
      .for('update');
    const byId = new Map(changing.map((each) => [each.id, each]));
    const begun = await performedFirst(
      transaction,
      locked.map(({ id }) => byId.get(id) as Changing),
    );
    const counted = createCounted(transaction);
    const standing = new Map<string, DeskFiling>();
    const decided: Array<{ readonly filing: DeskFiling; readonly decision: Decision }> = [];
    for (const row of locked) {
      const before = opened(row);
      const { command, decide } = byId.get(row.id) as Changing;
      const isFirst = command === null || begun.has(command);
      const decision = isFirst ? await decide(before, counted.next, sentBefore(transaction, row.id)) : null;
      const after = decision ? { ...before, state: decision.state, record: decision.record } : before;
      standing.set(row.id, after);
      if (decision) decided.push({ filing: after, decision });
    }
    if (decided.length === 0) return standing;
    const given = {
      counters: counted.rows(),
      filings: decided.map(({ filing }) => {
        const { id, state, sealed, decidedAt } = rowOf(filing);
        return { id, state, sealed: sealed.toString('base64'), decided_at: decidedAt };
      }),
    };
    await transaction.execute(sql`
      with given as (
        select ${JSON.stringify(given)}::text::jsonb as rows
      ), ${writesCounters}
      update filings set state = new.state, sealed = decode(new.sealed, 'base64'), decided_at = new.decided_at
      from given, jsonb_to_recordset(given.rows -> 'filings') as new(
        id text, state text, sealed text, decided_at timestamptz)
      where ${isAnyOf(filings.id, ids)} and filings.id = new.id`);
    for (const { filing, decision } of decided) await send(transaction, filing.id, decision);
    return standing;
  };
  const together = createTogether<Changing, DeskFiling | null>({
    async write(changing) {
      const standing = await db
        .transaction((transaction) => decideAll(transaction, changing))
        .catch((error: unknown) => {
          // A transaction in which something failed is over: the others are decided without it.
          throw changing.length > 1 ? new NotTogether('Not all could be decided.', { cause: error }) : error;
        });
      return changing.map(({ id }) => standing.get(id) ?? null);
    },
    most: mostTogether,
    atOnce: 1,
    // A command is performed once, whatever filings it is sent about.
    keysOf: ({ id, command }) => [`filing ${id}`, ...(command === null ? [] : [`command ${command}`])],
  });
  return (id, command, decide) => together({ id, command, decide });
}

/** Those of the commands that were not performed before. */
async function performedFirst(
  transaction: Transaction,
  changing: ReadonlyArray<Changing>,
): Promise<ReadonlySet<string>> {
  const rows = changing.flatMap(({ id: filing, command }) => (command === null ? [] : [{ id: command, filing }]));
  if (rows.length === 0) return new Set();
  const begun = await transaction.insert(commands).values(rows).onConflictDoNothing().returning({ id: commands.id });
  return new Set(begun.map(({ id }) => id));
}
