import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type SubmissionRow, type WebhookOutage, type WebhookRow, webhookOutages, webhooks } from '../tables.ts';
import { webhookChannel } from './write.ts';

export { webhookChannel };

/** Whether the program through which a submission came is told of it. */
export type TellsClient = (row: Pick<SubmissionRow, 'through'>) => boolean;

/** What programs have yet to be told. */
export interface Webhooks {
  /** Some of a program's that are due, the longest first: nobody else takes them until then. */
  take(client: string, at: string, until: string, most: number): Promise<ReadonlyArray<WebhookRow>>;
  /** It was told of everything up to that number; what happened meanwhile is due at once. */
  told(row: Pick<WebhookRow, 'submission' | 'number'>, at: string): Promise<void>;
  again(submission: string, at: string): Promise<void>;
  drop(submission: string): Promise<void>;
  /** Null: it answers. */
  outage(client: string): Promise<WebhookOutage | null>;
  /** It does not answer, and did not since then or since before. */
  out(outage: WebhookOutage): Promise<void>;
  /** It answers again: everything is due at once. */
  back(client: string, at: string): Promise<void>;
}

/** What a change of a submission leaves to be told, written with it: none where nobody is told. */
export function webhooksOf(
  tellsClient: TellsClient,
  { through }: Pick<SubmissionRow, 'through'>,
  {
    last,
    added,
  }: { /** The number of the timeline's last entry before. */ readonly last: number; readonly added: number },
): ReadonlyArray<Pick<WebhookRow, 'client' | 'number'>> {
  return through !== null && added > 0 && tellsClient({ through }) ? [{ client: through, number: last + added }] : [];
}

export function createWebhooks(db: PostgresJsDatabase): Webhooks {
  const ofSubmission = (submission: string) => eq(webhooks.submission, submission);
  return {
    take: (client, at, until, most) =>
      db.transaction(async (transaction) => {
        const due = await transaction
          .select({ submission: webhooks.submission })
          .from(webhooks)
          .where(and(eq(webhooks.client, client), lte(webhooks.nextAt, at)))
          .orderBy(asc(webhooks.nextAt))
          .limit(most)
          .for('update', { skipLocked: true });
        if (due.length === 0) return [];
        return transaction
          .update(webhooks)
          .set({ attempts: sql`${webhooks.attempts} + 1`, nextAt: until })
          .where(
            inArray(
              webhooks.submission,
              due.map(({ submission }) => submission),
            ),
          )
          .returning();
      }),
    told: ({ submission, number }, at) =>
      db.transaction(async (transaction) => {
        await transaction.delete(webhooks).where(and(ofSubmission(submission), eq(webhooks.number, number)));
        await transaction
          .update(webhooks)
          .set({ attempts: 0, nextAt: at })
          .where(and(ofSubmission(submission), gt(webhooks.number, number)));
      }),
    async again(submission, at) {
      await db.update(webhooks).set({ nextAt: at }).where(ofSubmission(submission));
    },
    async drop(submission) {
      await db.delete(webhooks).where(ofSubmission(submission));
    },
    async outage(client) {
      const [row] = await db.select().from(webhookOutages).where(eq(webhookOutages.client, client));
      return row ?? null;
    },
    async out({ client, since, askAt }) {
      await db
        .insert(webhookOutages)
        .values({ client, since, askAt })
        .onConflictDoUpdate({
          target: webhookOutages.client,
          set: { askAt, since: sql`least(${webhookOutages.since}, ${since})` },
        });
    },
    back: (client, at) =>
      db.transaction(async (transaction) => {
        await transaction.delete(webhookOutages).where(eq(webhookOutages.client, client));
        await transaction.update(webhooks).set({ attempts: 0, nextAt: at }).where(eq(webhooks.client, client));
      }),
  };
}
