import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LRUCache } from 'lru-cache';
import { numberFormats } from '../../../language/formats.ts';
import { type FieldSchema, schemaFaults } from '../../form-fields.ts';
import type { Rule } from '../../rule.ts';
import { complaintIn, pathOf } from '../../schemas.ts';
import type { NodePath } from '../../source-file.ts';

/**
 * 字段的 JSON Schema 无法使用：类型或关键字拼错、关键字与类型不配、正则表达式不成立、格式未知。
 * A field's JSON Schema cannot be used: a type or keyword is misspelt or does not go with the other, a pattern is no regular expression, a
 * format is unknown.
 *
 * @why 申请表在提交时才按它校验：届时含有该字段的每一次提交都会出错。
 * The form is checked by it only when it is submitted: then every submission that holds the field fails.
 * @mend 按 JSON Schema 2020-12 改正；关键字（如 minLength）须与 type 相配，pattern 按 Unicode 模式书写。
 * Correct it by JSON Schema 2020-12; a keyword such as minLength needs its type beside it, and a pattern is read in Unicode mode.
 * @source JSON Schema 2020-12; ECMA-262
 */
export const rule: Rule = {
  code: 'UNUSABLE_SCHEMA',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, at, fault } of schemaFaults(catalogue, complaintOf))
      yield {
        file,
        at: [...at, ...fault.path],
        message: { zh: `此 JSON Schema 无法使用：${fault.text}`, en: `This JSON Schema cannot be used: ${fault.text}` },
        mend: { zh: '请按 JSON Schema 2020-12 改正。', en: 'Correct it by JSON Schema 2020-12.' },
      };
  },
};

// As strict as the one form is compiled when it is submitted.
const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
for (const name of Object.keys(numberFormats)) ajv.addFormat(name, true);

interface Complaint {
  readonly text: string;
  readonly path: NodePath;
}
/** Most fields of most matters want the same. */
const judged = new LRUCache<string, { readonly complaint: Complaint | undefined }>({ max: 2_000 });

function complaintOf(schema: FieldSchema): Complaint | undefined {
  const key = JSON.stringify(schema);
  const known = judged.get(key) ?? { complaint: compiled(schema) };
  judged.set(key, known);
  return known.complaint;
}

function compiled(schema: FieldSchema): Complaint | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    // Of the shape the validator says where; of a keyword it quotes the name.
    const misshapen = ajv.validateSchema(schema) ? undefined : ajv.errors?.[0];
    if (misshapen) return { text: complaintIn(misshapen).en, path: pathOf(misshapen.instancePath) };
    const text = error instanceof Error ? error.message : String(error);
    if (text.startsWith('Invalid regular expression')) return { text, path: ['pattern'] };
    const named = Object.keys(schema).find((key) => text.includes(`"${key}"`));
    return { text, path: named === undefined ? [] : [named] };
  } finally {
    // Kept, the schemas of every catalogue ever read would pile up.
    ajv.removeSchema(schema);
  }
}
