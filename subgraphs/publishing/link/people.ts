import type { PartyRole, Question } from '../../language/conditions.ts';
import type { EvidenceOption, PersonKind, RoleDefinition } from '../../planning/types.ts';
import type { Catalogue } from '../catalogue.ts';
import type { MatterContent } from '../published.ts';
import { samePartyQuestions } from './same-party.ts';

/** Roles as the plan knows them; which may be which is asked by questions. */
export function linkRoles(files: Catalogue['roles']): ReadonlyArray<RoleDefinition> {
  return files.flatMap(({ value }) => value.roles.map(({ mayBe: _asked, ...role }) => role));
}

export function linkKinds(files: Catalogue['roles']): ReadonlyArray<PersonKind> {
  return files.flatMap(({ value }) =>
    (value.kinds ?? []).map(({ code, name, lacks }) => ({
      code,
      name,
      lacks: lacks.map(({ type, instead }) => ({ documentType: type, instead: instead ?? null })),
    })),
  );
}

/** What an event asks of its parties: which roles its rows, results and forms name, and for whom which documents. */
export interface PeopleConcerned {
  readonly roles: ReadonlySet<PartyRole>;
  readonly documents: ReadonlyMap<PartyRole, ReadonlySet<string>>;
}

/** A group's are each of its members'. */
export function peopleConcerned(
  contents: ReadonlyArray<MatterContent>,
  instead: ReadonlyArray<EvidenceOption>,
  files: Catalogue['roles'],
): PeopleConcerned {
  const members = new Map(files.flatMap(({ value }) => value.roles).map((role) => [role.code, role.members ?? []]));
  const each = (role: PartyRole): ReadonlyArray<PartyRole> => [role, ...(members.get(role) ?? [])];
  const roles = new Set<PartyRole>();
  const documents = new Map<PartyRole, Set<string>>();
  const options = [...instead, ...contents.flatMap(({ requirements }) => requirements.flatMap((row) => row.options))];
  for (const { subject, documentType } of options.flatMap(({ uses }) => uses))
    for (const role of each(subject)) {
      roles.add(role);
      documents.set(role, (documents.get(role) ?? new Set()).add(documentType.code));
    }
  for (const { subject } of contents.flatMap(({ results, formFields }) => [...results, ...formFields]))
    for (const role of each(subject)) roles.add(role);
  return { roles, documents };
}

/** Questions about who people are that an event asks, beside those that its conditions name. */
export function questionsOfPeople(
  { roles, documents }: PeopleConcerned,
  { questionOf, roles: files }: Catalogue,
  named: ReadonlySet<string>,
  bindings: Readonly<Record<PartyRole, unknown>>,
): ReadonlySet<string> {
  const kinds = new Map(linkKinds(files).map((kind) => [kind.code, kind]));
  const told = new Set([
    ...Object.keys(bindings),
    ...[...named].flatMap((code) =>
      (questionOf.get(code)?.options ?? []).flatMap(({ binds }) => Object.keys(binds ?? {})),
    ),
  ]);
  const pairs = samePartyQuestions(files).filter(
    ({ same }) => same && roles.has(same.role) && roles.has(same.as) && !told.has(same.role),
  );
  /** Whoever they may be in the event besides. */
  const alsoAs = (role: PartyRole): ReadonlyArray<PartyRole> => [
    role,
    ...pairs.flatMap(({ same }) => (same?.role === role ? [same.as] : same?.as === role ? [same.role] : [])),
  ];
  const makesSomebodyLack = ({ options }: Question): boolean =>
    options.some(({ makes }) =>
      Object.entries(makes ?? {}).some(([role, kind]) =>
        kinds
          .get(kind)
          ?.lacks.some(({ documentType }) => alsoAs(role).some((each) => documents.get(each)?.has(documentType))),
      ),
    );
  return new Set([
    ...pairs.map(({ code }) => code),
    ...[...questionOf.values()].filter(makesSomebodyLack).map(({ code }) => code),
  ]);
}
