import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import type { Identity } from '../../subgraphs/runtime/identity.ts';
import { citizen, clerk, type Graph, startGraph } from './gateway-of.ts';

let now = Date.parse('2026-11-25T10:00:00+08:00');
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());

const platforms = [
  ...['secretary-line', 'mayor-hotline', 'portal-messages', 'leaders-board', 'petition-office', 'grid-workers'],
  ...['urban-management', 'people-code', 'media-line', 'deputies', 'market-hotline', 'environment-hotline'],
  ...['labour-hotline', 'health-hotline', 'transport-hotline'],
];
const platformOf = (code: string): Caller => ({ ...clerk(code), subject: `p-${code}`, scopes: [`platform:${code}`] });
const station: Caller = { ...clerk('service-station'), subject: 'station', scopes: ['cases:service-station'] };
const committee: Caller = { ...clerk('joint-committee'), subject: 'committee', scopes: ['cases:joint-committee'] };
const person = (subject: string): Caller => ({ ...citizen, subject });

/** Asked of the subgraph itself: thousands of steps, and what the gateway does is tested elsewhere. */
async function ask<T>(query: string, variables: Record<string, unknown>, identity: Caller | null): Promise<T> {
  const answer = await graph.subgraphs
    .get('appeals')
    ?.execute({ query, variables, headers: {}, identity: identity as Identity | null });
  expect(answer?.errors).toBeUndefined();
  return answer?.data as T;
}
interface Delivered {
  readonly number: string;
  readonly outcome: string | null;
  readonly trackingCode: string | null;
  readonly problems: ReadonlyArray<{ readonly code: string }>;
}
interface Complaint {
  readonly number: string;
  readonly text: string;
  readonly [field: string]: string;
}
async function deliver(
  platform: string,
  appeals: ReadonlyArray<Complaint>,
  as: Caller = platformOf(platform),
): Promise<ReadonlyArray<Delivered>> {
  const input = { platform, appeals: appeals.map((each) => ({ kind: 'complaint', department: 'transport', ...each })) };
  const { deliverAppeals } = await ask<{ deliverAppeals: { delivered: ReadonlyArray<Delivered> } }>(
    `mutation ($input: DeliverAppealsInput!) { deliverAppeals(input: $input) { delivered {
      number outcome trackingCode problems { code } } } }`,
    { input },
    as,
  );
  return deliverAppeals.delivered;
}
interface Notice {
  readonly id: string;
  readonly number: string;
  readonly answer: { readonly text: string };
}
interface Notices {
  readonly nodes: ReadonlyArray<Notice>;
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const notices = async (platform: string, first = 100, after: string | null = null): Promise<Notices> =>
  (
    await ask<{ platformNotices: Notices }>(
      `query ($platform: ID!, $first: Int!, $after: String) { platformNotices(platform: $platform, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id number answer { text } } } }`,
      { platform, first, after },
      platformOf(platform),
    )
  ).platformNotices;
const acknowledge = async (platform: string, receipts: ReadonlyArray<Record<string, unknown>>) =>
  (
    await ask<{ acknowledgeAppealNotices: { acknowledged: number; problems: ReadonlyArray<object> } }>(
      `mutation ($input: AcknowledgeNoticesInput!) { acknowledgeAppealNotices(input: $input) { acknowledged problems { code path } } }`,
      { input: { platform, receipts } },
      platformOf(platform),
    )
  ).acknowledgeAppealNotices;
interface Seen {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly sourceCount: number;
  readonly closedBy: string | null;
  readonly mergedInto: { readonly id: string } | null;
  readonly alike: ReadonlyArray<{ readonly appeal: { readonly id: string }; readonly alikeness: number }>;
  readonly history: ReadonlyArray<{ readonly kind: string; readonly text: string | null }>;
  readonly sources: ReadonlyArray<{ readonly kind: string; readonly platform: { readonly code: string } | null }>;
}
const fields = `id status text sourceCount closedBy mergedInto { id } history { kind text }
  alike { appeal { id } alikeness } sources { kind platform { code } }`;
async function act(name: string, type: string, input: Record<string, unknown>, as: Caller) {
  const { [name]: said } = await ask<Record<string, { appeal: Seen | null; problems: Array<{ code: string }> }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { appeal { ${fields} } problems { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    as,
  );
  return { appeal: said?.appeal ?? null, codes: said?.problems.map(({ code }) => code) ?? [] };
}
const open = async (text: string, as: Caller, department = 'transport'): Promise<Seen> => {
  const input = { kind: 'complaint', department, text };
  return (await act('openAppeal', 'OpenAppealInput', input, as)).appeal as Seen;
};
const see = async (id: string, as: Caller): Promise<Seen | null> =>
  (await ask<{ appeal: Seen | null }>(`query ($id: ID!) { appeal(id: $id) { ${fields} } }`, { id }, as)).appeal;
const answerIt = (appeal: string, as: Caller = station) =>
  act('answerAppeal', 'AnswerAppealInput', { appeal, outcome: 'SOLVED', text: '公交已改线' }, as);
const satisfaction = async (more = '') =>
  (
    await ask<{ appealSatisfaction: Record<string, number> }>(
      `{ appealSatisfaction(${more} from: "2026-11-25", to: "2026-12-31") { appeals sources answered received rated satisfied } }`,
      {},
      null,
    )
  ).appealSatisfaction;

describe('民情码 (systems 10, Test)', () => {
  it('the same complaint through three intakes makes one appeal with three sources; all three people get the answer; satisfaction has its denominator', async () => {
    const [line] = await deliver('secretary-line', [{ number: 'S-1', text: '村里没有公交车，包裹取不到。' }]);
    const [hotline] = await deliver('mayor-hotline', [{ number: 'H-1', text: '村里没有公交车　包裹取不到' }]);
    const own = await open('村里没有公交车,包裹取不到!', person('villager'));
    expect([line?.outcome, hotline?.outcome]).toEqual(['OPENED', 'JOINED']);
    expect(await see(own.id, station)).toMatchObject({
      sourceCount: 3,
      sources: [
        { kind: 'PLATFORM', platform: { code: 'secretary-line' } },
        { kind: 'PLATFORM', platform: { code: 'mayor-hotline' } },
        { kind: 'ACCOUNT', platform: null },
      ],
    });
    expect((await answerIt(own.id)).codes).toEqual([]);
    for (const [platform, number] of [
      ['secretary-line', 'S-1'],
      ['mayor-hotline', 'H-1'],
    ] as const)
      expect((await notices(platform)).nodes).toMatchObject([{ number, answer: { text: '公交已改线' } }]);
    expect((await see(own.id, person('villager')))?.history.at(-1)).toEqual({ kind: 'ANSWERED', text: '公交已改线' });
    const before = await satisfaction('department: "transport",');
    expect(before).toEqual({ appeals: 1, sources: 3, answered: 3, received: 1, rated: 0, satisfied: 0 });
    const [first] = (await notices('secretary-line')).nodes;
    const [second] = (await notices('mayor-hotline')).nodes;
    expect(await acknowledge('secretary-line', [{ notice: first?.id, accepted: true, grade: 5 }])).toEqual({
      ...{ acknowledged: 1, problems: [] },
    });
    expect((await see(own.id, station))?.status).toBe('ANSWERED');
    await acknowledge('mayor-hotline', [{ notice: second?.id, accepted: true, grade: 3 }]);
    // Two of three have accepted it: the third speaks for themselves.
    expect((await see(own.id, station))?.status).toBe('ANSWERED');
    expect((await notices('mayor-hotline')).totalCount).toBe(0);
    await act('confirmAppeal', 'ConfirmAppealInput', { appeal: own.id, accepted: true }, person('villager'));
    expect(await see(own.id, station)).toMatchObject({ status: 'CLOSED', closedBy: 'WORD' });
    expect(await satisfaction('department: "transport",')).toEqual({
      ...{ appeals: 1, sources: 3, answered: 3, received: 3, rated: 2, satisfied: 1 },
    });
    expect(await satisfaction('platform: "mayor-hotline",')).toMatchObject({ sources: 1, rated: 1, satisfied: 0 });
  });

  it('what only nearly says the same is put before staff, who merge it with a reason or say that it is not', async () => {
    const [a, b, c] = [
      await open('万松路站牌的灯坏了三天', person('a')),
      await open('万松路的站牌灯坏了三天', person('b')),
      await open('站前街的垃圾没人收', person('c')),
    ];
    const seen = await see(a.id, station);
    expect(seen?.alike.map(({ appeal }) => appeal.id)).toEqual([b.id]);
    // Not for whoever said it: it is another's.
    expect((await see(a.id, person('a')))?.alike).toEqual([]);
    const merge = (other: string, more: Record<string, unknown> = {}, as = station) =>
      act('mergeAppeals', 'MergeAppealsInput', { appeal: a.id, other, reason: '同一块站牌', ...more }, as);
    expect((await merge(b.id, { reason: ' ' })).codes).toEqual(['CASE_REASON_MISSING']);
    expect((await merge(b.id, {}, clerk('tax'))).codes).toEqual(['APPEAL_NOT_FOUND']);
    expect((await merge(a.id)).codes).toEqual(['APPEALS_DIFFER']);
    const other = await act(
      'openAppeal',
      'OpenAppealInput',
      { kind: 'complaint', department: 'tax', text: '税务窗口' },
      person('d'),
    );
    expect((await merge(other.appeal?.id ?? '')).codes).toEqual(['APPEALS_DIFFER']);
    const notSame = { appeal: c.id, other: a.id, reason: '不是一处' };
    expect((await act('appealsNotSame', 'MergeAppealsInput', notSame, station)).codes).toEqual([]);
    expect((await merge(c.id)).codes).toEqual(['APPEALS_NOT_SAME']);
    expect(await see(a.id, station)).toMatchObject({ history: [{ kind: 'OPENED' }] });

    await answerIt(a.id);
    const merged = await merge(b.id, { idempotencyKey: 'merge' });
    expect(merged).toMatchObject({ codes: [], appeal: { sourceCount: 2 } });
    expect((await merge(b.id, { idempotencyKey: 'merge' })).codes).toEqual([]);
    expect((await merge(b.id)).codes).toEqual(['CASE_ALREADY_CLOSED']);
    // Whoever said the other is told this one's answer, and of what another wrote nothing.
    expect(await see(b.id, person('b'))).toMatchObject({
      ...{ status: 'CLOSED', closedBy: 'MERGE', mergedInto: { id: a.id }, text: '万松路的站牌灯坏了三天' },
    });
    const told = await see(a.id, person('b'));
    expect(told).toMatchObject({ text: null, sourceCount: 2, status: 'ANSWERED' });
    expect(told?.history.find(({ kind }) => kind === 'ANSWERED')?.text).toBe('公交已改线');
    expect(await see(a.id, person('c'))).toBeNull();
    // The words of what was merged lead to what it was merged into.
    expect((await open('万松路的站牌，灯坏了三天。', person('e'))).id).toBe(a.id);
    const said = (as: string, accepted: boolean) =>
      act('confirmAppeal', 'ConfirmAppealInput', { appeal: a.id, accepted }, person(as));
    expect((await said('a', true)).appeal?.status).toBe('ANSWERED');
    expect((await said('b', true)).appeal?.status).toBe('ANSWERED');
    expect((await said('e', true)).appeal?.status).toBe('CLOSED');
  });

  it('a pair of which somebody said that they are not the same is asked of nobody again', async () => {
    const [a, b] = [await open('东门桥的栏杆倒了一段', person('x')), await open('东门桥栏杆倒了一段', person('y'))];
    expect((await see(a.id, station))?.alike.map(({ appeal }) => appeal.id)).toEqual([b.id]);
    await act('appealsNotSame', 'MergeAppealsInput', { appeal: a.id, other: b.id, reason: '桥的两端' }, station);
    for (const id of [a.id, b.id]) expect((await see(id, station))?.alike).toEqual([]);
  });

  it('of a person who said what was merged everything is told that is held', async () => {
    const { myData } = await graph.ask<{
      myData: { nodes: ReadonlyArray<{ kind: string; data: { text: string | null } }> };
    }>({ query: '{ myData(first: 50) { nodes { kind data } } }' }, person('b'));
    const texts = myData.nodes.filter(({ kind }) => kind === 'APPEAL').map(({ data }) => data.text);
    expect(texts.sort()).toEqual([null, '万松路的站牌灯坏了三天'].sort());
  });
});

describe('a platform', () => {
  it('delivers for itself alone, and is told for itself alone', async () => {
    const query = 'mutation ($input: DeliverAppealsInput!) { deliverAppeals(input: $input) { delivered { number } } }';
    const variables = { input: { platform: 'mayor-hotline', appeals: [] } };
    for (const as of [null, citizen, station, platformOf('secretary-line'), { ...station, scopes: ['platform:'] }]) {
      await expect(graph.ask({ query, variables }, as)).rejects.toThrow(as ? 'FORBIDDEN' : 'UNAUTHENTICATED');
      await expect(
        graph.ask({ query: '{ platformNotices(platform: "mayor-hotline") { totalCount } }' }, as),
      ).rejects.toThrow(as ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
    const [unknown] = await deliver('no-platform', [{ number: '1', text: '一' }]);
    expect(unknown?.problems).toEqual([{ code: 'APPEAL_PLATFORM_UNKNOWN' }]);
    const tooMany = {
      input: { platform: 'deputies', appeals: Array(201).fill({ number: '1', kind: 'complaint', text: '一' }) },
    };
    await expect(graph.ask({ query, variables: tooMany }, platformOf('deputies'))).rejects.toThrow('INPUT_TOO_LARGE');
  });

  it('delivers each once by its number, and is told of each what is wrong with it, in the order in which it sent them', async () => {
    const some = await deliver('deputies', [
      { number: 'D-1', text: '路灯不亮' },
      { number: 'D-1', text: '路灯不亮' },
      { number: 'D-1', text: '另一件事' },
      { number: ' ', text: '没有编号' },
      { number: 'D-2', text: ' ' },
      { number: 'D-3', text: '三', kind: 'praise' },
      { number: 'D-4', text: '四', matter: '999' },
      { number: 'D-5', text: '五', department: 'magic' },
      { number: 'D-6', text: '六', place: 'nowhere' },
      { number: 'D-7', text: '七', department: 'tax', matter: '330381WJ000123001000' },
      { number: 'D-8', text: '八', place: 'bus-stop-wansong-road' },
    ]);
    expect(some.map(({ number, outcome, problems }) => [number, outcome ?? problems[0]?.code])).toEqual([
      ...[
        ['D-1', 'OPENED'],
        ['D-1', 'KNOWN'],
        ['D-1', 'APPEAL_NUMBER_REUSED'],
        [' ', 'IDEMPOTENCY_KEY_REQUIRED'],
      ],
      ...[
        ['D-2', 'APPEAL_TEXT_MISSING'],
        ['D-3', 'APPEAL_KIND_UNKNOWN'],
        ['D-4', 'MATTER_NOT_FOUND'],
      ],
      ...[
        ['D-5', 'APPEAL_HANDLER_UNKNOWN'],
        ['D-6', 'APPEAL_PLACE_UNKNOWN'],
        ['D-7', 'APPEAL_HANDLER_UNKNOWN'],
      ],
      ['D-8', 'OPENED'],
    ]);
    expect(some[0]?.trackingCode).toBe(some[1]?.trackingCode);
    const again = await deliver('deputies', [{ number: 'D-1', text: '路灯不亮' }]);
    expect(again).toMatchObject([{ outcome: 'KNOWN', trackingCode: some[0]?.trackingCode }]);
    // Another platform's number is another's.
    expect((await deliver('media-line', [{ number: 'D-1', text: '路灯不亮' }]))[0]?.outcome).toBe('JOINED');
  });

  it('acknowledges what it is told once, and of none but its own', async () => {
    const [{ trackingCode } = { trackingCode: null }] = await deliver('grid-workers', [
      { number: 'G-1', text: '井盖没了', department: 'forestry' },
    ]);
    const id = (await open('井盖没了', person('walks'), 'forestry')).id;
    await answerIt(id);
    const { nodes } = await notices('grid-workers');
    const notice = nodes[0]?.id;
    expect(await acknowledge('deputies', [{ notice }])).toMatchObject({
      ...{ acknowledged: 0, problems: [{ code: 'APPEAL_NOTICE_UNKNOWN', path: ['receipts', '0', 'notice'] }] },
    });
    for (const wrong of [{ grade: 6, accepted: true }, { grade: 5 }])
      expect(await acknowledge('grid-workers', [{ notice, ...wrong }])).toMatchObject({
        problems: [{ code: 'APPEAL_GRADE_INVALID' }],
      });
    expect((await notices('grid-workers')).totalCount).toBe(1);
    const no = { notice, accepted: false, grade: 1, text: '还是没有井盖' };
    for (let time = 0; time < 2; time++)
      expect(await acknowledge('grid-workers', [no])).toEqual({ acknowledged: 1, problems: [] });
    expect(await acknowledge('grid-workers', [{ ...no, accepted: true }])).toMatchObject({
      problems: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    expect(await see(id, committee)).toMatchObject({ status: 'IN_HAND', history: { length: 3 } });
    await answerIt(id, committee);
    // A word on an answer that is no longer the latest; and whoever holds its code speaks as well.
    expect(
      await acknowledge('grid-workers', [{ notice: `${Number(notice)}`, accepted: false, grade: 2 }]),
    ).toMatchObject({
      problems: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    const { confirmTrackedAppeal } = await ask<{ confirmTrackedAppeal: object }>(
      'mutation ($input: ConfirmTrackedAppealInput!) { confirmTrackedAppeal(input: $input) { appeal { status answer { text } } } }',
      { input: { idempotencyKey: 'code', trackingCode, accepted: true } },
      null,
    );
    expect(confirmTrackedAppeal).toEqual({ appeal: { status: 'ANSWERED', answer: { text: '公交已改线' } } });
  });
});

/** A small generator with a seed, so that a failure can be played again (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
const inPieces = <T>(all: ReadonlyArray<T>, size: number): ReadonlyArray<ReadonlyArray<T>> =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
/** A few at a time. */
async function eachOf<T>(all: ReadonlyArray<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

interface Queue {
  readonly nodes: ReadonlyArray<{ readonly id: string; readonly kind: { readonly code: string } }>;
  readonly pageInfo: Notices['pageInfo'];
}

it('民情码 (issue 15, shown by 4): 15 platforms deliver 10,000 appeals with 30 % duplicates and replays: one appeal each, every source answered, satisfaction with its denominator', async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
  console.log(`platforms: SEED=${seed}`);
  now = Date.parse('2026-12-01T09:00:00+08:00');
  const chance = chanceOf(seed);
  const pick = <T>(all: ReadonlyArray<T>): T => all[Math.floor(chance() * all.length)] as T;
  const total = 10_000;
  const duplicates = 3_000;
  const said: string[] = Array.from(
    { length: total - duplicates },
    (_, index) => `第${index + 1}号线路第${(index % 97) + 1}站没有座椅`,
  );
  const spoken = [...said, ...Array.from({ length: duplicates }, () => pick(said))];
  // Who says the same says it with other signs.
  const deliveries = spoken.map((text, index) => ({
    platform: pick(platforms),
    complaint: { number: `N-${index}`, text: `${text}${pick(['', '。', '！', ' …'])}`, kind: 'hard-case' },
  }));
  deliveries.sort(() => chance() - 0.5);
  const batches = platforms.flatMap((platform) =>
    inPieces(
      deliveries.filter((each) => each.platform === platform).map(({ complaint }) => complaint),
      200,
    ).map((batch) => ({ platform, batch })),
  );
  // A third of the batches are sent again, some at the same time.
  const sent = [...batches, ...batches.filter(() => chance() < 0.33)].sort(() => chance() - 0.5);
  const outcomes = new Map<string, number>();
  await eachOf(sent, async ({ platform, batch }) => {
    for (const { outcome, problems } of await deliver(platform, batch)) {
      expect(problems).toEqual([]);
      outcomes.set(outcome ?? '', (outcomes.get(outcome ?? '') ?? 0) + 1);
    }
  });
  const distinct = new Set(spoken).size;
  expect(outcomes.get('OPENED')).toBe(distinct);
  expect(outcomes.get('JOINED')).toBe(total - distinct);
  expect(distinct).toBe(total - duplicates);

  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { appealsToHandle: page }: { appealsToHandle: Queue } = await ask(
      `query ($after: String) { appealsToHandle(first: 100, after: $after) { nodes { id kind { code } } pageInfo { hasNextPage endCursor } } }`,
      { after },
      station,
    );
    ids.push(...page.nodes.filter(({ kind }) => kind.code === 'hard-case').map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(ids).toHaveLength(distinct);
  await eachOf(inPieces(ids, 100), async (appeals) => {
    const { answerAppeals } = await ask<{ answerAppeals: { answered: number; problems: ReadonlyArray<object> } }>(
      'mutation ($input: AnswerAppealsInput!) { answerAppeals(input: $input) { answered problems { code } } }',
      { input: { idempotencyKey: randomUUID(), appeals, outcome: 'SOLVED', text: '已加座椅' } },
      station,
    );
    expect(answerAppeals).toEqual({ answered: appeals.length, problems: [] });
  });

  const figures = { told: 0, rated: 0, satisfied: 0 };
  const numbers = new Set<string>();
  await eachOf(platforms, async (platform) => {
    for (let after: string | null = null; ; ) {
      const page: Notices = await notices(platform, 100, after);
      const fresh = page.nodes.filter(({ number }) => number.startsWith('N-'));
      const receipts = fresh.map(({ id, number }) => {
        numbers.add(number);
        // One in five says what they think of it.
        if (chance() >= 0.2) return { notice: id };
        const grade = 1 + Math.floor(chance() * 5);
        figures.rated += 1;
        if (grade >= 4) figures.satisfied += 1;
        return { notice: id, accepted: true, grade };
      });
      figures.told += fresh.length;
      const { acknowledged, problems } = await acknowledge(platform, receipts);
      expect({ acknowledged, problems }).toEqual({ acknowledged: fresh.length, problems: [] });
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
  });
  expect(numbers.size).toBe(total);
  const { told, rated, satisfied } = figures;
  expect(told).toBe(total);
  const computed = await satisfaction('kind: "hard-case",');
  expect(computed).toEqual({ appeals: distinct, sources: total, answered: total, received: total, rated, satisfied });
  expect(rated).toBeGreaterThan(1000);
  console.log(`platforms: ${JSON.stringify(computed)}`);
}, 240_000);
