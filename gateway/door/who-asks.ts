import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { errorOf } from '../errors.ts';
import type { Caller } from '../types.ts';
import { askingThrough, type ReadClient } from './client-keys.ts';
import type { NotTaken } from './identity.ts';

export type WhoAsks =
  | { readonly ok: true; readonly caller: Caller | null; readonly clientName: string | undefined }
  | {
      readonly ok: false;
      readonly status: 401 | 503;
      readonly challenge: string | null;
      readonly error: GraphQLFormattedError;
    };

const maximumName = 100;

/** Who asks: a person whose token was read (undefined: it does not hold), a program by its key, or nobody. */
export function whoAsks(
  person: Caller | NotTaken | null | undefined,
  headers: IncomingHttpHeaders,
  readClient: ReadClient,
): WhoAsks {
  if (person === undefined) {
    return {
      ok: false,
      status: 401,
      challenge: 'Bearer error="invalid_token"',
      error: errorOf('UNAUTHENTICATED.TOKEN'),
    };
  }
  if (person && 'unchecked' in person) {
    return { ok: false, status: 503, challenge: null, error: errorOf('TOKEN_NOT_CHECKED') };
  }
  if (person && 'wants' in person) {
    const { claim, values } = person.wants;
    // RFC 9470: a client that knows it sends its user to the issuer with these and comes back.
    const asked = claim === 'acr' ? `, acr_values="${values.join(' ')}"` : '';
    return {
      ok: false,
      status: 401,
      challenge: `Bearer error="insufficient_user_authentication"${asked}`,
      error: errorOf('SECOND_FACTOR_REQUIRED', { claim, values }),
    };
  }
  if (person && 'lacks' in person) {
    return {
      ok: false,
      status: 401,
      challenge: 'Bearer error="invalid_token"',
      error: errorOf('UNAUTHENTICATED.CLAIM', { claim: person.lacks }),
    };
  }
  const client = readClient(headers['client-key']);
  if (client === undefined) {
    return {
      ok: false,
      status: 401,
      challenge: null,
      error: errorOf('INVALID_CLIENT_KEY'),
    };
  }
  const name = headers['apollographql-client-name'];
  return {
    ok: true,
    caller: client ? askingThrough(client, person) : person,
    clientName: client?.id ?? (typeof name === 'string' ? name.slice(0, maximumName) : undefined),
  };
}
