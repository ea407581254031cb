import { describe, expect, it } from 'vitest';
import { type Classifiable, holds, suggestClasses, valueAt } from '../../../subgraphs/appeals/domain/like-classes.ts';
import { rowsOf } from '../../replay-rows.ts';

const content = {
  type: 'LICENCE',
  visits: 0,
  requirements: [
    { code: 'A-01', necessity: 'REQUIRED' },
    { code: 'A-02', necessity: 'OPTIONAL', options: [{ documentType: { code: 'plan' }, copies: 1 }] },
  ],
  channels: ['hall', 'online'],
};

describe('a change of the catalogue', () => {
  it.each<[ReadonlyArray<string>, unknown]>([
    [['type'], 'LICENCE'],
    [['visits'], 0],
    [['requirements', 'A-02', 'necessity'], 'OPTIONAL'],
    [['requirements', '0', 'code'], 'A-01'],
    [['requirements', 'A-02', 'options', 'plan', 'copies'], 1],
    [['channels', 'online'], 'online'],
    [['requirements', 'A-03'], undefined],
    [['none', 'deeper'], undefined],
    [['type', 'length'], undefined],
    [['constructor'], undefined],
    [[], content],
  ])('finds what stands at %j', (path, value) => expect(valueAt(content, path)).toEqual(value));

  it.each<[string, ReadonlyArray<string>, unknown, boolean]>([
    ['another value', ['visits'], 1, false],
    ['the same value', ['visits'], 0, true],
    [
      'a whole that is the same in another order',
      ['requirements', 'A-01'],
      { necessity: 'REQUIRED', code: 'A-01' },
      true,
    ],
    ['a row gone that is there', ['requirements', 'A-01'], null, false],
    ['a row gone that is gone', ['requirements', 'A-03'], null, true],
    ['a row there that is gone', ['requirements', 'A-03'], { code: 'A-03' }, false],
  ])('%s', (_what, path, value, is) => expect(holds({ matter: 'm', path, value }, content)).toBe(is));
});

const one = (id: string, more: Partial<Classifiable> = {}): Classifiable => ({
  ...{ id, matter: 'soil', about: 'natural-resources', refusal: null, text: `要土壤污染防治方案${id}`, ...more },
});
const ids = (open: ReadonlyArray<Classifiable>) => suggestClasses(open).map((each) => each.map(({ id }) => id));

describe('like cases', () => {
  it('about one matter and in words that are alike are one class, the largest first', () => {
    const other = (id: string) => one(id, { matter: 'other', text: `印章不对${id}` });
    expect(ids([other('x'), other('y'), one('a'), one('b'), one('c')])).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });
  it.each<[string, Partial<Classifiable>, boolean]>([
    ['in other words', { text: '窗口没人' }, false],
    ['in other words, refused for the same reason', { text: '窗口没人', refusal: 'R1' }, true],
    ['in other words, refused for another reason', { text: '窗口没人', refusal: 'R2' }, false],
    ['in words that are erased', { text: null }, false],
    ['about another matter', { matter: 'other', refusal: 'R1' }, false],
    ['about no matter', { matter: null }, false],
  ])('%s', (_what, more, is) =>
    expect(ids([one('a', { refusal: 'R1' }), one('b', more)])).toEqual(is ? [['a', 'b']] : []),
  );
  it('about no matter are like where they are about one department', () => {
    const of = (id: string, about: string | null) => one(id, { matter: null, about });
    expect(ids([of('a', 'tax'), of('b', 'tax')])).toEqual([['a', 'b']]);
    expect(ids([of('a', 'tax'), of('b', 'customs')])).toEqual([]);
    expect(ids([of('a', null), of('b', null)])).toEqual([]);
  });

  it('come as the same classes in whatever order, and a phrase that everybody uses joins none', () => {
    const calls = rowsOf<'call' | 'matter' | 'topic' | 'words'>('hotline-complaints.csv');
    const open = calls.map(({ call, matter, words }) => one(call, { matter, text: words }));
    const topicOf = new Map(calls.map(({ call, topic }) => [call, topic]));
    const topics = new Set(topicOf.values());
    const expected = [...topics].map((topic) => calls.filter((each) => each.topic === topic).map(({ call }) => call));
    const sorted = (classes: ReadonlyArray<ReadonlyArray<string>>) =>
      classes.map((each) => [...each].sort().join(' ')).sort();
    for (const all of [open, [...open].reverse()]) expect(sorted(ids(all))).toEqual(sorted(expected));
  });
});
