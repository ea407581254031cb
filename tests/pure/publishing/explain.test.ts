import { describe, expect, it } from 'vitest';
import { explainCode, explainedCodes, listCodes } from '../../../scripts/check/explain.ts';
import { rules } from '../../../subgraphs/publishing/rules.ts';

const codes = explainedCodes();

describe('explain', () => {
  it.each(codes)(
    '$code says what, why and how to mend it, in both languages, and where it comes from',
    (documented) => {
      for (const text of [documented.what, documented.why, documented.mend]) {
        expect(text.zh).toMatch(/^[^A-Za-z].*\p{Script=Han}.*[。]$/su);
        expect(text.en).toMatch(/^[A-Z"].*[.]$/s);
        expect(text.en).not.toMatch(/\p{Script=Han}|@(why|mend|source)/u);
        expect(text.zh).not.toMatch(/ \*|\*\/|\n/);
      }
      expect(documented.source).not.toBe('');
      const told = explainCode(documented.code);
      for (const text of [documented.what, documented.why, documented.mend])
        for (const sentence of [text.zh, text.en]) expect(told).toContain(sentence);
    },
  );

  it('lists every code of the catalogue and of the schema', () => {
    const listed = listCodes();
    for (const code of [...rules.map(({ rule }) => rule.code), 'BREAKING_CHANGE', 'GENERATED_FILE_STALE'])
      expect(listed).toContain(`  ${code} (`);
  });

  it('knows the codes of composition, and no others', () => {
    expect(explainCode('INVALID_FIELD_SHARING')).toContain('一个字段只能有一个所有者');
    expect(explainCode('EXTERNAL_UNUSED')).toContain('Mend the subgraph named');
    expect(explainCode('NO_SUCH_CODE')).toBeUndefined();
  });
});
