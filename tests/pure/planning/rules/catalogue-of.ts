import type { Calendar } from '../../../../subgraphs/language/calendar.ts';
import type { Condition, Question } from '../../../../subgraphs/language/conditions.ts';
import type { Localized } from '../../../../subgraphs/language/text.ts';
import type { SpecialProcedure, TimeLimit } from '../../../../subgraphs/language/time-limit.ts';
import { buildPlan, type Plan, type PlanInput } from '../../../../subgraphs/planning/index.ts';
import type {
  AcceptanceCondition,
  BenefitAmount,
  DocumentType,
  EvidenceUse,
  FormField,
  GroupChoice,
  MatterAnswer,
  MatterWait,
  Output,
  PlanningBasis,
  Requirement,
  ResultValidity,
  RoleDefinition,
  RowOverride,
  Situation,
  Source,
} from '../../../../subgraphs/planning/types.ts';

/** Small catalogues written by hand, one for each case: only what a case is about is said. */
export interface CatalogueOf {
  readonly matters: Readonly<Record<string, MatterOf>>;
  readonly groups?: Readonly<Record<string, GroupChoice>>;
  /** Types that are more than a code; any other code is a type that each holds, without a source. */
  readonly types?: Readonly<Record<string, Partial<DocumentType>>>;
  readonly roles?: ReadonlyArray<RoleDefinition>;
  readonly questions?: Readonly<Record<string, Partial<Question>>>;
  readonly rules?: PlanningBasis['rules'];
  readonly bindings?: PlanningBasis['bindings'];
  readonly promisedDays?: number;
  readonly calendar?: Calendar;
  /** The catalogue's word about who makes what, where it is not that of the matters. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly parties?: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly held?: Situation['held'];
  readonly refused?: ReadonlyArray<string>;
  readonly commitments?: ReadonlyArray<string>;
  /** A Tuesday, unless a case wants another day. */
  readonly today?: string;
  readonly nodeBudget?: number;
  readonly revision?: string;
}
export interface MatterOf {
  readonly rows?: Readonly<Record<string, RowOf>>;
  readonly makes?: ReadonlyArray<Output>;
  readonly fields?: ReadonlyArray<FormField>;
  readonly limit?: TimeLimit;
  readonly statutory?: TimeLimit;
  readonly procedures?: ReadonlyArray<SpecialProcedure>;
  readonly visits?: number;
  readonly channels?: ReadonlyArray<string>;
  readonly when?: Condition;
  readonly repeatedFor?: string;
  readonly exclusiveGroup?: string;
  readonly restsOn?: ReadonlyArray<string>;
  readonly overrides?: ReadonlyArray<RowOverride>;
  readonly waits?: ReadonlyArray<MatterWait>;
  /** Of all that it makes. */
  readonly validity?: ResultValidity;
  readonly pays?: ReadonlyArray<BenefitAmount>;
  /** Conditions of acceptance by code. */
  readonly accepts?: Readonly<
    Record<string, Condition | (Partial<AcceptanceCondition> & Pick<AcceptanceCondition, 'condition'>)>
  >;
  readonly department?: string;
  /** The whole answer, or this part of it, is missing. */
  readonly silent?: true | 'requirements' | 'results' | 'formFields' | 'acceptance' | 'benefits';
}
export type RowOf =
  | ReadonlyArray<EvidenceUse>
  | (Partial<Omit<Requirement, 'options'>> & { readonly options: Options });
type Options = ReadonlyArray<
  ReadonlyArray<EvidenceUse> | { readonly when: Condition; readonly uses: ReadonlyArray<EvidenceUse> }
>;

export const text = (code: string): Localized => ({ zh: `名${code}`, en: `name ${code}` });

export const use = (documentType: string, subject: string, more: Partial<EvidenceUse> = {}): EvidenceUse => ({
  documentType: { code: documentType },
  subject,
  spec: null,
  use: 'INSPECT',
  copies: 0,
  minimumTrust: 'D',
  maximumAgeDays: null,
  ...more,
});
/** Any one option is enough. */
export const anyOf = (...options: Options): RowOf => ({ options });
export const when = (condition: Condition, ...uses: ReadonlyArray<EvidenceUse>): RowOf => ({
  condition,
  options: [uses],
});
export const made = (documentType: string, subject: string, spec: string | null = null): Output => ({
  documentType,
  subject,
  spec,
});
export const source = (code: string, more: Partial<Source> = {}): Source => ({
  code,
  name: text(code),
  method: 'DATA_VERIFICATION',
  requiresConsent: true,
  ...more,
});
export const field = (code: string, subject: string, more: Partial<FormField> = {}): FormField => ({
  code,
  subject,
  titles: text(code),
  required: true,
  sensitive: false,
  condition: null,
  schema: { type: 'string' },
  ...more,
});
export const days = (amount: number): TimeLimit => ({ amount, unit: 'WORKING_DAY' });
/** So much, once. */
export const pays = (amountFen: number, condition: Condition | null = null): BenefitAmount => ({
  amountFen,
  condition,
  per: 'ONCE',
});
export const is = (question: string, equals: boolean | string = true): Condition => ({ question, equals });

const role = (code: string, members?: ReadonlyArray<string>): RoleDefinition => ({
  code,
  name: text(code),
  ...(members ? { members } : {}),
});
/** Order of the roles is the order of the one form. */
const usualRoles = [
  role('CHILD'),
  role('MOTHER'),
  role('FATHER'),
  role('PARENTS', ['MOTHER', 'FATHER']),
  role('APPLICANT'),
  role('AGENT'),
  role('GUARDIAN'),
  role('HEIR'),
];

export function inputOf(catalogue: CatalogueOf): PlanInput {
  const matters = Object.entries(catalogue.matters);
  const codes = new Set<string>(Object.keys(catalogue.types ?? {}));
  for (const [, matter] of matters) {
    for (const row of Object.values(matter.rows ?? {}))
      for (const option of optionsOf(row)) for (const each of option.uses) codes.add(each.documentType.code);
    for (const output of matter.makes ?? []) codes.add(output.documentType);
  }
  const departmentOf = (code: string, matter: MatterOf): string => matter.department ?? `d-${code}`;
  return {
    basis: {
      revision: catalogue.revision ?? '1',
      event: 'event',
      region: '330381000000',
      title: text('event'),
      promisedDays: catalogue.promisedDays ?? null,
      members: matters.map(([code, matter]) => ({
        matter: code,
        department: departmentOf(code, matter),
        title: text(code),
        condition: matter.when ?? null,
        exclusiveGroup: matter.exclusiveGroup ?? null,
        repeatedFor: matter.repeatedFor ?? null,
        produces: matter.makes ?? [],
        ...(matter.accepts ? { acceptance: acceptanceOf(matter) } : {}),
        ...(matter.restsOn ? { restsOn: matter.restsOn } : {}),
        ...(matter.pays ? { benefits: matter.pays } : {}),
        ...(matter.overrides ? { overrides: matter.overrides } : {}),
      })),
      ...(catalogue.groups
        ? {
            groups: Object.entries(catalogue.groups).map(([code, choose]) => ({
              code,
              choose,
              reasons: text(`group ${code}`),
              legalBasis: { title: `law ${code}`, article: null, documentNumber: null },
            })),
          }
        : {}),
      questions: Object.entries(catalogue.questions ?? {}).map(
        ([code, more]): Question => ({ code, text: text(code), kind: 'BOOLEAN', options: [], ...more }),
      ),
      ...(catalogue.rules ? { rules: catalogue.rules } : {}),
      bindings: catalogue.bindings ?? {},
      roles: catalogue.roles ?? usualRoles,
      departments: [...new Set(matters.map(([code, matter]) => departmentOf(code, matter)))].map((code) => ({
        code,
        name: text(code),
      })),
      documentTypes: [...codes].map((code) => ({
        code,
        name: text(code),
        holding: 'EACH',
        sources: [],
        ...catalogue.types?.[code],
      })),
      calendar: catalogue.calendar ?? { holidays: [], workdays: [], years: [2026, 2027] },
    },
    matterCodes: matters.map(([code]) => code),
    matters: matters.map(([code, matter]) => (matter.silent === true ? null : answerOf(code, matter))),
    situation: {
      answers: Object.entries(catalogue.answers ?? {}).map(([question, value]) => ({ question, value })),
      parties: Object.entries(catalogue.parties ?? {}).map(([id, roles]) => ({ id, roles })),
      refusedSources: catalogue.refused ?? [],
      held: catalogue.held ?? [],
      commitments: catalogue.commitments ?? [],
    },
    today: catalogue.today ?? '2026-11-24',
    ...(catalogue.nodeBudget === undefined ? {} : { nodeBudget: catalogue.nodeBudget }),
  };
}

function acceptanceOf({ accepts = {} }: MatterOf): ReadonlyArray<AcceptanceCondition> {
  return Object.entries(accepts).map(([code, said]) => ({
    code,
    subject: null,
    reasons: text(`reason ${code}`),
    legalBasis: { title: `law ${code}`, article: null, documentNumber: null },
    alternatives: null,
    alternativeMatter: null,
    ...('condition' in said ? said : { condition: said }),
  }));
}

function optionsOf(row: RowOf): Requirement['options'] {
  const options: Options = 'options' in row ? row.options : [row];
  return options.map((option) =>
    'uses' in option ? { condition: option.when, uses: option.uses } : { condition: null, uses: option },
  );
}

function answerOf(code: string, matter: MatterOf): MatterAnswer {
  const answer: MatterAnswer = {
    code,
    visits: matter.visits ?? 1,
    ...(matter.channels ? { channels: matter.channels } : {}),
    promisedLimit: matter.limit ?? null,
    statutoryLimit: matter.statutory ?? null,
    specialProcedures: matter.procedures ?? [],
    requirements: Object.entries(matter.rows ?? {}).map(
      ([row, said]): Requirement => ({
        code: row,
        names: { zh: `row ${row}`, en: `row ${row}` },
        necessity: 'REQUIRED',
        condition: null,
        declaredSource: null,
        deferral: null,
        commitment: null,
        legalBasis: null,
        ...('options' in said ? said : {}),
        options: optionsOf(said),
      }),
    ),
    ...(matter.waits ? { waits: matter.waits } : {}),
    results: (matter.makes ?? []).map((output) => ({
      ...output,
      documentType: { code: output.documentType },
      ...(matter.validity ? { validity: matter.validity } : {}),
    })),
    formFields: matter.fields ?? [],
    acceptance: acceptanceOf(matter),
    benefits: matter.pays ?? [],
  };
  return matter.silent === undefined || matter.silent === true ? answer : { ...answer, [matter.silent]: null };
}

export const planOf = (catalogue: CatalogueOf): Plan => buildPlan(inputOf(catalogue));

/** Ids of the lines, in the plan's order. */
export const list = (plan: Plan): ReadonlyArray<string> => plan.materials.map(({ id }) => id);
/** Row → its fate and what it points to. */
export const fates = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    plan.account.map((row) => [
      row.party === null ? row.requirement : `${row.requirement} ${row.party}`,
      [row.fate, row.material ?? row.producedBy ?? row.source].filter((part) => part !== null).join(' '),
    ]),
  );
export const stages = (plan: Plan): Readonly<Record<string, number>> =>
  Object.fromEntries(
    plan.steps.map((step) => [step.party === null ? step.matter : `${step.matter} ${step.party}`, step.stage]),
  );
export const problems = (plan: Plan): ReadonlyArray<string> =>
  plan.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
export const open = (plan: Plan): ReadonlyArray<string> => plan.openQuestions.map(({ question }) => question);
export function line(plan: Plan, id: string): Plan['materials'][number] {
  const found = plan.materials.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not on the list: ${list(plan).join(', ')}`);
  return found;
}
