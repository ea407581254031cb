import { and, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { civilDateOf } from '../../language/civil-date.ts';
import { hear, type SaidWord } from '../domain/words.ts';
import { appealSources, appeals, appealWords } from '../tables.ts';
import { markReceived } from './notices.ts';
import { type AppealRecords, notePlaceOf, noteRecord, type Transaction } from './records.ts';
import { lockAppeal, type Stepped, stepAppeal } from './stepping.ts';

export interface AskedWord extends SaidWord {
  readonly text: string | null;
  readonly request: string;
  readonly requestHash: string;
  readonly by: string;
  readonly at: string;
}
export type Worded = 'DONE' | 'APPEAL_WORD_SAID' | Exclude<Stepped, object>;

export interface Words {
  /** The word of one source on the latest answer; the caller has looked whose it is. */
  word(appeal: string, source: string, asked: AskedWord): Promise<Worded>;
}

export function createWords(db: PostgresJsDatabase, records: AppealRecords): Words {
  return {
    word: (appeal, source, asked) =>
      db.transaction((transaction) => addWord(transaction, records, appeal, source, asked)),
  };
}

async function addWord(
  transaction: Transaction,
  records: AppealRecords,
  appeal: string,
  source: string,
  { accepted, grade, text, ...asked }: AskedWord,
): Promise<Worded> {
  const { pseudonym, sealer } = records;
  const { row, events } = await lockAppeal(transaction, appeal);
  const [request, requestHash] = [pseudonym(asked.request), pseudonym(asked.requestHash)];
  const mine = await transaction
    .select({ event: appealWords.event, request: appealWords.request, requestHash: appealWords.requestHash })
    .from(appealWords)
    .where(and(eq(appealWords.source, source), eq(appealWords.appeal, appeal)));
  // Of a release before this one, which knew no words but events.
  const known = [...mine, ...events].find((each) => each.request === request);
  if (known) return known.requestHash === requestHash ? 'DONE' : 'KEY_REUSED';
  const answer = events.findLast(({ kind }) => kind === 'ANSWERED')?.number ?? null;
  const hasSaid = mine.some(({ event }) => event === answer);
  const others = answer === null ? 0 : await othersOpen(transaction, appeal, source, answer);
  const heard = hear({ accepted, grade }, { status: row.status, answer, hasSaid, others });
  if (heard !== 'STEP' && heard !== 'NOTED') return heard;
  if (heard === 'STEP') {
    const event = { kind: 'WORD' as const, on: civilDateOf(Date.parse(asked.at)), accepted, grade, text };
    const stepped = await stepAppeal(transaction, records, appeal, { ...asked, event, actor: { unit: null } });
    if (typeof stepped === 'string') return stepped;
  }
  // Who says what they think of it has it.
  await markReceived(transaction, [source], asked.at);
  const place = notePlaceOf('word', source, appeal, answer as number);
  await transaction.insert(appealWords).values({
    ...{ source, appeal, event: answer as number, at: asked.at, accepted, grade, request, requestHash },
    sealed: text === null ? null : sealer.seal(noteRecord.write({ text, by: null }), place),
  });
  return 'DONE';
}

/** How many other sources have not accepted an answer. */
async function othersOpen(transaction: Transaction, appeal: string, source: string, answer: number): Promise<number> {
  const [row] = await transaction.execute<{ many: number }>(sql`
    select count(*)::int as many from ${appealSources} s join ${appeals} a on a.id = s.appeal
    where ${appeal} in (a.id, a.merged_into) and s.id <> ${source} and not exists (
      select from ${appealWords} w where w.source = s.id and w.appeal = ${appeal} and w.event = ${answer} and w.accepted
    )`);
  return row?.many ?? 0;
}
