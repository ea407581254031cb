import type { EvidencePartyInput } from '../../schema/generated/departments.ts';
import { own } from '../language/own.ts';
import { peopleOf, type ToldPerson } from './domain/people.ts';
import type { SharedDocument, SourceAnswer } from './domain/provision.ts';
import type { ProvideCommand, Submission } from './domain/submission.ts';
import type { OpenDoor } from './doors.ts';
import type { SubmissionRecord } from './records/submission.ts';

/** For whom and for what a source is asked. */
export interface Inquiry {
  /** Tells this request from others in both sides' logs. */
  readonly id: string;
  readonly matter: string;
  readonly document: SharedDocument;
  readonly people: ReadonlyArray<ToldPerson>;
  /** Party of who applies. */
  readonly applicant: string | null;
}

const told = (person: ToldPerson | undefined): EvidencePartyInput => ({
  name: person?.name ?? null,
  identityNumber: person?.identityNumber ?? null,
  bornOn: person?.bornOn ?? null,
});

/** Asks the department of a document's source. One that is in no registry has nothing. */
export async function askSource(openDoor: OpenDoor, inquiry: Inquiry): Promise<SourceAnswer> {
  const { id, matter, document, people, applicant } = inquiry;
  const { source, provider, documentType, spec, parties } = document;
  const door = openDoor(provider);
  if (!door) return { outcome: 'NOT_FOUND' };
  const find = (party: string | null) => told(people.find((each) => each.party === party));
  return door.provide({
    ...{ id, matter, source, documentType, spec },
    parties: parties.map(find),
    applicant: find(applicant),
  });
}

/** Asks the sources of what a filing lacks, all at once. */
export async function provide(
  openDoor: OpenDoor,
  command: ProvideCommand,
  { submission, record }: { readonly submission: Submission; readonly record: SubmissionRecord },
): Promise<ReadonlyArray<SourceAnswer>> {
  const people = peopleOf(record.formSchema, record.form);
  const applicant = own(record.roles?.bound, 'APPLICANT')?.[0] ?? null;
  const matter = submission.filings.find(({ id }) => id === command.filing)?.matter ?? '';
  return Promise.all(
    command.documents.map((document, index) =>
      askSource(openDoor, { id: `${command.filing}-${index + 1}`, matter, document, people, applicant }),
    ),
  );
}
