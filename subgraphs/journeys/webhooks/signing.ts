import { createHmac } from 'node:crypto';

/** A message as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com): what is signed is id, instant and body. */
export interface Message {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** `secrets`: without the prefix `whsec_`, in Base64. Each signs, so that one can be exchanged for another while both hold. */
export function headersOf(
  secrets: ReadonlyArray<string>,
  { id, timestamp, body }: Message,
): Readonly<Record<string, string>> {
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64')}`,
  );
  return {
    'content-type': 'application/json',
    'user-agent': 'yijianshi-webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
