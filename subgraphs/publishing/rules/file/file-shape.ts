import type { ErrorObject } from 'ajv/dist/2020.js';
import { groupBy } from '../../../language/group-by.ts';
import type { Rule } from '../../rule.ts';
import { complaintIn, pathOf } from '../../schemas.ts';

/**
 * 文件不符合其 JSON Schema：缺少字段、多出字段、取值或类型不对、日期不存在。
 * A file is not of the form its JSON Schema states: a field is missing, unknown or of the wrong kind, or a date does not exist.
 *
 * @why 格式不对的字段会被误读，或在申请人办理时才出错。
 * A field in the wrong form is misread, or fails while a citizen is applying.
 * @mend 对照 schema/catalogue 中同类文件的 JSON Schema 修改；编辑器可据文件首行自动校验和补全。
 * Compare with the JSON Schema of its kind in schema/catalogue; an editor checks and completes by the first line of the file.
 * @source schema/catalogue; JSON Schema 2020-12; ISO 8601
 */
export const rule: Rule = {
  code: 'FILE_SHAPE',
  severity: 'error',
  perFile: true,
  *find({ files }) {
    for (const { file, errors } of files) {
      if (file.syntaxErrors.length > 0) continue;
      for (const error of deepestOf(errors)) {
        const path = pathOf(error.instancePath);
        const said = path.length === 0 ? '/' : path.join('.');
        const { zh, en } = complaintIn(error);
        yield {
          file,
          at: path,
          message: { zh: `${said} 不符合文件格式：${zh}`, en: `${said} ${en}` },
          mend: {
            zh: '请对照 schema/catalogue 中的 JSON Schema 修改。',
            en: 'See the JSON Schema in schema/catalogue.',
          },
        };
      }
    }
  },
};

/** Of each part of the file the deepest complaints only: of a `oneOf` the branch that nearly fits says more than the choice itself. */
function deepestOf(errors: ReadonlyArray<ErrorObject>): ReadonlyArray<ErrorObject> {
  const depthOf = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
  // The file's own members, and each entry of its lists.
  const parts = groupBy(errors, ({ instancePath }) => instancePath.split('/').slice(1, 3).join('/'));
  return [...parts].flatMap(([part, own]) => {
    const deepest = Math.max(...own.map(depthOf));
    const isTold = [...parts.keys()].some((other) => other !== part && (part === '' || other.startsWith(`${part}/`)));
    // That a list or the file does not fit is said by its parts, but for what it lacks or has too much.
    const kept = own.filter((error) => depthOf(error) === deepest && !(isTold && summaries.has(error.keyword)));
    return kept.slice(0, 3);
  });
}

const summaries: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not']);
