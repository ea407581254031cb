import { pinyin } from 'pinyin-pro';
import type { Calendar } from '../language/calendar.ts';
import { byCode, fingerprint } from '../language/canonical.ts';
import type { Condition, Question } from '../language/conditions.ts';
import { comparisonsOf } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type { LegalBasis, Output, Requirement } from '../planning/types.ts';
import type {
  CataloguePublication,
  DeskCheck,
  LifeEventContent,
  MatterContent,
  PublishedDocumentType,
  PublishedLifeEvent,
  PublishedMatter,
  PublishedMatterEntry,
} from './published.ts';
import type { CatalogueFiles } from './read.ts';
import type {
  BasisInFile,
  CheckInFile,
  DataElementsFile,
  LifeEventFile,
  MatterFile,
  OptionInFile,
  RequirementInFile,
} from './shapes.ts';

/** A catalogue ready to be published: the centre's part, and each department's own. */
export interface LinkedCatalogue {
  readonly publication: CataloguePublication;
  readonly departments: ReadonlyMap<string, ReadonlyArray<PublishedMatter>>;
}

interface Implementation {
  readonly code: string;
  readonly region: string;
  readonly department: string;
  readonly definition: MatterFile;
}

/** Turns files that hold into rows: references resolved, events offered in every region below theirs. */
export function linkCatalogue(files: CatalogueFiles): LinkedCatalogue {
  const regions = files.regions.flatMap((entry) => entry.value.regions);
  const roles = files.roles.flatMap((entry) => entry.value.roles);
  const sources = files.documentTypes.flatMap((entry) => entry.value.sources ?? []);
  const documentTypes = linkDocumentTypes(files);
  const questions = linkQuestions(files);
  const elements = new Map(
    files.dataElements.flatMap((entry) => entry.value.dataElements.map((element) => [element.code, element] as const)),
  );
  const definitions = files.matters.map(({ department, value }) => ({ department, definition: value }));
  const calendar = linkCalendar(files);

  const parents = new Map(regions.map((region) => [region.code, region.parent]));
  const below = (region: string): ReadonlyArray<string> =>
    regions.map(({ code }) => code).filter((code) => ancestry(code, parents).includes(region));

  const implementations = new Map<string, Implementation>(
    definitions.map(({ department, definition }) => [
      definition.code,
      { code: definition.code, region: definition.region, department, definition },
    ]),
  );
  /** The implementation of a matter in a region: its own, else one inherited under a code of its own, minted from definition and region. */
  const implementationIn = (matter: string, region: string): Implementation => {
    const { definition, department } = implementations.get(matter) as Implementation;
    if (definition.region === region) return implementations.get(matter) as Implementation;
    const own = definitions.find(
      (other) => other.definition.catalogCode === definition.catalogCode && other.definition.region === region,
    );
    if (own) return implementations.get(own.definition.code) as Implementation;
    const code = `${region.slice(0, 6)}${fingerprint([definition.code, region]).slice(0, 14).toUpperCase()}`;
    const minted = { code, region, department, definition };
    implementations.set(code, minted);
    return minted;
  };

  const lifeEvents = files.lifeEvents.flatMap(({ value: event }) =>
    below(event.region)
      // A region with an event of its own does not inherit the one above.
      .filter((region) => nearestDefinition(event.code, region, files, parents) === event)
      .map((region): PublishedLifeEvent => {
        const members = event.members.map((member) => ({
          member,
          implementation: implementationIn(member.matter, region),
        }));
        const contents = members.map(({ implementation }) => matterContent(implementation.definition, elements));
        const named = namedQuestions(event, contents, questions);
        const types = namedTypes(contents);
        const content: LifeEventContent = {
          title: event.title,
          audience: event.audience,
          promisedDays: event.promisedDays ?? null,
          matterCodes: members.map(({ implementation }) => implementation.code),
          basis: {
            event: event.code,
            title: event.title,
            promisedDays: event.promisedDays ?? null,
            members: members.map(({ member, implementation }) => ({
              matter: implementation.code,
              department: implementation.department,
              title: implementation.definition.title,
              condition: member.condition ?? null,
              exclusiveGroup: member.exclusiveGroup ?? null,
              repeatedFor: member.repeatedFor ?? null,
              produces: outputsOf(implementation.definition),
            })),
            questions: named,
            bindings: event.bindings ?? {},
            roles,
            departments: files.departments.filter(({ code }) =>
              members.some(({ implementation }) => implementation.department === code),
            ),
            documentTypes: documentTypes
              .filter((type) => types.has(type.code))
              .map(({ aliases: _aliases, licenceCode: _licence, ...type }) => type),
            calendar,
          },
        };
        return {
          code: event.code,
          region,
          validFrom: event.validFrom ?? null,
          validTo: event.validTo ?? null,
          content,
          search: searchKey(event.title),
        };
      }),
  );

  const published = [...implementations.values()].sort((a, b) => byCode(a.code, b.code));
  const matters = published.map(
    ({ code, region, department, definition }): PublishedMatterEntry => ({
      code,
      catalogCode: definition.catalogCode,
      title: definition.title,
      department,
      region,
      search: searchKey(definition.title),
    }),
  );
  const departments = new Map(
    files.departments.map(({ code }) => [
      code,
      published
        .filter((implementation) => implementation.department === code)
        .map(
          (implementation): PublishedMatter => ({
            code: implementation.code,
            validFrom: implementation.definition.validFrom ?? null,
            validTo: implementation.definition.validTo ?? null,
            content: matterContent(implementation.definition, elements),
          }),
        ),
    ]),
  );
  const body = {
    regions,
    departments: [...files.departments],
    roles,
    sources,
    documentTypes,
    questions,
    lifeEvents,
    matters,
  };
  const contentHash = fingerprint({ ...body, answers: [...departments.entries()] });
  return { publication: { contentHash, ...body }, departments };
}

function ancestry(region: string, parents: ReadonlyMap<string, string | null>): ReadonlyArray<string> {
  const path: string[] = [];
  for (let at: string | null | undefined = region; at != null && !path.includes(at); at = parents.get(at))
    path.push(at);
  return path;
}

function nearestDefinition(
  code: string,
  region: string,
  files: CatalogueFiles,
  parents: ReadonlyMap<string, string | null>,
): LifeEventFile | undefined {
  for (const at of ancestry(region, parents)) {
    const found = files.lifeEvents.find(({ value }) => value.code === code && value.region === at);
    if (found) return found.value;
  }
  return undefined;
}

function linkDocumentTypes(files: CatalogueFiles): ReadonlyArray<PublishedDocumentType> {
  const sources = new Map(
    files.documentTypes.flatMap((entry) => (entry.value.sources ?? []).map((source) => [source.code, source] as const)),
  );
  return files.documentTypes
    .flatMap((entry) => entry.value.documentTypes ?? [])
    .map((type) => ({
      code: type.code,
      name: type.name,
      aliases: type.aliases,
      licenceCode: type.licenceCode ?? null,
      holding: type.holding,
      sources: (type.sources ?? []).flatMap((code) => sources.get(code) ?? []),
      ...(type.rarelyHeld === undefined ? {} : { rarelyHeld: type.rarelyHeld }),
      ...(type.tells === undefined ? {} : { tells: type.tells }),
      ...(type.prevailsOver === undefined ? {} : { prevailsOver: type.prevailsOver }),
      ...(type.personalNumber === undefined ? {} : { personalNumber: type.personalNumber }),
    }))
    .sort((a, b) => byCode(a.code, b.code));
}

const YES_NO: Question['options'] = [
  { code: 'true', text: { zh: '是', en: 'Yes' } },
  { code: 'false', text: { zh: '否', en: 'No' } },
];

function linkQuestions(files: CatalogueFiles): ReadonlyArray<Question> {
  return files.questions
    .flatMap((entry) => entry.value.questions)
    .map((question) => ({
      code: question.code,
      text: question.text,
      kind: question.kind,
      options: question.options ?? (question.kind === 'BOOLEAN' ? YES_NO : []),
      condition: question.condition ?? null,
    }));
}

function linkCalendar(files: CatalogueFiles): Calendar {
  const years = files.calendar.flatMap((entry) => entry.value.years);
  return {
    holidays: years.flatMap((year) => year.holidays).sort(),
    workdays: years.flatMap((year) => year.workdays).sort(),
    years: years.map((year) => year.year).sort(),
  };
}

function outputsOf(definition: MatterFile): ReadonlyArray<Output> {
  return definition.results.map((result) => ({
    documentType: result.type,
    subject: result.subject,
    spec: result.spec ?? null,
  }));
}

/** The questions that the event's conditions name, and those that decide whether these may be asked; in the order of the files. */
function namedQuestions(
  event: LifeEventFile,
  contents: ReadonlyArray<MatterContent>,
  questions: ReadonlyArray<Question>,
): ReadonlyArray<Question> {
  const conditions: Array<Condition | null | undefined> = [
    ...event.members.map((member) => member.condition),
    ...contents.flatMap((content) => [
      ...content.requirements.flatMap((row) => [row.condition, ...row.options.map((option) => option.condition)]),
      ...content.formFields.map((field) => field.condition),
    ]),
  ];
  const named = new Set(conditions.flatMap(comparisonsOf).map((comparison) => comparison.question));
  const byQuestion = new Map(questions.map((question) => [question.code, question]));
  for (const code of named)
    for (const comparison of comparisonsOf(byQuestion.get(code)?.condition)) named.add(comparison.question);
  return questions.filter((question) => named.has(question.code));
}

function namedTypes(contents: ReadonlyArray<MatterContent>): ReadonlySet<string> {
  return new Set(
    contents.flatMap((content) => [
      ...content.requirements.flatMap((row) =>
        row.options.flatMap((option) => option.uses.map((use) => use.documentType.code)),
      ),
      ...content.results.map((result) => result.documentType.code),
    ]),
  );
}

function matterContent(
  matter: MatterFile,
  elements: ReadonlyMap<string, DataElementsFile['dataElements'][number]>,
): MatterContent {
  return {
    type: matter.type,
    authority: matter.authority,
    statutoryLimit: matter.statutoryLimit ?? null,
    promisedLimit: matter.promisedLimit ?? null,
    specialProcedures: (matter.specialProcedures ?? []).map(({ title, ...procedure }) => ({
      ...procedure,
      titles: title,
    })),
    visits: matter.visits ?? 0,
    onlineDepth: matter.onlineDepth ?? 1,
    channels: matter.channels ?? ['COUNTER'],
    conditions: matter.conditions ?? [],
    legalBases: (matter.legalBases ?? []).map(legalBasis),
    costs: matter.costs ?? [],
    requirements: matter.requirements.map(requirement),
    results: matter.results.map((result) => ({
      documentType: { code: result.type },
      subject: result.subject,
      spec: result.spec ?? null,
    })),
    formFields: matter.formFields.map((field) => {
      const element = elements.get(field.element);
      return {
        code: field.element,
        subject: field.subject,
        titles: element?.title ?? { zh: field.element, en: field.element },
        required: field.required,
        sensitive: element?.sensitive ?? false,
        condition: field.condition ?? null,
        schema: { ...element?.schema, ...field.schema },
      };
    }),
    automatic: matter.automatic
      ? {
          checks: matter.automatic.checks.map(deskCheck),
          issues: matter.automatic.issues.map((issue) => ({
            documentType: issue.type,
            subject: issue.subject,
            spec: issue.spec ?? null,
            number: issue.number,
          })),
        }
      : null,
  };
}

function deskCheck(check: CheckInFile): DeskCheck {
  const base = { subject: check.subject, condition: check.condition ?? null, message: check.message };
  switch (check.check) {
    case 'DATE_NOT_IN_FUTURE':
      return { ...base, check: check.check, element: check.element };
    case 'DATE_NOT_BEFORE':
      return { ...base, check: check.check, element: check.element, other: check.other };
    case 'PRODUCED_PRESENT':
      return { ...base, check: check.check, documentType: check.type, spec: check.spec ?? null };
  }
}

function requirement(row: RequirementInFile): Requirement {
  const options: ReadonlyArray<OptionInFile> = row.options ?? [{ uses: row.uses ?? [] }];
  return {
    code: row.code,
    name: row.name,
    necessity: row.necessity ?? 'REQUIRED',
    condition: row.condition ?? null,
    declaredSource: row.declaredSource ?? null,
    deferral: row.deferral ? { workingDays: row.deferral.workingDays, consequences: row.deferral.consequence } : null,
    commitment: row.commitment ? { texts: row.commitment.text, consequences: row.commitment.consequence } : null,
    options: options.map((option) => ({
      condition: option.condition ?? null,
      uses: option.uses.map((use) => ({
        documentType: { code: use.type },
        subject: use.subject,
        spec: use.spec ?? null,
        use: use.use,
        copies: use.copies ?? (use.use === 'COPY' || use.use === 'INSPECT_AND_COPY' ? 1 : 0),
        minimumTrust: use.minimumTrust ?? 'D',
        maximumAgeDays: use.maximumAgeDays ?? null,
      })),
    })),
    legalBasis: row.legalBasis ? legalBasis(row.legalBasis) : null,
  };
}

function legalBasis(basis: BasisInFile): LegalBasis {
  return { title: basis.title, article: basis.article ?? null, documentNumber: basis.documentNumber ?? null };
}

/** What a search runs over: the name in both languages, its pinyin and its initials, in lower case. */
export function searchKey(title: Localized): string {
  const full = pinyin(title.zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const initials = pinyin(title.zh, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return [title.zh, title.en, full.join(''), initials.join('')].join(' ').toLowerCase();
}
