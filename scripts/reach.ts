import { type Dispatcher, request } from 'undici';
import type { ForwardedRequest, SubgraphOptions } from '../gateway/index.ts';
import { handOver } from '../subgraphs/runtime/admission.ts';
import type { SignInward } from '../subgraphs/runtime/inward.ts';
import type { Subgraph, SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';
import { readRetryAfter, Unanswered } from '../subgraphs/runtime/unanswered.ts';

const doorDeadlineMs = 10_000;

/** A subgraph that runs apart. `deadlineMs` covers the whole answer; it is asked where it stands, and nowhere that it points to. */
export function executeOverHttp(
  code: string,
  url: string,
  sign: SignInward,
  dispatcher: Dispatcher,
  deadlineMs = doorDeadlineMs,
): Subgraph['execute'] {
  return async ({ query, variables, headers, identity = null }) => {
    const asked = JSON.stringify({ query, variables });
    const signed = await sign(code, identity, asked);
    const {
      statusCode,
      headers: told,
      body,
    } = await request(url, {
      method: 'POST',
      headers: { ...headers, ...signed, 'content-type': 'application/json', accept: 'application/json' },
      body: asked,
      dispatcher,
      signal: AbortSignal.timeout(deadlineMs),
    });
    // What a failing server, or a proxy before it, writes below its status is no department's word.
    if (statusCode !== 200 && statusCode !== 400) {
      await body.dump();
      throw new Unanswered(`${code} answered ${statusCode}.`, { afterMs: readRetryAfter(told) });
    }
    const said = (await body.json()) as SubgraphResponse | null;
    // It refused the request before it ran: nothing was done, whatever else it says.
    return statusCode === 400 ? { errors: said?.errors ?? [] } : (said as SubgraphResponse);
  };
}

/** A subgraph's own routes, without a connection. */
export function forwardInto(subgraph: Subgraph): NonNullable<SubgraphOptions['forward']> {
  return async ({ method, path, headers, identity, body }: ForwardedRequest) => {
    const response = await handOver(identity, (remoteAddress) =>
      subgraph.app.inject({
        method,
        url: path,
        headers: { ...headers },
        remoteAddress,
        payloadAsStream: true,
        ...(body ? { payload: body } : {}),
      }),
    );
    const told = Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const answered = response.stream();
    // Whoever reads may leave before the end: what is made for them ends as well.
    answered.once('close', () => response.raw.res.destroy());
    return { status: response.statusCode, headers: Object.fromEntries(told), body: answered };
  };
}
