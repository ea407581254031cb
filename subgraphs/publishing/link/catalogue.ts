import type { Catalogue } from '../catalogue.ts';
import type { CataloguePublication, MatterContent, PublishedMatter, PublishedMatterEntry } from '../published.ts';
import { linkAvailability } from './availability.ts';
import { contentHashOf } from './content-hash.ts';
import { linkDelegations } from './delegations.ts';
import { linkDocumentTypes } from './document-types.ts';
import { linkCalendar, linkLifeEvents } from './events.ts';
import { createImplementations, type Implementation } from './implementations.ts';
import { linkIntakePoints } from './intake-points.ts';
import { createContents } from './matters.ts';
import { linkRoles } from './people.ts';
import { linkEquivalences, linkPolicies } from './policies.ts';
import { linkQuestion, questionGroups } from './questions.ts';
import { linkRefusalReasons, reasonsByCatalogCode } from './refusal-reasons.ts';
import { createRegionTree } from './regions.ts';
import { remediesOf } from './remedies.ts';
import { samePartyQuestions } from './same-party.ts';
import { searchKey } from './search-key.ts';
import { linkServiceWindows } from './service-windows.ts';

/** A catalogue ready to be published: the centre's part, and each department's own. */
export interface LinkedCatalogue {
  readonly publication: CataloguePublication;
  readonly departments: ReadonlyMap<string, ReadonlyArray<PublishedMatter>>;
}

/** Turns files that hold into rows: references resolved, events and matters inherited by the regions below theirs. */
export function linkCatalogue(catalogue: Catalogue): LinkedCatalogue {
  const regions = createRegionTree(catalogue);
  const implementations = createImplementations(catalogue.matters, regions);
  const documentTypes = linkDocumentTypes(catalogue);
  // Before the matters are listed: events decide what is inherited.
  const lifeEvents = linkLifeEvents(catalogue, implementations, documentTypes);
  const published = implementations.all();
  const reasons = reasonsByCatalogCode(catalogue);
  const contentIn = createContents(catalogue.elementOf, regions.liesIn);
  const whole = new Map<MatterContent, MatterContent>();
  const withRemedies = ({ definition, department, region }: Implementation): MatterContent => {
    const content = contentIn(definition, region);
    const known = whole.get(content) ?? { ...content, remedies: remediesOf(definition, department, catalogue) };
    whole.set(content, known);
    return known;
  };
  const departments = new Map(
    catalogue.departments.map(({ code }) => [
      code,
      published
        .filter(({ department }) => department === code)
        .map(
          (each): PublishedMatter => ({
            code: each.code,
            validFrom: each.definition.validFrom ?? null,
            validTo: each.definition.validTo ?? null,
            content: withRemedies(each),
          }),
        ),
    ]),
  );
  const body = {
    regions: catalogue.regions.flatMap(({ value }) => value.regions),
    departments: [...catalogue.departments],
    roles: linkRoles(catalogue.roles),
    sources: catalogue.documentTypes.flatMap(({ value }) => value.sources ?? []),
    documentTypes,
    questions: [
      ...catalogue.questions.flatMap(({ value }) =>
        value.questions.map((each) => linkQuestion(each, questionGroups(catalogue.questions))),
      ),
      ...samePartyQuestions(catalogue.roles),
    ],
    lifeEvents,
    matters: published.map((each) => directoryEntry(each, reasons.get(each.definition.catalogCode) ?? [])),
    refusalReasons: linkRefusalReasons(catalogue),
    calendar: linkCalendar(catalogue),
    ...linkAvailability(catalogue),
    delegations: linkDelegations(catalogue),
    supervision: catalogue.supervision[0]?.value ?? null,
    caseUnits: catalogue.caseRules.flatMap(({ value }) => value.units),
    caseKinds: catalogue.caseRules.flatMap(({ value }) =>
      value.caseKinds.map(({ recurrence = null, photos = false, ...kind }) => ({ ...kind, recurrence, photos })),
    ),
    policies: linkPolicies(catalogue, regions, lifeEvents),
    ...linkEquivalences(catalogue),
    institutions: catalogue.institutions.flatMap(({ value }) =>
      value.institutions.map(({ issues = [], redeems = [], ...institution }) => ({
        ...institution,
        issues: issues.map(({ type, validDays }) => ({
          ...{ documentType: type, validDays },
          consumable: documentTypes.find(({ code }) => code === type)?.consumable ?? false,
        })),
        redeems,
      })),
    ),
    casePlatforms: catalogue.caseRules.flatMap(({ value }) => value.platforms ?? []),
    intakePoints: linkIntakePoints(catalogue),
    serviceWindows: linkServiceWindows(catalogue.serviceWindows),
  };
  return { publication: withContentHash(body, departments), departments };
}

/** By what publishing knows whether anything is new: of a province it takes longer than all the rest, and who only looks at a catalogue never asks. */
function withContentHash(
  body: Omit<CataloguePublication, 'contentHash'>,
  departments: LinkedCatalogue['departments'],
): CataloguePublication {
  let known: string | undefined;
  return Object.defineProperty({ ...body } as CataloguePublication, 'contentHash', {
    enumerable: true,
    get: () => {
      known ??= contentHashOf(body, departments);
      return known;
    },
  });
}

function directoryEntry(
  { code, region, department, definition }: Implementation,
  refusalReasons: ReadonlyArray<string>,
): PublishedMatterEntry {
  return {
    code,
    catalogCode: definition.catalogCode,
    title: definition.title,
    department,
    region,
    refusalReasons,
    ...(code === definition.code ? {} : { inherits: definition.code }),
    search: searchKey(definition.title),
  };
}
