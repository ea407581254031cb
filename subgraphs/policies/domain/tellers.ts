import { isAnswerTo } from '../../language/answers.ts';
import type { AnswerValue, Question } from '../../language/conditions.ts';
import { bornOn, type HeldLicence, isSamePerson, type KnownPerson } from '../../language/held-licence.ts';
import { partOfNumber } from '../../language/identity-number.ts';
import { own } from '../../language/own.ts';
import type { FactTeller, PolicyFact } from '../../language/policy.ts';
import { identityPlace, type Place, sourcePlace, vaultPlace } from './events.ts';

/** What was found of somebody where they agreed that it is looked. */
export interface Known {
  readonly agreed: ReadonlySet<Place>;
  /** Who asks, as their token vouches for. */
  readonly caller: KnownPerson;
  /** Of their vault, what can be used today, newest first. */
  readonly licences: ReadonlyArray<HeldLicence>;
  /** What a source has of a document of somebody; undefined: nothing, or it was not asked. */
  readonly provided: (inquiry: Omit<SourceInquiry, 'policy'>) => unknown;
}
/** One document of one person that a source is asked for. */
export interface SourceInquiry {
  readonly source: string;
  readonly documentType: string;
  readonly person: KnownPerson;
  /** Code of a policy that needs it. */
  readonly policy: string;
}
/** For whom something is offered. */
export interface Subject {
  readonly person: KnownPerson;
  /** Who asks; else one of whom a licence of theirs is. */
  readonly isCaller: boolean;
  /** The licence by which it is known that there is somebody; of who asks none. */
  readonly licence: HeldLicence | null;
}
/** An answer to a question, and who gave it. */
export interface ToldFact {
  readonly question: string;
  readonly value: AnswerValue;
  readonly teller: FactTeller;
  /** Of the vault: the licence. */
  readonly licence: HeldLicence | null;
}

export function placeOf(teller: FactTeller): Place {
  switch (teller.place) {
    case 'IDENTITY':
      return identityPlace;
    case 'VAULT':
      return vaultPlace;
    case 'SOURCE':
      return sourcePlace(teller.source);
  }
}

/** Whether a licence is about whom something is offered for: theirs for certain, or not known to be another's where who asks has it. */
export function isAbout({ person, isCaller, licence: known }: Subject, licence: HeldLicence): boolean {
  if (licence.id === known?.id) return true;
  const same = isSamePerson(licence.holder, person);
  return same === 'YES' || (same === 'UNKNOWN' && isCaller && isNameless(licence.holder));
}
const isNameless = ({ name, identityNumber }: KnownPerson): boolean => name === null && identityNumber === null;

/** The answer of the first who can tell, where it was agreed that they may be looked at; undefined: nobody can. */
export function tell(
  { question: code, tellers }: PolicyFact,
  question: Question | undefined,
  subject: Subject,
  known: Known,
): ToldFact | undefined {
  if (!question) return undefined;
  for (const teller of tellers) {
    if (!known.agreed.has(placeOf(teller))) continue;
    const { value: told, licence } = found(teller, subject, known);
    const value = teller.answers === null || told === undefined ? told : own(teller.answers, String(told));
    if (value !== undefined && isAnswerTo(question, value))
      return { question: code, value: value as AnswerValue, teller, licence };
  }
  return undefined;
}

interface Found {
  readonly value: unknown;
  readonly licence: HeldLicence | null;
}
function found(teller: FactTeller, subject: Subject, { licences, provided }: Known): Found {
  switch (teller.place) {
    case 'IDENTITY':
      return {
        value: subject.isCaller ? partOfNumber(subject.person.identityNumber, teller.part) : undefined,
        licence: null,
      };
    case 'VAULT': {
      const its = licences.filter((each) => each.documentType === teller.documentType && isAbout(subject, each));
      const newest = subject.licence?.documentType === teller.documentType ? subject.licence : its[0];
      return { value: newest && toldBy(newest, teller), licence: newest ?? null };
    }
    case 'SOURCE': {
      const { source, documentType, field } = teller;
      const data = provided({ source, documentType, person: subject.person });
      return { value: entryOf(data, field), licence: null };
    }
  }
}

function toldBy(licence: HeldLicence, { tells, field }: Extract<FactTeller, { place: 'VAULT' }>): unknown {
  switch (tells) {
    case 'ISSUED_ON':
      return licence.issuedOn;
    case 'EXPIRES_ON':
      return licence.expiresOn ?? undefined;
    case 'BORN_ON':
      return bornOn(licence.holder) ?? undefined;
    case 'FIELD':
      return field === null ? undefined : entryOf(licence.data, field);
    // What is not in the vault may be held all the same: of that nothing is known.
    case 'HELD':
      return true;
  }
}

function entryOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? own(data as Readonly<Record<string, unknown>>, field) : undefined;
}
