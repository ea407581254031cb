import type { Question } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type {
  AvailabilityFile,
  CaseRulesFile,
  DelegationsFile,
  EquivalencesFile,
  InstitutionsFile,
  IntakePointsFile,
  PoliciesFile,
  RefusalReasonsFile,
  ServiceWindowsFile,
  SupervisionFile,
} from './desk-shapes.ts';
import { linkQuestion } from './link/questions.ts';
import { type RegionalEvent, resolveRegionalEvents } from './link/regional-events.ts';
import { samePartyQuestions } from './link/same-party.ts';
import type { Declaration, PlacedComparison, Reference, Validated } from './schemas.ts';
import type {
  CalendarFile,
  DataElementsFile,
  DocumentTypesFile,
  LifeEventFile,
  MatterFile,
  QuestionsFile,
  RegionalEventFile,
  RegionsFile,
  RemediesFile,
  RolesFile,
} from './shapes.ts';
import type { SourceFile } from './source-file.ts';

/** A file and what its JSON Schema says of it. */
export interface CheckedFile extends Validated {
  readonly file: SourceFile;
  readonly kind: FileKind;
  /** Of a matter: the department whose folder it stands in. */
  readonly department?: string;
}
export interface Entry<T> {
  readonly file: SourceFile;
  readonly value: T;
}
export type MatterEntry = Entry<MatterFile> & { readonly department: string };
export type InFile<T> = T & { readonly file: SourceFile };
export type DataElement = DataElementsFile['dataElements'][number];

interface ShapeOfKind {
  readonly regions: RegionsFile;
  readonly roles: RolesFile;
  readonly calendar: CalendarFile;
  readonly remedies: RemediesFile;
  readonly 'case-rules': CaseRulesFile;
  readonly availability: AvailabilityFile;
  readonly policies: PoliciesFile;
  readonly equivalences: EquivalencesFile;
  readonly institutions: InstitutionsFile;
  readonly 'intake-points': IntakePointsFile;
  readonly 'service-windows': ServiceWindowsFile;
  readonly delegations: DelegationsFile;
  readonly 'refusal-reasons': RefusalReasonsFile;
  readonly supervision: SupervisionFile;
  readonly 'document-types': DocumentTypesFile;
  readonly questions: QuestionsFile;
  readonly 'data-elements': DataElementsFile;
  readonly 'life-event': LifeEventFile;
  readonly 'regional-event': RegionalEventFile;
  readonly matter: MatterFile;
  /** What lies where catalogue files are, and is none that is read. */
  readonly unread: never;
}
export type FileKind = keyof ShapeOfKind;

/** Everything that was read: each file, those whose shape holds by kind, and what is looked up by code. */
export interface Catalogue {
  readonly files: ReadonlyArray<CheckedFile>;
  readonly departments: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly regions: ReadonlyArray<Entry<RegionsFile>>;
  readonly roles: ReadonlyArray<Entry<RolesFile>>;
  readonly calendar: ReadonlyArray<Entry<CalendarFile>>;
  readonly remedies: ReadonlyArray<Entry<RemediesFile>>;
  readonly caseRules: ReadonlyArray<Entry<CaseRulesFile>>;
  readonly availability: ReadonlyArray<Entry<AvailabilityFile>>;
  readonly policies: ReadonlyArray<Entry<PoliciesFile>>;
  readonly equivalences: ReadonlyArray<Entry<EquivalencesFile>>;
  readonly institutions: ReadonlyArray<Entry<InstitutionsFile>>;
  readonly intakePoints: ReadonlyArray<Entry<IntakePointsFile>>;
  readonly serviceWindows: ReadonlyArray<Entry<ServiceWindowsFile>>;
  readonly delegations: ReadonlyArray<Entry<DelegationsFile>>;
  readonly refusalReasons: ReadonlyArray<Entry<RefusalReasonsFile>>;
  readonly supervision: ReadonlyArray<Entry<SupervisionFile>>;
  readonly documentTypes: ReadonlyArray<Entry<DocumentTypesFile>>;
  readonly questions: ReadonlyArray<Entry<QuestionsFile>>;
  readonly dataElements: ReadonlyArray<Entry<DataElementsFile>>;
  /** Those of regions that only say what they have otherwise among them, with all that they take over. */
  readonly lifeEvents: ReadonlyArray<Entry<LifeEventFile>>;
  readonly regionalEvents: ReadonlyArray<RegionalEvent>;
  /** As they are written. */
  readonly eventFiles: ReadonlyArray<Entry<LifeEventFile | RegionalEventFile>>;
  readonly matters: ReadonlyArray<MatterEntry>;

  readonly references: ReadonlyArray<InFile<Reference>>;
  readonly declarations: ReadonlyArray<InFile<Declaration>>;
  readonly comparisons: ReadonlyArray<InFile<PlacedComparison>>;

  readonly questionOf: ReadonlyMap<string, Question>;
  readonly elementOf: ReadonlyMap<string, DataElement>;
  readonly matterOf: ReadonlyMap<string, MatterEntry>;
}

export function assembleCatalogue(departments: Catalogue['departments'], files: ReadonlyArray<CheckedFile>): Catalogue {
  const sound = files.filter(({ file, errors }) => file.syntaxErrors.length === 0 && errors.length === 0);
  const of = <K extends FileKind>(kind: K): ReadonlyArray<Entry<ShapeOfKind[K]>> =>
    sound.filter((each) => each.kind === kind).map(({ file }) => ({ file, value: file.value as ShapeOfKind[K] }));
  const marked = <T extends object>(pick: (marks: Validated['marks']) => ReadonlyArray<T>): ReadonlyArray<InFile<T>> =>
    sound.flatMap(({ file, marks }) => pick(marks).map((mark) => ({ ...mark, file })));
  const matters = sound
    .filter(({ kind }) => kind === 'matter')
    .map(({ file, department }) => ({ file, value: file.value as MatterFile, department: department as string }));
  const regions = of('regions');
  const wholeEvents = of('life-event');
  const regionalEvents = resolveRegionalEvents(of('regional-event'), { regions, lifeEvents: wholeEvents, matters });
  const questions = of('questions');
  const dataElements = of('data-elements');
  const codeLists = new Map(
    dataElements.flatMap(({ value }) => value.codeLists ?? []).map((list) => [list.code, list]),
  );
  const withCodes = (element: DataElement): DataElement => {
    const list = element.codeList === undefined ? undefined : codeLists.get(element.codeList);
    return list ? { ...element, schema: { ...element.schema, enum: list.codes.map(({ name }) => name.zh) } } : element;
  };
  return {
    files,
    departments,
    regions,
    roles: of('roles'),
    calendar: of('calendar'),
    remedies: of('remedies'),
    caseRules: of('case-rules'),
    availability: of('availability'),
    policies: of('policies'),
    equivalences: of('equivalences'),
    institutions: of('institutions'),
    intakePoints: of('intake-points'),
    serviceWindows: of('service-windows'),
    delegations: of('delegations'),
    refusalReasons: of('refusal-reasons'),
    supervision: of('supervision'),
    documentTypes: of('document-types'),
    questions,
    dataElements,
    lifeEvents: [...wholeEvents, ...regionalEvents.flatMap(({ resolved }) => resolved ?? [])],
    regionalEvents,
    eventFiles: [...wholeEvents, ...regionalEvents],
    matters,
    references: marked(({ references }) => references),
    declarations: marked(({ declarations }) => declarations),
    comparisons: marked(({ comparisons }) => comparisons),
    questionOf: new Map(
      [
        ...samePartyQuestions(of('roles')),
        ...questions.flatMap(({ value }) => value.questions.map((each) => linkQuestion(each))),
      ].map((question) => [question.code, question] as const),
    ),
    elementOf: new Map(
      dataElements.flatMap(({ value }) => value.dataElements.map((each) => [each.code, withCodes(each)] as const)),
    ),
    matterOf: new Map(matters.map((matter) => [matter.value.code, matter])),
  };
}
