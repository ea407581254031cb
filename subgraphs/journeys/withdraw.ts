import { own } from '../language/own.ts';
import type { Identity } from '../runtime/identity.ts';
import { departmentsOut } from './domain/acceptance.ts';
import { refuse } from './domain/refusals.ts';
import type { Answered } from './domain/submission.ts';
import type { OpenDoor } from './doors.ts';
import { performAll } from './perform.ts';
import { lookUp, notFound, ownSubmission, refused, requestOf, type Submitted } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export interface WithdrawInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly reason?: string | null;
}
export type Withdraw = (input: WithdrawInput, identity: Identity | null) => Promise<Submitted>;

/** Takes a submission back. Where a department is out it is not done, and asking again goes on with those that have not heard of it. */
export function createWithdraw(store: SubmissionStore, openDoor: OpenDoor): Withdraw {
  return async (input, anyone) => {
    const request = requestOf(anyone, 'withdrawSubmission', input, store);
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const row = await ownSubmission(store, input.submission, request.identity);
    if (!row) return refused(notFound);
    if (repeated) return { submission: row, problems: [] };

    const begun = await store.change(row.id, { events: [{ kind: 'WITHDRAWN' }] });
    if (begun.outcomes.includes('ALREADY_ENDED')) return refused(refuse('ALREADY_ENDED', { path: ['submission'] }));
    const record = store.open(row);
    const answers = await performAll(openDoor, begun.commands, {
      submission: begun.submission,
      record,
      reason: input.reason ?? null,
    });
    const events = answers.map(({ command, answer }): Answered => ({ ...answer, command, worker: null }));
    const { outcomes } = await store.change(row.id, { events, request: request.row(row.id) });
    const out = events.filter((_event, index) => outcomes[index] === 'NOT_TOLD').map(({ command }) => command.filing);
    if (out.length === 0) return { submission: await store.find(row.id), problems: [] };
    const departments = begun.submission.filings
      .filter(({ id }) => out.includes(id))
      .map(({ department }) => department);
    return refused(departmentsOut(departments.map((code) => own(record.departments, code) ?? { zh: code, en: code })));
  };
}
