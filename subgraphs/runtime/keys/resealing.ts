import type postgres from 'postgres';
import { type DataKey, keyIdOf, type Sealer } from '../personal-data.ts';
import { type SealedLand, sealedByAnother, sealedFiles } from './counting.ts';
import type { RowKey, SealedColumn, SealedTable } from './places.ts';

export interface Resealing extends SealedLand {
  /** Opens with every key, seals with the newest. */
  readonly sealer: Sealer;
  /** By which everything is sealed in the end. */
  readonly newest: Pick<DataKey, 'id' | 'suite'>;
}

/** Rows at once, each batch a transaction: who is killed has done all batches before. */
const batch = 200;

export interface Resealed {
  /** Rows and files that are sealed by the newest key now. */
  readonly done: number;
  /** Those that do not open, by table and key: damaged, or of a key that is not here. They stay as they are. */
  readonly closed: ReadonlyArray<string>;
}
/** Hears of every batch: where, and how much there is done. */
export type Tell = (where: string, done: number) => void;

/**
 * Seals anew what is not sealed by the newest key, while everything runs. Rows that somebody is at are passed over: run it until nothing is
 * left (`isLeft`).
 */
export async function reseal(parts: Resealing, tell: Tell): Promise<Resealed> {
  const all: Resealed[] = [];
  for (const table of parts.places.tables) all.push(await resealTable(parts, table, tell));
  all.push(await resealFiles(parts, tell));
  return { done: all.reduce((sum, { done }) => sum + done, 0), closed: all.flatMap(({ closed }) => closed) };
}

/** Whether anything is sealed by another key than the newest. */
export async function isLeft(parts: Resealing): Promise<boolean> {
  for (const { name, columns } of parts.places.tables) {
    const another = columns.map((column) => sealedByAnother(column, parts.newest)).join(' or ');
    const [row] = await parts.sql.unsafe(`select 1 from "${parts.schema}"."${name}" where ${another} limit 1`);
    if (row) return true;
  }
  for await (const { header } of sealedFiles(parts)) if (keyIdOf(header) !== parts.newest.id) return true;
  return false;
}

type Row = Readonly<Record<string, unknown>>;

async function resealTable(parts: Resealing, table: SealedTable, tell: Tell): Promise<Resealed> {
  const { sql, schema, newest } = parts;
  const name = `"${schema}"."${table.name}"`;
  const key = table.key.map((column) => `"${column}"`).join(', ');
  const another = table.columns.map((column) => sealedByAnother(column, newest));
  const wanted = table.columns.map((column, index) => `"${column.name}", ${another[index]} as "${column.name} is old"`);
  let last: ReadonlyArray<string> | null = null;
  const closed: string[] = [];
  let done = 0;
  for (;;) {
    const after = last ? `and (${key}) > (${last.map((_value, index) => `$${index + 1}`).join(', ')})` : '';
    const rows: ReadonlyArray<Row> = await sql.begin(async (transaction) => {
      const found = await transaction.unsafe<Row[]>(
        `select ${key}, ${wanted.join(', ')} from ${name} where (${another.join(' or ')}) ${after}
         order by ${key} limit ${batch} for no key update skip locked`,
        [...(last ?? [])],
      );
      const statements = found.map((row) => resealRow(transaction, parts, table, row));
      closed.push(...statements.filter((each) => typeof each === 'string'));
      await Promise.all(statements);
      return found;
    });
    done += rows.length;
    if (rows.length > 0) tell(table.name, done - closed.length);
    if (rows.length < batch) return { done: done - closed.length, closed };
    last = table.key.map((column) => String(rows.at(-1)?.[column]));
  }
}

/** Its name, where it does not open. */
function resealRow(
  transaction: postgres.TransactionSql,
  { schema, sealer }: Resealing,
  table: SealedTable,
  row: Row,
): Promise<unknown> | string {
  const key: RowKey = Object.fromEntries(table.key.map((column) => [column, String(row[column])]));
  const old = table.columns.filter(({ name }) => row[`${name} is old`] === true);
  let values: ReadonlyArray<unknown>;
  try {
    values = old.map((column) => resealed(transaction, sealer, column, row[column.name], column.place(key)));
  } catch {
    return `${table.name} ${Object.values(key).join(' ')}`;
  }
  const sets = old.map(({ name }, index) => `"${name}" = $${index + 1}`);
  const where = table.key.map((column, index) => `"${column}" = $${old.length + index + 1}`);
  return transaction.unsafe(`update "${schema}"."${table.name}" set ${sets.join(', ')} where ${where.join(' and ')}`, [
    ...values,
    ...Object.values(key),
  ] as never[]);
}

function resealed(
  sql: postgres.TransactionSql,
  sealer: Sealer,
  { as }: SealedColumn,
  value: unknown,
  place: string,
): unknown {
  if (as === 'BYTES') return sealer.seal(sealer.open(value as Buffer, place), place);
  if (as === 'TEXT') return sealer.sealText(sealer.openText(value as string, place), place);
  // In clear it is not a string yet.
  const text = typeof value === 'string' ? sealer.openText(value, place) : JSON.stringify(value);
  return sql.json(sealer.sealText(text, place));
}

async function resealFiles(parts: Resealing, tell: Tell): Promise<Resealed> {
  const { sql, schema, sealer, newest, storage } = parts;
  const closed: string[] = [];
  let done = 0;
  for await (const { files, id, header } of sealedFiles(parts)) {
    if (keyIdOf(header) === newest.id) continue;
    const blobs = storage(files.folder);
    const place = files.place({ [files.key]: id });
    // Who removes a file holds its row meanwhile: it is not put back behind their back.
    const sealed = await sql.begin(async (transaction) => {
      const [row] = await transaction.unsafe(
        `select 1 from "${schema}"."${files.table}" where "${files.key}" = $1 for no key update skip locked`,
        [id],
      );
      if (!row) return false;
      const content = await blobs.read(id);
      if (!content) return false;
      let opened: unknown;
      try {
        opened = sealer.open(content, place);
      } catch {
        closed.push(`${files.folder} ${id}`);
        return false;
      }
      await blobs.write(id, sealer.seal(opened, place));
      return true;
    });
    if (sealed) tell(files.folder, ++done);
  }
  return { done, closed };
}
