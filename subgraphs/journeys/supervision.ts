import { z } from 'zod';
import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Reviews, asked as a part of the graph asks another. `OUT`: they do not answer, and can be asked again. */
export interface Supervision {
  /** Of a submission. */
  erase(submission: string): Promise<'DONE' | 'OUT'>;
  /** Everything that is held of reviews of an account, page by page. */
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}

/** The part of the graph that has reviews. */
const part = 'supervision';

export function createSupervision(doors: Doors, service: Identity, log: Log): Supervision {
  const ask = createAskPart(doors, part, service, log);
  return {
    async erase(submission) {
      const said = await ask(
        'mutation ($submission: ID!) { reviewsErase(submission: $submission) }',
        { submission },
        'reviewsErase',
        z.int(),
      );
      return said === 'OUT' ? said : 'DONE';
    },
    data: (account, first, after) =>
      ask(
        `query ($account: String!, $first: Int!, $after: String) {
          reviewsData(account: $account, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, first, after },
        'reviewsData',
        partPage,
      ),
  };
}
