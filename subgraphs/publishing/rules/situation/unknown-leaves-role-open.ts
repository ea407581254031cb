import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';

/**
 * 问题可以回答“不清楚”，却由它确定当事人：回答“不清楚”后，这一角色无人担任。
 * A question may be answered with "not known" and decides who somebody is: then nobody is in that role.
 *
 * @why 角色无人担任时，清单会多出一份“另一个人”的材料，表单会多出一个人。
 * A role that nobody is in becomes a person of its own, of whom documents and fields are asked.
 * @mend 在一件事的 bindings 中为该角色写明默认由谁担任，或删去 mayBeUnknown。
 * Say in the event's bindings who is in the role by default, or remove mayBeUnknown.
 * @source subgraphs/planning/PLANNING.md: Roles first
 */
export const rule: Rule = {
  code: 'UNKNOWN_LEAVES_ROLE_OPEN',
  severity: 'warning',
  *find(catalogue) {
    const groups = new Set(
      catalogue.roles
        .flatMap(({ value }) => value.roles)
        .flatMap(({ code, members = [] }) => (members.length > 0 ? [code] : [])),
    );
    for (const { file, value } of catalogue.questions)
      for (const [index, { code, mayBeUnknown, options = [] }] of value.questions.entries()) {
        if (!mayBeUnknown) continue;
        const bound = [...new Set(options.flatMap(({ binds = {} }) => Object.keys(binds)))];
        const open = bound.filter((role) => !groups.has(role) && isLeftOpen(role, catalogue));
        if (open.length === 0) continue;
        yield {
          file,
          at: ['questions', index, 'mayBeUnknown'],
          message: {
            zh: `问题“${code}”回答不清楚时，无人担任：${open.join('、')}。`,
            en: `Where "${code}" is not known, nobody is: ${open.join(', ')}.`,
          },
          mend: { zh: '请写明默认由谁担任。', en: 'Say who is by default.' },
        };
      }
  },
};

/** Of some event whose matters ask for documents or fields of the role, and which says of nobody that they are in it. */
function isLeftOpen(role: string, { lifeEvents, matterOf }: Catalogue): boolean {
  return lifeEvents.some(
    ({ value: { members, bindings = {} } }) =>
      !Object.hasOwn(bindings, role) && members.some(({ matter }) => isAskedOf(role, matterOf.get(matter)?.value)),
  );
}

type Matter = Catalogue['matters'][number]['value'];

function isAskedOf(role: string, matter: Matter | undefined): boolean {
  const { requirements = [], formFields = [] } = matter ?? {};
  const uses = requirements.flatMap((row) => [
    ...(row.uses ?? []),
    ...(row.options ?? []).flatMap((each) => each.uses),
  ]);
  return [...uses, ...formFields].some(({ subject }) => subject === role);
}
