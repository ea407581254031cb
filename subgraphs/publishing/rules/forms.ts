import { strictestOf } from '../../planning/form.ts';
import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';

type Matter = CatalogueFiles['matters'][number];
type Schema = Readonly<Record<string, unknown>>;

/** Two matters of an event that want the same field of the same party in ways no value can meet: no one form could hold both. */
export function findFieldConflicts(files: CatalogueFiles): ReadonlyArray<Finding> {
  const elements = new Map(
    files.dataElements.flatMap(({ value }) => value.dataElements.map((element) => [element.code, element.schema])),
  );
  const matters = new Map(files.matters.map((matter) => [matter.value.code, matter]));
  const told = new Set<string>();
  return files.lifeEvents.flatMap(({ value: event }) => {
    const wanted = new Map<string, { readonly schema: Schema; readonly by: Matter }>();
    return event.members.flatMap(({ matter: code }): ReadonlyArray<Finding> => {
      const matter = matters.get(code);
      return (matter?.value.formFields ?? []).flatMap((field, index): ReadonlyArray<Finding> => {
        if (!matter) return [];
        const key = `${field.subject} ${field.element}`;
        const own = { ...elements.get(field.element), ...field.schema };
        const known = wanted.get(key);
        const both = known ? strictestOf(known.schema, own) : own;
        if (both) {
          wanted.set(key, { schema: both, by: known?.by ?? matter });
          return [];
        }
        const other = known?.by as Matter;
        const once = [matter.value.code, other.value.code, key].join();
        if (told.has(once)) return [];
        told.add(once);
        return [
          matter.file.finding(
            'FIELD_CONFLICT',
            ['formFields', index],
            {
              zh: `字段“${field.element}”的要求与“${other.value.title.zh}”（${other.department}）互相冲突。`,
              en: `The field "${field.element}" and "${other.value.title.en}" (${other.department}) exclude each other.`,
            },
            {
              zh: `请与 ${other.department} 商定同一要求，见 ${other.file.path}。`,
              en: `Agree with ${other.department} on one constraint: see ${other.file.path}.`,
            },
          ),
        ];
      });
    });
  });
}
