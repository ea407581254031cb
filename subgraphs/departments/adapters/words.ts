import { z } from 'zod';
import type { EvidenceOutcome, ReceiptState, TrustGrade } from '../../../schema/generated/departments.ts';
import { inBoth } from '../../language/text.ts';

/** Longest text and longest list of what a department says: it is sealed, shown and asked for again and again. */
const longestText = 2000;
const longestList = 200;
const longestData = 20_000;
const text = z.string().max(longestText);
/** In both languages, or in one that stands for both. */
const words = z.union([text, z.strictObject({ zh: text, en: text })]).transform(inBoth);
const code = z.string().min(1).max(200);
const orNull = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((value) => value ?? null);
const orNone = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(shape)
    .max(longestList)
    .nullish()
    .transform((list) => list ?? []);

/** Where a filing stands, as a department's own system says it: `schema/department-system.schema.json`. */
export const receiptWord = z.object({
  state: z.enum([
    'SUBMITTED',
    'ACCEPTED',
    'AWAITING_PAYMENT',
    'NEEDS_CORRECTION',
    'APPROVED',
    'REFUSED',
    'WITHDRAWN',
  ] satisfies ReadonlyArray<ReceiptState>),
  messages: orNull(words),
  corrections: orNone(z.object({ field: orNull(code), material: orNull(code), message: words })),
  results: orNone(
    z.object({
      documentType: code,
      subject: code,
      party: orNull(code),
      spec: orNull(code),
      number: z.string().min(1).max(100),
      issuedAt: z.iso.datetime({ offset: true }),
      data: z
        .unknown()
        .refine((data) => JSON.stringify(data ?? null).length <= longestData)
        .optional(),
    }),
  ),
  demand: orNull(
    z.object({
      amountFen: z.int().min(1).max(1_000_000_000),
      items: words,
      payer: code,
      channel: z.enum(['ONLINE', 'BANK_TRANSFER', 'COUNTER']),
      dueInWorkingDays: z.int().min(0).max(1000),
    }),
  ),
  refusalReason: orNull(code),
});
export type TheirReceipt = z.infer<typeof receiptWord>;

const day = orNull(z.iso.date());
/** One document of a department's register, as its own system says it. */
export const providedWord = z.object({
  outcome: z.enum(['FOUND', 'NOT_FOUND', 'NOT_MATCHED', 'REFUSED', 'LATER'] satisfies ReadonlyArray<EvidenceOutcome>),
  messages: orNull(words),
  number: orNull(z.string().max(200)),
  data: orNull(
    z.record(code, z.unknown()).refine((data) => JSON.stringify(data).length <= longestData, 'it says too much'),
  ),
  trust: orNull(z.enum(['A', 'B', 'C', 'D'] satisfies ReadonlyArray<TrustGrade>)),
  issuedOn: day,
  expiresOn: day,
});
export type TheirEvidence = z.infer<typeof providedWord>;

/** That a system does not take something, for a reason that people are told. */
export const refusalWord = z.object({
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,63}$/)
    .catch('REJECTED'),
  message: words,
});

/** What was erased there. */
export const erasedWord = z.object({
  at: z.iso.datetime({ offset: true }),
  rows: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  digest: z.string().max(200),
});
