import type postgres from 'postgres';
import type { Storage } from '../blobs.ts';
import { type DataKey, headerLength, headerOf, keyIdOf, sealedText } from '../personal-data.ts';
import type { SealedColumn, SealedFiles, SealedPlaces } from './places.ts';

/** Where sealed values of a part lie. */
export interface SealedLand {
  readonly sql: postgres.Sql;
  readonly schema: string;
  readonly places: SealedPlaces;
  /** Where files are. */
  readonly storage: Storage;
}

/** Characters of base64. */
const headerText = (headerLength / 3) * 4;

/** SQL for a column's text; of a column of JSON the string in it. */
export const textOf = ({ name, as }: SealedColumn): string => (as === 'JSON' ? `("${name}" #>> '{}')` : `"${name}"`);

/** SQL, true of a value that is there and not sealed by this key: also of one in clear. */
export function sealedByAnother(column: SealedColumn, key: Pick<DataKey, 'id' | 'suite'>): string {
  const header = headerOf(key);
  if (column.as === 'BYTES')
    return `substring("${column.name}" from 1 for ${headerLength}) <> '\\x${header.toString('hex')}'`;
  const begins = sealedText + header.toString('base64');
  return `left(${textOf(column)}, ${begins.length}) <> '${begins}'`;
}

/** How many values each key has sealed, by the key's id. Looks at everything: for an operator, not for a request. */
export async function countByKey(land: SealedLand): Promise<ReadonlyMap<number, number>> {
  const { sql, schema, places } = land;
  const counts = new Map<number, number>();
  const add = (id: number, more: number): void => {
    counts.set(id, (counts.get(id) ?? 0) + more);
  };
  for (const { name, columns } of places.tables) {
    for (const column of columns) {
      const isBytes = column.as === 'BYTES';
      const header = isBytes
        ? `substring("${column.name}" from 1 for ${headerLength})`
        : `decode(substr(${textOf(column)}, ${sealedText.length + 1}, ${headerText}), 'base64')`;
      const rows = await sql.unsafe<Array<{ header: Buffer; many: string }>>(
        `select ${header} as header, count(*) as many from "${schema}"."${name}"
         where ${isBytes ? `"${column.name}" is not null` : `${textOf(column)} like '${sealedText}%'`} group by 1`,
      );
      for (const row of rows) add(keyIdOf(row.header), Number(row.many));
    }
  }
  for await (const { header } of sealedFiles(land)) add(keyIdOf(header), 1);
  return counts;
}

const batch = 200;

/** The sealed files of a part, each with its first bytes. One that is not there has not arrived, or has gone. */
export async function* sealedFiles(
  land: SealedLand,
): AsyncGenerator<{ readonly files: SealedFiles; readonly id: string; readonly header: Buffer }> {
  for (const files of land.places.files ?? [])
    for await (const each of filesBeside(files, land)) yield { files, ...each };
}

async function* filesBeside(
  files: SealedFiles,
  { sql, schema, storage }: SealedLand,
): AsyncGenerator<{ readonly id: string; readonly header: Buffer }> {
  const blobs = storage(files.folder);
  let last = '';
  for (;;) {
    const rows = await sql.unsafe<Array<{ id: string }>>(
      `select "${files.key}" as id from "${schema}"."${files.table}" where "${files.key}" > $1 order by 1 limit ${batch}`,
      [last],
    );
    for (const { id } of rows) {
      const header = await blobs.begin(id, headerLength);
      if (header) yield { id, header };
    }
    if (rows.length < batch) return;
    last = rows.at(-1)?.id as string;
  }
}
