import { strictestOf } from '../../../language/strictest.ts';
import type { Catalogue, MatterEntry } from '../../catalogue.ts';
import { type FieldSchema, fieldSchema } from '../../form-fields.ts';
import { createKept } from '../../kept.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile } from '../../shapes.ts';

/**
 * 同一件事的两个事项对同一当事人的同一字段提出了无法同时满足的要求。
 * Two matters of an event want the same field of the same party in ways that no value can meet.
 *
 * @why 一张表只有一个格子：填什么都会被其中一个部门退回。
 * The one form has one box for it: whatever is filled in, one of the departments sends it back.
 * @mend 两个部门商定同一要求；含义不同的，各用各的数据元。
 * Let both departments agree on one constraint; what means something else needs a data element of its own.
 * @source subgraphs/planning/PLANNING.md: One form
 */
export const rule: Rule = {
  code: 'FIELD_CONFLICT',
  severity: 'error',
  *find(catalogue) {
    // Two events that share both matters show one conflict.
    const told = new Set<string>();
    for (const { value: event } of catalogue.lifeEvents)
      for (const { matter, index, other } of conflictsOf(event, catalogue)) {
        const { element, subject } = matter.value.formFields[index] as (typeof matter.value.formFields)[number];
        const once = [...[matter.value.code, other.value.code].sort(), subject, element].join();
        if (told.has(once)) continue;
        told.add(once);
        yield {
          file: matter.file,
          at: ['formFields', index],
          message: {
            zh: `字段“${element}”的要求与“${other.value.title.zh}”（${other.department}）互相冲突。`,
            en: `The field "${element}" and "${other.value.title.en}" (${other.department}) exclude each other.`,
          },
          mend: {
            zh: `请与 ${other.department} 商定同一要求，见 ${other.file.path}。`,
            en: `Agree with ${other.department} on one constraint: see ${other.file.path}.`,
          },
        };
      }
  },
};

interface Conflict {
  readonly matter: MatterEntry;
  readonly index: number;
  readonly other: MatterEntry;
}

const kept = createKept<LifeEventFile, ReadonlyArray<Conflict>>();

function conflictsOf(event: LifeEventFile, catalogue: Catalogue): ReadonlyArray<Conflict> {
  const matters = event.members.map((member) => catalogue.matterOf.get(member.matter) as MatterEntry);
  const fields = matters.flatMap(({ value }) => value.formFields);
  const on = [...matters, ...fields.map(({ element }) => catalogue.elementOf.get(element))];
  return kept(event, on, () => [...conflictsIn(matters, catalogue)]);
}

/** Field by field in the order of members: each is merged with what was wanted before, as the planner merges them. */
function* conflictsIn(matters: ReadonlyArray<MatterEntry>, { elementOf }: Catalogue): Iterable<Conflict> {
  const wanted = new Map<string, { readonly schema: FieldSchema; readonly by: MatterEntry }>();
  for (const matter of matters)
    for (const [index, field] of matter.value.formFields.entries()) {
      const key = `${field.subject} ${field.element}`;
      const own = fieldSchema(field, elementOf);
      // What nobody can give one department is said of that one.
      if (strictestOf(own, {}) === null) continue;
      const known = wanted.get(key);
      const both = known ? strictestOf(known.schema, own) : own;
      if (both) wanted.set(key, { schema: both, by: known?.by ?? matter });
      else if (known) yield { matter, index, other: known.by };
    }
}
