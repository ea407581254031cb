import { z } from 'zod';
import type { Receipt as Answered } from '../../schema/generated/departments.ts';
import { problem } from '../language/problems.ts';
import type { SubgraphResponse } from '../runtime/subgraph.ts';
import type { Receipt } from './domain/receipts.ts';

/** What a department said; or that it is out; or that it will not take this. */
export type DoorAnswer =
  | { readonly kind: 'RECEIPT'; readonly receipt: Receipt }
  | DepartmentOut
  | { readonly kind: 'REJECTED'; readonly code: string; readonly message: string };
/** `afterMs`: in how many milliseconds it may be asked again; absent: nobody said. */
export interface DepartmentOut {
  readonly kind: 'DEPARTMENT_OUT';
  readonly afterMs?: number;
}

/** What came of a call that a department need not know. */
export type Optional<T> =
  | { readonly kind: 'TOLD'; readonly told: T }
  /** It has no such call, or says nothing. */
  | { readonly kind: 'NOT_KNOWN' }
  | DepartmentOut;
/** Longest text and longest list of a receipt: it is sealed, shown and asked for again and again. */
const longestText = 2000;
const longestList = 200;
const text = z.string().max(longestText);
const localizedText = z.object({ zh: text, en: text });
/** What is written down of a receipt must be readable for ever: a department is not trusted to keep to the schema. */
const receiptShape = z.object({
  state: z.enum([
    'SUBMITTED',
    'ACCEPTED',
    'AWAITING_PAYMENT',
    'NEEDS_CORRECTION',
    'APPROVED',
    'REFUSED',
    'WITHDRAWN',
  ] satisfies ReadonlyArray<Answered['state']>),
  messages: localizedText.nullish().transform((messages) => messages ?? null),
  corrections: z
    .array(
      z.object({
        field: text.nullish().transform((field) => field ?? null),
        material: text.nullish().transform((material) => material ?? null),
        message: localizedText,
      }),
    )
    .max(longestList)
    .nullish()
    .transform((corrections) => corrections ?? null),
  results: z
    .array(
      z.looseObject({
        documentType: text,
        subject: text,
        party: text.nullish().transform((party) => party ?? null),
        spec: text.nullish().transform((spec) => spec ?? null),
        number: text,
        issuedAt: text,
      }),
    )
    .max(longestList)
    .nullish()
    .transform((results) => results ?? null),
});

export const erasedShape = z.object({
  at: text.refine((at) => !Number.isNaN(Date.parse(at))),
  rows: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  digest: z.string().max(200),
});
export type ErasedFiling = z.infer<typeof erasedShape>;

export const demandShape = z.object({
  amountFen: z.int(),
  items: localizedText,
  payer: text,
  channel: z.enum(['ONLINE', 'BANK_TRANSFER', 'COUNTER']),
  dueInWorkingDays: z.int(),
});

/** A code of the catalogue's. */
export const reasonShape = z.string().max(200);

const longestData = 20_000;
const day = z.iso.date().nullish();
export const providedShape = z.union([
  z
    .object({
      outcome: z.literal('FOUND'),
      number: z.string().max(200).nullish(),
      data: z
        .unknown()
        .refine((data) => JSON.stringify(data ?? null).length <= longestData)
        .optional(),
      trust: z.enum(['A', 'B', 'C', 'D']).nullish(),
      issuedOn: day,
      expiresOn: day,
    })
    .transform(({ outcome, number, data, trust, issuedOn, expiresOn }) => ({
      outcome,
      document: {
        number: number ?? null,
        data: data ?? null,
        // What does not say how far it can be relied on is relied on least.
        trust: trust ?? ('D' as const),
        issuedOn: issuedOn ?? null,
        expiresOn: expiresOn ?? null,
      },
    })),
  z
    .object({ outcome: z.enum(['NOT_FOUND', 'NOT_MATCHED', 'REFUSED', 'LATER']) })
    .transform(({ outcome }) => ({ outcome })),
]);

/** Not the department's refusal but a fault behind its door: worth another try. */
const faults = new Set(['INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED', 'DEPARTMENT_SYSTEM_OUT']);
/** What is longer was never meant. */
const longestAfterMs = 24 * 3_600_000;
export const out: DepartmentOut = { kind: 'DEPARTMENT_OUT' };
const notKnown = { kind: 'NOT_KNOWN' } as const;

/** A server that does not know the call refuses the whole request before it runs: it answers errors and no data (GraphQL, section 7.1). */
export function optionalOf({ data, errors = [] }: SubgraphResponse, name: string): Optional<unknown> {
  const codes = errors.map(({ extensions }) => extensions?.code as string | undefined);
  if (codes.some((code) => code !== undefined && faults.has(code))) return out;
  if (data) return data[name] == null ? (errors.length > 0 ? out : notKnown) : { kind: 'TOLD', told: data[name] };
  return errors.length > 0 && data === undefined ? notKnown : out;
}

/** Who is asked may say for how long it wants to be left alone, in milliseconds. */
function outUntil(afterMs: unknown): DepartmentOut {
  return typeof afterMs === 'number' && afterMs >= 0 && afterMs <= longestAfterMs ? { ...out, afterMs } : out;
}

export function answerOf({ data, errors }: SubgraphResponse, name: string): DoorAnswer | null {
  const [error] = errors ?? [];
  if (error) {
    const code = error.extensions?.code as string | undefined;
    if (code === undefined || faults.has(code)) return outUntil(error.extensions?.afterMs);
    // Both are shown to people.
    return {
      kind: 'REJECTED',
      code: /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : 'REJECTED',
      message: error.message.slice(0, longestText),
    };
  }
  if (!data) return out;
  const said = data[name];
  if (said === null || said === undefined) return null;
  const read = receiptShape.safeParse(said);
  if (read.success) return { kind: 'RECEIPT', receipt: read.data };
  const { code, message } = problem('RECEIPT_INVALID');
  return { kind: 'REJECTED', code, message: `${message.zh} ${message.en}` };
}
