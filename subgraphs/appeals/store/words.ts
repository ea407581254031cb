import { inArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { civilDateOf } from '../../language/civil-date.ts';
import { type Heard, hear, type SaidWord } from '../domain/words.ts';
import { appealSources, appeals, appealWords } from '../tables.ts';
import { markReceived } from './notices.ts';
import { type AppealRecords, notePlaceOf, noteRecord, type Transaction } from './records.ts';
import { lockAppeals, type Stepped, stepAppeals } from './stepping.ts';

/** What a source says of the latest answer of an appeal. */
export interface AskedWord extends SaidWord {
  readonly appeal: string;
  readonly source: string;
  readonly text: string | null;
  /** Number of the event that answered what it is a word on; absent: the latest. */
  readonly answer?: number;
  readonly request: string;
  readonly requestHash: string;
  readonly by: string;
  readonly at: string;
}
export type Worded = 'DONE' | 'APPEAL_WORD_SAID' | Exclude<Stepped, object>;

export interface Words {
  /** The caller has looked whose each is. In the order given. */
  words(all: ReadonlyArray<AskedWord>): Promise<ReadonlyArray<Worded>>;
}

export function createWords(db: PostgresJsDatabase, records: AppealRecords): Words {
  return {
    words: (all) =>
      db.transaction(async (transaction) => {
        const outcomes = new Map<AskedWord, Worded>();
        // Of several on one appeal each is heard after the one before.
        for (let left = [...all]; left.length > 0; ) {
          const first = new Set<string>();
          const now = left.filter(({ appeal }) => !first.has(appeal) && first.add(appeal));
          for (const [word, outcome] of await addWords(transaction, records, now)) outcomes.set(word, outcome);
          left = left.filter((word) => !now.includes(word));
        }
        return all.map((word) => outcomes.get(word) as Worded);
      }),
  };
}

/** No appeal twice. */
async function addWords(
  transaction: Transaction,
  records: AppealRecords,
  words: ReadonlyArray<AskedWord>,
): Promise<ReadonlyMap<AskedWord, Worded>> {
  const { pseudonym, sealer } = records;
  const locked = await lockAppeals(
    transaction,
    words.map(({ appeal }) => appeal),
  );
  const standing = await wordsOn(transaction, [...locked.keys()]);
  const outcomes = new Map<AskedWord, Worded>();
  const heard: Array<{ readonly word: AskedWord; readonly answer: number; readonly how: Heard }> = [];
  for (const word of words) {
    const { row, events } = locked.get(word.appeal) ?? { row: null, events: [] };
    const { sources, said } = standing.get(word.appeal) ?? { sources: 0, said: [] };
    const mine = said.filter(({ source }) => source === word.source);
    // An event, of a release that knew no other words.
    const known = [...mine, ...events].find(({ request }) => request === pseudonym(word.request));
    if (known) {
      outcomes.set(word, known.requestHash === pseudonym(word.requestHash) ? 'DONE' : 'KEY_REUSED');
      continue;
    }
    const answer = events.findLast(({ kind }) => kind === 'ANSWERED')?.number ?? null;
    const content = said.filter(
      ({ event, accepted, source }) => event === answer && accepted && source !== word.source,
    );
    const hasSaid = mine.some(({ event }) => event === answer);
    const others = sources - 1 - content.length;
    const isLatest = word.answer === undefined || word.answer === answer;
    const how = hear(word, { status: row?.status ?? 'CLOSED', answer, isLatest, hasSaid, others });
    if (how === 'STEP' || how === 'NOTED') heard.push({ word, answer: answer as number, how });
    else outcomes.set(word, how);
  }
  const steps = heard.flatMap(({ word: { appeal, accepted, grade, text, ...asked }, how }) => {
    const event = { kind: 'WORD' as const, on: civilDateOf(Date.parse(asked.at)), accepted, grade, text };
    return how === 'STEP' ? [{ id: appeal, asked: { ...asked, event, actor: { unit: null } } }] : [];
  });
  const stepped = await stepAppeals(transaction, records, steps);
  const refused = (id: string): Exclude<Stepped, object> | null => {
    const outcome = stepped.get(id);
    return typeof outcome === 'string' ? outcome : null;
  };
  const rows = heard
    .filter(({ word }) => refused(word.appeal) === null)
    .map(({ word: { source, appeal, at, accepted, grade, text, request, requestHash }, answer }) => ({
      ...{ source, appeal, event: answer, at, accepted, grade },
      ...{ request: pseudonym(request), requestHash: pseudonym(requestHash) },
      sealed:
        text === null
          ? null
          : sealer.seal(noteRecord.write({ text, by: null }), notePlaceOf('word', source, appeal, answer)),
    }));
  if (rows[0]) {
    await transaction.insert(appealWords).values(rows);
    // Who says what they think of it has it.
    await markReceived(
      transaction,
      rows.map(({ source }) => source),
      rows[0].at,
    );
  }
  for (const { word } of heard) outcomes.set(word, refused(word.appeal) ?? 'DONE');
  return outcomes;
}

interface Standing {
  readonly sources: number;
  readonly said: ReadonlyArray<{
    readonly source: string;
    readonly event: number;
    readonly accepted: boolean;
    readonly request: string;
    readonly requestHash: string;
  }>;
}

/** Of each how many sources it has, and what they said. */
async function wordsOn(transaction: Transaction, ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const [counts, said] = [
    await transaction.execute<{ root: string; many: number }>(sql`
      select a.root, count(*)::int as many from (
        select id, id as root from ${appeals} where ${inArray(appeals.id, [...ids])}
        union all select id, merged_into from ${appeals} where ${inArray(appeals.mergedInto, [...ids])}
      ) a join ${appealSources} s on s.appeal = a.id group by a.root`),
    await transaction
      .select()
      .from(appealWords)
      .where(inArray(appealWords.appeal, [...ids])),
  ];
  return new Map(
    counts.map(({ root, many }) => [root, { sources: many, said: said.filter(({ appeal }) => appeal === root) }]),
  );
}
