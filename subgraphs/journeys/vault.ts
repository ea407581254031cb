import { z } from 'zod';
import type { IssuedLicenceInput } from '../../schema/generated/licences.ts';
import type { HeldLicence } from '../language/held-licence.ts';
import { createAskPart, type PartPage, partPage } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';
import {
  heldLicence,
  heldLicenceFields,
  inBatches,
  usableLicences,
  type VaultAccount,
  vaultPart,
} from '../runtime/vault.ts';
import type { LookedUp } from './domain/licence-use.ts';

export type { VaultAccount } from '../runtime/vault.ts';

/** The vault of licences, asked as a part of the graph asks another. `OUT`: it does not answer, and can be asked again. */
export interface Vault {
  lookUp(who: VaultAccount, ids: ReadonlyArray<string>): Promise<LookedUp>;
  /** Of these types, those that can be used on a day (ISO), the newest first: of an ordinary vault all. */
  usable(
    who: VaultAccount,
    documentTypes: ReadonlyArray<string>,
    on: string,
  ): Promise<ReadonlyArray<HeldLicence> | 'OUT'>;
  /** Answers those that are used up for another purpose: then nothing comes of it, and the others are given back with it. */
  redeem(who: VaultAccount, ids: ReadonlyArray<string>, purpose: string): Promise<ReadonlyArray<string> | 'OUT'>;
  issue(licences: ReadonlyArray<IssuedLicenceInput>): Promise<'DONE' | 'OUT'>;
  giveBack(purpose: string): Promise<'DONE' | 'OUT'>;
  erase(submission: string): Promise<'DONE' | 'OUT'>;
  /** Everything that is held of licences of an account, page by page. */
  data(account: string, first: number, after: string | null, identityNumber: string | null): Promise<PartPage | 'OUT'>;
}
const text = z.string();

export function createVault(doors: Doors, service: Identity, log: Log): Vault {
  const ask = createAskPart(doors, vaultPart, service, log);
  const done = async <T>(said: Promise<T | 'OUT'>): Promise<'DONE' | 'OUT'> =>
    (await said) === 'OUT' ? 'OUT' : 'DONE';
  return {
    async lookUp({ account, identityNumber }, all) {
      const said = await inBatches(all, (ids) =>
        ask(
          `query ($account: String!, $identityNumber: String, $ids: [ID!]!) {
            licencesOf(account: $account, identityNumber: $identityNumber, ids: $ids) {
              ${heldLicenceFields}
            }
          }`,
          { account, identityNumber, ids },
          'licencesOf',
          z.array(heldLicence.nullable()),
        ),
      );
      if (said === 'OUT') return said;
      return new Map(said.flatMap((each): ReadonlyArray<[string, HeldLicence]> => (each ? [[each.id, each]] : [])));
    },
    usable: (who, types, on) => usableLicences(ask, who, types, on),
    // What a batch before has used up is given back with the purpose, where a later one cannot be.
    redeem: ({ account, identityNumber }, all, purpose) =>
      inBatches(all, (ids) =>
        ask(
          `mutation ($account: String!, $identityNumber: String, $ids: [ID!]!, $purpose: ID!) {
            licencesRedeem(account: $account, identityNumber: $identityNumber, ids: $ids, purpose: $purpose)
          }`,
          { account, identityNumber, ids, purpose },
          'licencesRedeem',
          z.array(text),
        ),
      ),
    issue: (all) =>
      done(
        inBatches(all, (licences) =>
          ask(
            'mutation ($licences: [IssuedLicenceInput!]!) { licencesIssue(licences: $licences) }',
            { licences },
            'licencesIssue',
            z.array(text),
          ),
        ),
      ),
    giveBack: (purpose) =>
      done(
        ask(
          'mutation ($purpose: ID!) { licencesGiveBack(purpose: $purpose) }',
          { purpose },
          'licencesGiveBack',
          z.int(),
        ),
      ),
    erase: (submission) =>
      done(
        ask(
          'mutation ($submission: ID!) { licencesErase(submission: $submission) }',
          { submission },
          'licencesErase',
          z.int(),
        ),
      ),
    data: (account, first, after, identityNumber) =>
      ask(
        `query ($account: String!, $identityNumber: String, $first: Int!, $after: String) {
          licencesData(account: $account, identityNumber: $identityNumber, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, identityNumber, first, after },
        'licencesData',
        partPage,
      ),
  };
}
