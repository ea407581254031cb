import { z } from 'zod';
import type { Identity } from '../runtime/identity.ts';
import { toldToApplicant } from './domain/once.ts';
import { peopleOf, type ToldPerson } from './domain/people.ts';
import type { PreviewItem } from './domain/preview.ts';
import type { Provision } from './domain/provision.ts';
import { type IsShown, provisionsWithoutOthers, shownTo, unsaid } from './domain/withheld.ts';
import type { SubmissionRecord } from './records/submission.ts';
import { signedIn } from './requests.ts';
import type { HeldRecord } from './store/held.ts';
import type { SubmissionStore } from './store/index.ts';

/** What a department was sent of fetched documents; a server of its own may hold it otherwise. */
const sentRows = z.array(
  z.looseObject({ documents: z.optional(z.array(z.looseObject({ parties: z.array(z.string()) }))) }),
);
export type TellOfOneself = (record: HeldRecord) => Promise<HeldRecord>;

/** Of fetched documents in a record what is about who asks, as their token vouches; of others' that they were fetched. Everything else as it is held. */
export function createTellOfOneself(store: Pick<SubmissionStore, 'find' | 'open'>, identity: Identity): TellOfOneself {
  const { identityNumber } = signedIn(identity);
  const opened = new Map<string, ReturnType<typeof open>>();
  const open = async (id: string) => {
    const row = await store.find(id);
    return row && store.open(row);
  };
  return async (record) => {
    const { kind, submission, data } = record;
    if (kind === 'EVIDENCE') {
      const isShown = shownTo(data.people as ReadonlyArray<ToldPerson>, identityNumber);
      const items = (data.items as ReadonlyArray<PreviewItem>).map((item) =>
        item.found === null || isShown(item.document) ? item : { ...item, found: unsaid(item.found) },
      );
      return { ...record, data: { ...data, items } };
    }
    if (kind === 'SUBMISSION') {
      const unverified = data.unverified as SubmissionRecord['unverified'];
      return { ...record, data: { ...data, unverified: toldToApplicant(unverified, unverified) } };
    }
    if (kind !== 'FILING' || submission === null) return record;
    const known = opened.get(submission) ?? open(submission);
    opened.set(submission, known);
    const whole = await known;
    const isShown = shownTo(whole ? peopleOf(whole.formSchema, whole.form) : [], whole && identityNumber);
    const rows = whole?.filings[Number(data.position)]?.rows ?? [];
    const needed = rows.flatMap(({ shared }) => shared);
    const provisions = provisionsWithoutOthers(data.provisions as ReadonlyArray<Provision>, needed, isShown);
    return {
      ...record,
      data: { ...data, provisions, atDepartment: withoutSecond(atDesk(data.atDepartment, isShown), whole) },
    };
  };
}

/** What its desk was told of other submissions, where whoever asks may be a stranger to those concerned. */
function withoutSecond(held: unknown, whole: SubmissionRecord | null): unknown {
  if (typeof held !== 'object' || held === null || !('unverified' in held) || !Array.isArray(held.unverified))
    return held;
  return { ...held, unverified: toldToApplicant(held.unverified, whole?.unverified ?? []) };
}

function atDesk(held: unknown, isShown: IsShown): unknown {
  if (typeof held !== 'object' || held === null || !('evidence' in held)) return held;
  const rows = sentRows.safeParse(held.evidence);
  if (!rows.success) return held;
  const evidence = rows.data.map(({ documents, ...row }) =>
    documents === undefined
      ? row
      : { ...row, documents: documents.map((each) => (isShown(each) ? each : unsaid(each))) },
  );
  return { ...held, evidence };
}
