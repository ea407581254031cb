import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const code = z.string().regex(/^[a-z][a-z-]*$/);
const scope = z.strictObject({
  code,
  named: z.string().min(1).optional(),
  zh: z.string().min(1),
  en: z.string().min(1),
});
const kindOfStaff = z.strictObject({
  ...{ code, department: code.optional(), zh: z.string().min(1), en: z.string().min(1) },
  scopes: z.array(z.string()).min(1),
});
const file = z.strictObject({ scopes: z.array(scope), staff: z.array(kindOfStaff) });

export type ScopeTable = z.infer<typeof file>;

/** What staff may do. Throws where the file is not of its form, says a code twice, or gives a kind of staff what is no scope. */
export function readScopes(text = readFileSync(new URL('./scopes.yaml', import.meta.url), 'utf8')): ScopeTable {
  const table = file.parse(parse(text));
  for (const rows of [table.scopes, table.staff]) {
    const codes = rows.map((row) => row.code);
    const twice = codes.find((each, index) => codes.indexOf(each) !== index);
    if (twice) throw new Error(`"${twice}" is there twice: take one of both away.`);
  }
  for (const { code: kind, scopes } of table.staff)
    for (const given of scopes)
      if (!isScope(table, given))
        throw new Error(`"${given}" of ${kind} is no scope of the table: add it or correct it.`);
  return table;
}

function isScope({ scopes }: ScopeTable, given: string): boolean {
  const [family, ...name] = given.split(':');
  const row = scopes.find((each) => each.code === family);
  return row !== undefined && (row.named === undefined ? name.length === 0 : name.join(':') !== '');
}
