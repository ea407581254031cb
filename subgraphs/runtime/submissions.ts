import { z } from 'zod';
import type { Doors } from './definition.ts';
import { refusal } from './errors.ts';
import type { Identity } from './identity.ts';
import type { Log } from './log.ts';

/** What other parts have to know of a submission. */
export interface SubmissionParts {
  readonly filings: ReadonlyArray<{ readonly matter: string; readonly department: string }>;
}
/** Submissions, asked as a part of the graph asks another. */
export interface Submissions {
  /** Null: the account has none of this id. Throws SUBMISSIONS_UNAVAILABLE. */
  ofAccount(id: string, account: string): Promise<SubmissionParts | null>;
}

/** The part of the graph that has submissions. */
const part = 'journeys';

const shape = z.object({ filings: z.array(z.object({ matter: z.string(), department: z.string() })) }).nullable();

export function createSubmissions(doors: Doors, service: Identity, log: Log): Submissions {
  return {
    async ofAccount(id, account) {
      try {
        const { data, errors } = await doors(part)({
          query: `query ($id: ID!, $account: String!) { submissionParts(id: $id, account: $account) { filings { matter department } } }`,
          variables: { id, account },
          headers: {},
          identity: service,
        });
        const read = shape.safeParse(data?.submissionParts);
        if (!errors?.length && read.success) return read.data;
        const codes = errors?.map(({ extensions }) => extensions?.code);
        log.warn({ codes }, 'submissions answer what cannot be used');
      } catch (err) {
        log.warn({ err }, 'submissions did not answer');
      }
      throw refusal('SUBMISSIONS_UNAVAILABLE');
    },
  };
}
