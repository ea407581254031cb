import type { Rule } from '../../rule.ts';

/**
 * 地区不在其上级的代码范围内，或在上级中绕成一圈。
 * A region lies in one that its code does not lie in, or in itself by way of others.
 *
 * @why 事项和一件事按上级继承：县会得到别省的目录，或什么也得不到。
 * Matters and events are inherited from above: the county would get another province's catalogue, or none.
 * @mend 按 GB/T 2260 改正 parent 或代码：县的前四位是市的，市的前两位是省的。
 * Correct the parent or the code by GB/T 2260: a county begins with the four digits of its city, a city with the two of its province.
 * @source GB/T 2260
 */
export const rule: Rule = {
  code: 'REGION_OUT_OF_PLACE',
  severity: 'error',
  *find({ regions }) {
    const declared = new Set(regions.flatMap(({ value }) => value.regions.map(({ code }) => code)));
    for (const { file, value } of regions)
      for (const [index, { code, name, parent }] of value.regions.entries()) {
        if (parent === null || !declared.has(parent) || (parent !== code && code.startsWith(significant(parent))))
          continue;
        yield {
          file,
          at: ['regions', index, 'parent'],
          message: {
            zh: `“${name.zh}”（${code}）不在 ${parent} 的范围内。`,
            en: `"${name.en}" (${code}) does not lie in ${parent}.`,
          },
          mend: { zh: '请按 GB/T 2260 改正。', en: 'Correct it by GB/T 2260.' },
        };
      }
  },
};

/** Two digits of a province, four of a city, six of a county, and as many as there are below. */
function significant(code: string): string {
  const lengths = [2, 4, 6, 9];
  const length = lengths.find((each) => /^0*$/.test(code.slice(each))) ?? 12;
  return code.slice(0, length);
}
