import type { KnownPerson } from '../language/held-licence.ts';
import { peopleOf } from './domain/people.ts';
import type { SubmissionStore } from './store/index.ts';

export interface UnderWayAsked {
  readonly account: string;
  readonly lifeEvents: ReadonlyArray<string>;
  readonly matters: ReadonlyArray<string>;
}
/** What is being done for an account, and the people whom its form tells of. */
export interface UnderWaySubmission {
  readonly lifeEvent: string;
  readonly matters: ReadonlyArray<string>;
  readonly people: ReadonlyArray<KnownPerson>;
}

const most = 100;
/** What was just issued may still be on its way into the vault. */
const dayMs = 24 * 60 * 60_000;

/** What an account does of these events and matters already. `now`: the clock, in milliseconds. */
export async function underWay(
  store: Pick<SubmissionStore, 'underWay' | 'filingsOf' | 'open' | 'pseudonym'>,
  { account, ...of }: UnderWayAsked,
  now: number,
): Promise<ReadonlyArray<UnderWaySubmission>> {
  const rows = await store.underWay(store.pseudonym(account), of, new Date(now - dayMs).toISOString(), most);
  if (rows.length === 0) return [];
  const filings = await store.filingsOf(rows.map(({ id }) => id));
  return rows.map((row) => {
    const { formSchema, form } = store.open(row);
    const own = filings.filter(({ submission }) => submission === row.id);
    const people = peopleOf(formSchema, form).map(({ name, identityNumber, bornOn }) => ({
      name,
      identityNumber,
      bornOn,
    }));
    return { lifeEvent: row.lifeEvent, matters: [...new Set(own.map(({ matter }) => matter))], people };
  });
}
