import { z } from 'zod';
import type { IssuedLicenceInput } from '../../schema/generated/licences.ts';
import { inputMaxima } from '../language/maxima.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';
import { createAskPart, type PartPage, partPage } from './ask-part.ts';
import type { HeldLicence, LookedUp } from './domain/licence-use.ts';

/** Whose vault, as they signed in. */
export interface VaultAccount {
  readonly account: string;
  readonly identityNumber: string | null;
}
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
  data(account: string, first: number, after: string | null): Promise<PartPage | 'OUT'>;
}
/** The part of the graph that is the vault. */
const part = 'licences';

const text = z.string();
const nullable = text.nullish().transform((value) => value ?? null);
const heldShape = z.object({
  id: text,
  documentType: text,
  spec: nullable,
  number: text,
  data: z.unknown().transform((data) => data ?? null),
  holder: z.object({ name: nullable, identityNumber: nullable, bornOn: nullable }),
  issuer: text,
  issuedOn: text,
  expiresOn: nullable,
  trust: z.enum(['A', 'B', 'C', 'D']),
  consumable: z.boolean(),
  purpose: nullable,
});
const licenceFields = `id documentType spec number data holder { name identityNumber bornOn } issuer issuedOn expiresOn trust
  consumable purpose`;
/** As many as a list may hold that a subgraph is sent. */
const batch = inputMaxima['[]']?.items ?? 1;

/** One after the other, up to the first that is not answered. */
async function inBatches<Item, Said>(
  all: ReadonlyArray<Item>,
  ask: (some: ReadonlyArray<Item>) => Promise<ReadonlyArray<Said> | 'OUT'>,
): Promise<ReadonlyArray<Said> | 'OUT'> {
  const whole: Said[] = [];
  for (let from = 0; from < all.length; from += batch) {
    const said = await ask(all.slice(from, from + batch));
    if (said === 'OUT') return said;
    whole.push(...said);
  }
  return whole;
}

export function createVault(doors: Doors, service: Identity, log: Log): Vault {
  const ask = createAskPart(doors, part, service, log);
  const done = async <T>(said: Promise<T | 'OUT'>): Promise<'DONE' | 'OUT'> =>
    (await said) === 'OUT' ? 'OUT' : 'DONE';
  return {
    async lookUp({ account, identityNumber }, all) {
      const said = await inBatches(all, (ids) =>
        ask(
          `query ($account: String!, $identityNumber: String, $ids: [ID!]!) {
            licencesOf(account: $account, identityNumber: $identityNumber, ids: $ids) {
              ${licenceFields}
            }
          }`,
          { account, identityNumber, ids },
          'licencesOf',
          z.array(heldShape.nullable()),
        ),
      );
      if (said === 'OUT') return said;
      return new Map(said.flatMap((each): ReadonlyArray<[string, HeldLicence]> => (each ? [[each.id, each]] : [])));
    },
    usable: ({ account, identityNumber }, all, on) =>
      inBatches(all, (documentTypes) =>
        ask(
          `query ($account: String!, $identityNumber: String, $documentTypes: [ID!]!, $on: Date!, $first: Int!) {
            licencesUsable(account: $account, identityNumber: $identityNumber, documentTypes: $documentTypes, on: $on, first: $first) {
              ${licenceFields}
            }
          }`,
          { account, identityNumber, documentTypes, on, first: batch },
          'licencesUsable',
          z.array(heldShape),
        ),
      ),
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
    data: (account, first, after) =>
      ask(
        `query ($account: String!, $first: Int!, $after: String) {
          licencesData(account: $account, first: $first, after: $after) { nodes endCursor totalCount }
        }`,
        { account, first, after },
        'licencesData',
        partPage,
      ),
  };
}
