import { expect, it } from 'vitest';
import { easy, wideGateway } from './wide-supergraph.ts';

it('variables nested deeper than a call stack are no accident', async () => {
  const gateway = await wideGateway({});
  for (const depth of [1000, 100_000]) {
    const { statusCode, body } = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: `{"query":${JSON.stringify(easy('A'))},"variables":{"x":${'['.repeat(depth)}1${']'.repeat(depth)}}}`,
    });
    expect([statusCode, body]).toEqual([200, '{"data":{"nodes":[]}}']);
  }
  await gateway.close();
});
