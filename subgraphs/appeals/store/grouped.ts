/** Lists by what is the same of each, in the order in which they come. */
export function grouped<Row, Key>(
  rows: ReadonlyArray<Row>,
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, ReadonlyArray<Row>> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
