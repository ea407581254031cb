import { expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { staleFiles } from '../../scripts/generated.ts';
import { countsOf, readmeFiles } from '../../scripts/readme-counts.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';

function shipped() {
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error('the catalogue does not hold');
  return read.catalogue;
}

it('what the READMEs say of the catalogue is what it holds', () => {
  const files = readmeFiles(shipped());
  expect([...files.keys()]).toEqual(['README.md', 'README.zh-CN.md']);
  expect(staleFiles(files)).toEqual([]);
  expect(readmeFiles(undefined).size).toBe(0);
});

it('counts events and inherited matters once, whatever regions have them, and only departments that have a matter', () => {
  const { publication, departments } = shipped();
  const [event] = publication.lifeEvents;
  const [owner] = [...departments].filter(([, matters]) => matters.length > 0);
  if (!event || !owner) throw new Error('the catalogue is empty');
  const matters = [...new Map(owner[1].map((each) => [JSON.stringify(each.content), each])).values()];
  const rows = matters.reduce((sum, { content }) => sum + content.requirements.length, 0);
  const small = {
    publication: { ...publication, lifeEvents: [event, { ...event, region: '000000000000' }] },
    departments: new Map([[owner[0], [...matters, ...matters]] as const, ['archives', []]]),
  };
  expect(countsOf(small, 'en')).toBe(
    `The catalogue holds 1 events, ${matters.length} matters of 1 departments and ${rows} rows of what they ask for: ${event.content.title.en}.`,
  );
});
