import type { Localized } from '../../language/text.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import type { FilingRow, TimelineRow } from '../tables.ts';

/**
 * Words in columns of their own: a party's id is the client's, a message may be a clerk's. Rows hold them sealed, each for its own row;
 * what was written in clear by earlier releases is read as it stands.
 */
export interface SealedWords {
  sealFilingWords<Row extends Pick<FilingRow, 'id'> & Partial<Pick<FilingRow, 'party' | 'message'>>>(row: Row): Row;
  openFilingWords(row: FilingRow): FilingRow;
  sealEntryWords(row: TimelineRow): TimelineRow;
  openEntryWords(row: TimelineRow): TimelineRow;
}

export function createSealedWords(sealer: Sealer): SealedWords {
  const sealed = (message: Localized, place: string): Localized =>
    // A column of JSON holds the sealed text as a string.
    sealer.sealText(JSON.stringify(message), place) as unknown as Localized;
  const opened = (message: Localized, place: string): Localized =>
    typeof message === 'string' ? (JSON.parse(sealer.openText(message, place)) as Localized) : message;
  const partyAt = (place: string): string => `${place} party`;
  const messageAt = (place: string): string => `${place} message`;
  const filingAt = ({ id }: Pick<FilingRow, 'id'>): string => `filing ${id}`;
  const entryAt = ({ submission, number }: TimelineRow): string => `timeline ${submission} ${number}`;
  return {
    sealFilingWords: (row) => ({
      ...row,
      ...(row.party ? { party: sealer.sealText(row.party, partyAt(filingAt(row))) } : {}),
      ...(row.message ? { message: sealed(row.message, messageAt(filingAt(row))) } : {}),
    }),
    openFilingWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.openText(row.party, partyAt(filingAt(row))),
      message: row.message === null ? null : opened(row.message, messageAt(filingAt(row))),
    }),
    sealEntryWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.sealText(row.party, partyAt(entryAt(row))),
      message: sealed(row.message, messageAt(entryAt(row))),
    }),
    openEntryWords: (row) => ({
      ...row,
      party: row.party === null ? null : sealer.openText(row.party, partyAt(entryAt(row))),
      message: opened(row.message, messageAt(entryAt(row))),
    }),
  };
}
