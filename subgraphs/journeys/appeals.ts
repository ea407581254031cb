import { z } from 'zod';
import type { ExcludingRefusalsInput } from '../../schema/generated/appeals.ts';
import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Appeals, asked as a part of the graph asks another. `OUT`: they do not answer, and can be asked again. */
export interface Appeals {
  /** Of a submission, those that are closed. */
  erase(submission: string): Promise<'DONE' | 'OUT'>;
  /** A case for refusals that exclude each other: its id, also where it was open already; null: the catalogue has no kind of case for it. */
  openForRefusals(refusals: ExcludingRefusalsInput): Promise<string | null | 'OUT'>;
  /** Everything that is held of appeals of an account, page by page. */
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}

/** The part of the graph that appeals are. */
const part = 'appeals';

export function createAppeals(doors: Doors, service: Identity, log: Log): Appeals {
  const ask = createAskPart(doors, part, service, log);
  return {
    async erase(submission) {
      const said = await ask(
        'mutation ($submission: ID!) { appealsErase(submission: $submission) }',
        { submission },
        'appealsErase',
        z.int(),
      );
      return said === 'OUT' ? said : 'DONE';
    },
    openForRefusals: (input) =>
      ask(
        'mutation ($input: ExcludingRefusalsInput!) { appealsOpenForRefusals(input: $input) }',
        { input },
        'appealsOpenForRefusals',
        z.string().nullable(),
      ),
    data: (account, first, after) =>
      ask(
        `query ($account: String!, $first: Int!, $after: String) {
          appealsData(account: $account, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, first, after },
        'appealsData',
        partPage,
      ),
  };
}
