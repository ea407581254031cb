import type { Calendar } from '../../language/calendar.ts';
import { byCode } from '../../language/canonical.ts';
import type { LegalBasis, MatterGroup, PersonKind, PlanInput, Requirement } from '../../planning/types.ts';
import type { Catalogue } from '../catalogue.ts';
import type {
  LifeEventContent,
  LodgingScope,
  MatterContent,
  PublishedDocumentType,
  PublishedLifeEvent,
} from '../published.ts';
import type { LifeEventFile } from '../shapes.ts';
import { delegationsOf } from './delegations.ts';
import { linkDocumentTypes } from './document-types.ts';
import { createImplementations, type Implementation, type Implementations } from './implementations.ts';
import { createContents, legalBasis, rowOverride } from './matters.ts';
import { linkKinds, linkRoles, peopleConcerned, questionsOfPeople } from './people.ts';
import { linkQuestion, questionGroups, questionsNamed } from './questions.ts';
import { createRegionTree } from './regions.ts';
import { samePartyQuestions } from './same-party.ts';
import { searchKey } from './search-key.ts';
import { wordsFor } from './words.ts';

type Member = LifeEventFile['members'][number];
interface Joined {
  readonly member: Member;
  readonly implementation: Implementation;
  readonly content: MatterContent;
}

/** Every event in every region that has it: the region it is declared for and, unless they have one of their own, those below. */
export function linkLifeEvents(
  catalogue: Catalogue,
  implementations: Implementations,
  documentTypes: ReadonlyArray<PublishedDocumentType>,
): ReadonlyArray<PublishedLifeEvent> {
  const regions = createRegionTree(catalogue);
  const calendar = linkCalendar(catalogue);
  const contentIn = createContents(catalogue.elementOf, regions.liesIn);
  const sharedBy = new Map<string, Shared>();
  const sharedOf = (event: LifeEventFile, joined: ReadonlyArray<Joined>): Shared => {
    const key = JSON.stringify([
      event.code,
      event.region,
      joined.map(({ implementation: { definition } }) => [definition.code, definition.validFrom]),
    ]);
    const known = sharedBy.get(key) ?? sharedContent(event, joined, catalogue, documentTypes);
    sharedBy.set(key, known);
    return known;
  };
  const alternativesOf = (joined: ReadonlyArray<Joined>, region: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      joined
        .flatMap(({ content }) => content.acceptance.flatMap(({ alternativeMatter }) => alternativeMatter ?? []))
        .map((matter) => [matter, implementations.in(matter, region).code] as const)
        .filter(([matter, code]) => matter !== code),
    );
  return catalogue.lifeEvents.flatMap(({ value: event }) =>
    regions
      .within(event.region)
      .filter((region) => regions.nearestEvent(event.code, region) === event)
      .map((region): PublishedLifeEvent => {
        const joined = joinedIn(event, region, contentIn, implementations);
        return {
          code: event.code,
          region,
          validFrom: event.validFrom ?? null,
          validTo: event.validTo ?? null,
          content: {
            ...eventContent(
              event,
              joined,
              catalogue,
              sharedOf(event, joined),
              calendar,
              alternativesOf(joined, region),
              region,
            ),
            regionalBasis: basisHere(event, catalogue),
          },
          search: searchKey(event.title),
        };
      }),
  );
}

function joinedIn(
  event: LifeEventFile,
  region: string,
  contentIn: ReturnType<typeof createContents>,
  implementations: Pick<Implementations, 'in'>,
): ReadonlyArray<Joined> {
  return event.members.map((member): Joined => {
    const implementation = implementations.in(member.matter, region);
    return { member, implementation, content: contentIn(implementation.definition, region) };
  });
}

/** What the core is given for an event in its own region where every department answers and nothing is said yet; for rules that plan. */
export function createPlanInputs(catalogue: Catalogue, today: string): (event: LifeEventFile) => PlanInput {
  const regions = createRegionTree(catalogue);
  const implementations = createImplementations(catalogue.matters, regions);
  const contentIn = createContents(catalogue.elementOf, regions.liesIn);
  const documentTypes = linkDocumentTypes(catalogue);
  const calendar = linkCalendar(catalogue);
  return (event) => {
    const joined = joinedIn(event, event.region, contentIn, implementations);
    const shared = sharedContent(event, joined, catalogue, documentTypes);
    const { basis, matterCodes } = eventContent(event, joined, catalogue, shared, calendar, {}, event.region);
    return {
      basis: { ...basis, revision: '', region: event.region },
      matterCodes,
      matters: joined.map(({ implementation, content }) => ({ code: implementation.code, ...content })),
      situation: { answers: [], parties: [], refusedSources: [], held: [], commitments: [] },
      today,
    };
  };
}

/** What an event asks and takes wherever its matters are done by the same definitions: in most regions. */
type Shared = ReturnType<typeof sharedContent>;

function sharedContent(
  event: LifeEventFile,
  joined: ReadonlyArray<Joined>,
  catalogue: Catalogue,
  documentTypes: ReadonlyArray<PublishedDocumentType>,
) {
  const contents = joined.map(({ content }) => content);
  const said = conditionsOf(event, contents);
  const people = peopleConcerned(contents, optionsInstead(event), catalogue.roles);
  const ofPeople = questionsOfPeople(
    people,
    catalogue,
    questionsNamed(said, catalogue.questionOf),
    event.bindings ?? {},
  );
  const kinds = kindsMadeBy(ofPeople, catalogue);
  const standIns = kinds.flatMap(({ lacks }) => lacks.flatMap(({ instead }) => instead ?? []));
  const needed = new Set([...typesNamed(event, contents), ...standIns]);
  const sources = documentTypes.filter(({ code }) => needed.has(code)).flatMap((type) => type.sources);
  const ofQuestions = [...ofPeople].map((code) => catalogue.questionOf.get(code)?.condition);
  const conditions = [...said, ...ofQuestions, ...sources.map(({ condition }) => condition)];
  const named = new Set([...questionsNamed(conditions, catalogue.questionOf), ...ofPeople]);
  const groups = questionGroups(catalogue.questions);
  const questions = [
    ...catalogue.questions
      .flatMap(({ value }) => value.questions)
      .filter(({ code }) => named.has(code))
      .map((question) => linkQuestion(question, groups)),
    ...samePartyQuestions(catalogue.roles).filter(({ code }) => named.has(code)),
  ];
  const knowing = questions.flatMap(({ knownBy = [] }) => knownBy.map(({ documentType }) => documentType));
  const types = new Set([...needed, ...knowing]);
  const used = documentTypes.filter(({ code }) => types.has(code));
  const providers = new Set(used.flatMap(({ sources }) => sources.flatMap(({ provider }) => provider ?? [])));
  return {
    questions,
    kinds,
    providers,
    ...{ rules: rulesFor(contents, catalogue), words: wordsFor(contents, catalogue) },
    roles: linkRoles(catalogue.roles),
    documentTypes: used.map(({ aliases: _aliases, licenceCode: _licence, ...type }) => type),
  };
}

function eventContent(
  event: LifeEventFile,
  joined: ReadonlyArray<Joined>,
  catalogue: Catalogue,
  { questions, kinds, providers, rules, words, roles, documentTypes }: Shared,
  calendar: Calendar,
  alternatives: Readonly<Record<string, string>>,
  region: string,
): Omit<LifeEventContent, 'regionalBasis'> {
  const promisedDays = event.promisedDays ?? null;
  const delegations = delegationsOf(
    catalogue,
    joined.map(({ implementation }) => implementation.code),
  );
  const receivers = new Set(delegations.map(({ to }) => to));
  return {
    title: event.title,
    audience: event.audience,
    promisedDays,
    matterCodes: joined.map(({ implementation }) => implementation.code),
    lead: event.lead ?? null,
    partners: [...new Set(joined.map(({ implementation }) => implementation.department))]
      .filter((code) => code !== event.lead)
      .sort(byCode),
    lodging: event.lodging ? { scope: event.lodging, region: lodgedIn(event.lodging, region) } : null,
    basis: {
      event: event.code,
      title: event.title,
      promisedDays,
      members: joined.map(({ member, implementation, content }) => ({
        matter: implementation.code,
        department: implementation.department,
        title: implementation.definition.title,
        condition: member.condition ?? null,
        exclusiveGroup: member.exclusiveGroup ?? null,
        repeatedFor: member.repeatedFor ?? null,
        produces: content.results.map(({ documentType, subject, spec }) => ({
          documentType: documentType.code,
          subject,
          spec,
        })),
        ...(content.acceptance.length > 0 ? { acceptance: content.acceptance } : {}),
        ...(member.restsOn ? { restsOn: member.restsOn.map((each) => codeOf(joined, each)) } : {}),
        ...(content.benefits.length > 0 ? { benefits: content.benefits } : {}),
        ...(member.overrides ? { overrides: member.overrides.map(rowOverride) } : {}),
      })),
      ...(event.groups ? { groups: event.groups.map(linkGroup) } : {}),
      questions,
      ...rules,
      ...words,
      bindings: event.bindings ?? {},
      ...(event.standing ? { standing: event.standing } : {}),
      roles,
      ...(kinds.length > 0 ? { kinds } : {}),
      ...(event.onceFor ? { onceFor: event.onceFor } : {}),
      departments: catalogue.departments.filter(
        ({ code }) =>
          joined.some(({ implementation }) => implementation.department === code) ||
          providers.has(code) ||
          receivers.has(code),
      ),
      documentTypes,
      calendar,
      ...(delegations.length > 0 ? { delegations } : {}),
      ...(Object.keys(alternatives).length > 0 ? { alternatives } : {}),
    },
  };
}

/** On what basis a region has it otherwise than the one above. */
function basisHere(event: LifeEventFile, { regionalEvents }: Catalogue): LegalBasis | null {
  const own = regionalEvents.find(({ resolved }) => resolved?.value === event);
  return own ? legalBasis(own.value.legalBasis) : null;
}

/** Codes of regions are those of what they lie in, cut short: two digits of the province, four of the city, six of the county. */
function lodgedIn(scope: LodgingScope, region: string): string | null {
  const digits = { NATION: 0, PROVINCE: 2, CITY: 4, COUNTY: 6 }[scope];
  return digits === 0 ? null : region.slice(0, digits).padEnd(12, '0');
}

/** Kinds of people that answers to the questions make somebody. */
function kindsMadeBy(questions: ReadonlySet<string>, { questionOf, roles }: Catalogue): ReadonlyArray<PersonKind> {
  const made = new Set(
    [...questions].flatMap((code) =>
      (questionOf.get(code)?.options ?? []).flatMap(({ makes }) => Object.values(makes ?? {})),
    ),
  );
  return linkKinds(roles).filter(({ code }) => made.has(code));
}

/** Rules about data elements that the event's forms ask. */
function rulesFor(contents: ReadonlyArray<MatterContent>, { dataElements }: Catalogue) {
  const asked = new Set(contents.flatMap(({ formFields }) => formFields.map(({ code }) => code)));
  const rules = dataElements.flatMap(({ value }) => value.rules ?? []).filter(({ element }) => asked.has(element));
  return rules.length > 0 ? { rules } : {};
}

function linkGroup({
  code,
  choose,
  reason,
  legalBasis: basis,
}: NonNullable<LifeEventFile['groups']>[number]): MatterGroup {
  return { code, choose, reasons: reason, legalBasis: legalBasis(basis) };
}

/** A member's code as this region carries it out. */
function codeOf(joined: ReadonlyArray<Joined>, matter: string): string {
  return joined.find(({ member }) => member.matter === matter)?.implementation.code ?? matter;
}

/** Every condition of an event and of its matters. */
export function conditionsOf(event: LifeEventFile, contents: ReadonlyArray<MatterContent>) {
  return [
    ...event.members.map(({ condition }) => condition),
    ...optionsInstead(event).map(({ condition }) => condition),
    ...event.members.flatMap(({ overrides = [] }) => overrides.map(({ condition }) => condition)),
    ...contents.flatMap(({ requirements, formFields, acceptance, benefits, waits }) => [
      ...[...acceptance, ...benefits, ...waits].map(({ condition }) => condition),
      ...requirements.flatMap((row) => [row.condition, ...row.options.map(({ condition }) => condition)]),
      ...formFields.map(({ condition }) => condition),
    ]),
  ];
}

/** What the event takes in place of what departments ask for. */
export function optionsInstead({ members }: LifeEventFile): Requirement['options'] {
  return members.flatMap(({ overrides = [] }) => overrides.flatMap((each) => rowOverride(each).options ?? []));
}

function typesNamed(event: LifeEventFile, contents: ReadonlyArray<MatterContent>): ReadonlySet<string> {
  const instead = optionsInstead(event).flatMap(({ uses }) => uses.map((use) => use.documentType.code));
  return new Set(
    instead.concat(
      contents.flatMap(({ requirements, results }) => [
        ...requirements.flatMap(({ options }) =>
          options.flatMap(({ uses }) => uses.map((use) => use.documentType.code)),
        ),
        ...results.map(({ documentType }) => documentType.code),
      ]),
    ),
  );
}

export function linkCalendar(catalogue: Catalogue): Calendar {
  const years = catalogue.calendar.flatMap(({ value }) => value.years);
  return {
    holidays: years.flatMap((year) => year.holidays).sort(),
    workdays: years.flatMap((year) => year.workdays).sort(),
    years: years.map((year) => year.year).sort(),
  };
}
