import type { Identity } from '../runtime/identity.ts';
import { handOverTextVersion, type PreviewItem } from './domain/preview.ts';
import { refuse } from './domain/refusals.ts';
import type { Requested } from './request-evidence.ts';
import { lookUp, requestOf } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export interface AcceptEvidenceInput {
  readonly idempotencyKey: string;
  readonly request: string;
  readonly items: ReadonlyArray<{ readonly item: string; readonly accepted: boolean }>;
}
export type AcceptEvidence = (input: AcceptEvidenceInput, identity: Identity | null) => Promise<Requested>;

export const requestNotFound = (path: string) => refuse('EVIDENCE_REQUEST_NOT_FOUND', { path: [path] });

/** Writes down what a citizen said to what they were shown: it goes to its departments, or it is disputed. Said again, the last word counts. */
export function createAcceptEvidence(store: SubmissionStore, now: () => number): AcceptEvidence {
  const gone: Requested = { request: null, problems: [requestNotFound('request')] };
  return async (input, anyone) => {
    const request = requestOf(anyone, 'acceptEvidence', input, store);
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return { request: null, problems: wrong };
    const at = new Date(now()).toISOString();
    const shown = await store.evidenceRequests.find(input.request, request.subject, at);
    if (!shown) return gone;
    if (repeated) return { request: shown, problems: [] };
    const found = new Set(shown.items.filter((each) => each.found !== null).map(({ id }) => id));
    const said = new Map(input.items.map(({ item, accepted }) => [item, accepted]));
    const problems = input.items.flatMap(({ item }, index) => {
      const isFirst = input.items.findIndex((each) => each.item === item) === index;
      return found.has(item) && isFirst ? [] : [refuse('EVIDENCE_ITEM_UNKNOWN', { path: ['items', String(index)] })];
    });
    if (problems.length > 0) return { request: null, problems };
    const decided = (item: PreviewItem): PreviewItem => {
      const accepted = said.get(item.id);
      return accepted === undefined ? item : { ...item, decision: { accepted, at, textVersion: handOverTextVersion } };
    };
    const after = await store.evidenceRequests.change(
      shown.id,
      (record) => ({ ...record, items: record.items.map(decided) }),
      request.row(shown.id),
      at,
    );
    return after ? { request: after, problems: [] } : gone;
  };
}
