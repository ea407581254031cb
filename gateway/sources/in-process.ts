import type { SubgraphOptions } from '../types.ts';
import type { Send } from './call.ts';
import { OutageError } from './outage.ts';
import { settled } from './reading.ts';

/** Calls a subgraph of this process: runs until done, late or no longer wanted. */
export function inProcess(execute: NonNullable<SubgraphOptions['execute']>): Send {
  return ({ fetch, variables, representations, headers, identity, traceparent, leaving }, leftMs) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new OutageError('SUBGRAPH_TIMEOUT')), leftMs);
      const leave = (): void => reject(new OutageError('SUBGRAPH_UNAVAILABLE'));
      leaving?.on(leave);
      const done = (): void => {
        clearTimeout(timer);
        leaving?.off(leave);
      };
      execute({
        query: fetch.operation,
        variables: representations ? { ...variables, representations: representations.values } : variables,
        operationName: fetch.operationName,
        headers: { ...headers, traceparent },
        identity,
        get signal() {
          return leaving?.signal;
        },
      }).then(
        (answer) => {
          done();
          const known = settled(answer, representations?.texts.length ?? null);
          if (known) resolve(known);
          else reject(new OutageError('SUBGRAPH_INVALID_RESPONSE'));
        },
        (error) => {
          done();
          reject(error);
        },
      );
    });
}
