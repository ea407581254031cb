import { describe, expect, it } from 'vitest';
import { isLocation, mayComeIn, pointKey } from '../../../subgraphs/appeals/domain/intake.ts';
import {
  alikeness,
  isSharedWith,
  likenessOf,
  mostAlike,
  normalWords,
  type Subject,
} from '../../../subgraphs/appeals/domain/sameness.ts';
import { type HeardWhen, hear } from '../../../subgraphs/appeals/domain/words.ts';

describe('a code on a wall', () => {
  it.each([
    ['RA-HALL-W03', 'RAHA11W03'],
    [' ra hall wo3 ', 'RAHA11W03'],
    ['ＲＡ－ＨＡＬＬ－Ｗ０３', 'RAHA11W03'],
    ['', null],
    ['窗口', null],
    ['A'.repeat(40), 'A'.repeat(40)],
    ['A'.repeat(41), null],
  ])('%s is looked for as %s', (written, key) => expect(pointKey(written)).toBe(key));

  it.each([
    [90, 180, true],
    [-90, -180, true],
    [90.1, 0, false],
    [0, -180.1, false],
    [Number.NaN, 0, false],
  ])('latitude %d and longitude %d are a place: %s', (latitude, longitude, is) =>
    expect(isLocation({ latitude, longitude })).toBe(is),
  );

  it.each([
    [59, 5, true],
    [60, 0, false],
    [0, 6, false],
  ])('after %d of the code and %d of the caller one more may come in: %s', (ofPoint, ofCaller, may) =>
    expect(mayComeIn({ ofPoint, ofCaller }, { ofPoint: 60, ofCaller: 6 })).toBe(may),
  );
});

const subject: Subject = { kind: 'complaint', about: 'transport', matter: null, submission: null, place: null };

describe('two that say the same', () => {
  it.each([
    ['栏杆倒了。', ' 栏杆 倒了！'],
    ['ＡＢＣ路', 'abc 路'],
    ['停电3次', '停电３次'],
  ])('%s and %s', (one, other) => {
    expect(normalWords(one)).toBe(normalWords(other));
    expect(likenessOf(subject, one)).toBe(likenessOf(subject, other));
  });

  it.each([
    ['栏杆倒了', '栏杆没倒'],
    ['停电3次', '停电4次'],
    ['！', '？'],
  ])('not %s and %s', (one, other) => expect(likenessOf(subject, one)).not.toBe(likenessOf(subject, other)));

  it.each([
    ['kind', 'hard-case'],
    ['about', 'tax'],
    ['matter', 'm'],
    ['submission', 's'],
    ['place', 'p'],
  ])('about another %s say not the same', (name, value) =>
    expect(likenessOf({ ...subject, [name]: value }, '栏杆')).not.toBe(likenessOf(subject, '栏杆')),
  );

  it.each<[string, Partial<Subject>, boolean]>([
    ['a department', {}, true],
    ['a matter', { about: null, matter: 'm' }, true],
    ['a place', { about: null, place: 'p' }, true],
    ['nothing in particular', { about: null }, false],
    ['a submission', { submission: 's' }, false],
  ])('about %s are one for everybody', (_what, more, is) => expect(isSharedWith({ ...subject, ...more })).toBe(is));

  it('are alike by the neighbours that they share', () => {
    expect(alikeness('万松路的栏杆倒了', '万松路的栏杆倒了。')).toBe(1);
    // 7 pairs and 6, of which 5 are in both.
    expect(alikeness('万松路的栏杆倒了', '万松路栏杆倒了')).toBeCloseTo(10 / 13, 10);
    expect(alikeness('万松路的栏杆倒了', '税务窗口排队')).toBe(0);
    expect(alikeness('啊啊啊', '啊啊')).toBeCloseTo(2 / 3, 10);
    expect([alikeness('啊', '啊'), alikeness('啊', '哦')]).toEqual([1, 0]);
  });
});

it('staff are asked of those that are at least half alike, the most alike first', () => {
  const others = [
    { id: 'c', text: '税务窗口排队' },
    { id: 'b', text: '万松路栏杆倒了' },
    { id: 'a', text: '万松路的栏杆倒了。' },
  ];
  const ids = (most: number) => mostAlike('万松路的栏杆倒了', others, most).map(({ id }) => id);
  expect(ids(5)).toEqual(['a', 'b']);
  expect(ids(1)).toEqual(['a']);
});

describe('the word of one of several', () => {
  const when = (more: Partial<HeardWhen> = {}): HeardWhen => ({
    ...{ status: 'ANSWERED', answer: 2, isLatest: true, hasSaid: false, others: 0, ...more },
  });
  const yes = { accepted: true, grade: 5 };
  const no = { accepted: false, grade: null };
  it.each<[string, typeof yes | typeof no, Partial<HeardWhen>, ReturnType<typeof hear>]>([
    ['of the only one', yes, {}, 'STEP'],
    ['of the last one', yes, { others: 0 }, 'STEP'],
    ['of one of two', yes, { others: 1 }, 'NOTED'],
    ['that is not content, of one of two', no, { others: 1 }, 'STEP'],
    ['a second time', yes, { hasSaid: true }, 'APPEAL_WORD_SAID'],
    ['before an answer', yes, { answer: null }, 'CASE_NOT_ANSWERED'],
    ['on an answer before the latest', yes, { isLatest: false }, 'CASE_NOT_ANSWERED'],
    ['on an answer that was disputed', yes, { status: 'IN_HAND' }, 'CASE_NOT_ANSWERED'],
    ['after it was closed by a check', no, { status: 'CLOSED', others: 1 }, 'NOTED'],
    ['after it was closed, a second time', yes, { status: 'CLOSED', hasSaid: true }, 'CASE_ALREADY_CLOSED'],
  ])('%s', (_what, word, more, heard) => expect(hear(word, when(more))).toBe(heard));
});
