import { versionedRecord } from '../../runtime/records.ts';
import type { ShownEvidence } from '../domain/accepted-evidence.ts';
import type { GivenConsent } from '../domain/consent.ts';

/** What a request to look at evidence carries, sealed at rest until it is used or a day has passed. Whoever changes it adds an upgrade below. */
export interface EvidenceRequestRecord extends ShownEvidence {
  readonly consents: ReadonlyArray<GivenConsent>;
  /** Document types whose number tells who somebody is. */
  readonly personalNumbers: ReadonlyArray<string>;
}

export const evidenceRequestRecord = versionedRecord<EvidenceRequestRecord>('evidence request', []);
