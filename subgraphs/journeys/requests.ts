import { fingerprint } from '../language/canonical.ts';
import type { Problem } from '../planning/types.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { keyRefusals } from './domain/acceptance.ts';
import type { SignedIn } from './domain/binding.ts';
import { refuse } from './domain/refusals.ts';
import type { SubmissionStore } from './store/index.ts';
import type { FilingRow, RequestRow, SubmissionRow } from './tables.ts';

/** Either a submission or every problem at once. */
export interface Submitted {
  readonly submission: SubmissionRow | null;
  readonly problems: ReadonlyArray<Problem>;
}
/** Either a filing or every problem at once. */
export interface Decided {
  readonly filing: FilingRow | null;
  readonly problems: ReadonlyArray<Problem>;
}
export const refused = (...problems: ReadonlyArray<Problem>): Submitted => ({ submission: null, problems });

/** As much of who asks as the issuer of their token vouches for. */
export function signedIn({ claims = {} }: Identity): SignedIn {
  return { name: claims.name ?? null, identityNumber: claims.identityNumber ?? null };
}

export const keyReused = refuse('IDEMPOTENCY_KEY_REUSED', { path: ['idempotencyKey'] });

/** A mutation's input as a request: who asks, under which key, for what. */
export interface Request<Input> {
  readonly identity: Identity;
  readonly input: Input;
  /** Stands for who asks: rows are found by it. */
  readonly subject: string;
  /** Stands for the idempotency key. */
  readonly key: string;
  readonly requestHash: string;
  /** The row that says, once it is kept, that the request was performed. */
  readonly row: (target: string) => RequestRow;
}

/** Lists that earlier releases did not have. Empty they say nothing: what was sent before there were any is the same request still. */
const laterLists: ReadonlySet<string> = new Set(['facts']);

function withoutLater(content: object): object {
  const kept = Object.entries(content).filter(
    ([name, value]) => !(laterLists.has(name) && Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

export function requestOf<Input extends { readonly idempotencyKey: string }>(
  anyone: Identity | null,
  mutation: string,
  input: Input,
  { pseudonym }: Pick<SubmissionStore, 'pseudonym'>,
): Request<Input> {
  const identity = requireIdentity(anyone);
  const { idempotencyKey, ...content } = input;
  const requestHash = pseudonym(fingerprint(withoutLater(content)));
  const subject = pseudonym(identity.subject);
  const key = pseudonym(idempotencyKey);
  return {
    ...{ identity, input, subject, key, requestHash },
    row: (target) => ({ subject, mutation, idempotencyKey: key, requestHash, target }),
  };
}

/** What every mutation but submitting begins with: whether the key holds, and whether it was used before. */
export async function lookUp<Input extends { readonly idempotencyKey: string }>(
  store: SubmissionStore,
  { input, requestHash, row }: Request<Input>,
): Promise<{ readonly refused: ReadonlyArray<Problem>; readonly repeated: boolean }> {
  const wrong = keyRefusals(input.idempotencyKey);
  if (wrong.length > 0) return { refused: wrong, repeated: false };
  const known = await store.requestOf(row(''));
  if (known && known.requestHash !== requestHash) return { refused: [keyReused], repeated: false };
  return { refused: [], repeated: known !== null };
}

/** The applicant's own submission; null for anyone else's, as for none. */
export async function ownSubmission(
  store: SubmissionStore,
  id: string,
  { subject, kind }: Identity,
): Promise<SubmissionRow | null> {
  const row = await store.find(id);
  return row && row.subject === store.pseudonym(subject) && kind === 'CITIZEN' ? row : null;
}

export const notFound = refuse('SUBMISSION_NOT_FOUND', { path: ['submission'] });
