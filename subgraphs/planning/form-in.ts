import { type FormRule, RULES } from '../language/facts.ts';
import { type FormWords, WORDS } from '../language/form-words.ts';
import { numberFormats } from '../language/formats.ts';
import { own } from '../language/own.ts';
import type { Schema } from '../language/strictest.ts';
import { type Language, localized } from '../language/text.ts';
import type { OneForm, OneFormField } from './types.ts';

interface Titled {
  readonly title: string;
  /** As it is planned: the English title. */
  readonly description: string;
}
type Party = Schema & Titled & { readonly properties: Readonly<Record<string, Schema & Titled>> };

/**
 * The form's schema in one language, for any form that is built from JSON Schema: draft-07 and 2020-12 read it alike. Titles, hints (`description`) and
 * labels (`oneOf` of `const` and `title`) are in it; what no validator knows stands under `x-`.
 */
export function formIn({ schema, fields }: Pick<OneForm, 'schema' | 'fields'>, language: Language | undefined): Schema {
  const { $schema: _draft, description, title, properties, [RULES]: rules, [WORDS]: words, ...rest } = schema;
  const order = new Map(fields.map((field, index) => [`${field.party}\n${field.code}`, { field, index }]));
  const parties = Object.entries(properties as Readonly<Record<string, Party>>).map(([party, object], index) => {
    // Answers that open questions need have no title: they are no part of what is filled in.
    if (object.title === undefined) return [party, object];
    const { title: zh, description: en, properties: elements, ...more } = object;
    const told = Object.entries(elements).map(([element, value]) => {
      const place = order.get(`${party}\n${element}`);
      return [element, fieldIn(value, { element, place, words: words as FormWords | undefined, language })];
    });
    const named = { title: localized({ zh, en }, language), 'x-order': index };
    return [party, { ...more, ...named, properties: Object.fromEntries(told) }];
  });
  return {
    ...rest,
    title: localized({ zh: title as string, en: description as string }, language),
    properties: Object.fromEntries(parties),
    ...(rules
      ? {
          [RULES]: (rules as ReadonlyArray<FormRule>).map((rule) => ({
            ...rule,
            otherwise: localized(rule.otherwise, language),
          })),
        }
      : {}),
  };
}

interface Wording {
  readonly element: string;
  readonly place: { readonly field: OneFormField; readonly index: number } | undefined;
  readonly words: FormWords | undefined;
  readonly language: Language | undefined;
}

function fieldIn(value: Schema & Titled, { element, place, words, language }: Wording): Schema {
  const { title: zh, description: en, format, enum: values, ...more } = value;
  const { hint, error, labels } = own(words?.elements, element) ?? {};
  const group = words?.groups.find(({ elements }) => elements.includes(element));
  const labelled = Array.isArray(values) && more.oneOf === undefined;
  const label = (each: unknown): string => {
    const text = own(labels, String(each));
    return text ? localized(text, language) : String(each);
  };
  return {
    ...more,
    title: localized({ zh, en }, language),
    ...(hint ? { description: localized(hint, language) } : {}),
    ...(labelled ? { oneOf: values.map((each: unknown) => ({ const: each, title: label(each) })) } : {}),
    ...(values !== undefined && !labelled ? { enum: values } : {}),
    ...(typeof format === 'string' ? { [isOurs(format) ? 'x-format' : 'format']: format } : {}),
    ...(error ? { 'x-error': localized(error, language) } : {}),
    ...(group ? { 'x-group': { code: group.code, title: localized(group.title, language) } } : {}),
    ...(place ? { 'x-order': place.index, 'x-sensitive': place.field.sensitive } : {}),
  };
}

/** Formats that default validators do not know. */
function isOurs(format: string): boolean {
  return Object.hasOwn(numberFormats, format);
}

/** Every keyword under `x-` that `formIn` writes: a strict validator is told them and nothing else. */
export const formKeywords = [RULES, 'x-error', 'x-format', 'x-group', 'x-order', 'x-sensitive'] as const;
