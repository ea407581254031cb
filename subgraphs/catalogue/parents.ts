import type * as conditions from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type {
  LifeEventContent,
  PublishedDocumentType,
  PublishedMatterEntry,
  PublishedRegion,
  PublishedSource,
} from '../publishing/published.ts';
import type { RefusalReason as PublishedReason } from '../publishing/published-desk.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Loader } from '../runtime/pinned-cache.ts';
import type { CatalogueStore } from './store.ts';

/** The pinned catalogue: everything that requests pinned alike have in common. */
export interface Context {
  readonly pin: Pin & { readonly revision: number };
  readonly store: CatalogueStore;
  /** By code and region, with a line break between. */
  readonly lifeEvents: Loader<LifeEventContent>;
  readonly matters: Loader<Matter>;
  readonly regions: Loader<PublishedRegion>;
  readonly documentTypes: Loader<DocumentType>;
  readonly questions: Loader<Question>;
  readonly sources: Loader<Source>;
  readonly refusalReasons: Loader<RefusalReason>;
  readonly departments: Loader<{ readonly code: string; readonly name: Localized }>;
}
export interface LifeEvent {
  readonly code: string;
  readonly region: string;
  readonly content: LifeEventContent;
}
export type Matter = PublishedMatterEntry;
export type DepartmentMatter = PublishedMatterEntry;
export interface Department {
  readonly code: string;
  /** Where it was read already. */
  readonly name?: Localized;
}
export type DocumentType = PublishedDocumentType;
export type Source = PublishedSource;
export type RefusalReason = PublishedReason;
export type RefusalDemand = NonNullable<PublishedReason['demands']>;
export type Question = conditions.Question;
export type QuestionOption = conditions.QuestionOption;
export type QuestionGroup = conditions.QuestionGroup;
