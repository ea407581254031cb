import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { citizen, clerk, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';
import { createWitness } from './witness.ts';

const dayMs = 86_400_000;
/** A Thursday; 2026-06-19 is a holiday, and the year after is not loaded. */
const start = Date.parse('2026-06-11T10:00:00+08:00');
let now: number;
const witness = createWitness();
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  now = start;
  // Looked after so often that a moved clock is seen at once.
  graph = await startGraph({ ...witness.options, now: () => now, pace: { dueMs: 100, keptMs: 200 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
beforeEach(() => {
  now = Math.max(now, start) + 1000;
});

const unit = (code: string): Caller => ({ ...clerk(code), subject: `staff-${code}`, scopes: [`cases:${code}`] });
const station = unit('service-station');
const committee = unit('joint-committee');
const health = clerk('health');
const person = (subject: string): Caller => ({ ...citizen, subject });

interface Seen {
  readonly id: string;
  readonly trackingCode: string | null;
  readonly status: string;
  readonly text: string | null;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly yearsNotCovered: ReadonlyArray<number>;
  readonly disputes: number;
  readonly closedBy: string | null;
  readonly grade: number | null;
  readonly class: { readonly code: string };
  readonly owner: {
    readonly department: { readonly code: string } | null;
    readonly unit: { readonly code: string } | null;
  };
  readonly answer: { readonly outcome: string; readonly by: Seen['owner'] } | null;
  readonly history: ReadonlyArray<{ readonly kind: string; readonly text: string | null }>;
}
const fields = `id trackingCode status text dueOn overdue yearsNotCovered disputes closedBy grade class { code }
  owner { department { code } unit { code } } answer { outcome by { department { code } unit { code } } } history { kind text }`;

interface Answer {
  readonly appeal: Seen | null;
  readonly codes: ReadonlyArray<string>;
}
let keys = 0;
/** One of the mutations of appeals. */
async function act(name: string, type: string, input: Record<string, unknown>, as: Caller | null): Promise<Answer> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { appeal { ${fields} } problems { code message path } } }`;
  const all = { idempotencyKey: `k${keys++}`, ...input };
  const answer = await graph.ask<Record<string, { appeal: Seen | null; problems: Array<{ code: string }> }>>(
    { query, variables: { input: all } },
    as,
  );
  const { appeal, problems } = answer[name] as { appeal: Seen | null; problems: Array<{ code: string }> };
  return { appeal, codes: problems.map(({ code }) => code) };
}
const open = (input: Record<string, unknown>, as: Caller = citizen) =>
  act('openAppeal', 'OpenAppealInput', { kind: 'hard-case', text: '诊所名称登记不了', ...input }, as);
async function opened(input: Record<string, unknown> = {}, as: Caller = citizen): Promise<Seen> {
  const { appeal, codes } = await open({ text: `诉求 ${keys}`, ...input }, as);
  expect(codes).toEqual([]);
  return appeal as Seen;
}
const see = async (id: string, as: Caller | null) =>
  (
    await graph.ask<{ appeal: Seen | null }>(
      { query: `query ($id: ID!) { appeal(id: $id) { ${fields} } }`, variables: { id } },
      as,
    )
  ).appeal;
const assign = (appeal: string, to: Record<string, string>, as: Caller = station) =>
  act('assignAppeal', 'AssignAppealInput', { appeal, reason: '属其职责', ...to }, as);
const answer = (appeal: string, more: Record<string, unknown> = {}, as: Caller = station) =>
  act('answerAppeal', 'AnswerAppealInput', { appeal, outcome: 'SOLVED', text: '已办成', ...more }, as);
const confirm = (appeal: string, accepted: boolean, as: Caller = citizen, more: Record<string, unknown> = {}) =>
  act('confirmAppeal', 'ConfirmAppealInput', { appeal, accepted, ...more }, as);
const check = (appeal: string, holds: boolean, as: Caller) =>
  act('checkAppeal', 'CheckAppealInput', { appeal, holds, text: '已现场核查' }, as);
const owned = (owner: Seen['owner'] | undefined) => owner?.unit?.code ?? owner?.department?.code;

describe('an appeal', () => {
  it('systems 7, Test: has an owner and a last day at once, in working days over a holiday', async () => {
    now = Date.parse('2026-06-17T16:00:00+08:00');
    const appeal = await opened();
    expect(appeal).toMatchObject({ status: 'IN_HAND', class: { code: 'SIMPLE' }, overdue: false, yearsNotCovered: [] });
    expect(owned(appeal.owner)).toBe('service-station');
    // Thursday is the first, the holiday on Friday and the weekend are none.
    expect(appeal.dueOn).toBe('2026-06-23');
    now = Date.parse('2026-06-24T09:00:00+08:00');
    expect(await see(appeal.id, citizen)).toMatchObject({ overdue: true });
    now = start;
  });

  it('goes from the station to a department and is closed by the word of the applicant alone', async () => {
    const { id } = await opened();
    expect(owned((await assign(id, { department: 'health' })).appeal?.owner)).toBe('health');
    expect((await answer(id, {}, station)).codes).toEqual(['APPEAL_NOT_YOURS']);
    const answered = await answer(id, {}, health);
    expect(answered.appeal).toMatchObject({ status: 'ANSWERED', answer: { outcome: 'SOLVED' } });
    expect(owned(answered.appeal?.answer?.by)).toBe('health');
    expect((await confirm(id, true, otherCitizen)).codes).toEqual(['APPEAL_NOT_FOUND']);
    expect((await confirm(id, true, citizen, { grade: 6 })).codes).toEqual(['APPEAL_GRADE_INVALID']);
    const closed = await confirm(id, true, citizen, { grade: 5 });
    expect(closed.appeal).toMatchObject({ status: 'CLOSED', closedBy: 'WORD', grade: 5, overdue: false });
    expect(closed.appeal?.history.map(({ kind }) => kind)).toEqual(['OPENED', 'ASSIGNED', 'ANSWERED', 'WORD']);
    expect((await assign(id, { department: 'tax' })).codes).toEqual(['CASE_ALREADY_CLOSED']);
  });

  it('is looked at higher up where the applicant disputes the answer, and closed by a check of who had no part in it', async () => {
    const { id } = await opened();
    await answer(id);
    const disputed = await confirm(id, false);
    expect(disputed.appeal).toMatchObject({ status: 'IN_HAND', disputes: 1, closedBy: null });
    expect(owned(disputed.appeal?.owner)).toBe('joint-committee');
    expect((await check(id, true, station)).codes).toEqual(['CASE_NOT_ANSWERED']);
    await answer(id, { text: '联席会议已定' }, committee);
    expect((await check(id, true, committee)).codes).toEqual(['CASE_CHECK_NOT_INDEPENDENT']);
    expect((await check(id, true, health)).codes).toEqual(['APPEAL_NOT_FOUND']);
    expect((await check(id, true, station)).appeal).toMatchObject({ status: 'CLOSED', closedBy: 'CHECK' });
  });

  it('systems 7 and 15, Test: is not closed by a telephone call, nor refused without law and alternatives', async () => {
    const { id } = await opened();
    const called = await act('telephoneAppeal', 'AppealReasonInput', { appeal: id, reason: '已电话告知' }, station);
    expect(called.appeal).toMatchObject({ status: 'IN_HAND' });
    expect(called.appeal?.history.at(-1)).toEqual({ kind: 'TELEPHONED', text: '已电话告知' });
    const refuse = (more: Record<string, unknown>) => answer(id, { outcome: 'REFUSED', text: '不能办', ...more });
    expect((await refuse({})).codes).toEqual(['CASE_REFUSAL_INCOMPLETE']);
    expect((await refuse({ legalBasis: '《诊所备案管理暂行办法》第五条' })).codes).toEqual(['CASE_REFUSAL_INCOMPLETE']);
    const whole = await refuse({ legalBasis: '《诊所备案管理暂行办法》第五条', alternatives: ['改用其他名称'] });
    expect(whole.appeal).toMatchObject({ status: 'ANSWERED', answer: { outcome: 'REFUSED' } });
  });

  it('systems 7, Test: has more days with a reason and a notice, and never more than its kind has', async () => {
    const { id } = await opened();
    const extend = (workingDays: number, more: Record<string, unknown> = {}) =>
      act(
        'extendAppeal',
        'ExtendAppealInput',
        { appeal: id, workingDays, reason: '需会商', notified: true, ...more },
        station,
      );
    expect((await extend(2, { notified: false })).codes).toEqual(['CASE_NOTICE_MISSING']);
    expect((await extend(2, { reason: ' ' })).codes).toEqual(['CASE_REASON_MISSING']);
    expect((await extend(0)).codes).toEqual(['CASE_LIMIT_EXCEEDED']);
    expect((await extend(13)).codes).toEqual(['CASE_LIMIT_EXCEEDED']);
    expect((await extend(12)).codes).toEqual([]);
    expect((await extend(1)).codes).toEqual(['CASE_LIMIT_EXCEEDED']);
    const classify = (code: string) =>
      act('classifyAppeal', 'ClassifyAppealInput', { appeal: id, class: code, reason: '重', notified: true }, station);
    expect((await classify('NONE')).codes).toEqual(['CASE_CLASS_UNKNOWN']);
    // Twelve more days with ten are twenty-two.
    expect((await classify('COMPLEX')).codes).toEqual(['CASE_LIMIT_EXCEEDED']);
  });

  it('counts no day on which its clock stands', async () => {
    const { id, dueOn } = await opened();
    expect(dueOn).toBe('2026-06-16');
    const at = (name: string, more: Record<string, unknown> = {}) =>
      act(name, name === 'pauseAppeal' ? 'AppealReasonInput' : 'AppealStepInput', { appeal: id, ...more }, station);
    expect((await at('resumeAppeal')).codes).toEqual(['CASE_NOT_PAUSED']);
    expect((await at('pauseAppeal', { reason: '等申请人补件' })).appeal).toMatchObject({ status: 'PAUSED' });
    now += 6 * dayMs;
    expect(await see(id, citizen)).toMatchObject({ overdue: false });
    // Four working days between a Thursday and the Wednesday after.
    expect((await at('resumeAppeal')).appeal).toMatchObject({ status: 'IN_HAND', dueOn: '2026-06-23' });
    now = start;
  });

  it('is put before several at one table, who are named, on a day to come', async () => {
    const { id } = await opened();
    const escalate = (more: Record<string, unknown>) =>
      act(
        'escalateAppeal',
        'EscalateAppealInput',
        {
          ...{
            appeal: id,
            unit: 'joint-committee',
            members: ['卫健局', '市场监管局'],
            meetsOn: '2026-06-12',
            reason: '规定相互矛盾',
          },
          ...more,
        },
        station,
      );
    expect((await escalate({ unit: 'magic' })).codes).toEqual(['APPEAL_HANDLER_UNKNOWN']);
    expect((await assign(id, { unit: 'magic' })).codes).toEqual(['APPEAL_HANDLER_UNKNOWN']);
    expect((await assign(id, { unit: 'service-station' })).codes).toEqual([]);
    expect((await escalate({ members: [] })).codes).toEqual(['CASE_ESCALATION_INCOMPLETE']);
    expect((await escalate({ meetsOn: '2026-06-10' })).codes).toEqual(['CASE_ESCALATION_INCOMPLETE']);
    expect((await escalate({ meetsOn: '2026-06-31' })).codes).toEqual(['CASE_ESCALATION_INCOMPLETE']);
    expect(owned((await escalate({})).appeal?.owner)).toBe('joint-committee');
  });

  it('is one under one key, and one for the same words while it is open', async () => {
    const as = person('repeats');
    const first = await open({ idempotencyKey: 'same', text: '同一件事' }, as);
    const again = await open({ idempotencyKey: 'same', text: '同一件事' }, as);
    expect(again.appeal?.id).toBe(first.appeal?.id);
    expect((await open({ idempotencyKey: 'same', text: '另一件事' }, as)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const both = await Promise.all([0, 1, 2, 3].map(() => open({ text: '同一件事 ' }, as)));
    expect(new Set(both.map(({ appeal }) => appeal?.id))).toEqual(new Set([first.appeal?.id]));
    const twice = { appeal: first.appeal?.id, outcome: 'ADVISED', text: '请到三楼', idempotencyKey: 'answer' };
    const answers = await Promise.all([0, 1, 2].map(() => act('answerAppeal', 'AnswerAppealInput', twice, station)));
    expect(answers.map(({ appeal, codes }) => [appeal?.status, codes])).toEqual(Array(3).fill(['ANSWERED', []]));
    expect(answers[0]?.appeal?.history).toHaveLength(2);
    const other = await act('answerAppeal', 'AnswerAppealInput', { ...twice, text: '请到四楼' }, station);
    expect(other.codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('of one person only so many are open, also at once', async () => {
    const as = person('many');
    const all = await Promise.all(Array.from({ length: 25 }, (_, index) => open({ text: `第${index}件` }, as)));
    expect(all.filter(({ codes }) => codes.length === 0)).toHaveLength(20);
    expect(all.filter(({ codes }) => codes[0] === 'APPEALS_OPEN')).toHaveLength(5);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing said', { text: ' ' }, 'APPEAL_TEXT_MISSING'],
    ['a kind that there is not', { kind: 'praise' }, 'APPEAL_KIND_UNKNOWN'],
    ['a matter that there is not', { matter: '999' }, 'MATTER_NOT_FOUND'],
    ['a department that there is not', { department: 'magic' }, 'APPEAL_HANDLER_UNKNOWN'],
    [
      'a department whose matter it is not',
      { department: 'tax', matter: '330381WJ000123001000' },
      'APPEAL_HANDLER_UNKNOWN',
    ],
    ['a submission of nobody', { submission: 'none' }, 'SUBMISSION_NOT_FOUND'],
    ['a blank key', { idempotencyKey: ' ' }, 'IDEMPOTENCY_KEY_REQUIRED'],
  ])('with %s is refused', async (_what, input, code) => {
    expect(await open(input)).toEqual({ appeal: null, codes: [code] });
  });

  it('is a citizen’s', async () => {
    expect((await open({}, station)).codes).toEqual(['APPEAL_OF_CITIZENS']);
    await expect(open({}, null as never)).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('a complaint', () => {
  const complain = (who: string, more: Record<string, unknown> = {}) =>
    opened({ kind: 'complaint', department: 'tax', ...more }, person(who));

  it('systems 15, Test: is never handled by whom it is about', async () => {
    const { id } = await complain('zhang');
    expect((await assign(id, { department: 'tax' })).codes).toEqual(['CASE_OWNER_CONCERNED']);
    expect((await assign(id, { department: 'magic' })).codes).toEqual(['APPEAL_HANDLER_UNKNOWN']);
    expect((await assign(id, {})).codes).toEqual(['APPEAL_HANDLER_UNKNOWN']);
    expect((await assign(id, { department: 'health', unit: 'joint-committee' })).codes).toEqual([
      'APPEAL_HANDLER_UNKNOWN',
    ]);
    expect(owned((await assign(id, { department: 'health' })).appeal?.owner)).toBe('health');
    expect(await see(id, clerk('tax'))).toBeNull();
  });

  it('systems 15, Test: the fifth of its like in thirty days is looked at higher up at once; what is older counts no more', async () => {
    const matter = '330381GA000709105001';
    const about = (who: string) => complain(who, { matter, department: 'public-security' });
    const owners = [];
    for (const who of ['a', 'b', 'c', 'd', 'e']) owners.push(owned((await about(who)).owner));
    expect(owners).toEqual([...Array(4).fill('service-station'), 'joint-committee']);
    now += 30 * dayMs + 5000;
    const later = await about('f');
    expect(owned(later.owner)).toBe('service-station');
    expect(later.history.map(({ kind }) => kind)).toEqual(['OPENED']);
    now = start;
  });
});

describe('who sees an appeal', () => {
  it('is the applicant, whoever has it, and the units that look after its kind', async () => {
    const { id, trackingCode } = await opened({ department: 'health' });
    expect((await see(id, citizen))?.trackingCode).toBe(trackingCode);
    for (const as of [null, otherCitizen, clerk('tax'), health, { ...clerk('tax'), scopes: ['cases:'] }])
      expect(await see(id, as)).toBeNull();
    for (const as of [station, committee]) expect(await see(id, as)).toMatchObject({ id, trackingCode: null });
    await assign(id, { department: 'health' });
    expect(await see(id, health)).toMatchObject({ id });
  });

  it('by its tracking code anybody sees how it stands, and nothing that was written', async () => {
    const { trackingCode, dueOn } = await opened();
    const track = async (code: string) =>
      (
        await graph.ask<{ trackAppeal: object | null }>({
          query: `query ($code: String!) { trackAppeal(code: $code) { status dueOn overdue kind { name } owner { unit { name } } events { kind } } }`,
          variables: { code },
        })
      ).trackAppeal;
    const seen = {
      ...{ status: 'IN_HAND', dueOn, overdue: false, kind: { name: '办不成事' }, events: [{ kind: 'OPENED' }] },
      owner: { unit: { name: '办不成事反映窗口（服务站）' } },
    };
    expect(await track(trackingCode ?? '')).toEqual(seen);
    expect(await track((trackingCode ?? '').toLowerCase().replaceAll('-', ' '))).toEqual(seen);
    for (const code of ['', 'AAAA-BBBB-CCCC-DDDD', `${trackingCode}A`]) expect(await track(code)).toBeNull();
  });

  it('staff have theirs to handle, the earliest due first', async () => {
    const as = person('queue');
    const ids = [await opened({}, as), await opened({}, as)].map(({ id }) => id);
    for (const id of ids) await assign(id, { department: 'forestry' });
    await act(
      'classifyAppeal',
      'ClassifyAppealInput',
      { appeal: ids[0], class: 'SPECIAL', reason: '重', notified: true },
      clerk('forestry'),
    );
    const queue = (who: Caller) =>
      graph.ask<{ appealsToHandle: { totalCount: number; nodes: Array<{ id: string }> } }>(
        { query: '{ appealsToHandle { totalCount nodes { id } } }' },
        who,
      );
    expect((await queue(clerk('forestry'))).appealsToHandle).toEqual({
      totalCount: 2,
      nodes: [{ id: ids[1] }, { id: ids[0] }],
    });
    expect((await queue(clerk('customs'))).appealsToHandle.totalCount).toBe(0);
    await expect(queue(citizen)).rejects.toThrow('FORBIDDEN');
  });
});

describe('a later catalogue', () => {
  it('without its kind, and with other units, changes no appeal that is under way', async () => {
    const { id } = await opened();
    const [{ content } = { content: { kinds: [], units: [] } }] =
      await sql`select content from appeals.rules order by revision desc`;
    const other = { ...content.kinds[0], code: 'other', owner: 'other-station', escalatesTo: 'other-committee' };
    await sql`insert into appeals.rules (revision, content) values (1000, ${sql.json({ ...content, kinds: [other], units: [] })})`;
    await sql`insert into appeals.beginnings (revision, holds_from) values (1000, '2000-01-01')`;
    try {
      expect((await open({ text: '新的' })).codes).toEqual(['APPEAL_KIND_UNKNOWN']);
      const theirs = await opened({ kind: 'other' });
      expect(owned(theirs.owner)).toBe('other-station');
      // The units of one kind look after none of another.
      for (const as of [station, committee]) expect(await see(theirs.id, as)).toBeNull();
      expect(await see(id, unit('other-station'))).toBeNull();
      expect((await assign(id, { department: 'health' }, unit('other-station'))).codes).toEqual(['APPEAL_NOT_FOUND']);
      const kind = await graph.ask<object>(
        { query: `{ appeal(id: "${id}") { kind { code name classes { code } } } }` },
        citizen,
      );
      expect(kind).toMatchObject({ appeal: { kind: { code: 'hard-case', name: '办不成事' } } });
      expect((await assign(id, { department: 'health' })).codes).toEqual([]);
      expect((await answer(id, {}, health)).appeal?.status).toBe('ANSWERED');
    } finally {
      await sql`delete from appeals.rules where revision = 1000`;
      await sql`delete from appeals.beginnings where revision = 1000`;
    }
  });
});

describe('figures', () => {
  it('tell every share with what it is a share of', async () => {
    now = Date.parse('2026-08-03T09:00:00+08:00');
    const as = (who: string) => person(`figures ${who}`);
    const closedBy = async (who: string, more: Record<string, unknown>, grade: number | null): Promise<void> => {
      const { id } = await opened({}, as(who));
      await answer(id, more);
      await confirm(id, true, as(who), { grade });
    };
    await closedBy('spot', { outcome: 'ADVISED', text: '请到三楼' }, 5);
    await closedBy('solved', {}, 2);
    await closedBy(
      'refused',
      { outcome: 'REFUSED', text: '不行', legalBasis: '某法', alternatives: ['另一途径'] },
      null,
    );
    const { id: late } = await opened({}, as('late advice'));
    await opened({}, as('open'));
    now += 10 * dayMs;
    await answer(late, { outcome: 'ADVISED', text: '迟到的解答' });
    const figures = async (from: string, to: string) =>
      (
        await graph.ask<{ appealFigures: object }>({
          query: `query ($from: Date!, $to: Date!) { appealFigures(kind: "hard-case", from: $from, to: $to) {
            received answeredOnTheSpot solved refused overdue graded satisfied } }`,
          variables: { from, to },
        })
      ).appealFigures;
    expect(await figures('2026-08-03', '2026-08-03')).toEqual({
      ...{ received: 5, answeredOnTheSpot: 1, solved: 1, refused: 1, overdue: 1, graded: 2, satisfied: 1 },
    });
    expect(await figures('2026-08-04', '2026-08-05')).toMatchObject({ received: 0, graded: 0 });
    await expect(figures('2026-08-05', '2026-08-04')).rejects.toThrow('APPEAL_FIGURES_TOO_LONG');
    await expect(figures('2026-01-01', '2027-01-03')).rejects.toThrow('APPEAL_FIGURES_TOO_LONG');
    await expect(figures('2026-02-30', '2026-03-01')).rejects.toThrow('INVALID_DATE');
    now = start;
  });
});

describe('about a submission', () => {
  it('an appeal is the applicant’s alone, joined to it, told with all that is held of them, and erased with it', async () => {
    now = Date.parse('2026-11-26T09:00:00+08:00');
    const { submission, problems } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: 'with-appeal' }),
    );
    expect(problems).toEqual([]);
    const id = submission?.id ?? '';
    const birth = '330381WJ000123001000';
    expect((await open({ submission: id }, otherCitizen)).codes).toEqual(['SUBMISSION_NOT_FOUND']);
    expect((await open({ submission: id, matter: '330381ZR000115001000' })).codes).toEqual(['MATTER_NOT_FOUND']);
    const appeal = await opened({ submission: id, matter: birth, text: '出生证迟迟不发' });
    const joined = async (as: Caller) =>
      (
        await graph.ask<{ submission: { appeals: Array<{ id: string; about: object }> | null } | null }>(
          { query: 'query ($id: ID!) { submission(id: $id) { appeals { id about { code } } } }', variables: { id } },
          as,
        )
      ).submission;
    expect(await joined(citizen)).toEqual({ appeals: [{ id: appeal.id, about: { code: 'health' } }] });
    expect(await joined(health)).toEqual({ appeals: null });
    await until(graph, id, ({ state }) => state === 'COMPLETED');
    interface MyData {
      readonly myData: {
        readonly nodes: Array<{ kind: string; id: string; data: { text: string | null } }>;
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const held = async () => {
      const nodes: Array<MyData['myData']['nodes'][number]> = [];
      for (let after: string | null = null, more = true; more; ) {
        const { myData }: MyData = await graph.ask<MyData>(
          {
            query:
              'query ($after: String) { myData(first: 7, after: $after) { nodes { kind id data } pageInfo { hasNextPage endCursor } } }',
            variables: { after },
          },
          citizen,
        );
        nodes.push(...myData.nodes);
        ({ hasNextPage: more, endCursor: after } = myData.pageInfo);
      }
      return nodes.filter((each) => each.kind === 'APPEAL' && each.id === appeal.id);
    };
    expect(await held()).toMatchObject([{ data: { text: '出生证迟迟不发' } }]);
    await answer(appeal.id);
    await confirm(appeal.id, true);
    await graph.ask(
      {
        query: 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }',
        variables: { input: { idempotencyKey: 'erase', submission: id } },
      },
      citizen,
    );
    await expect.poll(async () => (await see(appeal.id, citizen))?.text).toBeNull();
    const erased = await see(appeal.id, citizen);
    expect(erased).toMatchObject({ status: 'CLOSED', trackingCode: null });
    expect(erased?.history.map(({ kind, text }) => [kind, text])).toEqual([
      ['OPENED', null],
      ['ANSWERED', null],
      ['WORD', null],
    ]);
    expect(await held()).toMatchObject([{ data: { text: null } }]);
    now = start;
  });

  it('no word and no name of it lies clear, and its rows can be neither changed nor removed', async () => {
    const { id } = await opened({ text: '密语一二三' }, person('canary-person'));
    await answer(id, { text: '密语四五六' });
    const rows =
      await sql`select to_jsonb(a)::text as row from appeals.appeals a union all select to_jsonb(e)::text from appeals.appeal_events e`;
    const all = rows.map(({ row }) => row).join('\n');
    for (const canary of ['密语', 'canary-person', 'staff-service-station']) expect(all).not.toContain(canary);
    await expect(sql`update appeals.appeal_events set kind = 'CHECKED' where appeal = ${id}`).rejects.toThrow(
      'neither changed',
    );
    await expect(sql`delete from appeals.appeal_events where appeal = ${id}`).rejects.toThrow('neither changed');
    await expect(sql`truncate appeals.appeal_events`).rejects.toThrow('neither changed');
    // Whoever takes the trigger away breaks the chain, and no more is done to it.
    await sql.begin(async (transaction) => {
      await transaction`alter table appeals.appeal_events disable trigger user`;
      await transaction`update appeals.appeal_events set unit = 'department:tax' where appeal = ${id} and number = 2`;
      await transaction`alter table appeals.appeal_events enable trigger user`;
    });
    await expect(confirm(id, true, person('canary-person'))).rejects.toThrow('INTERNAL_SERVER_ERROR');
  });

  it('is not opened while submissions cannot be looked up', async () => {
    graph.switches.stopped.add('journeys');
    try {
      await expect(open({ submission: 'any' })).rejects.toThrow('SUBMISSIONS_UNAVAILABLE');
      expect((await opened()).status).toBe('IN_HAND');
    } finally {
      graph.switches.stopped.clear();
    }
  });

  it('nobody but the part whose work it is asks for what is held, or has it erased', async () => {
    const journeys = { ...serviceIdentity('catalogue') };
    for (const query of [
      '{ appealsData(account: "citizen-lin", first: 1) { totalCount } }',
      'mutation { appealsErase(submission: "x") }',
    ]) {
      const { errors } = await (
        graph.subgraphs.get('appeals') as NonNullable<ReturnType<typeof graph.subgraphs.get>>
      ).execute({
        query,
        headers: {},
        identity: journeys,
      });
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});

it('what closed appeals tell of persons goes when its time is over', async () => {
  now = Date.parse('2026-09-01T09:00:00+08:00');
  const { id } = await opened({ text: '两年后删除' });
  const { id: still } = await opened({ text: '没有办结' });
  await answer(id);
  await confirm(id, true);
  now = Date.parse('2028-08-31T09:00:00+08:00');
  await expect.poll(async () => (await see(id, citizen))?.text).toBe('两年后删除');
  now = Date.parse('2028-09-02T09:00:00+08:00');
  await expect.poll(async () => (await see(id, citizen))?.text).toBeNull();
  // What is not closed is kept, however old.
  expect((await see(still, citizen))?.text).toBe('没有办结');
  now = start;
});

it('nothing of a person lies in clear: in no table, log line, metric or file', async () => {
  const words = [
    '密语一二三',
    '密语四五六',
    '诊所名称登记不了',
    '同一件事',
    '已电话告知',
    'canary-person',
    'staff-service-station',
    '没有办结',
  ];
  expect(
    await witness.found(graph, words, ['appeals.appeals', 'appeals.appeal_events', 'appeals.appeal_accesses']),
  ).toEqual([]);
});
