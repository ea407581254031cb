import type { AnswerValue, PartyRole } from '../../language/conditions.ts';
import { bornOn, type KnownPerson } from '../../language/held-licence.ts';
import type { Offer } from './offers.ts';

/** What a plan of an offer is filled with, as `LifeEvent.plan` takes it. */
export interface OfferSituation {
  readonly answers: ReadonlyArray<{ readonly question: string; readonly value: AnswerValue }>;
  readonly parties: ReadonlyArray<{
    readonly id: string;
    readonly roles: ReadonlyArray<PartyRole>;
    readonly name: string | null;
  }>;
  readonly facts: ReadonlyArray<{ readonly party: string; readonly field: string; readonly value: string }>;
}
/** Ids of the parties. */
const applicantParty = 'applicant';
const subjectParty = 'subject';

/** Of what is known what the event asks, and nothing else. */
export function situationOf({ policy, subject, because }: Offer, caller: KnownPerson): OfferSituation {
  const { about, applicant, carries } = policy;
  const people: ReadonlyArray<{ id: string; role: PartyRole; person: KnownPerson }> = [
    { id: applicantParty, role: applicant, person: caller },
    ...(about === null ? [] : [{ id: subjectParty, role: about.role, person: subject.person }]),
  ];
  return {
    answers: because.flatMap(({ question, value }) =>
      carries.questions.includes(question) ? [{ question, value }] : [],
    ),
    parties: people.map(({ id, role, person }) => ({ id, roles: [role], name: person.name })),
    facts: people.flatMap(({ id, role, person }) =>
      carries.fields
        .filter(({ subject: of }) => of === role)
        .flatMap(({ element }) => {
          const value = element === 'name' ? person.name : bornOn(person);
          return value === null ? [] : [{ party: id, field: element, value }];
        }),
    ),
  };
}
