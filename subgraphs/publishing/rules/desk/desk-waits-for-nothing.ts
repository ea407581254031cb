import { usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 自动规则要等一份材料（PRODUCED_PRESENT），而本事项的材料清单没有要它。
 * A desk's rule waits for a document (PRODUCED_PRESENT) that no row of the matter asks for.
 *
 * @why 这份材料不会送到：申请每次都被退回补正，而申请人没有什么可以补正。
 * It is never handed over: every filing comes back for a correction that nobody can make.
 * @mend 改正 type 或 spec，或在 requirements 中写明要这份材料。
 * Correct its type or spec, or ask for the document in requirements.
 * @source INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'DESK_WAITS_FOR_NOTHING',
  severity: 'error',
  *find({ matters, lifeEvents }) {
    const overrides = lifeEvents.flatMap(({ value }) => value.members);
    for (const { file, value } of matters)
      for (const [index, check] of (value.automatic?.checks ?? []).entries()) {
        if (check.check !== 'PRODUCED_PRESENT') continue;
        const instead = overrides.filter(({ matter }) => matter === value.code).flatMap((each) => each.overrides ?? []);
        const asked = [
          ...value.requirements.flatMap(usesOf),
          ...instead.flatMap(({ uses, options }) => uses ?? options?.flatMap((each) => each.uses) ?? []),
        ];
        if (asked.some(({ type, spec }) => type === check.type && (check.spec === undefined || spec === check.spec)))
          continue;
        const called = check.spec === undefined ? check.type : `${check.type} (${check.spec})`;
        yield {
          file,
          at: ['automatic', 'checks', index, 'type'],
          message: { zh: `本事项没有要“${called}”。`, en: `No row of the matter asks for "${called}".` },
          mend: { zh: '请改正，或在 requirements 中写明。', en: 'Correct it, or ask for it in requirements.' },
        };
      }
  },
};
