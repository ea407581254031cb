import type { PartyRole } from '../../../language/conditions.ts';
import type { Catalogue } from '../../catalogue.ts';
import { samePartyQuestions } from '../../link/same-party.ts';
import { type KnownMember, knownMembers, questionsAsked } from '../../members.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile } from '../../shapes.ts';

/**
 * 一件事向两个角色要同一种材料或同一项信息，却无从得知两者是否同一人。
 * An event asks two roles for the same document or field, and nothing tells whether they are one person.
 *
 * @why 两者其实是同一人时，申请人要把同一份材料交两次、同一项信息填两次。
 * Where they are one, a citizen supplies one document twice and fills in one field twice.
 * @mend 可能是同一人的，在角色中写明 mayBe，系统会自动询问；绝不会是的，写明 neverIs；由这件事或问题决定的，写明 bindings 或 binds。
 * Say `mayBe` of a role that may be the other, and it is asked; `neverIs` of one that never is; or let the event's `bindings` or a question's `binds` tell it.
 * @source subgraphs/planning/PLANNING.md: Roles first
 */
export const rule: Rule = {
  code: 'ROLES_NOT_TOLD_APART',
  severity: 'warning',
  whole: true,
  *find(catalogue) {
    const areToldApart = createAreToldApart(catalogue);
    const seen = new Set<string>();
    for (const { file, value: event } of catalogue.lifeEvents) {
      const members = knownMembers(event, catalogue);
      const bound = boundRoles(event, members, catalogue);
      for (const { one, other, what, index } of alike(members, catalogue)) {
        const pair = [one, other].sort().join(' ');
        if (seen.has(pair) || bound.has(one) || bound.has(other) || areToldApart(one, other)) continue;
        seen.add(pair);
        yield {
          file,
          at: ['members', index, 'matter'],
          message: {
            zh: `向 ${one} 和 ${other} 都要“${what}”，无从得知两者是否同一人。`,
            en: `"${what}" is asked of ${one} and of ${other}, and nothing tells whether they are one person.`,
          },
          mend: {
            zh: `请在角色 ${other} 中写明 mayBe: [{ role: ${one} }] 或 neverIs: [${one}]。`,
            en: `Say mayBe: [{ role: ${one} }] or neverIs: [${one}] of the role ${other}.`,
          },
        };
      }
    }
  },
};

function createAreToldApart({ roles: files }: Catalogue): (one: PartyRole, other: PartyRole) => boolean {
  const roles = files.flatMap(({ value }) => value.roles);
  const told = new Set<string>();
  const tell = (one: PartyRole, other: PartyRole): void => {
    told.add(`${one} ${other}`).add(`${other} ${one}`);
  };
  for (const { same } of samePartyQuestions(files)) if (same) tell(same.role, same.as);
  for (const { code, members = [], neverIs = [] } of roles) {
    for (const other of neverIs) tell(code, other);
    // Those of a group are several.
    for (const member of members) for (const other of members) tell(member, other);
  }
  return (one, other) => told.has(`${one} ${other}`);
}

/** Roles that the event itself, or a question that it asks, says who has. */
function boundRoles(
  event: LifeEventFile,
  members: ReadonlyArray<KnownMember>,
  catalogue: Catalogue,
): ReadonlySet<PartyRole> {
  const asked = [...questionsAsked(event, members, catalogue)].flatMap(
    (code) => catalogue.questionOf.get(code)?.options ?? [],
  );
  return new Set([...Object.keys(event.bindings ?? {}), ...asked.flatMap(({ binds }) => Object.keys(binds ?? {}))]);
}

interface Alike {
  readonly one: PartyRole;
  readonly other: PartyRole;
  readonly what: string;
  /** Of the member that asks the second. */
  readonly index: number;
}

/** Two roles that the event asks for one kind of document in one variant, or for one field. */
function* alike(members: ReadonlyArray<KnownMember>, { documentTypes, roles }: Catalogue): Iterable<Alike> {
  const groups = new Map(
    roles.flatMap(({ value }) => value.roles.map((role) => [role.code, role.members ?? [role.code]])),
  );
  const forms = new Set(
    documentTypes.flatMap(({ value }) =>
      (value.sources ?? []).filter(({ method }) => method === 'GENERATED_FORM').map(({ code }) => code),
    ),
  );
  const types = new Map(
    documentTypes.flatMap(({ value }) => value.documentTypes ?? []).map((type) => [type.code, type]),
  );
  const asked = new Map<string, Set<PartyRole>>();
  for (const { index, content } of members) {
    const uses = content.requirements.flatMap(({ options }) => options.flatMap((option) => option.uses));
    const documents = uses
      .map(({ documentType, spec, subject }) => ({ type: types.get(documentType.code), spec, subject }))
      .filter(({ type }) => type && !type.sources?.some((source) => forms.has(source)))
      .map(({ type, spec, subject }) => ({ key: `${type?.code} ${spec ?? ''}`, what: type?.name.zh ?? '', subject }));
    const fields = content.formFields.map(({ code, titles, subject }) => ({
      key: `${code}\n`,
      what: titles.zh,
      subject,
    }));
    for (const { key, what, subject } of [...documents, ...fields]) {
      const before = asked.get(key) ?? new Set();
      asked.set(key, before);
      for (const other of groups.get(subject) ?? []) {
        for (const one of before) if (one !== other) yield { one, other, what, index };
        before.add(other);
      }
    }
  }
}
