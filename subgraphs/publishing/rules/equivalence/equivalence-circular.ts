import type { EquivalencesFile } from '../../desk-shapes.ts';
import type { Rule } from '../../rule.ts';

type Row = EquivalencesFile['equivalences'][number];
/** Days on which all rows of a path hold; `until` without it. */
type Span = Readonly<{ from: string; until: string }>;
const forever = '9999-12-31';

/**
 * 替代关系绕成一圈：甲由乙替代，乙又由甲替代，而且同日有效。
 * What stands in for something is itself stood in for by it, on the same day.
 *
 * @why 圈里的每一样都不该用，却都被指为别的一样的替代品：问到最后什么也没有。
 * Each of the circle is not to be used and is named in place of another: whoever follows it is left with nothing.
 * @mend 断开其中一行，或用 validFrom、validTo 使它们不在同日有效。
 * Take one of the rows away, or let them hold on different days.
 * @source schema/catalogue/equivalences.schema.json
 */
export const rule: Rule = {
  code: 'EQUIVALENCE_CIRCULAR',
  severity: 'error',
  *find({ equivalences }) {
    const rows = equivalences.flatMap(({ file, value }) =>
      value.equivalences.map((row, index) => ({ file, index, row, scope: value.scope })),
    );
    // One that stands in for itself is found by another rule.
    const leading = rows.filter(({ row }) => row.from !== row.to);
    for (const { file, index, row, scope } of leading) {
      const others = leading.filter((each) => each.scope === scope).map((each) => each.row);
      const circle = wayBack(row, others);
      if (!circle) continue;
      const way = [row.from, ...circle].join(' → ');
      yield {
        file,
        at: ['equivalences', index, 'to'],
        message: { zh: `替代关系绕成一圈：${way}。`, en: `It goes round in a circle: ${way}.` },
        mend: { zh: '请断开其中一行。', en: 'Take one of the rows away.' },
      };
    }
  },
};

const spanOf = ({ validFrom, validTo }: Row): Span => ({ from: validFrom, until: validTo ?? forever });

/** Codes from where a row leads back to where it begins, over rows that hold on one day with it; null: there is no way back. Each code is gone to once for each span. */
function wayBack(row: Row, rows: ReadonlyArray<Row>): ReadonlyArray<string> | null {
  const open = [{ way: [row.to], span: spanOf(row) }];
  const seen = new Set<string>();
  for (let at = open.pop(); at; at = open.pop()) {
    const { way, span } = at;
    const here = way.at(-1) as string;
    if (here === row.from) return way;
    const key = `${here} ${span.from} ${span.until}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const next of rows.filter(({ from }) => from === here)) {
      const its = spanOf(next);
      const from = [its.from, span.from].sort().at(-1) as string;
      const until = [its.until, span.until].sort()[0] as string;
      if (from < until) open.push({ way: [...way, next.to], span: { from, until } });
    }
  }
  return null;
}
