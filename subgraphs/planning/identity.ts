import { apartIn, bothOf, isWithin, type PhotoFacts, photoKey } from '../language/photo-facts.ts';
import type { DocumentType, EvidenceUse } from './types.ts';

/** A document type of a party or group, in a variant: what a line of the list, or a product of a matter, is identified by. */
export interface Identity {
  readonly documentType: DocumentType;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  /** What it has to be, of a photograph. Two that one photograph may be are one line. */
  readonly photo: PhotoFacts | null;
}
/** Equal for equal identities. */
export function identityKey(
  { code }: DocumentType,
  parties: ReadonlyArray<string>,
  spec: string | null,
  photo: PhotoFacts | null,
): string {
  const key = `${code}|${parties.length === 1 ? parties[0] : parties.join('+')}|${spec ?? ''}`;
  return photo === null ? key : `${key}|${photoKey(photo)}`;
}

/** What a row asks of a photograph is more than its type says; where the two contradict each other, the row's word stands. */
export function photoOf({ photo: said }: DocumentType, { photo: asked = null }: EvidenceUse): PhotoFacts | null {
  const ofType = said ?? null;
  const photo = apartIn(ofType, asked).length > 0 ? asked : bothOf(ofType, asked);
  return isWithin(null, photo) ? null : photo;
}
