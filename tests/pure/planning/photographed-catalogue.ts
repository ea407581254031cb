import fc from 'fast-check';
import type { PhotoFacts } from '../../../subgraphs/language/photo-facts.ts';
import type { EvidenceOption, PlanInput } from '../../../subgraphs/planning/types.ts';

/** What photographs may have to be: some can be one, and some cannot. */
const any: PhotoFacts = {
  ...{ width: null, height: null, background: null, kib: null },
  ...{ printWidthMm: null, printHeightMm: null },
};
const photos: ReadonlyArray<PhotoFacts | null> = [
  ...[null, null, null, null],
  { ...any, width: { least: 358, most: 358 }, background: 'WHITE' },
  { ...any, width: { least: 300, most: 400 } },
  { ...any, width: { least: 400, most: 500 }, kib: { least: null, most: 20 } },
  { ...any, background: 'WHITE' },
  { ...any, background: 'BLUE' },
];

/** Catalogues of which some uses ask something of a photograph; half of them none. */
export function photographed(inputs: fc.Arbitrary<PlanInput>): fc.Arbitrary<PlanInput> {
  const drawn = fc.option(fc.array(fc.nat(photos.length - 1), { minLength: 24, maxLength: 24 }), { freq: 1 });
  return fc.tuple(inputs, drawn).map(([input, draws]) => (draws ? withPhotos(input, draws) : input));
}

function withPhotos(input: PlanInput, draws: ReadonlyArray<number>): PlanInput {
  let count = 0;
  const ask = (options: ReadonlyArray<EvidenceOption>): ReadonlyArray<EvidenceOption> =>
    options.map((option) => ({
      ...option,
      uses: option.uses.map((use) => ({ ...use, photo: photos[draws[count++ % draws.length] as number] ?? null })),
    }));
  const members = input.basis.members.map((member) => ({
    ...member,
    overrides: (member.overrides ?? []).map((each) => ({ ...each, options: each.options && ask(each.options) })),
  }));
  const matters = (input.matters ?? []).map(
    (matter) =>
      matter && {
        ...matter,
        requirements: (matter.requirements ?? []).map((row) => ({ ...row, options: ask(row.options) })),
      },
  );
  return { ...input, basis: { ...input.basis, members }, matters };
}
