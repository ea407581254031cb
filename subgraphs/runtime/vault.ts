import { z } from 'zod';
import type { HeldLicence } from '../language/held-licence.ts';
import { inputMaxima } from '../language/maxima.ts';
import type { AskPart } from './ask-part.ts';

/** Whose vault, as they signed in. */
export interface VaultAccount {
  readonly account: string;
  readonly identityNumber: string | null;
}
/** The part of the graph that is the vault of licences. */
export const vaultPart = 'licences';

const text = z.string();
const nullable = text.nullish().transform((value) => value ?? null);
export const heldLicence: z.ZodType<HeldLicence> = z.object({
  id: text,
  documentType: text,
  spec: nullable,
  number: text,
  data: z.unknown().transform((data) => data ?? null),
  holder: z.object({ name: nullable, identityNumber: nullable, bornOn: nullable }),
  issuer: text,
  matter: nullable,
  issuedOn: text,
  expiresOn: nullable,
  trust: z.enum(['A', 'B', 'C', 'D']),
  consumable: z.boolean(),
  purpose: nullable,
});
export const heldLicenceFields = `id documentType spec number data holder { name identityNumber bornOn } issuer matter issuedOn
  expiresOn trust consumable purpose`;
/** As many as a list may hold that a subgraph is sent. */
const batch = inputMaxima['[]']?.items ?? 1;

/** One batch after the other, up to the first that is not answered. */
export async function inBatches<Item, Said>(
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

/** Of these types, what of a vault can be used on a day (ISO), the newest first: of an ordinary vault all. `OUT`: it does not answer. */
export function usableLicences(
  ask: AskPart,
  { account, identityNumber }: VaultAccount,
  types: ReadonlyArray<string>,
  on: string,
): Promise<ReadonlyArray<HeldLicence> | 'OUT'> {
  return inBatches(types, (documentTypes) =>
    ask(
      `query ($account: String!, $identityNumber: String, $documentTypes: [ID!]!, $on: Date!, $first: Int!) {
        licencesUsable(account: $account, identityNumber: $identityNumber, documentTypes: $documentTypes, on: $on, first: $first) {
          ${heldLicenceFields}
        }
      }`,
      { account, identityNumber, documentTypes, on, first: batch },
      'licencesUsable',
      z.array(heldLicence),
    ),
  );
}
