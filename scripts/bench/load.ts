import autocannon from 'autocannon';

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly failed: number;
  readonly answered: number;
}
export interface Load {
  readonly url: string;
  readonly bodies: ReadonlyArray<string>;
  /** Each request names a language preference of its own, so that no two under way are the same. */
  readonly unlike?: boolean;
  readonly connections: number;
  readonly seconds: number;
}

/** Posts the bodies in turn for some seconds. Failed counts timeouts, refused connections and any status but 200. */
export async function postFor({ url, bodies, unlike = false, connections, seconds }: Load): Promise<LoadResult> {
  const variants = unlike ? Math.ceil(200 / bodies.length) : 1;
  const requests = Array.from({ length: variants }, (_each, variant) =>
    bodies.map((body, index) => ({
      method: 'POST' as const,
      headers: {
        'content-type': 'application/json',
        ...(unlike ? { 'accept-language': `zh;q=0.${100 + variant * bodies.length + index}` } : {}),
      },
      body,
    })),
  ).flat();
  let clients = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests,
    // Each connection starts elsewhere, or all would send the same thing at the same moment.
    setupClient: (client) => {
      const start = Math.floor((clients++ * requests.length) / connections) % requests.length;
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
  });
  return {
    requestsPerSecond: result.requests.average,
    p50Milliseconds: result.latency.p50,
    p99Milliseconds: result.latency.p99,
    answered: result.requests.total,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}
