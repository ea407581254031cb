import { readFileSync } from 'node:fs';

/** What a report tells in figures, as rows of `tests/replays`: what is computed of them is held against the figures. */
export function rowsOf<Name extends string>(file: string): ReadonlyArray<Readonly<Record<Name, string>>> {
  const [head = '', ...lines] = readFileSync(new URL(`replays/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',') as Name[];
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) as Record<Name, string>;
  });
}
