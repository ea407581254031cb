import type { Question } from '../../language/conditions.ts';
import type { Entry } from '../catalogue.ts';
import type { RolesFile } from '../shapes.ts';
import { yesOrNo } from './questions.ts';

/** Of every two roles that may be one party the question whether they are, in the order of the files: each pair once. */
export function samePartyQuestions(files: ReadonlyArray<Pick<Entry<RolesFile>, 'value'>>): ReadonlyArray<Question> {
  const roles = files.flatMap(({ value }) => value.roles);
  const named = new Map(roles.map(({ code, name }) => [code, name]));
  const seen = new Set<string>();
  return roles.flatMap(({ code: role, name, mayBe = [] }) =>
    mayBe.flatMap(({ role: as, text }): Question[] => {
      const other = named.get(as);
      const pair = [role, as].sort().join(' ');
      if (!other || role === as || seen.has(pair)) return [];
      seen.add(pair);
      return [
        {
          code: samePartyCode(role, as),
          kind: 'BOOLEAN',
          text: text ?? {
            zh: `${name.zh}与${other.zh}是同一人吗？`,
            en: `Are the ${name.en} and the ${other.en} one and the same?`,
          },
          options: yesOrNo,
          condition: null,
          same: { role, as },
        },
      ];
    }),
  );
}

/** `DOCTOR`, `OPERATOR`: `doctor-is-operator`. */
export function samePartyCode(role: string, as: string): string {
  return `${role}-is-${as}`.toLowerCase().replaceAll('_', '-');
}
