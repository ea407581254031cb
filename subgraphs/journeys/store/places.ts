import type { RowKey, SealedPlaces } from '../../runtime/keys/places.ts';

/** What each sealed value is bound to: moved to another row or column it does not open. */
export const places = {
  submission: (id: string): string => `submission ${id}`,
  filing: (id: string): string => `filing ${id}`,
  filingParty: (id: string): string => `filing ${id} party`,
  filingMessage: (id: string): string => `filing ${id} message`,
  entryParty: (submission: string, number: number | string): string => `timeline ${submission} ${number} party`,
  entryMessage: (submission: string, number: number | string): string => `timeline ${submission} ${number} message`,
  file: (id: string): string => `upload ${id}`,
  /** Its id names the upload and the place in it (`pieceId`). */
  piece: (id: string): string => `upload piece ${id}`,
  fileName: (id: string): string => `upload ${id} name`,
  consent: (id: string): string => `consent ${id}`,
  payment: (id: string): string => `payment ${id}`,
  evidenceRequest: (id: string): string => `evidence request ${id}`,
  clerk: (id: string): string => `access ${id} clerk`,
} as const;

const byId =
  (place: (id: string) => string) =>
  ({ id }: RowKey): string =>
    place(id as string);
const ofEntry =
  (place: (submission: string, number: string) => string) =>
  ({ submission, number }: RowKey): string =>
    place(submission as string, number as string);

/** Every column and file of the journeys that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    { name: 'submissions', key: ['id'], columns: [{ name: 'sealed', as: 'BYTES', place: byId(places.submission) }] },
    {
      name: 'filings',
      key: ['id'],
      columns: [
        { name: 'sealed', as: 'BYTES', place: byId(places.filing) },
        { name: 'party', as: 'TEXT', place: byId(places.filingParty) },
        { name: 'message', as: 'JSON', place: byId(places.filingMessage) },
      ],
    },
    {
      name: 'timeline',
      key: ['submission', 'number'],
      columns: [
        { name: 'party', as: 'TEXT', place: ofEntry(places.entryParty) },
        { name: 'message', as: 'JSON', place: ofEntry(places.entryMessage) },
      ],
    },
    { name: 'uploads', key: ['id'], columns: [{ name: 'file_name', as: 'TEXT', place: byId(places.fileName) }] },
    { name: 'consents', key: ['id'], columns: [{ name: 'sealed', as: 'BYTES', place: byId(places.consent) }] },
    { name: 'payments', key: ['id'], columns: [{ name: 'sealed', as: 'BYTES', place: byId(places.payment) }] },
    {
      name: 'evidence_requests',
      key: ['id'],
      columns: [{ name: 'sealed', as: 'BYTES', place: byId(places.evidenceRequest) }],
    },
    { name: 'accesses', key: ['id'], columns: [{ name: 'clerk', as: 'TEXT', place: byId(places.clerk) }] },
  ],
  files: [
    { table: 'uploads', folder: 'uploads', key: 'id', place: byId(places.file) },
    { table: 'upload_pieces', folder: 'upload-pieces', key: 'id', place: byId(places.piece) },
  ],
};
