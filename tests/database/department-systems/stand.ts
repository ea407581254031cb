import { rootSecrets } from '../../../scripts/secrets.ts';
import type { FilingInput } from '../../../subgraphs/departments/filing.ts';
import type { DepartmentSystem } from '../../../subgraphs/departments/system.ts';
import { openDatabase } from '../../../subgraphs/runtime/database.ts';
import { createTestDatabase, testSecret } from '../database.ts';
import { sealerOf } from '../keys.ts';

/** What staff of a department say of a filing, in the codes of the catalogue. */
export type Word =
  | { readonly says: 'ACCEPTED' }
  | { readonly says: 'DEMANDS'; readonly amountFen: number }
  | {
      readonly says: 'CORRECT';
      readonly corrections: ReadonlyArray<{ field: string | null; material: string | null; message: string }>;
    }
  | { readonly says: 'REFUSED'; readonly reason: string; readonly code: string }
  | { readonly says: 'APPROVED'; readonly number: string };

/** What a department holds of a filing, in its own codes. */
export interface Received {
  readonly matter: string;
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly form: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly evidence: ReadonlyArray<{ readonly requirement: string }>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly produced: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly withdrawn: boolean;
  /** Receipt numbers of what it heard was paid. */
  readonly paid: ReadonlyArray<string>;
}

/** An adapter with a department behind it: every one is held to the same contract. */
export interface Stand {
  readonly system: DepartmentSystem;
  /** The department's own code for one of the catalogue's. */
  theirs(code: string): string;
  /** What lies at the department under that id; null: nothing. Whatever has to be carried there is carried first. */
  received(filing: string): Promise<Received | null>;
  /** How many filings lie there. */
  count(): Promise<number>;
  /** Staff decide, and what they say is carried back. */
  decide(filing: string, word: Word): Promise<void>;
  close(): Promise<void>;
}

/** 存量房交易契税申报: decided by staff, who say how much it costs. */
export const deedTax = '330381SW000730040000';
export const pin = { revision: null, date: '2026-11-27' };
export const noon = Date.parse('2026-11-27T04:00:00Z');

export function filingOf(id: string, more: Partial<FilingInput> = {}): FilingInput {
  return {
    ...{ id, matter: deedTax, party: 'home', parties: { BUYER: ['buyer'], HOME: ['home'] } },
    form: {
      buyer: { name: '陈安', 'identity-number': '33038119900307721X' },
      home: { 'home-address': '瑞安市万松路1号', 'transfer-price': '1200000' },
    },
    evidence: [
      {
        requirement: 'SW3040-02',
        fate: 'SUBMITTED',
        sources: [],
        materials: [{ material: 'contract', bringToCounter: true }],
      },
    ],
    answers: { 'contract-signed': true },
    produced: [{ documentType: 'home-certificate', subject: 'HOME', party: 'home', spec: null, number: '浙2026-1' }],
    ...more,
  } as FilingInput;
}

/** The tax office's own schema, on a database of its own. */
export async function openTax() {
  const database = await createTestDatabase();
  const { database: url } = (await rootSecrets(database.adminUrl, testSecret))('tax');
  const { db, sql, close } = openDatabase({ url, schema: 'department_tax' });
  const sealer = await sealerOf(database.adminUrl, 'tax', 'department_tax');
  return {
    ...{ db, sql, sealer, adminUrl: database.adminUrl },
    close: async () => {
      await close();
      await database.close();
    },
  };
}
