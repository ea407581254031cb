import type { Rule } from '../../rule.ts';

/**
 * 码所写的部门不在登记册中，或者不是所写事项的部门。
 * The department that an intake point names stands in no row of the registry, or is not the one whose matter it names.
 *
 * @why 扫码的人会被记为反映了与该事项无关的部门，诉求无法转给真正的承办部门。
 * Whoever scans it would be taken to speak of a department that has nothing to do with the matter, and the right one is never asked.
 * @mend 写事项时不写部门；否则改为该事项的部门，或 schema/subgraphs.yaml 中的部门编码。
 * Leave the department out where a matter is named; else use the matter's own, or the code of a department in schema/subgraphs.yaml.
 * @source schema/catalogue/intake-points.schema.json
 */
export const rule: Rule = {
  code: 'INTAKE_POINT_OF_ANOTHER',
  severity: 'error',
  *find({ intakePoints, departments, matterOf }) {
    const known = new Set(departments.map(({ code }) => code));
    for (const { file, value } of intakePoints) {
      for (const [index, { matter, department }] of value.points.entries()) {
        if (department === undefined) continue;
        const at = ['points', index, 'department'];
        const own = matter === undefined ? undefined : matterOf.get(matter)?.department;
        if (!known.has(department)) {
          yield {
            file,
            at,
            message: {
              zh: `登记册中没有部门“${department}”。`,
              en: `There is no department "${department}" in the registry.`,
            },
            mend: { zh: '请改用登记册中的编码。', en: 'Use a code of the registry.' },
          };
        } else if (own !== undefined && own !== department) {
          yield {
            file,
            at,
            message: {
              zh: `事项属于“${own}”，不属于“${department}”。`,
              en: `The matter is of "${own}", not of "${department}".`,
            },
            mend: { zh: '请删去部门，或改正事项。', en: 'Leave the department out, or correct the matter.' },
          };
        }
      }
    }
  },
};
