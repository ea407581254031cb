import { addDays, addPeriod } from '../../language/civil-date.ts';
import {
  type AnswerValue,
  type Condition,
  comparisonsOf,
  evaluate,
  type Facts,
  type Question,
} from '../../language/conditions.ts';
import { bornOn, isSamePerson, type KnownPerson } from '../../language/held-licence.ts';
import { type FactTeller, mayBeOffered } from '../../language/policy.ts';
import { vaultPlace } from './events.ts';
import type { OfferedPolicy } from './rules.ts';
import { isAbout, type Known, placeOf, type SourceInquiry, type Subject, type ToldFact, tell } from './tellers.ts';

/** Something that is being done already. */
export interface UnderWay {
  readonly lifeEvent: string;
  readonly matters: ReadonlyArray<string>;
  readonly people: ReadonlyArray<KnownPerson>;
}
/** What somebody may have, why, until when, and what a plan of it is filled with. */
export interface Offer {
  readonly id: string;
  readonly policy: OfferedPolicy;
  readonly subject: Subject;
  readonly because: ReadonlyArray<ToldFact>;
  /** Last day, ISO, as things stand; null: it does not end by itself. */
  readonly lastDay: string | null;
}
export interface OfferParts {
  readonly known: Known;
  readonly underWay: ReadonlyArray<UnderWay>;
  readonly declined: ReadonlySet<string>;
  readonly questions: ReadonlyMap<string, Question>;
  /** ISO date. */
  readonly today: string;
  /** An id that tells nothing of what it is made of. */
  readonly idOf: (...parts: ReadonlyArray<string>) => string;
}

/**
 * What of these policies somebody may have: where all that decides is known and holds. Without a look into the vault nothing is, for nobody is offered what they
 * have; nor what is being done for them, nor what they refused. In the order of the policies, then of the vault.
 */
export function offersOf(policies: ReadonlyArray<OfferedPolicy>, parts: OfferParts): ReadonlyArray<Offer> {
  const { known, today } = parts;
  if (!known.agreed.has(vaultPlace)) return [];
  return policies
    .filter((policy) => mayBeOffered(policy, today))
    .flatMap((policy) => subjectsOf(policy, known).flatMap((subject) => offerOf(policy, subject, parts) ?? []));
}

function offerOf(policy: OfferedPolicy, subject: Subject, parts: OfferParts): Offer | undefined {
  const { known, underWay, declined, questions, today, idOf } = parts;
  const id = `${policy.code}.${idOf(policy.code, subjectKey(subject))}`;
  if (declined.has(id) || hasIt(policy, subject, known) || isUnderWay(policy, subject, underWay)) return undefined;
  const because = policy.facts.flatMap((fact) => tell(fact, questions.get(fact.question), subject, known) ?? []);
  const answers = new Map<string, AnswerValue>(because.map(({ question, value }) => [question, value]));
  const facts: Facts = { answers, questions, today };
  if (evaluate(policy.condition, facts) !== 'TRUE') return undefined;
  return { id, policy, subject, because, lastDay: lastDayOf(policy, facts, because) };
}

/** For whom a policy may be: who asks, or whoever such licences of their vault are about, each once. */
export function subjectsOf({ about }: OfferedPolicy, { caller, licences }: Known): ReadonlyArray<Subject> {
  if (about === null) return [{ person: caller, isCaller: true, licence: null }];
  const found: Subject[] = [];
  for (const licence of licences) {
    if (licence.documentType !== about.documentType) continue;
    const { holder } = licence;
    if (found.some(({ person }) => isSamePerson(person, holder) === 'YES')) continue;
    found.push({ person: holder, isCaller: isSamePerson(caller, holder) === 'YES', licence });
  }
  return found;
}

/** The same whatever later licences tell more of somebody, where they are known by name and day of birth. */
function subjectKey({ person, isCaller, licence }: Subject): string {
  if (isCaller) return 'caller';
  const born = bornOn(person);
  if (person.name !== null && born !== null) return `person ${person.name} ${born}`;
  return person.identityNumber === null ? `licence ${licence?.id}` : `number ${person.identityNumber}`;
}

function hasIt({ had }: OfferedPolicy, subject: Subject, { licences }: Known): boolean {
  return licences.some(
    (licence) =>
      had.some(
        ({ documentType, matter }) =>
          licence.documentType === documentType && (matter === null || licence.matter === matter),
      ) && isAbout(subject, licence),
  );
}

/** Of who asks anything of the kind; of another what is not certainly done for somebody else. */
function isUnderWay(
  { leadsTo }: OfferedPolicy,
  { person, isCaller }: Subject,
  underWay: ReadonlyArray<UnderWay>,
): boolean {
  return underWay
    .filter(({ lifeEvent, matters }) =>
      'event' in leadsTo ? lifeEvent === leadsTo.event : matters.includes(leadsTo.matter),
    )
    .some(({ people }) => isCaller || people.some((each) => mayBe(person, each)));
}
const mayBe = (person: KnownPerson, other: KnownPerson): boolean =>
  isSamePerson(person, other) === 'YES' ||
  (isSamePerson(person, other) === 'UNKNOWN' && person.name !== null && person.name === other.name);

/** Last day on which it holds if nothing changes but the day: until the policy ends, a licence that it rests on, or a time that its condition speaks of. */
function lastDayOf(
  { validTo, condition }: OfferedPolicy,
  facts: Facts,
  because: ReadonlyArray<ToldFact>,
): string | null {
  const ends = because.flatMap(({ licence }) => licence?.expiresOn ?? []).map((day) => addDays(day, 1));
  const firm = [...ends, ...(validTo === null ? [] : [validTo])].filter((day) => day > facts.today).sort()[0];
  const turning = turningDays(condition, facts).find((day) => evaluate(condition, { ...facts, today: day }) !== 'TRUE');
  const [first] = [firm, turning].filter((day) => day !== undefined).sort();
  return first === undefined ? null : addDays(first, -1);
}

/** Days after today, in order, on which a condition may come to hold or not hold: those on which a time that it speaks of is reached or is over. */
function turningDays(condition: Condition, { answers, today }: Facts): ReadonlyArray<string> {
  const days = comparisonsOf(condition).flatMap((comparison): ReadonlyArray<string> => {
    if (!('elapsed' in comparison) || comparison.until !== undefined) return [];
    const since = answers.get(comparison.question);
    if (typeof since !== 'string') return [];
    const { atLeast, atMost } = comparison.elapsed;
    return [
      since,
      ...(atLeast ? [addPeriod(since, atLeast)] : []),
      ...(atMost ? [addDays(addPeriod(since, atMost), 1)] : []),
    ];
  });
  return [...new Set(days)].filter((day) => day > today).sort();
}

/** What sources have to be asked, each once, before it can be told what somebody may have: of whom no other place tells it. At most so many. */
export function inquiriesOf(
  policies: ReadonlyArray<OfferedPolicy>,
  { known, questions, today }: Pick<OfferParts, 'known' | 'questions' | 'today'>,
  most: number,
): ReadonlyArray<SourceInquiry> {
  if (!known.agreed.has(vaultPlace)) return [];
  const found = new Map<string, SourceInquiry>();
  for (const policy of policies.filter((each) => mayBeOffered(each, today)))
    for (const subject of subjectsOf(policy, known).filter((each) => !hasIt(policy, each, known)))
      for (const { source, documentType } of sourcesFor(policy, subject, { known, questions })) {
        const inquiry = { source, documentType, person: subject.person, policy: policy.code };
        const key = inquiryKey(inquiry);
        if (found.size < most && !found.has(key)) found.set(key, inquiry);
      }
  return [...found.values()];
}

type SourceTeller = Extract<FactTeller, { place: 'SOURCE' }>;

/** Sources that may be asked for what nobody told yet. */
function sourcesFor(
  { facts }: OfferedPolicy,
  subject: Subject,
  { known, questions }: Pick<OfferParts, 'known' | 'questions'>,
): ReadonlyArray<SourceTeller> {
  return facts
    .filter((fact) => !tell(fact, questions.get(fact.question), subject, known))
    .flatMap(({ tellers }) => tellers.filter((teller): teller is SourceTeller => teller.place === 'SOURCE'))
    .filter((teller) => known.agreed.has(placeOf(teller)));
}

export const inquiryKey = ({ source, documentType, person }: Omit<SourceInquiry, 'policy'>): string =>
  JSON.stringify([source, documentType, person.name, person.identityNumber, person.bornOn]);
