import { Pool } from 'undici';
import type { Log } from '../../runtime/log.ts';
import type { PaymentProvider, ProviderAnswer, ProviderDemand } from './provider.ts';
import { createWords, journeysName, longestWord, providerName, readStanding } from './words.ts';

export interface HttpProviderOptions {
  /** `demand`, `ask` and `refund` stand under it. */
  readonly url: string;
  /** Both sign with it. */
  readonly key: Uint8Array;
  readonly log: Log;
  readonly now: () => number;
}
export interface HttpProvider extends PaymentProvider {
  close(): Promise<void>;
}

/** Until it has answered, in milliseconds. It is asked again: less than a worker keeps a submission to itself. */
const deadlineMs = 4000;
const out = { kind: 'PROVIDER_OUT' } as const;

/** A provider of payments with a server of its own: signed words there, signed words back. What it says otherwise counts for nothing. */
export function createHttpProvider({ url, key, log, now }: HttpProviderOptions): HttpProvider {
  const words = createWords({ key, us: journeysName, them: providerName, now });
  const pool = new Pool(new URL(url).origin, { maxResponseSize: longestWord, connect: { timeout: deadlineMs } });
  const under = new URL(url).pathname.replace(/\/$/, '');
  const call = async (
    kind: string,
    word: ProviderDemand | { readonly id: string; readonly receiptNumber?: string },
  ): Promise<ProviderAnswer> => {
    try {
      const answer = await pool.request({
        method: 'POST',
        path: `${under}/${kind}`,
        headers: { 'content-type': 'application/jose' },
        body: await words.sign({ kind, ...word }),
        signal: AbortSignal.timeout(deadlineMs),
      });
      const text = await answer.body.text();
      if (answer.statusCode === 404) return { kind: 'NOT_KNOWN' };
      if (answer.statusCode === 422) return { kind: 'REJECTED', code: codeOf(text) };
      const said = answer.statusCode === 200 ? readStanding(await words.read(text)) : null;
      if (said?.id === word.id) return { kind: 'STANDS', standing: said.standing };
      log.warn({ status: answer.statusCode, payment: word.id }, 'the provider of payments said nothing that counts');
      return out;
    } catch (err) {
      log.warn({ err, payment: word.id }, 'the provider of payments did not answer');
      return out;
    }
  };
  return {
    demand: (demand) => call('demand', demand),
    ask: (id) => call('ask', { id }),
    refund: (id, receiptNumber) => call('refund', { id, receiptNumber }),
    readCallBack: async (text) => readStanding(await words.read(text)),
    close: () => pool.destroy(),
  };
}

/** It is shown to citizens: a code and nothing else. */
function codeOf(text: string): string {
  return /^[A-Z][A-Z_]{0,63}$/.exec(text.trim())?.[0] ?? 'REJECTED';
}
