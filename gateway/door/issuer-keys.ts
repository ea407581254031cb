import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Log } from '../types.ts';

export interface IssuerKeys {
  readonly keys: JWTVerifyGetKey;
  /** Rejects where those that are known are too old to be believed, and cannot be fetched. */
  readonly check: () => Promise<void>;
}

/** Until keys are fetched again for a token by one that is not among them: whoever invents keys has the issuer asked no more often. */
const restMs = 5000;
const mostAbsent = 1000;

/**
 * Keys at an address. A token by a key that is not among them does not hold only if they were looked at since it came: issuers change keys, and
 * sign by the new one at once. Until then nobody can tell, which is no `JOSEError`.
 */
export function keysAt(url: URL, issuer: string, log: Log): IssuerKeys {
  let looks = 0;
  let out = false;
  const fetchKeys: typeof fetch = async (at, init) => {
    looks++;
    try {
      const answer = await fetch(at, init);
      if (answer.status !== 200) throw new Error(`It answered ${answer.status}.`);
      if (out) log.info({ issuer }, 'the keys of an issuer can be fetched again');
      out = false;
      return answer;
    } catch (err) {
      if (!out)
        log.error(
          { issuer, err },
          'the keys of an issuer cannot be fetched: tokens by keys that are not known are not checked',
        );
      out = true;
      throw err;
    }
  };
  const remote = createRemoteJWKSet(url, { cooldownDuration: restMs, [customFetch]: fetchKeys });
  const absent = new LRUCache<string, true>({ max: mostAbsent });
  return {
    check: async () => {
      if (!remote.fresh) await remote.reload();
    },
    keys: async (header, token) => {
      const before = looks;
      try {
        return await remote(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        const kid = header?.kid ?? '';
        if (looks > before) absent.set(kid, true);
        else if (!absent.has(kid))
          throw new Error('The keys of the issuer were not looked at since.', { cause: error });
        throw error;
      }
    },
  };
}
