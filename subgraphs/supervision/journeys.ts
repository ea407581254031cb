import { z } from 'zod';
import { createAskPart } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Filings of a matter at a department that were lodged from a day (ISO) up to another. */
export interface FiguresOf {
  readonly matter: string;
  readonly department: string;
  readonly from: string;
  readonly until: string;
}
export interface FilingFigures {
  readonly lodged: number;
  /** Approved or refused, of those lodged. */
  readonly decided: number;
  readonly refused: number;
  /** Of the decided, those of which something had to be put right first. */
  readonly corrected: number;
  /** Of the decided, those that were refused or corrected. */
  readonly faulty: number;
}
/** What a review has to know of a submission. */
export interface KnownSubmission {
  readonly lifeEvent: string;
  readonly region: string;
  readonly filings: ReadonlyArray<{
    readonly id: string;
    readonly matter: string;
    readonly department: string;
    readonly state: string;
  }>;
}
/** Submissions, asked as a part of the graph asks another. Throws SUBMISSIONS_UNAVAILABLE. */
export interface Journeys {
  /** In the order asked. */
  figures(of: ReadonlyArray<FiguresOf>): Promise<ReadonlyArray<FilingFigures>>;
  /** Null: the account has none of this id. */
  submission(id: string, account: string): Promise<KnownSubmission | null>;
}

/** The part of the graph that has submissions. */
const part = 'journeys';
const figuresShape = z.array(
  z.object({ lodged: z.int(), decided: z.int(), refused: z.int(), corrected: z.int(), faulty: z.int() }),
);

const submissionShape = z
  .object({
    lifeEvent: z.string(),
    region: z.string(),
    filings: z.array(z.object({ id: z.string(), matter: z.string(), department: z.string(), state: z.string() })),
  })
  .nullable();

export function createJourneys(doors: Doors, service: Identity, log: Log): Journeys {
  const askPart = createAskPart(doors, part, service, log);
  const ask = async <T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    field: string,
    shape: z.ZodType<T>,
  ): Promise<T> => {
    const said = await askPart(query, variables, field, shape);
    if (said === 'OUT') throw refusal('SUBMISSIONS_UNAVAILABLE.FIGURES');
    return said;
  };
  return {
    submission: (id, account) =>
      ask(
        `query ($id: ID!, $account: String!) {
          submissionParts(id: $id, account: $account) { lifeEvent region filings { id matter department state } }
        }`,
        { id, account },
        'submissionParts',
        submissionShape,
      ),
    async figures(of) {
      const said = await ask(
        'query ($of: [FilingFiguresInput!]!) { filingFigures(of: $of) { lodged decided refused corrected faulty } }',
        { of },
        'filingFigures',
        figuresShape,
      );
      if (said.length !== of.length) throw refusal('SUBMISSIONS_UNAVAILABLE.FIGURES');
      return said;
    },
  };
}
