import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath, SourceFile } from '../../source-file.ts';

/**
 * 角色与自己矛盾：组中包含自己、写明不会是自己、既可能是又不会是同一角色，或一件事让角色由自己担任。
 * A role contradicts itself: a group that is among its own members, a role that is never itself, one that may be and never is the same other, or an
 * event in which a role is played by itself, directly or by way of others.
 *
 * @why 无法知道该角色是谁：向其要的材料和字段没有人填。
 * Nobody can tell who is in the role: what is asked of it is asked of no one.
 * @mend 改正 members、mayBe、neverIs，或一件事的 bindings。
 * Correct members, mayBe and neverIs, or the event's bindings.
 * @source subgraphs/planning/PLANNING.md: Parties
 */
export const rule: Rule = {
  code: 'ROLE_CONTRADICTS_ITSELF',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, at, role } of contradictions(catalogue))
      yield {
        file,
        at,
        message: { zh: `角色 ${role} 与自己矛盾。`, en: `The role ${role} contradicts itself.` },
        mend: { zh: '请改正此处。', en: 'Correct it here.' },
      };
  },
};

interface Contradiction {
  readonly file: SourceFile;
  readonly at: NodePath;
  readonly role: string;
}

function* contradictions({ roles, eventFiles }: Catalogue): Iterable<Contradiction> {
  const members = new Map(roles.flatMap(({ value }) => value.roles.map((role) => [role.code, role.members ?? []])));
  for (const { file, value } of roles)
    for (const [index, { code: role, neverIs = [], mayBe = [] }] of value.roles.entries()) {
      if (leadsBack(role, members)) yield { file, at: ['roles', index, 'members'], role };
      if (neverIs.includes(role)) yield { file, at: ['roles', index, 'neverIs'], role };
      if (mayBe.some((each) => neverIs.includes(each.role) || each.role === role))
        yield { file, at: ['roles', index, 'mayBe'], role };
    }
  for (const { file, value } of eventFiles) {
    const bound = new Map(Object.entries(value.bindings ?? {}));
    const role = [...bound.keys()].find((each) => leadsBack(each, bound));
    if (role !== undefined) yield { file, at: ['bindings', role], role };
  }
}

function leadsBack(role: string, next: ReadonlyMap<string, ReadonlyArray<string>>): boolean {
  const reached = new Set(next.get(role));
  // A set goes on to what is added while it is walked.
  for (const each of reached) for (const further of next.get(each) ?? []) reached.add(further);
  return reached.has(role);
}
