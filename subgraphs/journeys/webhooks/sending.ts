import { type Dispatcher, request } from 'undici';
import type { WebhookEndpoint } from '../../runtime/definition.ts';
import { createOutward, requirePublic } from '../../runtime/outward.ts';
import { readRetryAfter } from '../../runtime/unanswered.ts';
import { headersOf, type Message } from './signing.ts';

const deadlineMs = 10_000;

/** `GONE`: it says itself that it wants nothing any more (410). */
export type Sent =
  | { readonly kind: 'TAKEN' | 'GONE' }
  /** `why`: a status, or the code of what went wrong. */
  | { readonly kind: 'NOT_TAKEN'; readonly why: string; readonly retryAfterMs: number | null };

export interface Sender {
  send(message: Message): Promise<Sent>;
  close(): Promise<void>;
}

/** Posts to one endpoint. It is asked where it stands and nowhere that it points to, and what it answers is not read. */
export function createSender({ url, secrets, toPrivate }: WebhookEndpoint): Sender {
  const dispatcher: Dispatcher = createOutward(toPrivate, deadlineMs);
  let closed = false;
  return {
    async send(message) {
      try {
        if (!toPrivate) requirePublic(new URL(url));
        const { statusCode, headers, body } = await request(url, {
          method: 'POST',
          headers: headersOf(secrets, message),
          body: message.body,
          dispatcher,
          signal: AbortSignal.timeout(deadlineMs),
        });
        // As long as it likes: a little is read so that the connection can be used again.
        await body.dump({ limit: 65_536 }).catch(() => {});
        if (statusCode >= 200 && statusCode < 300) return { kind: 'TAKEN' };
        if (statusCode === 410) return { kind: 'GONE' };
        return { kind: 'NOT_TAKEN', why: String(statusCode), retryAfterMs: readRetryAfter(headers) };
      } catch (error) {
        // Cut off by ourselves: nobody failed, and whoever goes on sends it again.
        if (closed) throw error;
        const { code, name } = error as { code?: unknown; name?: string };
        return { kind: 'NOT_TAKEN', why: typeof code === 'string' ? code : String(name), retryAfterMs: null };
      }
    },
    close: async () => {
      closed = true;
      await dispatcher.destroy();
    },
  };
}
