import type { Catalogue, MatterEntry } from '../../catalogue.ts';
import { type FieldSchema, fieldSchema } from '../../form-fields.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';
import type { NodePath } from '../../source-file.ts';

/**
 * 部门的自动规则读取的字段不在本事项的表单中、不是向该当事人要的，或不是规则要的那种值。
 * A desk's rule reads a field that the matter's form does not ask, or asks of somebody else, or that is no value of the kind that the rule takes.
 *
 * @why 规则读不到值：申请要么永远不通过，要么办理时出错，申请人无从补正。
 * The rule finds nothing: the filing is never decided or ends in an error, and there is nothing that the citizen could correct.
 * @mend 在 formFields 中加上该字段（同一当事人），或改正 automatic 中的字段。
 * Ask the field of the same party in formFields, or correct it in automatic.
 * @source INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'DESK_READS_NO_FIELD',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const matter of catalogue.matters)
      for (const { at, element, subject, wants } of readsOf(matter.value)) {
        if (isAsked(matter, element, subject, wants, catalogue)) continue;
        yield {
          file: matter.file,
          at,
          message: {
            zh: `表单没有向 ${subject} 要可用的字段“${element}”。`,
            en: `The form asks ${subject} for no "${element}" that the rule could use.`,
          },
          mend: { zh: '请在 formFields 中加上，或改正此处。', en: 'Ask it in formFields, or correct it here.' },
        };
      }
  },
};

type Wanted = 'DATE' | 'SEX';
interface Read {
  readonly at: NodePath;
  readonly element: string;
  readonly subject: string;
  readonly wants: Wanted;
}

function* readsOf({ automatic }: MatterFile): Iterable<Read> {
  for (const [index, check] of (automatic?.checks ?? []).entries()) {
    const { subject } = check;
    const at = ['automatic', 'checks', index];
    if ('element' in check) yield { at: [...at, 'element'], element: check.element, subject, wants: 'DATE' };
    if ('other' in check) yield { at: [...at, 'other'], element: check.other, subject, wants: 'DATE' };
  }
  for (const [index, { subject, number }] of (automatic?.issues ?? []).entries()) {
    if (!('residentIdentityNumber' in number)) continue;
    const at = ['automatic', 'issues', index, 'number', 'residentIdentityNumber'];
    const { birthDate, sex } = number.residentIdentityNumber;
    yield { at: [...at, 'birthDate'], element: birthDate, subject, wants: 'DATE' };
    yield { at: [...at, 'sex'], element: sex, subject, wants: 'SEX' };
  }
}

/** Of whom a group of the party's role is asked, the party is too. What a number is made of may not be left empty. */
function isAsked(
  { value }: MatterEntry,
  element: string,
  subject: string,
  wants: Wanted,
  { roles, elementOf }: Catalogue,
): boolean {
  const groups = roles
    .flatMap((file) => file.value.roles)
    .filter(({ members }) => members?.includes(subject))
    .map(({ code }) => code);
  return value.formFields.some(
    (field) =>
      field.element === element &&
      (field.subject === subject || groups.includes(field.subject)) &&
      fits(fieldSchema(field, elementOf), wants),
  );
}

/** The sexes by their names in GB/T 2261.1. */
const sexes: ReadonlyArray<unknown> = ['男', '女'];

function fits(schema: FieldSchema, wants: Wanted): boolean {
  if (wants === 'DATE') return schema.format === 'date';
  return Array.isArray(schema.enum) && schema.enum.every((each) => sexes.includes(each));
}
