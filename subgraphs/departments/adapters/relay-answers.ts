import { z } from 'zod';
import { type ProblemId, problem } from '../../language/problems.ts';
import type { Localized } from '../../language/text.ts';
import { type FilingRecord, isSettled } from '../filing.ts';
import type { DeskFiling, DeskFilings } from '../store/filings.ts';
import { answerCommand, type SentBefore } from '../store/outgoing.ts';
import { createCoding } from './codes.ts';
import type { Codes } from './settings.ts';
import { receiptWord, type TheirReceipt } from './words.ts';

/** So many in one file. */
const mostAnswers = 10_000;
const answerFile = z.object({ answers: z.array(z.unknown()).max(mostAnswers) });
const answer = z.object({
  /** Its place among all answers of the department, from 1: the same is taken once, and an older one after a newer one not at all. */
  number: z.int().min(1),
  filing: z.string().min(1).max(200),
  /** Number of the entry that it answers. */
  about: z.int().min(1),
  receipt: receiptWord,
});
type Answer = z.infer<typeof answer>;

/** What came of one answer. */
export interface Line {
  /** By its place in the file, from 1. */
  readonly line: number;
  readonly filing: string | null;
  /** `AGAIN`: it was taken before. */
  readonly outcome: 'TAKEN' | 'AGAIN' | 'REFUSED';
  readonly code: string | null;
  /** Why it is refused. */
  readonly message: Localized | null;
}

type Reason = Extract<
  ProblemId,
  | 'RELAY_ANSWER_INVALID'
  | 'RELAY_ANSWER_OVERTAKEN'
  | 'RELAY_ANSWER_WITHDRAWN'
  | 'FILING_ALREADY_DECIDED'
  | 'FILING_NOT_FOUND'
>;

/** Takes in what a department reached by relay has answered, line by line: each once, whatever file brings it. Null: the word is no list of answers. */
export async function takeAnswers(
  { filings, codes }: { readonly filings: DeskFilings; readonly codes: Codes },
  word: unknown,
): Promise<ReadonlyArray<Line> | null> {
  const file = answerFile.safeParse(word);
  if (!file.success) return null;
  const coding = createCoding(codes);
  const lines: Line[] = [];
  for (const [index, each] of file.data.answers.entries()) {
    const read = answer.safeParse(each);
    const filing = read.success ? read.data.filing : null;
    const outcome = read.success
      ? await take(filings, { ...read.data, receipt: coding.receipt(read.data.receipt) })
      : 'RELAY_ANSWER_INVALID';
    lines.push(lineOf(index + 1, filing, outcome));
  }
  return lines;
}

function lineOf(line: number, filing: string | null, outcome: 'TAKEN' | 'AGAIN' | Reason): Line {
  if (outcome === 'TAKEN' || outcome === 'AGAIN') return { line, filing, outcome, code: null, message: null };
  const { code, message } = problem(outcome);
  return { line, filing, outcome: 'REFUSED', code, message };
}

async function take(filings: DeskFilings, said: Answer): Promise<'TAKEN' | 'AGAIN' | Reason> {
  let outcome: 'TAKEN' | 'AGAIN' | Reason = 'AGAIN';
  try {
    const filing = await filings.change(said.filing, answerCommand(said.number), async (standing, _next, sent) => {
      const refused = await refusalOf(standing, said, sent);
      // What is refused is not remembered as taken.
      if (refused) throw new Refused(refused);
      outcome = 'TAKEN';
      return { state: said.receipt.state, record: answered(standing.record, said.receipt) };
    });
    return filing ? outcome : 'FILING_NOT_FOUND';
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

class Refused extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

async function refusalOf(
  { state }: DeskFiling,
  { number, about, receipt }: Answer,
  sent: SentBefore,
): Promise<Reason | null> {
  if (state === 'WITHDRAWN') return 'RELAY_ANSWER_WITHDRAWN';
  // Whether an approval holds is not judged here: one that did not is put right by another, and where it held nobody asks any more.
  const isApprovedAnew = state === 'APPROVED' && receipt.state === 'APPROVED';
  if (isSettled(state) && !isApprovedAnew) return 'FILING_ALREADY_DECIDED';
  const entries = await sent.entries();
  if (!entries.some((entry) => entry.number === about)) return 'RELAY_ANSWER_INVALID';
  // What the newest that was sent has in it, or says, they did not know yet.
  if (entries[0]?.number !== about) return 'RELAY_ANSWER_OVERTAKEN';
  return (await sent.answeredSince(number)) ? 'RELAY_ANSWER_OVERTAKEN' : null;
}

function answered(record: FilingRecord, receipt: TheirReceipt): FilingRecord {
  const { messages, corrections, results, demand, refusalReason } = receipt;
  const demanded = receipt.state === 'AWAITING_PAYMENT' && demand ? { amountFen: demand.amountFen, paid: null } : null;
  return {
    ...record,
    ...{ messages, corrections, results },
    ...(demanded ? { payment: demanded } : {}),
    ...(refusalReason === null ? {} : { refusalReason }),
  };
}
