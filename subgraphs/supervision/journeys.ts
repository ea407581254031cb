import { z } from 'zod';
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
/** Submissions, asked as a part of the graph asks another. Throws SUBMISSIONS_UNAVAILABLE. */
export interface Journeys {
  /** In the order asked. */
  figures(of: ReadonlyArray<FiguresOf>): Promise<ReadonlyArray<FilingFigures>>;
}

/** The part of the graph that has submissions. */
const part = 'journeys';
const figuresShape = z.array(
  z.object({ lodged: z.int(), decided: z.int(), refused: z.int(), corrected: z.int(), faulty: z.int() }),
);

export function createJourneys(doors: Doors, service: Identity, log: Log): Journeys {
  const ask = async <T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    field: string,
    shape: z.ZodType<T>,
  ): Promise<T> => {
    try {
      const { data, errors } = await doors(part)({ query, variables, headers: {}, identity: service });
      const read = shape.safeParse(data?.[field]);
      if (!errors?.length && read.success) return read.data;
      const codes = errors?.map(({ extensions }) => extensions?.code);
      log.warn({ field, codes }, 'submissions answer what cannot be used');
    } catch (err) {
      log.warn({ err, field }, 'submissions did not answer');
    }
    throw refusal('SUBMISSIONS_UNAVAILABLE.FIGURES');
  };
  return {
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
