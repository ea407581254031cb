import { desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { type Last, nextEntry } from '../../runtime/ledger.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import { type Alert, type LogKind, log } from '../tables.ts';

/** Whose a number is, the number that tells who somebody is masked. */
export interface Named {
  readonly name: string;
  readonly identityNumber: string;
}
export const ticketRecord = versionedRecord<Named>('number', []);
export interface PowerRecord extends Named {
  readonly text: string;
}
export const powerRecord = versionedRecord<PowerRecord>('power', []);
export interface AgentRecord {
  readonly name: string;
  readonly organisation: string | null;
}
export const agentRecord = versionedRecord<AgentRecord>('agent', []);
/** Of a row of the log: who of the staff did it, whom it was for, and what they said. */
export interface LogRecord {
  readonly operator: string | null;
  readonly beneficiary: Named | null;
  readonly note: string | null;
}
export const logRecord = versionedRecord<LogRecord>('row of the log', []);

export const places = {
  ticket: (id: string): string => `number ${id}`,
  power: (id: string): string => `power ${id}`,
  agent: (id: string): string => `agent ${id}`,
  row: (subject: string, number: number | string): string => `row ${number} of ${subject}`,
};
const sealedById = (name: string, place: (id: string) => string) => ({
  ...{ name, key: ['id'] },
  columns: [{ name: 'sealed', as: 'BYTES' as const, place: ({ id }: Record<string, unknown>) => place(id as string) }],
});

/** Every column here that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    sealedById('tickets', places.ticket),
    sealedById('powers', places.power),
    sealedById('agents', places.agent),
    {
      name: 'log',
      key: ['subject', 'number'],
      columns: [
        {
          ...{ name: 'sealed', as: 'BYTES' },
          place: ({ subject, number }) => places.row(subject as string, number as string),
        },
      ],
    },
  ],
};

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** What chains are of. */
export const subjects = {
  day: (queue: string, date: string): string => `day ${date} ${queue}`,
  agent: (id: string): string => `agent ${id}`,
  power: (id: string): string => `power ${id}`,
};

/** Something that is to be done once. */
export interface Asked {
  /** Who asks, what for, and their key; made a pseudonym here. */
  readonly request: string;
  readonly requestHash: string;
  /** Instant, ISO. */
  readonly at: string;
}
export interface NewRow {
  readonly subject: string;
  readonly kind: LogKind;
  readonly queue?: string;
  readonly date?: string;
  readonly ticket?: string;
  readonly agent?: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly alert?: Alert };
  readonly operator?: string | null;
  readonly beneficiary?: Named | null;
  readonly note?: string | null;
}

export interface Records {
  readonly sealer: Sealer;
  readonly pseudonym: Pseudonym;
  readonly ledgerKey: LedgerKey;
  /** As rows are found by who somebody is. */
  person(identityNumber: string): string;
  /** One more row at the end of its chain; the caller holds whatever the chain is of. `asked`: null where the clock did it. */
  add(transaction: Transaction, row: NewRow, at: string, asked: Asked | null): Promise<number>;
}

export function createRecords(sealer: Sealer, pseudonym: Pseudonym, ledgerKey: LedgerKey): Records {
  return {
    ...{ sealer, pseudonym, ledgerKey },
    person: (identityNumber) => pseudonym(`person ${identityNumber.trim().toUpperCase()}`),
    async add(
      transaction,
      { subject, kind, body, operator = null, beneficiary = null, note = null, ...about },
      at,
      asked,
    ) {
      const [last = null] = await transaction
        .select({ number: log.number, digest: log.digest })
        .from(log)
        .where(eq(log.subject, subject))
        .orderBy(desc(log.number))
        .limit(1);
      const what = { ...body, ...(operator === null ? {} : { operator: pseudonym(`staff ${operator}`) }) };
      const entry = { subject, at, kind, body: chainedBody({ ...about, body: what }) };
      const { number, contentDigest, digest } = nextEntry(
        last as Last,
        entry,
        [operator, beneficiary, note],
        pseudonym,
      );
      await transaction.insert(log).values({
        ...{ subject, number, at, kind, ...about, body: what, contentDigest, digest },
        signature: ledgerKey.sign(digest),
        request: asked && pseudonym(asked.request),
        requestHash: asked && pseudonym(asked.requestHash),
        sealed: sealer.seal(logRecord.write({ operator, beneficiary, note }), places.row(subject, number)),
      });
      return number;
    },
  };
}

/** What the chain holds of a row beside its number, kind and instant. */
export function chainedBody({
  queue,
  date,
  ticket,
  agent,
  body,
}:
  | Readonly<Record<'queue' | 'date' | 'ticket' | 'agent', string | null> & { body: unknown }>
  | Pick<NewRow, 'queue' | 'date' | 'ticket' | 'agent' | 'body'>): unknown {
  return { body, queue: queue ?? null, date: date ?? null, ticket: ticket ?? null, agent: agent ?? null };
}

/** Nobody else does something to the same until the transaction ends. `space` keeps kinds of things apart. */
export async function hold(transaction: Transaction, what: string, space: 0 | 1 | 2): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${what}, ${space}))`);
}
/** One key at a time, then one person, then days by date: always in this order, so that nobody waits in a circle. */
export const holdRequest = (transaction: Transaction, request: string) => hold(transaction, request, 0);
export const holdPerson = (transaction: Transaction, person: string) => hold(transaction, person, 1);
export const holdDay = (transaction: Transaction, queue: string, date: string) =>
  hold(transaction, subjects.day(queue, date), 2);

/** Thrown to undo a transaction; answered as what it says. */
export class Undone<Reason extends string> extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Does something once for each key: the row that it adds bears the key, and whoever asks again gets what came of it. Answers KEY_REUSED where the same key
 * was used for something else.
 */
export async function once<Done, Known>(
  db: PostgresJsDatabase,
  { pseudonym }: Records,
  { request, requestHash }: Pick<Asked, 'request' | 'requestHash'>,
  known: (row: typeof log.$inferSelect) => Known,
  perform: (transaction: Transaction) => Promise<Done>,
): Promise<Done | Known | 'KEY_REUSED'> {
  return db.transaction(async (transaction) => {
    const key = pseudonym(request);
    await holdRequest(transaction, key);
    const [row] = await transaction.select().from(log).where(eq(log.request, key));
    if (row) return row.requestHash === pseudonym(requestHash) ? known(row) : 'KEY_REUSED';
    return perform(transaction);
  });
}
