import type { Rule } from '../../rule.ts';

/**
 * 一件事的牵头部门、救济渠道所说的部门、公布网上可办情况的部门、下放或承接权力的部门，或窗口所属的部门，不在登记册中。
 * The department that leads an event, that a remedy names, of which something is said to be online, that hands a power down or takes it over, or whose windows are described, stands in no row of the registry.
 *
 * @why 申请人看到的牵头部门只是一个编码，得不到应有的救济告知，或预约的窗口无人负责。
 * Citizens read a code where the leading department should stand, are not told of the remedy that is theirs, or book windows that nobody runs.
 * @mend 改为 schema/subgraphs.yaml 中的部门编码。
 * Use the code of a department in schema/subgraphs.yaml.
 * @source schema/subgraphs.yaml
 */
export const rule: Rule = {
  code: 'NAMES_NO_DEPARTMENT',
  severity: 'error',
  perFile: true,
  *find({ eventFiles, remedies, availability, delegations, serviceWindows, departments }) {
    const known = new Set(departments.map(({ code }) => code));
    const named = [
      ...eventFiles.flatMap(({ file, value: { lead } }) => (lead ? [{ file, at: ['lead'], code: lead }] : [])),
      ...availability.map(({ file, value: { authority } }) => ({ file, at: ['authority'], code: authority })),
      ...delegations.flatMap(({ file, value }) =>
        value.delegations.flatMap((delegation, index) =>
          (['from', 'to'] as const).map((side) => ({ file, at: ['delegations', index, side], code: delegation[side] })),
        ),
      ),
      ...remedies.flatMap(({ file, value }) =>
        value.remedies.flatMap((remedy, index) =>
          (['departments', 'exceptDepartments'] as const).flatMap((list) =>
            (remedy[list] ?? []).map((code, at) => ({ file, at: ['remedies', index, list, at], code })),
          ),
        ),
      ),
      ...serviceWindows.flatMap(({ file, value }) =>
        value.queues.map(({ department }, index) => ({ file, at: ['queues', index, 'department'], code: department })),
      ),
    ];
    for (const { file, at, code } of named) {
      if (known.has(code)) continue;
      yield {
        file,
        at,
        message: { zh: `登记册中没有部门“${code}”。`, en: `There is no department "${code}" in the registry.` },
        mend: { zh: '请改用登记册中的编码。', en: 'Use a code of the registry.' },
      };
    }
  },
};
