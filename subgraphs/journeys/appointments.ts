import { z } from 'zod';
import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Numbers and powers, asked as a part of the graph asks another. `OUT`: they do not answer, and can be asked again. */
export interface Appointments {
  /** Of a submission, those that are over. */
  erase(submission: string): Promise<'DONE' | 'OUT'>;
  /** Everything that is held of numbers and powers of an account, page by page. */
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}

/** The part of the graph in which numbers are. */
const part = 'appointments';

export function createAppointments(doors: Doors, service: Identity, log: Log): Appointments {
  const ask = createAskPart(doors, part, service, log);
  return {
    async erase(submission) {
      const said = await ask(
        'mutation ($submission: ID!) { appointmentsErase(submission: $submission) }',
        { submission },
        'appointmentsErase',
        z.int(),
      );
      return said === 'OUT' ? said : 'DONE';
    },
    data: (account, first, after) =>
      ask(
        `query ($account: String!, $first: Int!, $after: String) {
          appointmentsData(account: $account, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, first, after },
        'appointmentsData',
        partPage,
      ),
  };
}
