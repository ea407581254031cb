/** A text in the two languages the product always answers in. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'ZH' | 'EN';

/** The text in the language asked for; Chinese where none is. */
export function localized(text: Localized, language: Language | undefined): string {
  return language === 'EN' ? text.en : text.zh;
}
