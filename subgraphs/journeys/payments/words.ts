import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { PaymentStanding } from '../domain/submission.ts';

/** How this service and a provider of payments speak: every word is a JWT that both sign with one key, so that neither believes anybody else. */
export interface SignedWords {
  sign(word: Readonly<Record<string, unknown>>): Promise<string>;
  /** Null: signed by nobody, by another, for another, or too long ago. */
  read(text: string): Promise<unknown>;
}
export interface WordsOptions {
  readonly key: Uint8Array;
  /** Who signs here, and who is believed. */
  readonly us: string;
  readonly them: string;
  readonly now: () => number;
}

export const journeysName = 'yijianshi';
export const providerName = 'payments';
/** Longer than clocks differ and a call-back is under way; who keeps one for later is not believed. */
const believedSeconds = 300;
/** Of a word, in characters. */
export const longestWord = 8192;

export function createWords({ key, us, them, now }: WordsOptions): SignedWords {
  return {
    sign: (word) =>
      new SignJWT({ word })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(us)
        .setAudience(them)
        .setIssuedAt(Math.floor(now() / 1000))
        .sign(key),
    async read(text) {
      if (text.length > longestWord) return null;
      try {
        const { payload } = await jwtVerify(text, key, {
          algorithms: ['HS256'],
          issuer: them,
          audience: us,
          maxTokenAge: believedSeconds,
          // A clock that is ahead of ours by as much is still one of now.
          clockTolerance: 30,
          currentDate: new Date(now()),
        });
        return payload.word ?? null;
      } catch {
        // Whatever somebody made up.
        return null;
      }
    },
  };
}

const standingShape = z.object({
  id: z.string().max(200),
  state: z.enum(['OPEN', 'FAILED', 'PAID', 'REFUNDED']),
  amountFen: z.int().min(0),
  currency: z.string().max(3),
  // It is shown as a link: here, or at an address that browsers can trust.
  payUrl: z
    .string()
    .max(1000)
    .regex(/^(https:\/\/|\/(?!\/))/)
    .nullable(),
  paidAt: z.string().max(40).nullable(),
  receiptNumber: z.string().min(1).max(100).nullable(),
  // Who pays back whole or nothing need not say it.
  refundedFen: z.int().min(0).nullable().default(null),
});
/** What a word tells of a demand; null: it is no such word. */
export function readStanding(word: unknown): { readonly id: string; readonly standing: PaymentStanding } | null {
  const read = standingShape.safeParse(word);
  if (!read.success) return null;
  const { id, ...standing } = read.data;
  return { id, standing };
}
