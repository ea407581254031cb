import { groupBy } from '../../../language/group-by.ts';
import { usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';

/**
 * 按某个角色的人数重复办理的事项没有提到该角色，或结果属于该角色的事项没有写明重复办理。
 * A member is repeated for a role that its matter does not name, or issues something to a role for which several other members are repeated and it is not.
 *
 * @why 双胞胎只得到一份，或同一件事为不相干的人各办一遍。
 * Twins get one of it, or the same is done once for each of people whom it does not concern.
 * @mend 改正 repeatedFor。
 * Correct repeatedFor.
 * @source subgraphs/planning/PLANNING.md: Instances
 */
export const rule: Rule = {
  code: 'REPEATED_FOR_ANOTHER',
  severity: 'warning',
  *find({ lifeEvents, matterOf }) {
    // What a region takes over is told where it is stated.
    const told = new Set<string>();
    for (const { file, value: event } of lifeEvents) {
      const counts = groupBy(event.members, ({ repeatedFor }) => repeatedFor ?? '');
      // One alone may be repeated for a reason of its own.
      const repeated = new Set([...counts].flatMap(([role, members]) => (members.length > 1 ? [role] : [])));
      for (const [index, { matter: code, repeatedFor }] of event.members.entries()) {
        const matter = matterOf.get(code)?.value;
        if (!matter) continue;
        const role = repeatedFor ?? matter.results.find(({ subject }) => repeated.has(subject))?.subject;
        if (role === undefined || (repeatedFor !== undefined && rolesNamed(matter).has(role))) continue;
        const once = [event.code, matter.catalogCode, role].join(' ');
        if (told.has(once)) continue;
        told.add(once);
        yield {
          file,
          at: ['members', index, repeatedFor === undefined ? 'matter' : 'repeatedFor'],
          message:
            repeatedFor === undefined
              ? { zh: `“${code}”没有按 ${role} 各办一次。`, en: `"${code}" is not repeated for each ${role}.` }
              : { zh: `“${code}”没有提到 ${role}。`, en: `"${code}" says nothing of a ${role}.` },
          mend: { zh: '请改正 repeatedFor。', en: 'Correct repeatedFor.' },
        };
      }
    }
  },
};

function rolesNamed({ requirements, results, formFields }: MatterFile): ReadonlySet<string> {
  return new Set([...requirements.flatMap(usesOf), ...results, ...formFields].map(({ subject }) => subject));
}
