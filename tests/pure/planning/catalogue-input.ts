import { readRegistry } from '../../../schema/registry.ts';
import { fingerprint } from '../../../subgraphs/language/canonical.ts';
import type { Answer, PlanInput, Situation } from '../../../subgraphs/planning/types.ts';
import type { LinkedCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { readCatalogue } from '../../../subgraphs/publishing/read.ts';

const read = readCatalogue(readRegistry().departments);
if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
export const catalogue = read.catalogue;

/** Every event in one region of those that carry it out alike: what is inherited unchanged plans alike. */
export const distinctEvents: ReadonlyArray<readonly [code: string, region: string]> = (() => {
  const contents = new Map([...catalogue.departments.values()].flat().map(({ code, content }) => [code, content]));
  const found = new Map<string, readonly [string, string]>();
  for (const { code, region, content } of catalogue.publication.lifeEvents) {
    const key = fingerprint([
      code,
      content.promisedDays,
      // Codes are minted per region, and so is the order by them.
      content.basis.members
        .map(({ matter, condition, exclusiveGroup, repeatedFor }) =>
          fingerprint([condition, exclusiveGroup, repeatedFor, contents.get(matter)]),
        )
        .sort(),
    ]);
    if (!found.has(key)) found.set(key, [code, region]);
  }
  return [...found.values()];
})();

export const nothingSaid: Situation = { answers: [], parties: [], refusedSources: [], held: [], commitments: [] };

/** What the core is given for an event of the real catalogue when every department answers. */
export function inputFor(event: string, region: string, situation: Partial<Situation> = {}): PlanInput {
  return inputFrom(catalogue, event, region, situation);
}

/** The same of another catalogue. */
export function inputFrom(
  { publication, departments }: LinkedCatalogue,
  event: string,
  region: string,
  situation: Partial<Situation> = {},
): PlanInput {
  const published = publication.lifeEvents.find((each) => each.code === event && each.region === region);
  if (!published) throw new Error(`${event} is not offered in ${region}`);
  const answers = new Map(
    [...departments.values()].flat().map(({ code, content }) => [code, { code, ...content }] as const),
  );
  return {
    basis: { ...published.content.basis, revision: '1', region },
    matterCodes: published.content.matterCodes,
    matters: published.content.matterCodes.map((code) => answers.get(code) ?? null),
    situation: { ...nothingSaid, ...situation },
    today: '2026-11-24',
  };
}

export function answersOf(values: Readonly<Record<string, unknown>>): ReadonlyArray<Answer> {
  return Object.entries(values).map(([question, value]) => ({ question, value }));
}
