import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GatewayOptions } from '../types.ts';

/** GraphiQL with the examples in it, as one page that needs no network. Undefined: nobody is shown it. */
export function createExplorer({ explorer, production, examples = [] }: GatewayOptions): (() => string) | undefined {
  if (!explorer || production) return undefined;
  const text = examples.map(({ name, query }) => `# ${name}\n${query.trim()}\n`).join('\n');
  const page = renderGraphiQL({ title: 'GraphQL', endpoint: '/graphql', ...(text ? { defaultQuery: text } : {}) });
  return () => page;
}
