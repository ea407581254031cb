import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Filing } from '../domain/submission.ts';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export const dueChannel = 'submission_due';
export const outboxChannel = 'outbox_due';
export const webhookChannel = 'webhook_due';

export const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A filing as it was, where it is known, and as an event left it. */
export interface ChangedFiling {
  readonly before: Filing | undefined;
  readonly after: Filing;
}

/** Of the same filings, those that an event changed: the others are the same objects. */
export function changedFilings(
  before: ReadonlyArray<Filing>,
  after: ReadonlyArray<Filing>,
): ReadonlyArray<ChangedFiling> {
  const known = new Map(before.map((filing) => [filing.id, filing]));
  return after.flatMap((filing) => {
    const was = known.get(filing.id);
    return was === filing ? [] : [{ before: was, after: filing }];
  });
}

/** Whom a change is told to, beside those who watch its submission. */
export interface Told {
  /** Workers: something of it is due. */
  readonly due: boolean;
  /** Whoever tells other parts: there is something to tell. */
  readonly outbox: boolean;
  /** Whoever tells programs. */
  readonly webhook?: boolean;
}

/** On which channels. */
export function channelsOf({ due, outbox, webhook = false }: Told): ReadonlyArray<string> {
  return [
    'submission',
    ...(due ? [dueChannel] : []),
    ...(outbox ? [outboxChannel] : []),
    ...(webhook ? [webhookChannel] : []),
  ];
}

/** Tells those who watch a submission, and whoever goes on with it; all hear it when the transaction commits. */
export async function notify(transaction: Transaction, submission: string, told: Told): Promise<void> {
  const channels = channelsOf(told);
  await transaction.execute(
    sql`select pg_notify(channel, ${submission}) from unnest(string_to_array(${channels.join()}, ',')) as channel`,
  );
}

/** Parts of a statement whose `held` has ids, instants and, as JSON, the rows of what is written: what it adds to the chain, to the timeline, to what programs are told. */
export const addedOfEach = sql`of_proofs as (
      insert into proofs (submission, number, at, kind, body, content_digest, digest, signature)
      select held.id, new.number, new.at, new.kind, new.body, new.content_digest, new.digest, new.signature
      from held, jsonb_to_recordset(held.rows -> 'proofs') as new(
        number integer, at timestamptz, kind text, body jsonb, content_digest text, digest text, signature text)
    ), of_timeline as (
      insert into timeline (submission, number, at, event, matter, party, message)
      select held.id, new.number, new.at, new.event, new.matter, new.party, new.message
      from held, jsonb_to_recordset(held.rows -> 'timeline') as new(
        number integer, at timestamptz, event text, matter text, party text, message jsonb)
    ), of_webhooks as (
      insert into webhooks (submission, client, number, next_at)
      select held.id, new.client, new.number, held.at
      from held, jsonb_to_recordset(held.rows -> 'webhooks') as new(client text, number integer)
      on conflict (submission) do update set number = excluded.number
    )`;

/** Of the same statement, whose `held` has the channels as JSON: all that listen hear the submission's id when it is committed. */
export const told = sql`(
      select count(pg_notify(channel, held.id)) from jsonb_array_elements_text(held.channels) as channel
    )`;
