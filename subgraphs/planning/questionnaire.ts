import { byCode } from '../language/canonical.ts';
import { evaluate, type Question } from '../language/conditions.ts';
import type { Expansion } from './expansion.ts';
import type { NameParty } from './party-names.ts';
import { titleOf } from './reasons.ts';
import type { Understood } from './situation.ts';
import type { KnowingSource, PlanInput, Questionnaire, Situation } from './types.ts';

/** How many questions are open, were answered by the citizen, were answered by sources in their place, and followed from fields. */
export function questionnaireOf(
  { answers }: Situation,
  { facts, unknown, derived }: Understood,
  open: number,
): Questionnaire {
  const told = new Set(answers.filter(({ toldBy }) => toldBy != null).map(({ question }) => question));
  const followed = new Set(derived.map(({ question }) => question));
  const answered = [...facts.answers.keys(), ...unknown].filter((code) => !followed.has(code));
  return {
    open,
    asked: answered.filter((code) => !told.has(code)).length,
    told: answered.filter((code) => told.has(code)).length,
    derived: followed.size,
  };
}

/** Who can be asked instead of the citizen: of each document the first source that is not refused, about one person. */
export function knowingSources(
  { knownBy = [] }: Question,
  { basis }: PlanInput,
  { facts, refusedSources }: Understood,
  { binder }: Expansion,
  nameParty: NameParty,
): ReadonlyArray<KnowingSource> {
  return knownBy.flatMap(({ documentType: code, subject, field, answers }): ReadonlyArray<KnowingSource> => {
    const documentType = basis.documentTypes.find((each) => each.code === code);
    const [source] = [...(documentType?.sources ?? [])]
      .filter(
        (each) =>
          each.provider !== undefined && !refusedSources.has(each.code) && evaluate(each.condition, facts) !== 'FALSE',
      )
      .sort((a, b) => byCode(a.code, b.code));
    const [party, ...others] = binder.partiesOf(subject);
    if (!documentType || source?.provider === undefined || party === undefined || others.length > 0) return [];
    const title = titleOf({ documentType, parties: [party], spec: null, photo: null }, nameParty);
    const { provider, requiresConsent } = source;
    return [
      {
        source: source.code,
        provider,
        requiresConsent,
        documentType: code,
        party,
        field,
        answers: answers ?? null,
        title,
      },
    ];
  });
}
