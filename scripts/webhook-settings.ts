import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WebhookEndpoint } from '../subgraphs/runtime/definition.ts';
import { requirePublic } from '../subgraphs/runtime/outward.ts';
import { cannotStart } from './start-error.ts';

/** As Standard Webhooks has it: 24 to 64 random bytes in Base64. */
const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
  .transform((text) => text.slice('whsec_'.length));
const file = z
  .array(
    z.strictObject({
      client: z.string().regex(/^[\w-]{1,100}$/),
      url: z.url(),
      /** The newest first; two while one is exchanged for another. */
      secrets: z.array(secret).min(1).max(2),
      /** It stands in a network of your own. */
      private: z.boolean().default(false),
    }),
  )
  .max(100)
  .refine((all) => new Set(all.map(({ client }) => client)).size === all.length);

/** Where programs are told of their submissions; none unless a file is named. Throws `WEBHOOKS_SETTING`. */
export function readWebhooks({
  WEBHOOKS: path,
}: Readonly<Record<string, string | undefined>>): ReadonlyArray<WebhookEndpoint> {
  if (path === undefined) return [];
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8'))).map(({ private: toPrivate, ...endpoint }) => {
      const { protocol } = new URL(endpoint.url);
      if (protocol !== 'https:' && !(toPrivate && protocol === 'http:')) throw new Error('It would go in clear.');
      if (!toPrivate) requirePublic(new URL(endpoint.url));
      return { ...endpoint, toPrivate };
    });
  } catch {
    // What is wrong with it is not told, for its text is secret.
    throw cannotStart('WEBHOOKS_SETTING');
  }
}
