import { byCode, canonicalJson, digest } from '../language/canonical.ts';
import { RULES } from '../language/facts.ts';
import { WORDS } from '../language/form-words.ts';
import type { HeldDocument, MatterAnswer, Plan, PlanInput } from './types.ts';

/**
 * A hash over the situation and what was shown and would be filed, as codes and numbers: names and titles follow from the codes. Not
 * over what it was computed from, which is ten times as much: what changes nothing here outdates no plan, be it a publication,
 * midnight, or a word in a department's wording. Lists of values in a decided order, so that equal plans give equal bytes.
 */
export function planId(input: PlanInput, plan: Omit<Plan, 'id'>): string {
  const { event, region } = input.basis;
  const { situation } = input;
  const limits = new Map(
    (input.matters ?? []).flatMap((matter) => (matter ? [[matter.code, limitsOf(matter)] as const] : [])),
  );
  // Native serialisation: every list here is in an order that the core decided, and schemas stand as departments answered them.
  const shown = JSON.stringify([
    [event, region],
    [
      // What follows from a field is as good as said: the day of birth is not in it, how long ago that is.
      inOneOrder([...situation.answers, ...plan.derivedAnswers]),
      // Without their names, which are text: a name that is given later outdates no plan.
      inOneOrder(situation.parties.map(({ id, roles }) => ({ id, roles }))),
      [...situation.refusedSources].sort(byCode),
      inOneOrder(situation.held.map(asSaid)),
      [...situation.commitments].sort(byCode),
    ],
    plan.missing,
    plan.problems.map((problem) => problem.code),
    plan.openQuestions.map((open) => open.question),
    plan.materials.map((line) => [
      line.id,
      line.showOriginal,
      line.handIn,
      line.copies,
      line.minimumTrust,
      line.maximumAgeDays,
      line.deferrable,
      line.dueInWorkingDays,
      line.neededBy,
      line.dependsOn,
      line.alternatives,
    ]),
    plan.account.map((row) => [
      row.matter,
      row.requirement,
      row.party,
      row.fate,
      row.material,
      row.producedBy,
      row.source,
    ]),
    plan.form.fields.map((field) => [
      field.party,
      field.code,
      field.required,
      field.sensitive,
      field.receivedBy,
      field.prefilledFrom,
    ]),
    ...untitled(plan.form.schema),
    // What days are counted from, and not the days: natural ones hold another number of working days tomorrow.
    plan.steps.map((step) => [
      limits.get(step.matter) ?? null,
      ...step.waits.map(({ code, limit, since }) => [code, limit.amount, limit.unit, since]),
    ]),
    plan.sources.map((source) => [source.code, source.requiresConsent]),
    plan.filings.map((filing) => [
      filing.matter,
      filing.department,
      filing.party,
      filing.stage,
      filing.after,
      filing.questions,
      filing.rows.map((row) => [
        row.requirement,
        row.fate,
        row.materials,
        row.sources,
        row.shared.map(({ title: _title, ...document }) => document),
      ]),
      filing.consumes.map((use) => [use.documentType, use.parties, use.spec, use.filing]),
      filing.parties,
    ]),
    ...(plan.refusals.length === 0
      ? []
      : [plan.refusals.map((refusal) => [refusal.matter, refusal.condition, refusal.parties])]),
  ]);
  return digest(shown).slice(0, 40);
}

function limitsOf({ promisedLimit, statutoryLimit, specialProcedures }: MatterAnswer): ReadonlyArray<unknown> {
  const limit = promisedLimit ?? statutoryLimit;
  return [
    limit && [limit.amount, limit.unit],
    ...(specialProcedures ?? []).map((each) => [each.code, each.limit.amount, each.limit.unit, each.stopsClock]),
  ];
}

/** A form's schema without what its parties are called, without rules, which follow from the answers, and without words of the catalogue. */
function untitled({
  properties,
  [RULES]: _rules,
  [WORDS]: _words,
  ...schema
}: Plan['form']['schema']): ReadonlyArray<unknown> {
  const parties = Object.entries(properties as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  return [schema, parties.map(([party, { title: _title, description: _description, ...own }]) => [party, own])];
}

/** Alike however what is not said of it is left out. */
function asSaid({ documentType, subject, party, spec, trust, issuedOn, expiresOn, licence }: HeldDocument) {
  const said = { subject, party, spec, issuedOn, expiresOn, licence };
  return { documentType, trust, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value != null)) };
}

/** As canonical texts: what the citizen said comes in any order. */
function inOneOrder(list: ReadonlyArray<unknown>): ReadonlyArray<string> {
  return list.map(canonicalJson).sort(byCode);
}
