import type { FilingState, SubmissionState } from './states.ts';

/** How a submission stands, without a personal word: what the operation `progress` answers to whoever polls, and what its program is told. */
export interface Progress {
  readonly submission: {
    readonly id: string;
    readonly state: SubmissionState;
    readonly dueOn: string;
    readonly filings: ReadonlyArray<{
      readonly id: string;
      readonly state: FilingState;
      readonly dueOn: string | null;
      readonly matter: { readonly code: string };
    }>;
    readonly timeline: ReadonlyArray<{
      readonly at: string;
      readonly event: string;
      readonly matter: { readonly code: string } | null;
    }>;
  };
}

interface Stands {
  readonly row: Pick<Progress['submission'], 'id' | 'state' | 'dueOn'>;
  /** In the order of work. */
  readonly filings: ReadonlyArray<{
    readonly id: string;
    readonly state: FilingState;
    readonly dueOn: string | null;
    readonly matter: string;
  }>;
  /** `at` in any spelling of an instant. */
  readonly timeline: ReadonlyArray<{ readonly at: string; readonly event: string; readonly matter: string | null }>;
}

export function progressOf({ row: { id, state, dueOn }, filings, timeline }: Stands): Progress {
  return {
    submission: {
      ...{ id, state, dueOn },
      filings: filings.map(({ matter, ...filing }) => ({
        ...{ id: filing.id, state: filing.state, dueOn: filing.dueOn },
        matter: { code: matter },
      })),
      timeline: timeline.map(({ at, event, matter }) => ({
        ...{ at: new Date(at).toISOString(), event },
        matter: matter === null ? null : { code: matter },
      })),
    },
  };
}
