import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNursery, readPlanted } from '../../../scripts/bench/planted.ts';
import { explain } from '../../../scripts/check/explain.ts';

const guide = readFileSync(new URL('../../../MAINTAINERS.md', import.meta.url), 'utf8');
const ways = [...guide.matchAll(/^\| +\d+ +\| (.+?) +\| `tests\/planted\/(.+?)\.yaml` +\|$/gm)].map(
  ([, name = '', group = '']) => [name, group] as const,
);

describe('ten ways to break the newborn catalogue, as the guide lists them', () => {
  const planted = readPlanted();
  const nursery = createNursery();

  it('are ten', () => expect(ways.length).toBe(10));

  it.each(ways)('%s is caught with file, line, sentence, effect and mend', (name, group) => {
    const way = planted.find((each) => each.name === name && each.group === group);
    if (!way) throw new Error(`Nothing of that name is planted in ${group}.`);
    const { found } = nursery(way);
    expect(found).toMatchObject({ file: expect.stringMatching(/\.yaml$/), line: expect.any(Number) });
    for (const text of [found?.message, found?.mend, explain(found?.rule ?? '')?.why]) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u);
      expect(text?.en).toMatch(/[a-z]{3}/);
    }
  });
});
