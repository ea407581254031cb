/** A text in the two languages the product always answers in. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** A text of catalogue files: in both languages, or in Chinese alone until somebody translates it. */
export type Text = string | Localized;

/** What has one language alone stands for both. */
export function inBoth(text: Text): Localized {
  return typeof text === 'string' ? { zh: text, en: text } : text;
}

export type Language = 'ZH' | 'EN';

/** The text in the language asked for; Chinese where none is. */
export function localized(text: Localized, language: Language | undefined): string {
  return language === 'EN' ? text.en : text.zh;
}
