import { type CaseEvent, type CaseState, type CaseTerms, openCase, stepCase } from './case-clock.ts';

/** What somebody wrote: sealed, and gone when it is erased. */
export interface Words {
  readonly reason?: string;
  readonly text?: string | null;
  readonly legalBasis?: string | null;
  readonly alternatives?: ReadonlyArray<string>;
  readonly members?: ReadonlyArray<string>;
}
const wordNames: ReadonlySet<string> = new Set<keyof Words>([
  'reason',
  'text',
  'legalBasis',
  'alternatives',
  'members',
]);

/** An event as two parts: what somebody wrote, and the codes, days and numbers that stay. */
export function divided(event: CaseEvent): {
  readonly body: Readonly<Record<string, unknown>>;
  readonly words: Words;
} {
  const entries = Object.entries(event);
  return {
    body: Object.fromEntries(entries.filter(([name]) => !wordNames.has(name))),
    words: Object.fromEntries(entries.filter(([name]) => wordNames.has(name))),
  };
}

/** Stands where words were erased: an event that had to have some still follows from what was before it. */
const erased = '—';
const withoutWords: Required<Words> = {
  reason: erased,
  text: erased,
  legalBasis: erased,
  alternatives: [erased],
  members: [erased],
};

export function joined(body: Readonly<Record<string, unknown>>, words: Words | null): CaseEvent {
  return { ...(words ?? withoutWords), ...body } as CaseEvent;
}

/** A case as its events made it. Throws where they do not follow from one another: then somebody has changed them. */
export function caseOf(
  terms: CaseTerms,
  events: ReadonlyArray<{ readonly event: CaseEvent; readonly unit: string | null }>,
): CaseState {
  const [first, ...others] = events;
  if (first?.event.kind !== 'OPENED') throw new Error('A case begins by being opened.');
  return others.reduce(
    (state, { event, unit }) => {
      const step = stepCase(state, event, { unit });
      if ('refusal' in step) throw new Error(`A step of a case cannot have been: ${event.kind}, ${step.refusal}.`);
      return step.state;
    },
    openCase(terms, first.event),
  );
}
