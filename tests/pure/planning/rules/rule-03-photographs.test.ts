import { describe, expect, it } from 'vitest';
import type { PhotoFacts } from '../../../../subgraphs/language/photo-facts.ts';
import { possibleLines } from '../../../../subgraphs/planning/lines.ts';
import { expandRows } from '../../../../subgraphs/planning/rows.ts';
import { understand } from '../../../../subgraphs/planning/situation.ts';
import { anyOf, fates, inputOf, line, list, made, planOf, problems, source, use } from './catalogue-of.ts';

const any: PhotoFacts = {
  ...{ width: null, height: null, background: null, kib: null },
  ...{ printWidthMm: null, printHeightMm: null },
};
const from = (least: number | null, most: number | null) => ({ least, most });
const exactly = (value: number) => from(value, value);
const photo = (more: Partial<PhotoFacts> | null, subject = 'CHILD') =>
  use('photo', subject, { use: 'ELECTRONIC', photo: more && { ...any, ...more } });
const card = { width: exactly(358), height: exactly(441), background: 'WHITE', kib: from(14, 20) } as const;
const passport = { width: from(354, 420), height: from(472, 560), background: 'WHITE' } as const;
const wide = { width: from(300, 400), kib: from(null, 18) } as const;

describe('rule 3: one photograph for all rows that one can meet', () => {
  it('is asked for by what every one of them leaves', () => {
    const plan = planOf({ matters: { a: { rows: { r1: [photo(card)] } }, b: { rows: { r2: [photo(wide)] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:358x441,white,14-18KiB']);
    expect(fates(plan)).toEqual({
      r1: 'KEPT photo:CHILD:358x441,white,14-18KiB',
      r2: 'MERGED photo:CHILD:358x441,white,14-18KiB',
    });
    const only = line(plan, 'photo:CHILD:358x441,white,14-18KiB');
    expect(only.photo).toEqual({ ...any, ...card, kib: from(14, 18) });
    expect(only.apart).toEqual([]);
    expect(only.title.zh).toBe('名CHILD的名photo（宽358像素，高441像素，背景白色，文件大小14至18KB）');
    expect(only.title.en).toBe(
      'name photo (width 358 pixels, height 441 pixels, background white, file size 14 to 18 KB) of name CHILD',
    );
  });

  it('of any kind does for a row that says nothing', () => {
    const plan = planOf({ matters: { m: { rows: { r1: [photo(null)], r2: [photo(card)] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:358x441,white,14-20KiB']);
    const alone = planOf({ matters: { m: { rows: { r1: [photo(null)], r2: [photo({})] } } } });
    expect(list(alone)).toEqual(['photo:CHILD']);
    expect(line(alone, 'photo:CHILD').photo).toBeNull();
  });

  it('is two where no photograph is both, and each says in what they differ', () => {
    const blue = { ...card, background: 'BLUE', kib: from(30, null) } as const;
    const plan = planOf({ matters: { m: { rows: { r1: [photo(card)], r2: [photo(blue)] } } } });
    const [white, other] = ['photo:CHILD:358x441,white,14-20KiB', 'photo:CHILD:358x441,blue,30-KiB'] as const;
    expect(list(plan)).toEqual([white, other]);
    expect(line(plan, white).apart).toEqual([
      {
        material: other,
        reason: {
          zh: '与清单中的名CHILD的名photo（宽358像素，高441像素，背景蓝色，文件大小至少30KB）不能使用同一张照片：此处文件大小14至20KB，另一处至少30KB；此处背景白色，另一处蓝色。请分别准备。',
          en: 'One photograph does not do for this and for name photo (width 358 pixels, height 441 pixels, background blue, file size at least 30 KB) of name CHILD in the list: file size 14 to 20 KB here, at least 30 KB there; background white here, blue there. Prepare one for each.',
        },
      },
    ]);
    expect(line(plan, other).apart.map(({ material }) => material)).toEqual([white]);
  });

  it('is never one of two people, nor of two variants, and nothing is said of those', () => {
    const blue = { background: 'BLUE' } as const;
    const rows = { r1: [photo(card)], r2: [photo(blue, 'MOTHER')], r3: [{ ...photo(blue), spec: '二寸' }] };
    const plan = planOf({ matters: { m: { rows } } });
    expect(list(plan)).toEqual(['photo:CHILD:358x441,white,14-20KiB', 'photo:MOTHER:blue', 'photo:CHILD:二寸:blue']);
    expect(plan.materials.flatMap(({ apart }) => apart)).toEqual([]);
  });

  it('three, of which the first and the last cannot be one, are two however they are joined', () => {
    const rows = {
      r1: [photo({ width: from(1, 10) })],
      r2: [photo({ width: from(8, 14) })],
      r3: [photo({ width: from(12, 20) })],
    };
    const plan = planOf({ matters: { m: { rows } } });
    expect(plan.materials).toHaveLength(2);
    expect(plan).toMatchObject({ optimal: true, lowerBound: 2 });
    // Each row's own wish holds for the line that it rests on.
    for (const { photo: asked, neededBy } of plan.materials)
      for (const index of neededBy) {
        const own = rows[plan.account[index]?.requirement as keyof typeof rows][0]?.photo?.width;
        expect(asked?.width?.least).toBeGreaterThanOrEqual(own?.least ?? 0);
        expect(asked?.width?.most).toBeLessThanOrEqual(own?.most ?? 0);
      }
  });

  it('the option is taken whose photograph is wanted anyway', () => {
    const row = anyOf([photo({ background: 'BLUE' })], [photo({ background: 'WHITE' })]);
    const plan = planOf({ matters: { m: { rows: { r1: row, r2: [photo(card)] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:358x441,white,14-20KiB']);
  });

  it('a line is held to no fact of an option that is not taken', () => {
    const row = anyOf([photo({ kib: from(15, 15) }), use('paper', 'CHILD')], [photo(null)]);
    const plan = planOf({ matters: { m: { rows: { r1: row, r2: [photo(card)] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:358x441,white,14-20KiB']);
  });

  it('a member’s photograph is one of those of the group, where one is asked of each', () => {
    const plan = planOf({
      matters: { m: { rows: { r1: [photo(card, 'MOTHER')], r2: [photo(wide, 'PARENTS')] } } },
    });
    expect(list(plan)).toEqual(['photo:FATHER+MOTHER:358x441,white,14-18KiB']);
    // The row that names the whole line brings it, though it asks for less of the photograph.
    expect(fates(plan)).toMatchObject({ r1: expect.stringMatching(/^MERGED/), r2: expect.stringMatching(/^KEPT/) });
    const apart = planOf({
      matters: { m: { rows: { r1: [photo(card, 'MOTHER')], r2: [photo(passport, 'PARENTS')] } } },
    });
    expect(list(apart)).toEqual(['photo:MOTHER:358x441,white,14-20KiB', 'photo:FATHER+MOTHER:354-420x472-560,white']);
    expect(apart.materials.map((each) => each.apart.length)).toEqual([1, 1]);
  });
});

describe('rule 3: what a type says of its photographs', () => {
  const types = { photo: { photo: { ...any, background: 'WHITE' as const, width: from(300, 400) } } };

  it('every row asks too, and may ask for more', () => {
    const plan = planOf({ types, matters: { m: { rows: { r1: [photo({ width: from(358, null) })] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:358-400x*,white']);
  });

  it('gives way to a row that contradicts it', () => {
    const plan = planOf({ types, matters: { m: { rows: { r1: [photo({ width: exactly(500) })] } } } });
    expect(list(plan)).toEqual(['photo:CHILD:500x*']);
  });

  const held = [{ documentType: 'photo', subject: 'CHILD', trust: 'D' as const }];
  it.each([
    ['what is held', { held }, 'SHARED'],
    ['what a source has', { types: { photo: { ...types.photo, sources: [source('s')] } } }, 'SHARED s'],
  ])('is all that is known of %s', (_name, more, met) => {
    const ask = (asked: Partial<PhotoFacts> | null) =>
      fates(planOf({ types, ...more, matters: { m: { rows: { r1: [photo(asked)] } } } })).r1;
    expect(ask(null)).toBe(met);
    expect(ask({ width: from(200, 400) })).toBe(met);
    expect(ask({ width: exactly(358) })).toBe('KEPT photo:CHILD:358x*,white');
  });

  it('is all that is known of what another matter makes', () => {
    const ask = (asked: Partial<PhotoFacts> | null) =>
      fates(planOf({ types, matters: { a: { makes: [made('photo', 'CHILD')] }, m: { rows: { r1: [photo(asked)] } } } }))
        .r1;
    expect(ask(null)).toBe('PRODUCED a');
    expect(ask({ width: exactly(358) })).toBe('KEPT photo:CHILD:358x*,white');
  });
});

describe('rule 9: prints that are handed in', () => {
  const print = (more: Partial<PhotoFacts>) => ({ ...photo(more), use: 'HAND_IN' as const });

  it('to two matters are two where no print is both; one that would do for both is taken twice', () => {
    const two = planOf({
      matters: {
        a: { rows: { r1: [print({ background: 'RED' })] } },
        b: { rows: { r2: [print({ background: 'BLUE' })] } },
      },
    });
    expect(problems(two)).toEqual([]);
    const one = planOf({
      matters: {
        a: { rows: { r1: [print({ background: 'RED' })] } },
        b: { rows: { r2: [print({ width: exactly(9) })] } },
      },
    });
    expect(problems(one)).toEqual(['TAKEN_TWICE a.b']);
  });

  it('are looked at before they are taken, whatever more the taker asks', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: [print({ background: 'RED' })] } },
        b: { rows: { r2: [{ ...photo({ width: exactly(9) }), use: 'INSPECT' }] } },
      },
    });
    expect(plan.steps.map(({ matter, stage }) => [matter, stage])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  it('are not looked at after they are taken: another paper is brought instead', () => {
    const look = { ...photo({ width: exactly(9) }), use: 'INSPECT' as const };
    const plan = planOf({
      matters: {
        a: { rows: { r1: [print({ background: 'RED' })] }, makes: [made('x', 'CHILD')] },
        b: { rows: { r2: [use('x', 'CHILD')], r3: anyOf([look], [use('paper', 'CHILD')]) } },
      },
    });
    expect(problems(plan)).toEqual([]);
    expect(list(plan)).toEqual(['photo:CHILD:red', 'paper:CHILD']);
  });
});

describe('lines that may stand on the list', () => {
  const linesOf = (...uses: ReadonlyArray<ReturnType<typeof photo>>) => {
    const input = inputOf({ matters: { m: { rows: Object.fromEntries(uses.map((each, at) => [`r${at}`, [each]])) } } });
    const rows = expandRows(input, understand(input.basis, input.situation, input.today), () => input.today).rows;
    const needs = rows.flatMap(({ options }) => options.flatMap((option) => option.needs));
    return possibleLines(needs).lines.map(({ key }) => key);
  };

  it('are one for each set of photographs to which none can be added, and no more', () => {
    const chain = [from(1, 10), from(8, 14), from(12, 20)].map((width) => photo({ width }));
    expect(linesOf(...chain)).toEqual(['photo|CHILD||8-10x*', 'photo|CHILD||12-14x*']);
    expect(linesOf(...chain, photo(null))).toHaveLength(2);
    const apart = [from(1, 1), from(5, 8), from(7, 9)].map((width) => photo({ width }));
    expect(linesOf(photo(null), ...apart)).toEqual(['photo|CHILD||1x*', 'photo|CHILD||7-8x*']);
    expect(linesOf(photo({ width: from(1, 9) }), photo({ width: from(2, 8) }), photo({ width: from(3, 7) }))).toEqual([
      'photo|CHILD||3-7x*',
    ]);
  });

  it('of one person know nothing of what is asked of the group', () => {
    expect(linesOf(photo(card, 'MOTHER'), photo(wide, 'PARENTS'))).toEqual([
      'photo|MOTHER||358x441,white,14-20KiB',
      'photo|FATHER+MOTHER||358x441,white,14-18KiB',
    ]);
  });
});

it('more photographs than every way to join them is tried for are joined as they come, and nobody calls it the fewest', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 14 }, (_each, at) => [`r${at}`, [photo({ width: from(at * 10, at * 10 + 10) })]]),
  );
  const plan = planOf({ matters: { m: { rows } } });
  expect(plan.optimal).toBe(false);
  expect(plan.lowerBound).toBe(1);
  expect(plan.materials.length).toBeLessThanOrEqual(14);
  expect(plan.account.every(({ fate }) => fate === 'KEPT' || fate === 'MERGED')).toBe(true);
});
