import { byCode } from '../language/canonical.ts';
import { evaluate, type Facts } from '../language/conditions.ts';
import { RULES } from '../language/facts.ts';
import { type FormWords, WORDS } from '../language/form-words.ts';
import { own } from '../language/own.ts';
import { problem } from '../language/problems.ts';
import { type Schema, strictestOf } from '../language/strictest.ts';
import type { Localized } from '../language/text.ts';
import type { Chosen } from './choose.ts';
import type { Expansion, MatterInstance } from './expansion.ts';
import { factsOfForm, fieldKey, type Narrowing } from './facts.ts';
import type { Identity } from './identity.ts';
import type { Tell } from './known-fields.ts';
import type { NameParty } from './party-names.ts';
import { formTitle, ofDepartment } from './reasons.ts';
import { anyOf, type Residual, residual } from './residual.ts';
import type { Binder } from './roles.ts';
import type { FormField, OneForm, OneFormField, PlanningBasis, Problem, ToldField } from './types.ts';

interface Asked {
  readonly instance: MatterInstance;
  readonly party: string;
  readonly field: FormField;
  readonly certain: boolean;
}
/** Where a frontend puts the answers given since it fetched the form, beside the parties' values. */
export const ANSWERS = '$answers';

/** The one form: the union of the matters' fields by data element × party, the strictest constraint winning (PLANNING, rule 13). */
export function makeForm(
  basis: PlanningBasis,
  expansion: Expansion,
  chosen: Chosen,
  facts: Facts,
  nameParty: NameParty,
  tell: Tell,
): { readonly form: OneForm; readonly problems: ReadonlyArray<Problem> } {
  const problems: Problem[] = [];
  const groups = new Map<string, Asked[]>();
  for (const instance of expansion.instances) {
    for (const each of fieldsOf(expansion, facts, instance)) {
      const key = fieldKey(each.party, each.field.code);
      const same = groups.get(key);
      if (same) same.push(each);
      else groups.set(key, [each]);
    }
  }
  const prefills = prefillSources(expansion, chosen);
  const roleOrder = new Map(basis.roles.map((role, index) => [role.code, index]));
  const rank = (party: string): number => roleOrder.get(expansion.binder.roleOf(party)) ?? basis.roles.length;

  const known = factsOfForm(basis, facts, expansion.binder, new Set(groups.keys()));
  const merged = [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => byCode(a.instance.member.matter, b.instance.member.matter));
    const first = sorted[0] as Asked;
    const asked = sorted.slice(1).reduce<Schema>((strictest, { field, instance }) => {
      const both = strictestOf(strictest, field.schema);
      if (both) return both;
      problems.push(conflict(basis, first, instance));
      return strictest;
    }, first.field.schema);
    const { schema, fixed } = narrow(asked, known.narrowed.get(fieldKey(first.party, first.field.code)));
    const field: OneFormField = {
      code: first.field.code,
      subject: expansion.binder.roleOf(first.party),
      party: first.party,
      titles: first.field.titles,
      required: group.some((each) => each.field.required && each.certain),
      sensitive: group.some((each) => each.field.sensitive),
      receivedBy: [...new Set(sorted.map((each) => each.instance.member.matter))],
      prefilledFrom: prefills.get(fieldKey(first.party, first.field.code))?.source ?? null,
      fixed: fixed ?? toldBefore(tell(first.party, first.field.code)),
    };
    const conditions =
      field.required || !group.some((each) => each.field.required)
        ? []
        : group
            .filter((each) => each.field.required)
            .map((each) => residual({ all: [each.instance.condition, each.field.condition] }, facts));
    return { field, schema, requiredIf: anyOf(conditions) };
  });
  const placeOf = placesIn(basis.words);
  merged.sort(
    (a, b) =>
      rank(a.field.party) - rank(b.field.party) ||
      byCode(a.field.party, b.field.party) ||
      placeOf(a.field.code) - placeOf(b.field.code) ||
      byCode(a.field.code, b.field.code),
  );

  const parties = [...new Set(merged.map(({ field }) => field.party))];
  const properties = Object.fromEntries(
    parties.map((party) => {
      const own = merged.filter(({ field }) => field.party === party);
      const name = nameParty(party);
      return [
        party,
        {
          type: 'object',
          title: name.zh,
          description: name.en,
          properties: Object.fromEntries(
            own.map(({ field, schema }) => [
              field.code,
              { ...schema, title: field.titles.zh, description: field.titles.en },
            ]),
          ),
          required: own.filter(({ field }) => field.required).map(({ field }) => field.code),
          additionalProperties: false,
        },
      ];
    }),
  );
  const rules = conditionalRules(merged);
  const answers = rules.length === 0 ? {} : { [ANSWERS]: { type: 'object', additionalProperties: true } };
  const title = formTitle(basis.title);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title: title.zh,
    description: title.en,
    properties: { ...properties, ...answers },
    required: parties.filter((party) => merged.some(({ field }) => field.party === party && field.required)),
    additionalProperties: false,
    ...(rules.length === 0 ? {} : { allOf: rules }),
    ...(known.rules.length === 0 ? {} : { [RULES]: known.rules }),
    ...(basis.words ? { [WORDS]: wordsOf(basis.words, new Set(merged.map(({ field }) => field.code))) } : {}),
  };
  return {
    form: {
      schema,
      fields: merged.map(({ field }) => field),
      told: merged.flatMap(({ field: { party, code } }) => prefills.get(fieldKey(party, code)) ?? []),
      replaces: formsReplaced(expansion, chosen),
    },
    problems,
  };
}

/** Where a data element stands, by its group and within that; what is in none comes last. */
function placesIn(words: FormWords | undefined): (element: string) => number {
  const places = new Map(words?.groups.flatMap(({ elements }) => elements).map((element, index) => [element, index]));
  return (element) => places.get(element) ?? places.size;
}

/** Of the fields that are asked. */
function wordsOf({ groups, elements }: FormWords, asked: ReadonlySet<string>): FormWords {
  return {
    groups: groups.filter((group) => group.elements.some((element) => asked.has(element))),
    elements: Object.fromEntries(Object.entries(elements).filter(([element]) => asked.has(element))),
  };
}

/** What an answer leaves of a field: where it is one value, it stands in the form already. Where nothing is left, the rule says why. */
function narrow(schema: Schema, narrowing: Narrowing | undefined): { schema: Schema } & Pick<OneFormField, 'fixed'> {
  const left = narrowing && strictestOf(schema, { enum: narrowing.values });
  if (!left) return { schema, fixed: null };
  const [value, ...others] = left.enum as ReadonlyArray<unknown>;
  if (others.length > 0) return { schema: left, fixed: null };
  return { schema: { ...left, default: value, readOnly: true }, fixed: { question: narrowing.question, value } };
}

/** What was told before stands in the form, and not in its schema: a correction of it outdates no plan. */
const toldBefore = (value: unknown): OneFormField['fixed'] => (value === undefined ? null : { question: null, value });

/** One `if/then` for all fields that the same answers make required. */
function conditionalRules(
  merged: ReadonlyArray<{ readonly field: OneFormField; readonly requiredIf: Residual }>,
): ReadonlyArray<Schema> {
  const groups = new Map<string, { readonly condition: Schema; readonly fields: OneFormField[] }>();
  for (const { field, requiredIf } of merged) {
    if (typeof requiredIf === 'boolean') continue;
    const key = JSON.stringify(requiredIf);
    const group = groups.get(key);
    if (group) group.fields.push(field);
    else groups.set(key, { condition: requiredIf, fields: [field] });
  }
  return [...groups.values()].map(({ condition, fields }) => {
    const parties = [...new Set(fields.map(({ party }) => party))];
    const demand = (party: string): Schema => {
      const codes = fields.filter((field) => field.party === party).map(({ code }) => code);
      return { type: 'object', properties: Object.fromEntries(codes.map((code) => [code, true])), required: codes };
    };
    return {
      if: { type: 'object', properties: { [ANSWERS]: condition }, required: [ANSWERS] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise.
      then: {
        type: 'object',
        properties: Object.fromEntries(parties.map((party) => [party, demand(party)])),
        required: parties,
      },
    };
  });
}

/** The fields of one matter's own form, each with its party. */
function fieldsOf(expansion: Expansion, facts: Facts, instance: MatterInstance): ReadonlyArray<Asked> {
  return (instance.answer?.formFields ?? []).flatMap((field) => {
    const truth = evaluate(field.condition, facts);
    if (truth === 'FALSE') return [];
    const certain = truth === 'TRUE' && instance.truth === 'TRUE';
    return expansion.binder.partiesOf(field.subject, instance).map((party) => ({ instance, party, field, certain }));
  });
}

/** Party → data elements that one matter receives. */
export function receivedFields(
  expansion: Expansion,
  facts: Facts,
  instance: MatterInstance,
): Readonly<Record<string, ReadonlyArray<string>>> {
  const received = new Map<string, Set<string>>();
  for (const { party, field } of fieldsOf(expansion, facts, instance)) {
    const codes = received.get(party);
    if (codes) codes.add(field.code);
    else received.set(party, new Set([field.code]));
  }
  return Object.fromEntries([...received].map(([party, codes]) => [party, [...codes].sort(byCode)]));
}

/** One department's own form, derived back out of the one form: only what its matter declares. */
export function departmentForm(
  received: Readonly<Record<string, ReadonlyArray<string>>>,
  oneForm: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(
    Object.entries(received).map(([party, codes]) => {
      const values = own(oneForm, party);
      const told = codes.flatMap((code) => {
        const value = own(values, code);
        return value === undefined ? [] : [[code, value] as const];
      });
      return [party, Object.fromEntries(told)];
    }),
  );
}

function formsReplaced(expansion: Expansion, chosen: Chosen): ReadonlyArray<string> {
  const names = expansion.rows.flatMap((row) => {
    const needs = chosen.met.get(row.index)?.needs ?? [];
    return needs.filter(({ outcome }) => outcome.kind === 'GENERATED').map(({ need }) => need.documentType.name.zh);
  });
  return [...new Set(names)];
}

/** What a shared document tells is filled in already; of two that tell it, by the one that prevails. */
function prefillSources(expansion: Expansion, chosen: Chosen): ReadonlyMap<string, ToldField> {
  const tellers = new Map<string, ToldField>();
  for (const row of expansion.rows) {
    for (const { need, outcome } of chosen.met.get(row.index)?.needs ?? []) {
      if (outcome.kind !== 'SHARED' || !outcome.source) continue;
      const { documentType, parties } = need;
      for (const { party, code } of fieldsToldBy(need, expansion.binder)) {
        const key = fieldKey(party, code);
        const known = tellers.get(key);
        if (!known || documentType.prevailsOver?.includes(known.documentType))
          tellers.set(key, { party, code, source: outcome.source.code, documentType: documentType.code, parties });
      }
    }
  }
  return tellers;
}

/** About those whose document it is, and about others where it is clear whom. */
function fieldsToldBy(
  { documentType, parties }: Identity,
  binder: Binder,
): ReadonlyArray<Pick<ToldField, 'party' | 'code'>> {
  const own = parties.flatMap((party) => (documentType.tells ?? []).map((code) => ({ party, code })));
  const others = Object.entries(documentType.tellsOf ?? {}).flatMap(([role, codes]) => {
    const [party, ...more] = binder.partiesOf(role);
    return party === undefined || more.length > 0 ? [] : codes.map((code) => ({ party, code }));
  });
  return [...own, ...others];
}

function conflict({ departments }: PlanningBasis, first: Asked, other: MatterInstance): Problem {
  const named = ({ member }: MatterInstance): Localized => {
    const department = departments.find(({ code }) => code === member.department)?.name;
    return department ? ofDepartment(member.title, department) : member.title;
  };
  return {
    ...problem('FIELD_CONFLICT', { field: first.field.titles, one: named(first.instance), other: named(other) }),
    path: ['form', first.party, first.field.code],
  };
}
