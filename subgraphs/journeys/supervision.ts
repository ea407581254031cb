import { z } from 'zod';
import type { AskedPaperInput } from '../../schema/generated/supervision.ts';
import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Reviews and what is held against what is published, asked as a part of the graph asks another. `OUT`: they do not answer, and can be asked again. */
export interface Supervision {
  /** Of a submission. */
  erase(submission: string): Promise<'DONE' | 'OUT'>;
  /** A paper that a clerk asked for in a filing though no row of its matter names it; the same again is the same. */
  hearAsked(paper: AskedPaperInput): Promise<'DONE' | 'OUT'>;
  /** Everything that is held of reviews of an account, page by page. */
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}

/** The part of the graph that has them. */
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
    async hearAsked(paper) {
      const said = await ask(
        'mutation ($paper: AskedPaperInput!) { supervisionHearAsked(paper: $paper) }',
        { paper },
        'supervisionHearAsked',
        z.boolean(),
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
