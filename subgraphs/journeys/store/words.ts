import type { Localized } from '../../language/text.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import type { FilingColumns, TimelineRow } from '../tables.ts';
import { places } from './places.ts';

/**
 * Words in columns of their own: a party's id is the client's, a message may be a clerk's. Rows hold them sealed, each for its own row;
 * what was written in clear by earlier releases is read as it stands.
 */
export interface SealedWords {
  sealFilingWords<Row extends Pick<FilingColumns, 'id'> & Partial<Pick<FilingColumns, 'party' | 'message'>>>(
    row: Row,
  ): Row;
  openFilingWords<Row extends FilingColumns>(row: Row): Row;
  sealEntryWords(row: TimelineRow): TimelineRow;
  openEntryWords(row: TimelineRow): TimelineRow;
}

export function createSealedWords(sealer: Sealer): SealedWords {
  const sealed = (message: Localized, place: string): Localized =>
    // A column of JSON holds the sealed text as a string.
    sealer.sealText(JSON.stringify(message), place) as unknown as Localized;
  const opened = (message: Localized, place: string): Localized =>
    typeof message === 'string' ? (JSON.parse(sealer.openText(message, place)) as Localized) : message;
  return {
    sealFilingWords: (row) => ({
      ...row,
      ...(row.party ? { party: sealer.sealText(row.party, places.filingParty(row.id)) } : {}),
      ...(row.message ? { message: sealed(row.message, places.filingMessage(row.id)) } : {}),
    }),
    openFilingWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.openText(row.party, places.filingParty(row.id)),
      message: row.message === null ? null : opened(row.message, places.filingMessage(row.id)),
    }),
    sealEntryWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.sealText(row.party, places.entryParty(row.submission, row.number)),
      message: sealed(row.message, places.entryMessage(row.submission, row.number)),
    }),
    openEntryWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.openText(row.party, places.entryParty(row.submission, row.number)),
      message: opened(row.message, places.entryMessage(row.submission, row.number)),
    }),
  };
}
