import type postgres from 'postgres';
import type { WebhookEndpoint } from '../../runtime/definition.ts';
import { type Due, startDue } from '../../runtime/due.ts';
import type { Log } from '../../runtime/log.ts';
import type { Meters } from '../../runtime/meters.ts';
import { inSpan } from '../../runtime/tracing.ts';
import { progressOf } from '../domain/progress.ts';
import { aloneAfterMs, askAloneMs, mostTries, pauseAfter } from '../domain/webhook-pauses.ts';
import type { SubmissionStore } from '../store/index.ts';
import { webhookChannel } from '../store/webhooks.ts';
import type { WebhookOutage, WebhookRow } from '../tables.ts';
import { createSender, type Sender, type Sent } from './sending.ts';

export interface WebhookMeters {
  sent(client: string, outcome: 'TAKEN' | 'NOT_TAKEN' | 'GIVEN_UP'): void;
  /** Read when somebody asks: clients whose address is left alone. */
  alone(read: () => ReadonlyMap<string, boolean>): void;
}

export function createWebhookMeters(meters: Meters): WebhookMeters {
  const sent = meters.counter('workflow_webhook_messages_total', 'Messages to programs, by program and outcome.', [
    'client',
    'outcome',
  ]);
  return {
    sent: (client, outcome) => sent({ client, outcome }),
    alone: (read) =>
      meters.levels(
        'workflow_webhook_alone',
        '1 where the address of a program has taken nothing for days and is left alone.',
        ['client'],
        () => [...read()].map(([client, alone]) => ({ labels: { client }, value: Number(alone) })),
      ),
  };
}

export interface WebhookParts {
  readonly store: Pick<SubmissionStore, 'webhooks' | 'find' | 'filingsOf' | 'timelineOf'>;
  readonly log: Log;
  readonly meters: WebhookMeters;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly now: () => number;
}

const atOnce = 8;
const pollMs = 1000;
/** Whoever took something and was killed leaves it to another after so long: longer than one is tried. */
const takenForMs = 30_000;

/** Tells one program everything that is due; answers whether there may be more. */
export async function tellProgram(
  parts: WebhookParts,
  { client }: Pick<WebhookEndpoint, 'client'>,
  sender: Pick<Sender, 'send'>,
  alone: Map<string, boolean>,
): Promise<boolean> {
  const { store, now } = parts;
  const iso = (at: number): string => new Date(at).toISOString();
  const outage = await store.webhooks.outage(client);
  const isAlone = outage !== null && now() - Date.parse(outage.since) >= aloneAfterMs;
  alone.set(client, isAlone);
  if (isAlone && now() < Date.parse(outage.askAt)) return false;
  // While it is out one message at a time finds out whether it still is.
  const due = await store.webhooks.take(client, iso(now()), iso(now() + takenForMs), outage ? 1 : atOnce);
  const outcomes = await Promise.all(due.map((row) => tell(parts, row, sender, outage)));
  return due.length === atOnce || (outage !== null && outcomes.includes('TAKEN'));
}

async function tell(
  { store, log, meters, chance, now }: WebhookParts,
  { submission, client, attempts }: WebhookRow,
  sender: Pick<Sender, 'send'>,
  outage: WebhookOutage | null,
): Promise<Sent['kind'] | 'NOTHING'> {
  const { webhooks } = store;
  const iso = (at: number): string => new Date(at).toISOString();
  const [row, filings, timeline] = await Promise.all([
    store.find(submission),
    store.filingsOf([submission]),
    store.timelineOf(submission),
  ]);
  const last = timeline.at(-1);
  if (!row || !last) {
    await webhooks.drop(submission);
    return 'NOTHING';
  }
  const body = JSON.stringify({
    type: 'submission.changed',
    timestamp: new Date(last.at).toISOString(),
    data: progressOf({ row, filings, timeline }),
  });
  const timestamp = Math.floor(now() / 1000);
  const message = { id: `${submission}.${last.number}`, timestamp, body };
  const sent = await inSpan(
    { name: 'webhook', kind: 'CLIENT', attributes: { client }, traceparent: row.traceparent },
    () => sender.send(message),
  );
  if (sent.kind === 'TAKEN') {
    meters.sent(client, 'TAKEN');
    await webhooks.told({ submission, number: last.number }, iso(now()));
    if (outage) {
      await webhooks.back(client, iso(now()));
      log.info({ client }, 'the address of a program takes messages again');
    }
    return sent.kind;
  }
  const since = sent.kind === 'GONE' ? now() - aloneAfterMs : Date.parse(outage?.since ?? iso(now()));
  const isAlone = now() - since >= aloneAfterMs;
  await webhooks.out({ client, since: iso(since), askAt: iso(now() + askAloneMs) });
  const { why, retryAfterMs } = sent.kind === 'NOT_TAKEN' ? sent : { why: '410', retryAfterMs: null };
  if (attempts >= mostTries && !isAlone) {
    meters.sent(client, 'GIVEN_UP');
    log.error({ client, submission, why }, 'a message was given up: its program did not take it');
    await webhooks.drop(submission);
    return sent.kind;
  }
  meters.sent(client, 'NOT_TAKEN');
  if (isAlone)
    log.error({ client, why, since: iso(since) }, 'the address of a program is left alone: nothing was taken for days');
  else log.warn({ client, submission, attempts, why }, 'a program did not take a message');
  const pause = isAlone ? askAloneMs : pauseAfter(attempts, chance(), retryAfterMs);
  await webhooks.again(submission, iso(now() + pause));
  return sent.kind;
}

/** Tells each program by itself: none waits for another. Several processes may run it. */
export async function startWebhooks(
  parts: WebhookParts & { readonly sql: postgres.Sql; readonly process: Meters },
  endpoints: ReadonlyArray<WebhookEndpoint>,
): Promise<Pick<Due, 'ready' | 'stop'>> {
  const alone = new Map<string, boolean>();
  if (endpoints.length > 0) parts.meters.alone(() => alone);
  const running = await Promise.all(
    endpoints.map(async (endpoint) => {
      const sender = createSender(endpoint);
      const due = await startDue({
        ...{ sql: parts.sql, log: parts.log, meters: parts.process, pollMs, channel: webhookChannel },
        round: () => tellProgram(parts, endpoint, sender, alone),
      });
      return { due, sender };
    }),
  );
  return {
    ready: async () => {
      await Promise.all(running.map(({ due }) => due.ready()));
    },
    stop: async () => {
      const stopped = running.map(({ due }) => due.stop());
      // Nobody waits for a program that hangs.
      await Promise.all(running.map(({ sender }) => sender.close()));
      await Promise.all(stopped);
    },
  };
}
