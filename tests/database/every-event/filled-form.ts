import { addDays } from '../../../subgraphs/language/civil-date.ts';
import { isCreditCode } from '../../../subgraphs/language/credit-code.ts';
import { type FormRule, obeys, RULES } from '../../../subgraphs/language/facts.ts';
import { partOfNumber, residentIdentityNumber } from '../../../subgraphs/language/identity-number.ts';

export type Form = Record<string, Record<string, unknown>>;
interface Field {
  readonly type: string;
  readonly enum?: ReadonlyArray<unknown>;
  readonly oneOf?: ReadonlyArray<{ readonly const: unknown }>;
  readonly format?: string;
  readonly 'x-format'?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}
interface FormSchema {
  readonly properties?: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Field>> }>>;
  readonly [RULES]?: ReadonlyArray<FormRule>;
}

/** Days before today that may tell rules about time apart: from today to ninety years ago. */
const daysAgo = [40, 0, 1, 5, 20, 100, 300, 500, 1200, 2500, 4500, 7000, 12_000, 18_000, 24_000, 33_000];
const areaOf = '330381';
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';

/**
 * Values for every field of a form, made from its public schema alone: codes from its lists, numbers and dates in its formats, and such that its rules hold.
 * `serial` keeps people of one form apart from those of every other. Throws where no values obey the rules.
 */
export function filledForm(schema: unknown, today: string, serial: number): Form {
  const { properties = {}, [RULES]: rules = [] } = schema as FormSchema;
  const choices = new Map<string, ReadonlyArray<unknown>>();
  const form: Form = {};
  Object.entries(properties).forEach(([party, { properties: fields = {} }], index) => {
    if (party.startsWith('$')) return;
    form[party] = {};
    for (const [element, field] of Object.entries(fields)) {
      const values = valuesOf(element, field, today, serial * 20 + index, listed(fields['birth-date']) ?? []);
      choices.set(`${party}\n${element}`, values);
      form[party][element] = values[0];
    }
  });
  const days = { asked: today, today };
  const broken = (of: Form): ReadonlyArray<FormRule> => rules.filter((rule) => !obeys(rule, of, days));
  for (let left = broken(form); left.length > 0; ) {
    const better = left
      .flatMap((rule) => changesFor(rule, form, choices))
      .find((changed) => broken(changed).length < left.length);
    if (!better) throw new Error(`No values obey ${JSON.stringify(left)}: ${JSON.stringify(form)}`);
    Object.assign(form, better);
    left = broken(form);
  }
  return form;
}

/** The form with another value in one of the fields that a rule speaks of; a person's number follows what it tells of them. */
function changesFor(
  rule: FormRule,
  form: Form,
  choices: ReadonlyMap<string, ReadonlyArray<unknown>>,
): ReadonlyArray<Form> {
  const elements = [rule.element, rule.where?.element, rule.sameAs, rule.notBefore].filter(
    (each) => each !== undefined,
  );
  return [rule.party, ...(rule.alike?.parties ?? [])].flatMap((party) =>
    elements.flatMap((element) =>
      [...(choices.get(`${party}\n${element}`) ?? []), ...named(rule, element)].map((value) => {
        const values = { ...form[party], [element]: value };
        const number = (choices.get(`${party}\nidentity-number`) ?? []).find((each) =>
          ['birth-date', 'sex'].every(
            (part) => values[part] === undefined || partOfNumber(each, part as 'sex') === values[part],
          ),
        );
        const follows = element !== 'identity-number' && number !== undefined;
        return { ...form, [party]: follows ? { ...values, 'identity-number': number } : values };
      }),
    ),
  );
}

/** Values that a rule names itself. */
function named({ element: own, part, in: values = [], between }: FormRule, element: string): ReadonlyArray<unknown> {
  if (element !== own) return [];
  if (part === 'birth-date')
    return values.flatMap((born) => ['女', '男'].map((sex) => residentIdentityNumber(areaOf, String(born), sex, 400)));
  return part ? [] : [...values, ...Object.values(between ?? {})];
}

/** The values that a field has, where it lists them. */
function listed(field: Field | undefined): ReadonlyArray<unknown> | undefined {
  return field?.enum ?? field?.oneOf?.map((each) => each.const);
}

/** `born`: the only days of birth that the form takes, where it says so. */
function valuesOf(
  element: string,
  field: Field,
  today: string,
  person: number,
  born: ReadonlyArray<unknown>,
): ReadonlyArray<unknown> {
  const listedValues = listed(field);
  if (listedValues) return listedValues;
  const dates = daysAgo.map((ago) => addDays(today, -ago));
  switch (field['x-format'] ?? field.format) {
    case 'date':
      return dates;
    case 'resident-identity-number':
      // Grown up first.
      return [...born.map(String), ...dates.slice(-4), ...dates].flatMap((date) =>
        ['女', '男'].map((sex) => residentIdentityNumber(areaOf, date, sex, 1 + (person % 499))),
      );
    case 'unified-credit-code':
      return [creditCode(person)];
  }
  if (field.type !== 'string') return [field.minimum ?? (field.exclusiveMinimum ?? 0) + 1];
  if (field.pattern) return [matching(field.pattern, person)];
  if (element === 'name')
    return [`${surnames[person % surnames.length]}${String.fromCodePoint(0x4e00 + (person % 5000))}`];
  return ['甲乙丙丁戊己庚辛壬癸'.repeat(5).slice(0, Math.max(field.minLength ?? 0, 4))];
}

function creditCode(person: number): string {
  const first = `91330381MA${String(person).padStart(7, '0')}`;
  const code = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => first + last).find(isCreditCode);
  if (code === undefined) throw new Error(`${first} has no check character.`);
  return code;
}

/** A text by a pattern of characters, classes, groups and counts, as those of data elements are. */
function matching(pattern: string, person: number): string {
  const body = pattern.replace(/^\^|\$$/g, '').replace(/\(([^|)]*)\|[^)]*\)/g, '$1');
  const told = [...body.matchAll(/(\[[^\]]*\]|[^[\]{}])(?:\{(\d+)(?:,\d+)?\})?/g)].map(([, one = '', count = '1']) => {
    const character = one.startsWith('[') ? firstOf(one) : one;
    return character.repeat(Number(count));
  });
  const text = told.join('');
  // The last digits tell people apart, where that fits.
  const apart = text.slice(0, -4) + String(person % 10_000).padStart(4, '0');
  const fits = [apart, text].find((each) => new RegExp(pattern).test(each));
  if (fits === undefined) throw new Error(`Nothing was made that ${pattern} allows.`);
  return fits;
}

const firstOf = (characters: string): string => characters[1] as string;
