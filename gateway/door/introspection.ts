import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';
import type { Log, TokenIntrospection, TokenIssuer } from '../types.ts';

/** Whether a token still holds, as its issuer says now or said a moment ago. Rejects where the issuer does not say. */
export type Introspect = (token: string) => Promise<boolean>;

const defaultCacheMs = 5000;
const deadlineMs = 2000;
/** An issuer that does not answer is not asked again by everybody at once. */
const restMs = 1000;
const longestAnswer = 64 * 1024;
const mostTokens = 10_000;

/** OAuth 2.0 token introspection (RFC 7662): asked with the gateway's own credentials, each answer kept for `cacheMs`. */
export function createIntrospect(
  { url, clientId, clientSecret, cacheMs = defaultCacheMs }: TokenIntrospection,
  log: Log,
): Introspect {
  // Idle connections end by themselves, and soon: nobody closes them.
  const pool = new Pool(url.origin, { maxResponseSize: longestAnswer, keepAliveTimeout: 1000 });
  // RFC 6749, section 2.3.1: both are encoded as in a form.
  const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const headers = {
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const ask = async (token: string): Promise<boolean> => {
    const answer = await pool.request({
      method: 'POST',
      path: url.pathname + url.search,
      headers,
      body: new URLSearchParams({ token, token_type_hint: 'access_token' }).toString(),
      signal: AbortSignal.timeout(deadlineMs),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`The introspection endpoint answered ${answer.statusCode}.`);
    const { active } = JSON.parse(text) as { readonly active?: unknown };
    if (typeof active !== 'boolean')
      throw new Error('The introspection endpoint did not say whether the token is active.');
    return active;
  };
  const known = new LRUCache<string, Promise<boolean>>({ max: mostTokens, ttl: cacheMs });
  let restingUntil = 0;
  return (token) => {
    const said = known.get(token);
    if (said) return said;
    if (performance.now() < restingUntil)
      return Promise.reject(new Error('The introspection endpoint was out a moment ago.'));
    const asked = ask(token);
    known.set(token, asked);
    asked.catch((err) => {
      known.delete(token);
      restingUntil = performance.now() + restMs;
      log.warn({ err }, 'tokens cannot be checked: the introspection endpoint does not answer as it should');
    });
    return asked;
  };
}

/** How often what is open has to be looked at, so that it ends with its token; null: no issuer takes a token back. */
export function recheckMs(issuers: ReadonlyArray<TokenIssuer>): number | null {
  const each = issuers.flatMap(({ introspection }) => (introspection ? [introspection.cacheMs ?? defaultCacheMs] : []));
  return each.length === 0 ? null : Math.min(...each);
}
