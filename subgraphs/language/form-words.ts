import type { Localized } from './text.ts';

/** What a form says of a data element beside its title; the same wherever it is asked. */
export interface ElementWords {
  /** What is to be filled in, where the title does not say it. */
  readonly hint?: Localized;
  /** What is said of a value that does not hold. */
  readonly error?: Localized;
  /** Value → what is shown to choose. */
  readonly labels?: Readonly<Record<string, Localized>>;
}
/** Fields that stand together (分组), in their order. */
export interface ElementGroup {
  readonly code: string;
  readonly title: Localized;
  readonly elements: ReadonlyArray<string>;
}
/** How the fields of one form are ordered and worded. */
export interface FormWords {
  readonly groups: ReadonlyArray<ElementGroup>;
  /** By code of the data element. */
  readonly elements: Readonly<Record<string, ElementWords>>;
}

/** Keyword of a form's schema, as it is planned and kept, that holds its words in both languages. */
export const WORDS = 'x-words';
