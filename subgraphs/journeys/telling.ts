import type postgres from 'postgres';
import type { IssuedLicenceInput } from '../../schema/generated/licences.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { type Due, startDue } from '../runtime/due.ts';
import type { Log } from '../runtime/log.ts';
import type { Meters } from '../runtime/meters.ts';
import type { Appeals } from './appeals.ts';
import type { Appointments } from './appointments.ts';
import { readAskedTarget } from './asked-papers.ts';
import { peopleOf } from './domain/people.ts';
import { expiryOf } from './domain/results.ts';
import { openHardCase } from './hard-cases.ts';
import type { DeliveryMeters } from './meters.ts';
import type { ReasonsOfMatters } from './refusal-reasons.ts';
import type { SubmissionStore } from './store/index.ts';
import { outboxChannel } from './store/outbox.ts';
import type { Supervision } from './supervision.ts';
import type { OutboxRow } from './tables.ts';
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

const atOnce = 8;
const pollMs = 1000;
/** Whoever took something and was killed leaves it to another after so long. */
const takenForMs = 30_000;
/** Pauses between tries double, up to this. */
const longestPauseMs = 5 * 60_000;

/** Everything that is due; answers how many were told or put off. */
export async function tellDue(parts: Omit<TellingParts, 'sql'>): Promise<number> {
  const { store, log, now } = parts;
  const iso = (at: number): string => new Date(at).toISOString();
  const due = await store.outbox.take(iso(now()), iso(now() + takenForMs), atOnce);
  await Promise.all(
    due.map(async (row) => {
      const heard = (await tell(parts, row)) === 'DONE';
      parts.delivery?.told(row.kind, heard ? 'HEARD' : 'AGAIN');
      if (heard) return store.outbox.done(row.id);
      log.warn({ kind: row.kind, submission: row.submission, attempts: row.attempts }, 'who is told did not answer');
      const pause = Math.min(longestPauseMs, 1000 * 2 ** Math.min(row.attempts, 10));
      return store.outbox.again(row.id, iso(now() + pause));
    }),
  );
  return due.length;
}

async function tell(parts: Omit<TellingParts, 'sql' | 'log' | 'now'>, { kind, submission, target }: OutboxRow) {
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
    case 'ISSUE': {
      const licences = await licencesOf(store, submission, target);
      return licences.length === 0 ? 'DONE' : vault.issue(licences);
    }
  }
}

/** What stands beside the vault about a submission: done only where all have done it, and safe to be told again. */
async function eraseEverywhere(
  parts: ReadonlyArray<Pick<Appeals, 'erase'>>,
  submission: string,
): Promise<'DONE' | 'OUT'> {
  const said = await Promise.all(parts.map((part) => part.erase(submission)));
  return said.every((each) => each === 'DONE') ? 'DONE' : 'OUT';
}

/** What a filing issued, as its licences: each by the filing and the place among its results. None where nobody's vault is known. */
async function licencesOf(
  store: SubmissionStore,
  submission: string,
  filing: string,
): Promise<ReadonlyArray<IssuedLicenceInput>> {
  const row = await store.find(submission);
  const issuing = (await store.filingsOf([submission])).find(({ id }) => id === filing);
  if (!row || !issuing) return [];
  const { account, formSchema, form, filings, personalNumbers } = store.open(row);
  if (account === null) return [];
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
    ...{ sql: parts.sql, log: parts.log, meters: parts.meters, pollMs },
    channel: outboxChannel,
    round: async () => (await tellDue(parts)) === atOnce,
  });
}
