import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath, SourceFile } from '../../source-file.ts';

/**
 * 同一列表中同一取值写了两次：问题的选项、代码表的代码或名称、字段的可选值。
 * One value stands twice in a list: an option of a question, a code or name of a code list, a value that a field offers.
 *
 * @why 两个选项无法区分：申请人选的是一个，部门收到的是另一个。
 * The two cannot be told apart: a citizen chooses one and the department gets the other.
 * @mend 删去一处，或改正其中之一。
 * Remove one of them, or correct it.
 * @source JSON Schema 2020-12: enum; GB/T 39554.1-2020
 */
export const rule: Rule = {
  code: 'LISTED_TWICE',
  severity: 'error',
  *find(catalogue) {
    for (const { file, at, values } of listsIn(catalogue)) {
      const twice = values.find((value, index) => values.indexOf(value) !== index);
      if (twice === undefined) continue;
      yield {
        file,
        at,
        message: { zh: `“${twice}”写了两次。`, en: `"${twice}" stands twice.` },
        mend: { zh: '请删去一处或改正。', en: 'Remove one of them, or correct it.' },
      };
    }
  },
};

interface List {
  readonly file: SourceFile;
  readonly at: NodePath;
  readonly values: ReadonlyArray<string>;
}

function* listsIn({ questions, dataElements }: Catalogue): Iterable<List> {
  for (const { file, value } of questions)
    for (const [index, { options = [] }] of value.questions.entries())
      yield { file, at: ['questions', index, 'options'], values: options.map(({ code }) => code) };
  for (const { file, value } of dataElements) {
    for (const [index, { codes }] of (value.codeLists ?? []).entries()) {
      const at = ['codeLists', index, 'codes'];
      const codesTwice = codes.map(({ code }) => code);
      yield {
        file,
        at,
        values: new Set(codesTwice).size < codes.length ? codesTwice : codes.map(({ name }) => name.zh),
      };
    }
    for (const [index, { schema }] of value.dataElements.entries())
      if (Array.isArray(schema.enum))
        yield { file, at: ['dataElements', index, 'schema', 'enum'], values: schema.enum.map(String) };
  }
}
