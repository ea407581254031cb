import type { Rule } from '../../rule.ts';

/**
 * 县、市没有写明上级，或同一上级之下有两个同名的地区。
 * A county or city names no region above it, or two regions below one have the same name.
 *
 * @why 它继承不到上级的目录；同名的地区申请人分不清。
 * It inherits nothing from above; and of two alike citizens cannot tell which is theirs.
 * @mend 写明 parent，或改正名称。
 * Name its parent, or correct the name.
 * @source GB/T 2260
 */
export const rule: Rule = {
  code: 'REGION_DOUBTFUL',
  severity: 'warning',

  *find({ regions }) {
    const seen = new Set<string>();
    for (const { file, value } of regions)
      for (const [index, { code, name, parent }] of value.regions.entries()) {
        const key = JSON.stringify([parent, name.zh]);
        const isAlone = parent === null && !code.endsWith('0000000000');
        if (isAlone || seen.has(key))
          yield {
            file,
            at: ['regions', index],
            message: isAlone
              ? { zh: `“${name.zh}”没有上级。`, en: `"${name.en}" lies in no region.` }
              : { zh: `已有另一个“${name.zh}”。`, en: `There is another "${name.en}" (${name.zh}).` },
            mend: { zh: '请改正 parent 或名称。', en: 'Correct its parent or its name.' },
          };
        seen.add(key);
      }
  },
};
