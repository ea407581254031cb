import { LRUCache } from 'lru-cache';
import type { Question } from '../language/conditions.ts';
import { groupBy } from '../language/group-by.ts';
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
import { keptOf } from './kept.ts';
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

  /** Files in which there are texts for citizens. */
  readonly worded: ReadonlyArray<Entry<unknown>>;
  readonly references: ReadonlyArray<InFile<Reference>>;
  readonly declarations: ReadonlyArray<InFile<Declaration>>;
  /** `what` and `key` of everything that is declared, on two lines. */
  readonly declared: ReadonlySet<string>;
  readonly repeated: ReadonlyArray<InFile<Declaration>>;
  readonly comparisons: ReadonlyArray<InFile<PlacedComparison>>;

  readonly questionOf: ReadonlyMap<string, Question>;
  readonly elementOf: ReadonlyMap<string, DataElement>;
  readonly matterOf: ReadonlyMap<string, MatterEntry>;
}

/** What a file alone brings into a catalogue: the same objects each time, so that it is seen what a further catalogue has otherwise. */
interface Brought extends Pick<Catalogue, 'references' | 'declarations' | 'repeated' | 'comparisons'> {
  readonly entry: Entry<unknown> & { readonly department?: string };
}
const broughtBy = keptOf(({ file, marks, department }: CheckedFile): Brought => {
  const inFile = <T extends object>(mark: T): InFile<T> => ({ ...mark, file });
  return {
    entry: { file, value: file.value, ...(department === undefined ? {} : { department }) },
    references: marks.references.map(inFile),
    declarations: marks.declarations.map(inFile),
    repeated: marks.repeated.map(inFile),
    comparisons: marks.comparisons.map(inFile),
  };
});

/** Whether its shape holds: of another file nothing but itself is in a catalogue. */
export const isSound = ({ file, errors }: CheckedFile): boolean =>
  file.syntaxErrors.length === 0 && errors.length === 0;

const worded: ReadonlySet<FileKind> = new Set([
  ...(['regions', 'roles', 'document-types', 'questions', 'data-elements'] as const),
  ...(['life-event', 'regional-event', 'matter'] as const),
]);

/** What is made anew for every catalogue, by its content: the object that was the same before, while it is remembered. */
const made = new LRUCache<string, object>({ max: 5_000 });

function asBefore<T extends object>(each: T): T {
  const content = JSON.stringify(each);
  const before = (made.get(content) ?? each) as T;
  made.set(content, before);
  return before;
}

export function assembleCatalogue(departments: Catalogue['departments'], files: ReadonlyArray<CheckedFile>): Catalogue {
  const sound = files.filter(isSound);
  const byKind = groupBy(sound, ({ kind }) => kind);
  const of = <K extends FileKind>(kind: K): ReadonlyArray<Entry<ShapeOfKind[K]>> =>
    (byKind.get(kind) ?? []).map((each) => broughtBy(each).entry as Entry<ShapeOfKind[K]>);
  const matters = of('matter') as ReadonlyArray<MatterEntry>;
  /** A loop, because these are tens of thousands. */
  const all = <T>(pick: (own: Brought) => ReadonlyArray<T>): ReadonlyArray<T> => {
    const found: T[] = [];
    for (const each of sound) for (const mark of pick(broughtBy(each))) found.push(mark);
    return found;
  };
  const declarations = all((own) => own.declarations);
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
    worded: sound.filter(({ kind }) => worded.has(kind)).map((each) => broughtBy(each).entry),
    references: all((own) => own.references),
    declarations,
    declared: new Set(declarations.map(({ what, key }) => `${what}\n${key}`)),
    repeated: all((own) => own.repeated),
    comparisons: all((own) => own.comparisons),
    questionOf: new Map(
      [
        ...samePartyQuestions(of('roles')),
        ...questions.flatMap(({ value }) => value.questions.map((each) => linkQuestion(each))),
      ].map((question) => [question.code, asBefore(question)] as const),
    ),
    elementOf: new Map(
      dataElements.flatMap(({ value }) =>
        value.dataElements.map((each) => [each.code, asBefore(withCodes(each))] as const),
      ),
    ),
    matterOf: new Map(matters.map((matter) => [matter.value.code, matter])),
  };
}
