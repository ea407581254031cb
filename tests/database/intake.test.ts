import { createPublicKey, randomUUID, verify } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { citizen, clerk, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';
import { createWitness } from './witness.ts';

const start = Date.parse('2026-11-25T10:00:00+08:00');
let now = start;
const witness = createWitness();
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({ ...witness.options, now: () => now, pace: { dueMs: 100, keptMs: 200 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
beforeEach(() => {
  now += 1000;
});

const station: Caller = { ...clerk('service-station'), subject: 'staff-station', scopes: ['cases:service-station'] };
const person = (subject: string): Caller => ({ ...citizen, subject });

interface Tracked {
  readonly status: string;
  readonly place: { readonly name: string } | null;
  readonly answer: { readonly text: string } | null;
  readonly events: ReadonlyArray<{ readonly kind: string }>;
}
interface OpenedAt {
  readonly trackingCode: string | null;
  readonly appeal: Tracked | null;
  readonly problems: ReadonlyArray<{ readonly code: string; readonly path: ReadonlyArray<string> }>;
}
const tracked = 'status place { name } answer { text } events { kind }';
const openAtQuery = `mutation ($input: OpenAppealAtInput!) {
  openAppealAt(input: $input) { trackingCode appeal { ${tracked} } problems { code path } } }`;
const inputAt = (input: Record<string, unknown>) => ({
  ...{ idempotencyKey: randomUUID(), point: 'RA-MCH-01', text: `窗口办不了 ${randomUUID()}`, ...input },
});
async function openAt(input: Record<string, unknown> = {}, as: Caller | null = null): Promise<OpenedAt> {
  const { openAppealAt } = await graph.ask<{ openAppealAt: OpenedAt }>(
    { query: openAtQuery, variables: { input: inputAt(input) } },
    as,
  );
  return openAppealAt;
}
/** Asked of the subgraph as the gateway asks for somebody at an address. */
async function openFrom(caller: string, input: Record<string, unknown> = {}): Promise<OpenedAt> {
  const answer = await graph.subgraphs.get('appeals')?.execute({
    ...{ query: openAtQuery, variables: { input: inputAt(input) }, headers: { 'yijianshi-caller': caller } },
  });
  return answer?.data?.openAppealAt as OpenedAt;
}
async function track(code: string | null, as: Caller | null = null): Promise<Tracked | null> {
  const query = `query ($code: String!) { trackAppeal(code: $code) { ${tracked} } }`;
  return (await graph.ask<{ trackAppeal: Tracked | null }>({ query, variables: { code } }, as)).trackAppeal;
}
const fields = `id status text trackingCode sourceCount place { code name region } location { latitude }
  about { code } matter { code } history { kind text } answer { text } sources { kind point { code } }`;
interface Seen {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly trackingCode: string | null;
  readonly sourceCount: number;
  readonly history: ReadonlyArray<{ readonly kind: string; readonly text: string | null }>;
  readonly [field: string]: unknown;
}
async function act(name: string, type: string, input: Record<string, unknown>, as: Caller | null) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { appeal { ${fields} } problems { code } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const answer = await graph.ask<Record<string, { appeal: Seen | null; problems: Array<{ code: string }> }>>(
    { query, variables },
    as,
  );
  const { appeal, problems } = answer[name] as { appeal: Seen | null; problems: Array<{ code: string }> };
  return { appeal, codes: problems.map(({ code }) => code) };
}
const queue = async (as: Caller) =>
  (
    await graph.ask<{ appealsToHandle: { nodes: ReadonlyArray<Seen> } }>(
      { query: `{ appealsToHandle(first: 100) { nodes { ${fields} } } }` },
      as,
    )
  ).appealsToHandle.nodes;
const see = async (id: string, as: Caller | null) =>
  (
    await graph.ask<{ appeal: Seen | null }>(
      { query: `query ($id: ID!) { appeal(id: $id) { ${fields} } }`, variables: { id } },
      as,
    )
  ).appeal;
const answerIt = (appeal: string, as: Caller = station, more: Record<string, unknown> = {}) =>
  act('answerAppeal', 'AnswerAppealInput', { appeal, outcome: 'SOLVED', text: '已办成', ...more }, as);
const idOf = async (text: string): Promise<string> =>
  (await queue(station)).find((each) => each.text === text)?.id ?? '';

describe('扫码提 (systems 8, Test): a code on a wall', () => {
  it('pre-fills place, matter and kind, however it is typed', async () => {
    const query = `query ($code: String!) { intakePoint(code: $code) {
      code name(language: EN) kind { code } matter { code title } department { code }
      place { code name(language: EN) region location { latitude } } } }`;
    const point = async (code: string) =>
      (await graph.ask<{ intakePoint: unknown }>({ query, variables: { code } })).intakePoint;
    const birth = {
      ...{ code: 'RA-MCH-01', name: 'Window for birth certificates', kind: { code: 'hard-case' }, department: null },
      matter: { code: '330381WJ000123001000', title: expect.any(String) },
      place: { code: 'ruian-maternity-station', name: expect.any(String), region: '330381000000', location: null },
    };
    expect(await point('RA-MCH-01')).toEqual(birth);
    expect(await point(' ra mch ol ')).toEqual(birth);
    expect(await point('RA-HALL-W12')).toMatchObject({
      ...{ kind: { code: 'complaint' }, matter: null, department: { code: 'tax' } },
      place: { location: { latitude: 27.7793 } },
    });
    expect(await point('RA-MCH-02')).toBeNull();
  });

  it('takes what somebody without an account says, and each state change is seen within 2 s by the tracking code and by nobody else', async () => {
    const text = `系统里没有孩子 ${randomUUID()}`;
    const { trackingCode, appeal, problems } = await openAt({ text, location: { latitude: 27.78, longitude: 120.65 } });
    expect(problems).toEqual([]);
    expect(trackingCode).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(appeal).toMatchObject({ status: 'IN_HAND', place: { name: '妇幼保健院出生一件事服务站' } });
    const seen = (await queue(station)).find((each) => each.text === text);
    expect(seen).toMatchObject({
      ...{ sourceCount: 1, about: { code: 'health' }, matter: { code: '330381WJ000123001000' } },
      ...{ location: { latitude: 27.78 }, place: { code: 'ruian-maternity-station', region: '330381000000' } },
      ...{ trackingCode: null, sources: [{ kind: 'POINT', point: { code: 'RA-MCH-01' } }] },
    });
    const id = seen?.id ?? '';
    for (const as of [null, citizen, otherCitizen]) expect(await see(id, as)).toBeNull();
    const steps: ReadonlyArray<[string, () => Promise<unknown>]> = [
      ['PAUSED', () => act('pauseAppeal', 'AppealReasonInput', { appeal: id, reason: '等补录' }, station)],
      ['IN_HAND', () => act('resumeAppeal', 'AppealStepInput', { appeal: id }, station)],
      ['ANSWERED', () => answerIt(id)],
    ];
    for (const [status, done] of steps) {
      await done();
      const at = performance.now();
      expect((await track(trackingCode))?.status).toBe(status);
      expect(performance.now() - at).toBeLessThan(2000);
    }
    // Who has no account is told the answer by the code alone.
    expect((await track(trackingCode))?.answer).toEqual({ text: '已办成' });
    for (const code of ['7QK2-7QK2-7QK2-7QK2', `${trackingCode}A`, '']) expect(await track(code)).toBeNull();
    const say = (code: string | null, accepted: boolean) =>
      graph.ask<{ confirmTrackedAppeal: { appeal: Tracked | null; problems: Array<{ code: string }> } }>({
        query: `mutation ($input: ConfirmTrackedAppealInput!) { confirmTrackedAppeal(input: $input) { appeal { ${tracked} } problems { code } } }`,
        variables: { input: { idempotencyKey: randomUUID(), trackingCode: code, accepted, grade: 5 } },
      });
    expect((await say('7QK2-7QK2-7QK2-7QK2', true)).confirmTrackedAppeal.problems).toEqual([
      { code: 'APPEAL_NOT_FOUND' },
    ]);
    expect((await say(trackingCode, true)).confirmTrackedAppeal.appeal?.status).toBe('CLOSED');
    expect((await track(trackingCode))?.events.map(({ kind }) => kind)).toEqual([
      ...['OPENED', 'PAUSED', 'RESUMED', 'ANSWERED', 'WORD'],
    ]);
  });

  it('gives the tracking code again to whoever has the key and the words, and to nobody else', async () => {
    const input = inputAt({});
    const first = await openAt(input);
    expect((await openAt(input)).trackingCode).toBe(first.trackingCode);
    expect((await openAt({ ...input, text: '别的话' })).problems).toEqual([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] },
    ]);
    const other = await openAt({ text: input.text });
    expect(other.trackingCode).not.toBe(first.trackingCode);
    // Both say the same about the same: one appeal, two sources, and each has a code of their own.
    const seen = await see(await idOf(input.text), station);
    expect(seen).toMatchObject({ sourceCount: 2, sources: { length: 2 } });
  });

  it('of whoever has an account shows it among theirs, and by its code no answer', async () => {
    const as = person('scans');
    const { trackingCode } = await openAt({ text: '登录后扫码', location: { latitude: 1, longitude: 1 } }, as);
    const { appeals } = await graph.ask<{ appeals: { nodes: ReadonlyArray<Seen> } }>(
      { query: `{ appeals { nodes { ${fields} } } }` },
      as,
    );
    expect(appeals.nodes).toMatchObject([{ trackingCode, location: { latitude: 1 }, sources: [{ kind: 'ACCOUNT' }] }]);
    await answerIt(await idOf('登录后扫码'));
    expect(await track(trackingCode)).toMatchObject({ status: 'ANSWERED', answer: null });
    const query = `mutation ($input: ConfirmTrackedAppealInput!) { confirmTrackedAppeal(input: $input) { problems { code } } }`;
    const input = { idempotencyKey: 'k', trackingCode, accepted: true };
    expect(await graph.ask({ query, variables: { input } })).toEqual({
      confirmTrackedAppeal: { problems: [{ code: 'APPEAL_NOT_FOUND' }] },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a code that hangs nowhere', { point: 'NO-SUCH-1' }, 'APPEAL_POINT_UNKNOWN'],
    ['nothing said', { text: ' ' }, 'APPEAL_TEXT_MISSING'],
    ['a key of 15 characters', { idempotencyKey: 'a'.repeat(15) }, 'APPEAL_KEY_TOO_SHORT'],
    ['a blank key', { idempotencyKey: ' '.repeat(20) }, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a place beyond the pole', { location: { latitude: 91, longitude: 0 } }, 'APPEAL_LOCATION_INVALID'],
  ])('with %s is refused', async (_what, input, code) => {
    expect(await openAt(input)).toMatchObject({ trackingCode: null, appeal: null, problems: [{ code }] });
  });

  it('is for whom it hangs: no staff, and no text beyond its maximum', async () => {
    expect((await openAt({}, station)).problems).toMatchObject([{ code: 'APPEAL_OF_CITIZENS' }]);
    await expect(openAt({ text: '话'.repeat(501) })).rejects.toThrow('INPUT_TOO_LARGE');
    expect((await openAt({ text: '话'.repeat(500) })).problems).toEqual([]);
    // A key of any length is an account's own.
    expect((await openAt({ idempotencyKey: 'k' }, person('short key'))).problems).toEqual([]);
  });

  it('takes so many of one caller in an hour, and so many by one code, also at once', async () => {
    now += 3_600_001;
    const codesOf = (all: ReadonlyArray<OpenedAt>) => all.flatMap(({ problems }) => problems.map(({ code }) => code));
    const one = await Promise.all(Array.from({ length: 8 }, () => openFrom('one telephone', { point: 'RA-BUS-WS2' })));
    expect(codesOf(one)).toEqual(['APPEAL_POINT_BUSY', 'APPEAL_POINT_BUSY']);
    const many = await Promise.all(
      Array.from({ length: 56 }, (_, index) => openFrom(`telephone ${index}`, { point: 'RA-BUS-WS2' })),
    );
    expect(codesOf(many)).toEqual(['APPEAL_POINT_BUSY', 'APPEAL_POINT_BUSY']);
    // Another wall, another telephone; and whoever signs in.
    expect((await openFrom('another telephone')).problems).toEqual([]);
    expect((await openAt({ point: 'RA-BUS-WS2' }, person('signs in'))).problems).toEqual([]);
    now += 3_600_001;
    expect((await openFrom('one telephone', { point: 'RA-BUS-WS2' })).problems).toEqual([]);
    // Who asked is forgotten after the hour.
    await expect.poll(async () => (await sql`select count(*)::int as n from appeals.intake_turns`)[0]?.n).toBe(1);
  });
});

describe('two who say the same', () => {
  it('have one appeal, and it is closed when both are content, or by whoever had no part in it', async () => {
    const [one, other] = [person('says'), person('says too')];
    const openAs = (as: Caller, text: string) =>
      act('openAppeal', 'OpenAppealInput', { kind: 'complaint', department: 'forestry', text }, as);
    const first = await openAs(one, '站牌的灯坏了。');
    const second = await openAs(other, '站牌的灯，坏了');
    const id = first.appeal?.id ?? '';
    expect(second.appeal).toMatchObject({ id, sourceCount: 2, text: '站牌的灯坏了。' });
    expect(second.appeal?.trackingCode).not.toBe(first.appeal?.trackingCode);
    // Each is told of their own source; staff of both.
    expect(second.appeal).toMatchObject({ sources: { length: 1 } });
    expect((await see(id, station))?.sources).toHaveLength(2);
    await answerIt(id);
    const say = (as: Caller, accepted: boolean, grade: number, text: string | null = null) =>
      act('confirmAppeal', 'ConfirmAppealInput', { appeal: id, accepted, grade, text }, as);
    expect((await say(one, true, 5)).appeal?.status).toBe('ANSWERED');
    expect((await say(one, true, 4)).codes).toEqual(['APPEAL_WORD_SAID']);
    const disputed = await say(other, false, 1, '灯还是不亮');
    expect(disputed.appeal).toMatchObject({ status: 'IN_HAND' });
    // What one wrote since is not for the other.
    expect((await see(id, one))?.history.at(-1)).toEqual({ kind: 'WORD', text: null });
    expect((await see(id, station))?.history.at(-1)).toEqual({ kind: 'WORD', text: '灯还是不亮' });
    const committee: Caller = { ...station, subject: 'c', scopes: ['cases:joint-committee'] };
    await answerIt(id, committee);
    expect((await say(one, true, 5)).appeal?.status).toBe('ANSWERED');
    expect((await say(other, true, 4)).appeal?.status).toBe('CLOSED');
    const { appealSatisfaction } = await graph.ask<{ appealSatisfaction: object }>({
      query: `{ appealSatisfaction(kind: "complaint", department: "forestry", from: "2026-11-25", to: "2026-11-25") {
        appeals sources answered received rated satisfied } }`,
    });
    // Of each what they said last.
    expect(appealSatisfaction).toEqual({ appeals: 1, sources: 2, answered: 2, received: 2, rated: 2, satisfied: 2 });
  });

  it('about nothing in particular have one each', async () => {
    const openAs = (as: Caller) => act('openAppeal', 'OpenAppealInput', { kind: 'hard-case', text: '办不成' }, as);
    const [one, other] = [await openAs(person('a')), await openAs(person('b'))];
    expect(one.appeal?.id).not.toBe(other.appeal?.id);
    expect(other.appeal?.sourceCount).toBe(1);
  });

  it('of a complaint count towards what is looked at higher up, by whoever joins', async () => {
    const openAs = (who: number) =>
      act(
        'openAppeal',
        'OpenAppealInput',
        { kind: 'complaint', department: 'customs', text: '等了一天' },
        person(`waits ${who}`),
      );
    const all = [];
    for (const who of [1, 2, 3, 4, 5, 6]) all.push((await openAs(who)).appeal);
    expect(new Set(all.map((each) => each?.id)).size).toBe(1);
    expect(all.map((each) => each?.history.map(({ kind }) => kind))).toEqual([
      ...Array(4).fill(['OPENED']),
      ...Array(2).fill(['OPENED', 'RECURRED']),
    ]);
  });
});

describe('staff', () => {
  it('after it was given on are told what they did, by its key, as it was then, and nothing that came after', async () => {
    const { appeal } = await act(
      'openAppeal',
      'OpenAppealInput',
      { kind: 'hard-case', text: '转办后重发' },
      person('r'),
    );
    const id = appeal?.id ?? '';
    const health = clerk('health');
    await act('assignAppeal', 'AssignAppealInput', { appeal: id, department: 'health', reason: '属其职责' }, station);
    const called = { idempotencyKey: 'call', appeal: id, reason: '已电话告知' };
    const first = await act('telephoneAppeal', 'AppealReasonInput', called, health);
    const given = { idempotencyKey: 'on', appeal: id, department: 'tax', reason: '属税务' };
    const on = await act('assignAppeal', 'AssignAppealInput', given, health);
    await act('answerAppeal', 'AnswerAppealInput', { appeal: id, outcome: 'ADVISED', text: '税务的话' }, clerk('tax'));
    expect(await see(id, health)).toBeNull();
    const again = await act('telephoneAppeal', 'AppealReasonInput', called, health);
    expect(again.codes).toEqual([]);
    expect(again.appeal?.history).toEqual(first.appeal?.history);
    expect((await act('assignAppeal', 'AssignAppealInput', given, health)).appeal).toMatchObject({
      ...{ status: 'IN_HAND', answer: null, history: on.appeal?.history },
    });
    const other = await act('telephoneAppeal', 'AppealReasonInput', { ...called, reason: '别的' }, health);
    expect(other.codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    // Another's key, or a new one, is none of theirs.
    const strange = await act('telephoneAppeal', 'AppealReasonInput', called, clerk('forestry'));
    expect(strange.codes).toEqual(['APPEAL_NOT_FOUND']);
    expect(
      (await act('telephoneAppeal', 'AppealReasonInput', { ...called, idempotencyKey: 'new' }, health)).codes,
    ).toEqual(['APPEAL_NOT_FOUND']);
  });

  it('are written down when they look and when they act, before they see; the applicant is told for whom, and nobody removes it', async () => {
    const as = person('watched');
    const { appeal } = await act('openAppeal', 'OpenAppealInput', { kind: 'hard-case', text: '谁看过' }, as);
    const id = appeal?.id ?? '';
    await see(id, station);
    await see(id, clerk('tax'));
    await queue(station);
    await act('telephoneAppeal', 'AppealReasonInput', { appeal: id, reason: '告知' }, station);
    const rows =
      await sql`select kind, unit, staff from appeals.appeal_accesses where appeal = ${id} order by at, kind`;
    expect(rows.map(({ kind, unit }) => [kind, unit])).toEqual([
      ...[['ACTED', 'unit:service-station'], ...Array(2).fill(['READ', 'unit:service-station'])],
    ]);
    for (const { staff } of rows) expect(staff).not.toContain('staff-station');
    interface MyData {
      readonly myData: {
        readonly nodes: ReadonlyArray<{ kind: string; data: { id: string; accesses: ReadonlyArray<object> } }>;
      };
    }
    const { myData } = await graph.ask<MyData>({ query: '{ myData(first: 100) { nodes { kind data } } }' }, as);
    const told = myData.nodes.find(({ data }) => data.id === id)?.data.accesses;
    expect(told).toHaveLength(3);
    expect(told).toContainEqual({ kind: 'READ', unit: 'unit:service-station', at: expect.any(String) });
    expect(JSON.stringify(myData)).not.toContain('staff-station');
    for (const change of [
      `update appeals.appeal_accesses set kind = 'READ'`,
      'delete from appeals.appeal_accesses',
      'truncate appeals.appeal_accesses',
    ])
      await expect(sql.unsafe(change)).rejects.toThrow('neither changed');
  });
});

describe('what happened', () => {
  it('is chained and signed by the key that is published, and what is changed shows', async () => {
    const as = person('proves');
    const { appeal } = await act('openAppeal', 'OpenAppealInput', { kind: 'hard-case', text: '留痕' }, as);
    const id = appeal?.id ?? '';
    await answerIt(id);
    interface Proof {
      readonly appealLedgerKey: { readonly part: string; readonly x: string };
      readonly appeal: {
        readonly proof: {
          readonly chainHolds: boolean;
          readonly entries: ReadonlyArray<{
            digest: string;
            signature: string;
            signatureHolds: boolean;
            number: number;
          }>;
        };
      };
    }
    const proof = () =>
      graph.ask<Proof>(
        {
          query: `query ($id: ID!) { appealLedgerKey { part x }
            appeal(id: $id) { proof { chainHolds entries { number digest signature signatureHolds } } } }`,
          variables: { id },
        },
        as,
      );
    const { appealLedgerKey: key, appeal: told } = await proof();
    expect(told.proof).toMatchObject({ chainHolds: true, entries: [{ number: 1 }, { number: 2 }] });
    const known = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x } as never, format: 'jwk' });
    for (const { digest, signature, signatureHolds } of told.proof.entries) {
      expect(signatureHolds).toBe(true);
      const statement = Buffer.from(`ledger of ${key.part}\n${digest}`);
      expect(verify(null, statement, known, Buffer.from(signature, 'base64url'))).toBe(true);
    }
    const changed = (set: string) =>
      sql.begin(async (transaction) => {
        await transaction`alter table appeals.appeal_events disable trigger user`;
        await transaction.unsafe(`update appeals.appeal_events set ${set} where appeal = '${id}' and number = 2`);
        await transaction`alter table appeals.appeal_events enable trigger user`;
      });
    const [row] = await sql`select signature, unit from appeals.appeal_events where appeal = ${id} and number = 2`;
    await changed(`signature = (select signature from appeals.appeal_events where appeal = '${id}' and number = 1)`);
    expect((await proof()).appeal.proof).toMatchObject({
      chainHolds: true,
      entries: [{ signatureHolds: true }, { signatureHolds: false }],
    });
    await changed(`signature = '${row?.signature}', unit = 'department:tax'`);
    expect((await proof()).appeal.proof.chainHolds).toBe(false);
  });

  it('to what stands in a source, a notice, a receipt or a word is never changed', async () => {
    for (const table of ['appeal_sources', 'appeal_notices', 'appeal_receipts', 'appeal_words'])
      for (const change of [`delete from appeals.${table}`, `truncate appeals.${table} cascade`])
        await expect(sql.unsafe(change)).rejects.toThrow('neither changed');
    await expect(sql`update appeals.appeal_sources set platform = 'x'`).rejects.toThrow('neither changed');
    await expect(sql`update appeals.appeal_receipts set at = now()`).rejects.toThrow('neither changed');
  });

  it('of an appeal that is open when its submission is erased goes as soon as it is closed', async () => {
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'erased-open' }));
    const of = submission?.id ?? '';
    const { appeal } = await act(
      'openAppeal',
      'OpenAppealInput',
      { kind: 'hard-case', text: '随办件删除', submission: of },
      citizen,
    );
    const id = appeal?.id ?? '';
    await until(graph, of, ({ state }) => state === 'COMPLETED');
    await graph.ask(
      {
        query: 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }',
        variables: { input: { idempotencyKey: 'e', submission: of } },
      },
      citizen,
    );
    await expect
      .poll(async () => (await sql`select erasure_asked_at from appeals.appeals where id = ${id}`)[0]?.erasure_asked_at)
      .not.toBeNull();
    // Whoever is still owed an answer is given one.
    expect((await see(id, citizen))?.text).toBe('随办件删除');
    await answerIt(id);
    await act('confirmAppeal', 'ConfirmAppealInput', { appeal: id, accepted: true }, citizen);
    await expect.poll(async () => (await see(id, citizen))?.text).toBeNull();
    expect((await see(id, citizen))?.trackingCode).toBeNull();
  });
});

it('an appeal that the release before opens while this one begins has its first source', async () => {
  const [row] = await sql`select * from appeals.appeals limit 1`;
  const { place, merged_into, erasure_asked_at, ...old } = row as postgres.Row;
  await sql`insert into appeals.appeals ${sql({ ...old, id: 'old', request: 'old', code: 'old' })}`;
  expect(await sql`select number, kind, account, code from appeals.appeal_sources where appeal = 'old'`).toEqual([
    { number: 1, kind: 'ACCOUNT', account: old.account, code: 'old' },
  ]);
});

it('nothing of a person lies in clear: in no table, log line, metric or file', async () => {
  const words = ['窗口办不了', '系统里没有孩子', '站牌的灯坏了', '灯还是不亮', '等了一天'];
  expect(
    await witness.found(graph, words, ['appeals.appeals', 'appeals.appeal_sources', 'appeals.appeal_events']),
  ).toEqual([]);
});
