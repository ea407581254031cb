import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { brokenAt } from '../../runtime/ledger.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { AppealEventRow } from '../tables.ts';
import { eventsOf } from './reading.ts';
import { chained } from './stepping.ts';

export interface Proof {
  readonly chainHolds: boolean;
  readonly entries: ReadonlyArray<
    Pick<AppealEventRow, 'number' | 'at' | 'kind' | 'digest' | 'signature'> & {
      readonly signatureHolds: boolean | null;
    }
  >;
}
export interface Proving {
  /** Of the events of an appeal up to a number. */
  proofOf(id: string, until: number): Promise<Proof>;
}

export function createProving(db: PostgresJsDatabase, ledgerKey: LedgerKey): Proving {
  return {
    async proofOf(id, until) {
      const events = (await eventsOf(db, [id])).filter(({ number }) => number <= until);
      const entries = events.map(({ number, at, kind, digest, signature }) => ({
        ...{ number, at, kind, digest, signature },
        signatureHolds: signature === null ? null : ledgerKey.holds(digest, signature),
      }));
      return { chainHolds: brokenAt(events.map(chained)) === null, entries };
    },
  };
}
