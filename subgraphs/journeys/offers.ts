import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** What is offered unasked, asked as a part of the graph asks another. `OUT`: it does not answer, and can be asked again. */
export interface Offers {
  /** Everything that is held of what an account agreed to and refused, page by page. */
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}

/** The part of the graph that offers are. */
const part = 'policies';

export function createOffers(doors: Doors, service: Identity, log: Log): Offers {
  const ask = createAskPart(doors, part, service, log);
  return {
    data: (account, first, after) =>
      ask(
        `query ($account: String!, $first: Int!, $after: String) {
          offersData(account: $account, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, first, after },
        'offersData',
        partPage,
      ),
  };
}
