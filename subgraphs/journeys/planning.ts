import { type FormWords, WORDS } from '../language/form-words.ts';
import { type Language, type Localized, localized } from '../language/text.ts';
import { formIn } from '../planning/index.ts';
import type {
  AccountRow,
  HeldDocument,
  MatterAnswer,
  OneForm,
  OneFormField,
  Plan,
  PlanInput,
  PlannedMaterial,
  PlannedQuestion,
  PlannedRefusal,
  PlanningBasis,
  PlanStep,
  PlanWarning,
  Problem,
  Situation,
  TrustGrade,
} from '../planning/types.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import { type UsedLicence, usedLicences } from './domain/own-licences.ts';
import { documentsInVault, heldDocuments } from './held-licences.ts';
import { type PlanWith, planFromVault } from './plan-from-vault.ts';
import type { Planner } from './planner.ts';
import type { Vault } from './vault.ts';

/** What the gateway gathered of an event: the representation that `@requires` brings. */
export interface GatheredEvent {
  readonly code: string;
  readonly region: string;
  readonly matterCodes?: ReadonlyArray<string> | null;
  readonly planningBasis?: PlanningBasis | null;
  readonly matters?: ReadonlyArray<MatterAnswer | null> | null;
}
export interface PlanArguments {
  readonly answers?: Situation['answers'] | null;
  readonly parties?: Situation['parties'] | null;
  readonly refusedSources?: ReadonlyArray<string> | null;
  readonly held?: ReadonlyArray<HeldInput> | null;
  readonly commitments?: ReadonlyArray<string> | null;
  readonly facts?: Situation['facts'] | null;
  /** Whether what of the caller's vault serves is planned with too. */
  readonly fromVault?: boolean | null;
}
/** A document that the citizen says they hold. */
export type HeldInput = Omit<HeldDocument, 'trust'> & { readonly trust?: TrustGrade | null };

interface Texts {
  readonly language?: Language;
}
/** What planning needs of a request. */
export interface PlanningContext {
  readonly pin: Pin;
  readonly planner: Planner;
  readonly vault: Vault;
  readonly identity: Identity | null;
  /** Tells apart who asks; nobody's name. */
  readonly caller: string;
}

/** What an event's plan is made from, for one situation. */
export function planInputOf(
  event: Pick<GatheredEvent, 'matterCodes' | 'planningBasis' | 'matters'>,
  args: Omit<PlanArguments, 'held'>,
  held: ReadonlyArray<HeldDocument>,
  today: string,
): PlanInput {
  const { planningBasis: basis, matterCodes, matters } = event;
  if (!basis || !matterCodes) {
    throw refusal('CATALOGUE_UNAVAILABLE');
  }
  return {
    basis,
    matterCodes,
    matters: matters ?? null,
    situation: {
      answers: args.answers ?? [],
      parties: args.parties ?? [],
      refusedSources: args.refusedSources ?? [],
      held,
      commitments: args.commitments ?? [],
      facts: args.facts ?? [],
    },
    today,
  };
}

export const matterReference = (code: string) => ({ __typename: 'Matter', code });
const coded = (codes: ReadonlyArray<string>) => codes.map((code) => ({ code }));
const matterReferences = (codes: ReadonlyArray<string>) => codes.map(matterReference);

/** A row or line of a plan, with the plan it belongs to. */
interface In<T> {
  readonly plan: Plan;
  readonly value: T;
}
const within = <T>(plan: Plan, values: ReadonlyArray<T>): ReadonlyArray<In<T>> =>
  values.map((value) => ({ plan, value }));
/** Resolvers that answer members of the value as they are. */
const same = (...names: ReadonlyArray<string>) =>
  Object.fromEntries(names.map((name) => [name, ({ value }: In<Record<string, unknown>>) => value[name]]));

interface Worded {
  readonly hint: Localized | null;
  readonly group: Localized | null;
}
function wordsIn(schema: OneForm['schema'], element: string): Worded {
  const words = schema[WORDS] as FormWords | undefined;
  const group = words?.groups.find(({ elements }) => elements.includes(element));
  return { hint: words?.elements[element]?.hint ?? null, group: group?.title ?? null };
}

const worded = (schema: OneForm['schema'], fields: ReadonlyArray<OneFormField>) =>
  fields.map((field) => ({ ...field, ...wordsIn(schema, field.code) }));

export const planResolvers: Resolvers = {
  LifeEvent: {
    __resolveReference: (event: GatheredEvent) => event,
    plan: async (
      event: GatheredEvent,
      args: PlanArguments,
      { pin, planner, caller, vault, identity }: PlanningContext,
    ) => {
      const { documentTypes = [] } = event.planningBasis ?? {};
      const { held, problems } = await heldDocuments(vault, identity, args.held ?? [], { documentTypes });
      const planWith: PlanWith = (more) => planner.plan(planInputOf(event, args, [...held, ...more], pin.date), caller);
      const plan = args.fromVault
        ? await planFromVault(planWith, await documentsInVault(vault, identity, args, { documentTypes }, pin.date))
        : await planWith([]);
      return problems.length === 0 ? plan : { ...plan, problems: [...plan.problems, ...problems] };
    },
    planningInput: ({ planningBasis, matterCodes, matters }: GatheredEvent) => ({
      basis: planningBasis,
      matterCodes,
      matters,
    }),
  },
  Plan: {
    missing: ({ missing }: Plan) => matterReferences(missing),
    openQuestions: ({ openQuestions, form }: Plan) =>
      openQuestions.map((open) => ({ ...open, answeredBy: worded(form.schema, open.answeredBy) })),
    derivedAnswers: ({ derivedAnswers }: Plan) =>
      derivedAnswers.map(({ question, value }) => ({ question: { code: question }, value })),
    materials: (plan: Plan) => within(plan, plan.materials),
    account: (plan: Plan) => within(plan, plan.account),
    licences: (plan: Plan) => within(plan, usedLicences(plan)),
    steps: ({ steps }: Plan) => steps,
    sources: ({ sources }: Plan) => coded(sources.map(({ code }) => code)),
    criticalPath: ({ criticalPath }: Plan) => ({ ...criticalPath, matters: matterReferences(criticalPath.matters) }),
  },
  PlanRefusal: {
    matter: ({ matter }: PlannedRefusal) => matterReference(matter),
    who: ({ who }: PlannedRefusal, { language }: Texts) => who && localized(who, language),
    reason: ({ reason }: PlannedRefusal, { language }: Texts) => localized(reason, language),
    alternative: ({ alternative }: PlannedRefusal, { language }: Texts) =>
      alternative && localized(alternative, language),
    alternativeMatter: ({ alternativeMatter }: PlannedRefusal) =>
      alternativeMatter && matterReference(alternativeMatter),
    dependsOn: ({ dependsOn }: PlannedRefusal) => coded(dependsOn),
  },
  OpenQuestion: {
    question: ({ question }: PlannedQuestion) => ({ code: question }),
    knownBy: ({ knownBy }: PlannedQuestion) => coded([...new Set(knownBy.map(({ source }) => source))]),
  },
  Material: {
    ...same(
      'id',
      'subjects',
      'parties',
      'party',
      'spec',
      'photo',
      'apart',
      'showOriginal',
      'handIn',
      'copies',
      'minimumTrust',
      'maximumAgeDays',
      'deferrable',
      'dueInWorkingDays',
    ),
    documentType: ({ value }: In<PlannedMaterial>) => ({ code: value.documentType }),
    title: ({ value }: In<PlannedMaterial>, { language }: Texts) => localized(value.title, language),
    neededBy: ({ plan, value }: In<PlannedMaterial>) =>
      within(
        plan,
        value.neededBy.flatMap((index) => plan.account[index] ?? []),
      ),
    dependsOn: ({ value }: In<PlannedMaterial>) => coded(value.dependsOn),
    alternatives: ({ value }: In<PlannedMaterial>) => coded(value.alternatives),
  },
  UsedLicence: {
    ...same('licence', 'subject', 'party', 'parties', 'spec'),
    documentType: ({ value }: In<UsedLicence>) => ({ code: value.documentType }),
    title: ({ value }: In<UsedLicence>, { language }: Texts) => localized(value.title, language),
    rows: ({ plan, value }: In<UsedLicence>) =>
      within(
        plan,
        value.rows.flatMap((index) => plan.account[index] ?? []),
      ),
  },
  ApartMaterial: {
    reason: ({ reason }: PlannedMaterial['apart'][number], { language }: Texts) => localized(reason, language),
  },
  AccountRow: {
    ...same('requirement', 'party', 'fate', 'material', 'basis'),
    name: ({ value }: In<AccountRow>, { language }: Texts) => localized(value.names, language),
    matter: ({ value }: In<AccountRow>) => matterReference(value.matter),
    dependsOn: ({ value }: In<AccountRow>) => coded(value.dependsOn),
    producedBy: ({ value }: In<AccountRow>) => (value.producedBy === null ? null : matterReference(value.producedBy)),
    source: ({ value }: In<AccountRow>) => (value.source === null ? null : { code: value.source }),
    reason: ({ value }: In<AccountRow>, { language }: Texts) => localized(value.reason, language),
  },
  Form: {
    schema: (form: OneForm, { language }: Texts) => formIn(form, language),
    fields: ({ schema, fields }: OneForm) => worded(schema, fields),
  },
  OneFormField: {
    hint: ({ hint }: Worded, { language }: Texts) => hint && localized(hint, language),
    group: ({ group }: Worded, { language }: Texts) => group && localized(group, language),
    title: ({ titles }: OneFormField, { language }: Texts) => localized(titles, language),
    receivedBy: ({ receivedBy }: OneFormField) => matterReferences(receivedBy),
    prefilledFrom: ({ prefilledFrom }: OneFormField) => (prefilledFrom === null ? null : { code: prefilledFrom }),
    value: ({ fixed }: OneFormField) => fixed?.value ?? null,
    fixedBy: ({ fixed }: OneFormField) => (fixed?.question == null ? null : { code: fixed.question }),
  },
  Step: {
    matter: ({ matter }: PlanStep) => matterReference(matter),
    after: ({ after }: PlanStep) => matterReferences(after),
  },
  PlanWarning: {
    message: ({ message }: PlanWarning, { language }: Texts) => localized(message, language),
    matters: ({ matters }: PlanWarning) => matterReferences(matters),
  },
  Problem: { message: ({ message }: Problem, { language }: Texts) => localized(message, language) },
  WaitingPeriod: { title: ({ titles }: { titles: Localized }, { language }: Texts) => localized(titles, language) },
  SpecialProcedure: { title: ({ titles }: { titles: Localized }, { language }: Texts) => localized(titles, language) },
};
