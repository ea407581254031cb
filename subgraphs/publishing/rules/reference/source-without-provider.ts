import type { Rule } from '../../rule.ts';

/** Ways in which somebody is asked for the document. */
const fetched: ReadonlySet<string> = new Set(['DATA_VERIFICATION', 'BOUND_LICENCE']);

/**
 * 共享来源没有写明由哪个部门的系统提供。
 * A source does not say whose system is asked.
 *
 * @why 计划会告诉申请人不用交这份材料，而没有系统可以查询：受理后只能补正。
 * The plan tells the citizen that the document need not be brought, and nobody can be asked for it: after the receipt it has to be corrected.
 * @mend 在 provider 中写明登记的部门编码。
 * State the code of a registered department as its provider.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'SOURCE_WITHOUT_PROVIDER',
  severity: 'error',
  *find({ documentTypes, departments }) {
    const known = new Set(departments.map(({ code }) => code));
    for (const { file, value } of documentTypes)
      for (const [index, { method, provider, name }] of (value.sources ?? []).entries()) {
        if (provider === undefined ? !fetched.has(method) : known.has(provider)) continue;
        yield {
          file,
          at: ['sources', index, provider === undefined ? 'method' : 'provider'],
          message: {
            zh: `来源“${name.zh}”没有写明由哪个登记的部门提供。`,
            en: `No registered department is said to provide "${name.en}".`,
          },
          mend: { zh: '请在 provider 中写明部门编码。', en: 'State the code of a department as its provider.' },
        };
      }
  },
};
