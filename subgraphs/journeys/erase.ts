import type { Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import { refuse } from './domain/refusals.ts';
import type { OpenDoor } from './doors.ts';
import type { KeptFiles } from './kept-files.ts';
import { lookUp, notFound, ownSubmission, requestOf } from './requests.ts';
import { ownPart } from './store/erase.ts';
import type { SubmissionStore } from './store/index.ts';
import type { ErasureRow, SubmissionRow } from './tables.ts';

export interface RequestErasureInput {
  readonly idempotencyKey: string;
  readonly submission: string;
}
/** What was erased of a submission, and of which filings a department has yet to say so. */
export interface Erasure {
  readonly own: ErasureRow;
  readonly parts: ReadonlyArray<ErasureRow>;
  readonly complete: boolean;
}
export type RequestErasure = (
  input: RequestErasureInput,
  identity: Identity | null,
) => Promise<{ readonly erasure: Erasure | null; readonly problems: ReadonlyArray<Problem> }>;

export interface EraseParts {
  readonly store: SubmissionStore;
  readonly files: KeptFiles;
  readonly pieces: Pick<KeptFiles, 'remove' | 'removeLeft'>;
  readonly openDoor: OpenDoor;
  readonly now: () => number;
}
/** A department that is out is told again after so long. */
export const tellAgainMs = 10 * 60_000;

const needed = {
  UNDER_WAY: refuse('ERASURE_UNDER_WAY', { path: ['submission'] }),
  PAYMENT_OPEN: refuse('ERASURE_PAYMENT_OPEN', { path: ['submission'] }),
  NOT_TOLD: refuse('ERASURE_NOT_TOLD', { path: ['submission'] }),
};

export function createRequestErasure(parts: EraseParts): RequestErasure {
  const { store, files, pieces, now } = parts;
  const refused = (...problems: ReadonlyArray<Problem>) => ({ erasure: null, problems });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'requestErasure', input, store);
    const { refused: wrong } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const row = await ownSubmission(store, input.submission, request.identity);
    if (!row) return refused(notFound);
    const at = new Date(now()).toISOString();
    const done = await store.erasures.erase(row.id, {
      ...{ cause: 'ASKED' as const, at, removeFile: files.remove, removePiece: pieces.remove },
      request: request.row(row.id),
    });
    if (done !== 'ERASED') return refused(needed[done]);
    await tellDepartments(parts, row.id);
    const after = await store.find(row.id);
    return { erasure: after && (await erasureOf(store, after)), problems: [] };
  };
}

/** Null where nothing was. */
export async function erasureOf(store: SubmissionStore, { id, tellErasedAt }: SubmissionRow): Promise<Erasure | null> {
  const parts = await store.erasures.of(id);
  const own = parts.find(({ part }) => part === ownPart);
  return own ? { own, parts, complete: tellErasedAt === null } : null;
}

/**
 * Has every department of an erased submission erase its filing, also one that may have it without our having heard so. Who has answered
 * is not asked again.
 */
export async function tellDepartments({ store, openDoor, now }: EraseParts, id: string): Promise<void> {
  const before = await store.erasures.of(id);
  const cause = before.find(({ part }) => part === ownPart)?.cause;
  if (cause === undefined) return;
  const told = new Set(before.map(({ part }) => part));
  const open = (await store.filingsOf([id])).filter((filing) => !told.has(filing.id));
  const answered = await Promise.all(
    open.map(async (filing) => {
      const answer = (await openDoor(filing.department)?.erase(filing.id)) ?? { kind: 'NOT_KNOWN' as const };
      if (answer.kind === 'DEPARTMENT_OUT') return false;
      const at = new Date(now()).toISOString();
      const { rows, digest } = answer.kind === 'TOLD' ? answer.told : { rows: 0, digest: '' };
      const outcome = answer.kind === 'TOLD' ? ('ERASED' as const) : ('NOT_KNOWN' as const);
      const { department } = filing;
      await store.erasures.add({
        submission: id,
        part: filing.id,
        department,
        cause,
        outcome,
        at,
        rows,
        files: 0,
        digest,
      });
      return true;
    }),
  );
  const again = answered.every(Boolean) ? null : new Date(now() + tellAgainMs).toISOString();
  await store.erasures.tellAgain(id, again);
}
