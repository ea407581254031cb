import { own } from '../../language/own.ts';
import type { FormValue } from './acceptance.ts';
import type { ShownEvidence } from './accepted-evidence.ts';
import type { ToldPerson } from './people.ts';
import { type PreviewItem, type PreviewPlace, samePerson, type ToldValue } from './preview.ts';
import type { Refusal } from './refusals.ts';
import { refuse } from './refusals.ts';

interface OpenQuestion {
  readonly question: string;
  readonly knownBy: ReadonlyArray<{
    readonly source: string;
    readonly provider: string;
    readonly documentType: string;
    readonly party: string;
    readonly title: PreviewPlace['document']['title'];
  }>;
}
interface ToldField {
  readonly party: string;
  readonly code: string;
  readonly source: string;
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
}

/** What sources are asked in the citizen's place while questions are open: each document of each, once for each question. */
export function factPlaces(
  openQuestions: ReadonlyArray<OpenQuestion>,
): ReadonlyArray<PreviewPlace & { readonly question: string }> {
  return openQuestions.flatMap(({ question, knownBy }) =>
    knownBy.map(({ source, provider, documentType, party, title }) => ({
      question,
      document: {
        ...{ source, provider, documentType, parties: [party], spec: null, title },
        ...{ minimumTrust: 'D' as const, maximumAgeDays: null, material: `question:${question}` },
      },
      matters: [],
      requirements: [],
    })),
  );
}

/** What a found document tells of fields of the form. */
export function valuesIn(
  { document }: Pick<PreviewItem, 'document'>,
  data: unknown,
  told: ReadonlyArray<ToldField>,
): ReadonlyArray<ToldValue> {
  if (typeof data !== 'object' || data === null) return [];
  const of = (field: ToldField): boolean =>
    field.source === document.source &&
    field.documentType === document.documentType &&
    field.parties.join() === document.parties.join();
  return told.filter(of).flatMap(({ party, code }) => {
    const value = own(data as Readonly<Record<string, unknown>>, code);
    return value === undefined ? [] : [{ party, element: code, value }];
  });
}

const accepted = ({ items }: Pick<ShownEvidence, 'items'>): ReadonlyArray<PreviewItem> =>
  items.filter(({ found, decision }) => found !== null && decision?.accepted === true);

/** Answers that sources gave and the citizen accepted. */
export function toldAnswers(
  shown: Pick<ShownEvidence, 'items'>,
): ReadonlyArray<{ readonly question: string; readonly value: unknown }> {
  return accepted(shown).flatMap(({ question, answer }) =>
    question === undefined ? [] : [{ question, value: answer }],
  );
}

/** The same of fields of the form, party by party; of two that tell one the first. */
export function toldForm(shown: Pick<ShownEvidence, 'items'>): FormValue {
  const form: Record<string, Record<string, unknown>> = {};
  for (const { party, element, value } of accepted(shown).flatMap(({ values = [] }) => values)) {
    form[party] = { [element]: value, ...form[party] };
  }
  return form;
}

/** What the plan was made with, as a form: of a field that is told twice the last. */
export function formOfFacts(
  facts: ReadonlyArray<{ readonly party: string; readonly field: string; readonly value: unknown }>,
): FormValue {
  const parties = [...new Set(facts.map(({ party }) => party))];
  return Object.fromEntries(
    parties.map((party) => [
      party,
      Object.fromEntries(facts.filter((each) => each.party === party).map(({ field, value }) => [field, value])),
    ]),
  );
}

interface FormField {
  readonly party: string;
  readonly code: string;
  readonly fixed: { readonly value: unknown } | null;
}

/** The form with what answers and accepted documents leave of its fields, where the citizen wrote nothing. */
export function filledIn(form: FormValue, fields: ReadonlyArray<FormField>, told: FormValue): FormValue {
  const parties = Object.entries(form);
  if (parties.some(([, values]) => typeof values !== 'object' || values === null)) return form;
  const known = fields.flatMap(({ party, code, fixed }) => {
    const value = own(own(told, party), code) ?? fixed?.value;
    return value === undefined ? [] : [{ party, code, value }];
  });
  const concerned = [...new Set([...parties.map(([party]) => party), ...known.map(({ party }) => party)])];
  return Object.fromEntries(
    concerned.map((party) => {
      const values = known.filter((each) => each.party === party).map(({ code, value }) => [code, value] as const);
      return [party, { ...Object.fromEntries(values), ...own(form, party) }];
    }),
  );
}

/** What is written otherwise than the documents tell that the same citizen accepted. */
export function contradictionsOfTold(
  form: FormValue,
  told: FormValue,
  titleOf: (path: ReadonlyArray<string>) => Refusal['message'],
  reason: Refusal['message'],
): ReadonlyArray<Refusal> {
  return Object.entries(told).flatMap(([party, values]) =>
    Object.entries(values).flatMap(([element, value]) => {
      const written = own(own(form, party), element);
      if (written === undefined || written === value) return [];
      return [
        refuse('FIELD_CONTRADICTED', { path: ['form', party, element] }, { field: titleOf([party, element]), reason }),
      ];
    }),
  );
}

interface Answer {
  readonly question: string;
  readonly value: unknown;
  readonly toldBy?: string | null;
}

/** Answers that are said to be a source's and that none gave, or gave about somebody else. `shown`: the caller's requests by id. */
export function untoldRefusals(
  answers: ReadonlyArray<Answer>,
  shown: ReadonlyMap<string, ShownEvidence>,
  now: { readonly lifeEvent: string; readonly region: string; readonly people: ReadonlyArray<ToldPerson> },
): ReadonlyArray<Refusal> {
  const find = (people: ReadonlyArray<ToldPerson>, party: string) => people.find((each) => each.party === party);
  return answers.flatMap(({ question, value, toldBy }, index) => {
    if (toldBy == null) return [];
    const request = shown.get(toldBy);
    const told =
      request?.lifeEvent === now.lifeEvent &&
      request.region === now.region &&
      accepted(request).some(
        (item) =>
          item.question === question &&
          item.answer === value &&
          item.document.parties.every(
            (party) => samePerson(find(request.people, party), find(now.people, party)) !== 'OTHER',
          ),
      );
    return told ? [] : [refuse('ANSWER_NOT_TOLD', { path: ['answers', String(index)] })];
  });
}
