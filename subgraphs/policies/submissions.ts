import { z } from 'zod';
import type { AskPart } from '../runtime/ask-part.ts';
import type { UnderWay } from './domain/offers.ts';

/** The part of the graph that has submissions. */
export const submissionsPart = 'journeys';

const nullable = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const shape: z.ZodType<ReadonlyArray<UnderWay>> = z.array(
  z.object({
    lifeEvent: z.string(),
    matters: z.array(z.string()),
    people: z.array(z.object({ name: nullable, identityNumber: nullable, bornOn: nullable })),
  }),
);

/** What an account does of these already. `OUT`: that cannot be told for now. */
export function underWayOf(
  ask: AskPart,
  account: string,
  { lifeEvents, matters }: { readonly lifeEvents: ReadonlyArray<string>; readonly matters: ReadonlyArray<string> },
): Promise<ReadonlyArray<UnderWay> | 'OUT'> {
  return ask(
    `query ($account: String!, $lifeEvents: [ID!]!, $matters: [ID!]!) {
      underWay(account: $account, lifeEvents: $lifeEvents, matters: $matters) {
        lifeEvent matters people { name identityNumber bornOn }
      }
    }`,
    { account, lifeEvents, matters },
    'underWay',
    shape,
  );
}
