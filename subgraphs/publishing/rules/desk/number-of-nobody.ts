import type { Rule } from '../../rule.ts';

/**
 * 自动出具的号码没有前缀，或身份号码的地区码不属于任何已登记的地区。
 * A number that a desk issues has no prefix, or an identity number is of an area that no region of the catalogue has.
 *
 * @why 没有前缀的号码与别处的重复；地区码不对的身份号码会终身带着错误。
 * Without a prefix it is somebody else's number too; an identity number of a wrong area stays wrong for life.
 * @mend 写明 prefix；area 为地区代码的前六位（GB/T 2260）。
 * State a prefix; the area is the first six digits of the region's code (GB/T 2260).
 * @source GB 11643-1999; GB/T 2260
 */
export const rule: Rule = {
  code: 'NUMBER_OF_NOBODY',
  severity: 'warning',
  whole: true,
  perFile: true,
  *find({ matters, regions }) {
    const areas = new Set(regions.flatMap(({ value }) => value.regions).map(({ code }) => code.slice(0, 6)));
    for (const { file, value } of matters)
      for (const [index, { number }] of (value.automatic?.issues ?? []).entries()) {
        const isBare = 'prefix' in number && number.prefix.trim() === '';
        const isElsewhere = 'residentIdentityNumber' in number && !areas.has(number.residentIdentityNumber.area);
        if (!isBare && !isElsewhere) continue;
        yield {
          file,
          at: ['automatic', 'issues', index, 'number'],
          message: isBare
            ? { zh: '号码没有前缀。', en: 'The number has no prefix.' }
            : { zh: '地区码不属于任何地区。', en: 'The area is that of no region.' },
          mend: { zh: '请写明 prefix 或改正 area。', en: 'State a prefix, or correct the area.' },
        };
      }
  },
};
