import type postgres from 'postgres';
import type { IssuedLicenceInput } from '../../schema/generated/licences.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { isDatabaseOut } from '../runtime/database-out.ts';
import { type Due, startDue } from '../runtime/due.ts';
import type { Log } from '../runtime/log.ts';
import type { Meters } from '../runtime/meters.ts';
import { inSpan } from '../runtime/tracing.ts';
import type { Appeals } from './appeals.ts';
import type { Appointments } from './appointments.ts';
import { readAskedTarget } from './asked-papers.ts';
import { peopleOf } from './domain/people.ts';
import { expiryOf } from './domain/results.ts';
import { openHardCase } from './hard-cases.ts';
import type { DeliveryMeters } from './meters.ts';
import type { SubmissionRecord } from './records/submission.ts';
import type { ReasonsOfMatters } from './refusal-reasons.ts';
import type { SubmissionStore } from './store/index.ts';
import { type DueOutboxRow, outboxChannel } from './store/outbox.ts';
import type { Supervision } from './supervision.ts';
import type { FilingRow, OutboxRow } from './tables.ts';
import type { Vault } from './vault.ts';

/** Tells other parts of the graph what submissions have to tell them, until they have heard it. Several may run. */
export interface TellingParts {
  readonly store: SubmissionStore;
  readonly vault: Vault;
  readonly appeals: Appeals;
  readonly appointments: Appointments;
  readonly supervision: Supervision;
  readonly reasonsOf: ReasonsOfMatters;
  readonly sql: postgres.Sql;
  readonly log: Log;
  /** Counts its rounds. */
  readonly meters?: Meters;
  readonly delivery?: Pick<DeliveryMeters, 'told'>;
  readonly now: () => number;
}

/** What was issued is told together, of however many submissions. */
const atOnce = 64;
/** A filing after the other issues something: so long they wait for one another. */
const gatherMs = 100;
const pollMs = 1000;
/** Whoever took something and was killed leaves it to another after so long. */
const takenForMs = 30_000;
/** Pauses between tries double, up to this. */
const longestPauseMs = 5 * 60_000;

const spanOf = ({ kind, traceparent }: DueOutboxRow) => ({
  name: `tell ${kind}`,
  kind: 'CLIENT' as const,
  traceparent,
});

/** Everything that is due; answers how many were told or put off. */
export async function tellDue(parts: Omit<TellingParts, 'sql'>): Promise<number> {
  const { store, log, now } = parts;
  const iso = (at: number): string => new Date(at).toISOString();
  const due = await store.outbox.take(iso(now()), iso(now() + takenForMs), atOnce);
  const issued = due.filter(isIssue);
  const others = due.filter((row): row is Other => !isIssue(row));
  const issuing = tellIssued(parts, issued);
  const [kept, ...said] = await Promise.all([
    issuing,
    ...others.map((row) => inSpan(spanOf(row), async () => tell(parts, row).catch(faulty(parts, row)))),
    // Told together, of several journeys: each has a span of its own, and the call belongs to none.
    ...issued.map((row) => inSpan(spanOf(row), async () => void (await issuing))),
  ]);
  const heard = [...kept, ...others.filter((_, index) => said[index] === 'DONE')];
  await store.outbox.done(heard.map(({ id }) => id));
  const hearing = new Set(heard);
  await Promise.all(
    due.map((row) => {
      parts.delivery?.told(row.kind, hearing.has(row) ? 'HEARD' : 'AGAIN');
      if (hearing.has(row)) return null;
      log.warn({ kind: row.kind, submission: row.submission, attempts: row.attempts }, 'who is told did not answer');
      const pause = Math.min(longestPauseMs, 1000 * 2 ** Math.min(row.attempts, 10));
      return store.outbox.again(row.id, iso(now() + pause));
    }),
  );
  return due.length;
}

/** Of one that cannot be told, for a fault of ours, nobody else has to wait: it comes again. */
const faulty =
  ({ log }: Pick<TellingParts, 'log'>, { kind, submission }: OutboxRow) =>
  (err: unknown): 'OUT' => {
    if (isDatabaseOut(err)) throw err;
    log.error({ err, kind, submission }, 'something could not be told');
    return 'OUT';
  };

type Issued = DueOutboxRow & { readonly kind: 'ISSUE' };
type Other = DueOutboxRow & { readonly kind: Exclude<OutboxRow['kind'], 'ISSUE'> };

const isIssue = (row: OutboxRow): row is Issued => row.kind === 'ISSUE';

async function tell(
  parts: Omit<TellingParts, 'sql' | 'log' | 'now'>,
  { kind, submission, target }: Other,
): Promise<'DONE' | 'OUT'> {
  const { store, vault, appeals, appointments, supervision } = parts;
  switch (kind) {
    case 'GIVE_BACK':
      return vault.giveBack(target);
    case 'ERASE':
      return vault.erase(submission);
    case 'ERASE_APPEALS':
      return eraseEverywhere([appeals, appointments, supervision], submission);
    case 'ASKED_PAPER': {
      const { filing, documentType } = readAskedTarget(target);
      const known = await store.findFiling(filing);
      if (!known) return 'DONE';
      return supervision.hearAsked({ filing, matter: known.matter, department: known.department, documentType });
    }
    case 'REFUSED':
      return openHardCase(parts, submission, target);
  }
}

/** Answers those that the vault heard of. */
async function tellIssued(
  parts: Pick<TellingParts, 'store' | 'vault' | 'log'>,
  rows: ReadonlyArray<Issued>,
): Promise<ReadonlyArray<Issued>> {
  if (rows.length === 0) return [];
  const tellSome = async (some: ReadonlyArray<Issued>): Promise<'DONE' | 'OUT'> => {
    const licences = await licencesOf(parts.store, some);
    return licences.length === 0 ? 'DONE' : parts.vault.issue(licences);
  };
  const isAlone = rows.length === 1;
  const said = await tellSome(rows).catch(isAlone ? faulty(parts, rows[0] as Issued) : (): 'OUT' => 'OUT');
  if (said === 'DONE' || isAlone) return said === 'DONE' ? rows : [];
  // What cannot be told of one keeps it from none of the others.
  const each = await Promise.all(rows.map((row) => tellSome([row]).catch(faulty(parts, row))));
  return rows.filter((_, index) => each[index] === 'DONE');
}

/** What stands beside the vault about a submission: done only where all have done it, and safe to be told again. */
async function eraseEverywhere(
  parts: ReadonlyArray<Pick<Appeals, 'erase'>>,
  submission: string,
): Promise<'DONE' | 'OUT'> {
  const said = await Promise.all(parts.map((part) => part.erase(submission)));
  return said.every((each) => each === 'DONE') ? 'DONE' : 'OUT';
}

/** What filings issued, as their licences: each by the filing and the place among its results. None where nobody's vault is known. */
async function licencesOf(
  store: SubmissionStore,
  rows: ReadonlyArray<Issued>,
): Promise<ReadonlyArray<IssuedLicenceInput>> {
  const ids = [...new Set(rows.map(({ submission }) => submission))];
  const [submissions, filings] = await Promise.all([store.several(ids), store.filingsOf(ids)]);
  const carried = new Map(submissions.map((row) => [row.id, store.open(row)]));
  return rows.flatMap(({ submission, target }) => {
    const record = carried.get(submission);
    const issuing = filings.find(({ id }) => id === target);
    return record && issuing ? licencesIn(store, record, issuing) : [];
  });
}

function licencesIn(
  store: SubmissionStore,
  { account, formSchema, form, filings, personalNumbers }: SubmissionRecord,
  issuing: FilingRow,
): ReadonlyArray<IssuedLicenceInput> {
  if (account === null) return [];
  const { id: filing, submission } = issuing;
  const people = peopleOf(formSchema, form);
  const issues = filings[issuing.position]?.issues ?? null;
  return store.openFiling(issuing).results.map((result, index) => {
    const { documentType, subject, party, spec, number, issuedAt, data } = result;
    const kind = issues?.find(
      (each) => each.documentType === documentType && each.subject === subject && each.spec === spec,
    );
    // About nobody in particular: about whomever it was issued for, where that is one.
    const of = party ?? (kind?.parties.length === 1 ? kind.parties[0] : undefined);
    const person = people.find((each) => each.party === of);
    return {
      id: `${filing}-${index + 1}`,
      ...{ account, submission, filing, matter: issuing.matter, issuer: issuing.department },
      ...{ documentType, subject, spec, number, personal: personalNumbers.includes(documentType), data: data ?? null },
      holder: {
        name: person?.name ?? null,
        identityNumber: person?.identityNumber ?? null,
        bornOn: person?.bornOn ?? null,
      },
      trust: 'A' as const,
      consumable: kind?.consumable ?? false,
      issuedOn: civilDateOf(Date.parse(issuedAt)),
      expiresOn: expiryOf(result, issues),
    };
  });
}

export function startTelling(parts: TellingParts): Promise<Due> {
  return startDue({
    ...{ sql: parts.sql, log: parts.log, meters: parts.meters, pollMs, gatherMs },
    channel: outboxChannel,
    round: async () => (await tellDue(parts)) === atOnce,
  });
}
