import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, startGraph } from './gateway-of.ts';

/** The GraphQL Foundation's own audits of GraphQL over HTTP. */
let graph: Graph;
let url = '';
beforeAll(async () => {
  graph = await startGraph();
  url = `${await graph.gateway.listen(0, '127.0.0.1')}/graphql`;
});
afterAll(() => graph.close());

describe('GraphQL over HTTP, audited', () => {
  it.each(serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      // What the specification leaves open (MAY) is no failure.
      if (result.status !== 'notice') expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
    },
  );
});
