import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { over } from './subgraphs.ts';

/** The GraphQL Foundation's own audits of GraphQL over HTTP. */
let gateway: Gateway;
let url = '';
beforeAll(async () => {
  gateway = await over(['one', 'type Query { a: Int }', { Query: { a: () => 1 } }]);
  url = `${await gateway.listen(0, '127.0.0.1')}/graphql`;
});
afterAll(() => gateway.close());

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
