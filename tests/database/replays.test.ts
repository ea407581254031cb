import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { addDays, daysBetween } from '../../subgraphs/language/civil-date.ts';
import type { Identity } from '../../subgraphs/runtime/identity.ts';
import { rowsOf } from '../replay-rows.ts';
import { type Graph, startGraph } from './gateway-of.ts';

let now = 0;
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());

const at = (day: string, hour = 9): void => {
  now = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
};
const citizen = (subject: string): Identity => ({ subject, kind: 'CITIZEN', department: null, scopes: [] });
const staff = (unit: string, department = unit): Identity => ({
  ...{ subject: `staff-${unit}`, kind: 'STAFF', department, scopes: [`cases:${unit}`] },
});
const station = staff('service-station');

interface Appeal {
  readonly id: string;
  readonly status: string;
  readonly owner: {
    readonly department: { readonly code: string } | null;
    readonly unit: { readonly code: string } | null;
  };
}
interface Answered {
  readonly appeal: Appeal | null;
  readonly problems: ReadonlyArray<{ readonly code: string }>;
}
/** Asked of the subgraph itself: hundreds of steps, and what the gateway does is tested elsewhere. */
async function act(name: string, input: Record<string, unknown>, identity: Identity): Promise<Answered> {
  const type = name === 'telephoneAppeal' ? 'AppealReasonInput' : `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
    appeal { id status owner { department { code } unit { code } } } problems { code } } }`;
  const answer = await graph.subgraphs.get('appeals')?.execute({ query, variables: { input }, headers: {}, identity });
  expect(answer?.errors).toBeUndefined();
  return answer?.data?.[name] as Answered;
}
async function open(input: Record<string, unknown>, who: string): Promise<Appeal> {
  const { appeal, problems } = await act('openAppeal', { idempotencyKey: who, ...input }, citizen(who));
  expect(problems).toEqual([]);
  return appeal as Appeal;
}

async function suggestedClasses(kind: string): Promise<ReadonlyArray<ReadonlyArray<string>>> {
  const query = 'query ($kind: ID!) { appealClassesSuggested(kind: $kind) { appeals { id } } }';
  const request = { query, variables: { kind }, headers: {}, identity: station };
  const answer = await graph.subgraphs.get('appeals')?.execute(request);
  expect(answer?.errors).toBeUndefined();
  const classes = answer?.data?.appealClassesSuggested as ReadonlyArray<{ appeals: ReadonlyArray<{ id: string }> }>;
  return classes.map(({ appeals }) => appeals.map(({ id }) => id));
}

it('systems 7, Test and Replay of hard cases (办不成事): of 523 visits in half a year 362 are answered on the spot and 12 matters are done, and nobody is discontent', async () => {
  const visits = rowsOf<'visit' | 'receivedOn' | 'class' | 'outcome' | 'answeredAfterDays'>('hard-case-visits.csv');
  for (const { visit, receivedOn, class: code, outcome, answeredAfterDays } of visits) {
    const who = `visitor-${visit}`;
    at(receivedOn);
    const { id } = await open({ kind: 'hard-case', text: `来访 ${visit}` }, who);
    const more = { idempotencyKey: who, appeal: id };
    if (code !== 'SIMPLE')
      await act('classifyAppeal', { ...more, class: code, reason: '涉及多个部门', notified: true }, station);
    at(addDays(receivedOn, Number(answeredAfterDays)), 10);
    await act('answerAppeal', { ...more, outcome, text: '已答复' }, station);
    await act('confirmAppeal', { ...more, accepted: true, grade: 5 }, citizen(who));
  }
  const answer = await graph.subgraphs.get('appeals')?.execute({
    query: `{ appealFigures(kind: "hard-case", from: "2026-01-05", to: "2026-07-04") {
      received answeredOnTheSpot solved refused overdue graded satisfied } }`,
    headers: {},
  });
  process.stdout.write(`hard cases: ${JSON.stringify(answer?.data?.appealFigures)}\n`);
  expect(answer?.data?.appealFigures).toEqual({
    ...{ received: 523, answeredOnTheSpot: 362, solved: 12, refused: 0, overdue: 0, graded: 523, satisfied: 523 },
  });
});

it('systems 15, Test and Replay of the hotline (市长热线): 82 complaints are six topics; none is handled by whom it is about or closed by a call, and each fifth like one in thirty days is looked at higher up', async () => {
  const calls = rowsOf<'call' | 'calledOn' | 'matter' | 'topic' | 'words'>('hotline-complaints.csv');
  const concerned = new Map<string, string>();
  const escalated: string[] = [];
  const callOf = new Map<string, string>();
  for (const { call, calledOn, matter, words } of calls) {
    at(calledOn);
    const { id, owner } = await open({ kind: 'complaint', matter, text: words }, `caller-${call}`);
    callOf.set(id, call);
    if (owner.unit?.code === 'joint-committee') escalated.push(call);
    const holder = owner.unit?.code === 'joint-committee' ? staff('joint-committee') : station;
    const more = { idempotencyKey: `call ${call}`, appeal: id, reason: '电话告知' };
    const called = await act('telephoneAppeal', more, holder);
    expect(called.appeal?.status).toBe('IN_HAND');
    // Some department is whom it is about: it alone never has it.
    const taken: string[] = [];
    for (const department of readRegistry().departments.map(({ code }) => code)) {
      if (concerned.has(matter) && department !== concerned.get(matter)) continue;
      const { problems } = await act(
        'assignAppeal',
        { ...more, idempotencyKey: `${call} ${department}`, department },
        holder,
      );
      if (problems[0]?.code === 'CASE_OWNER_CONCERNED') concerned.set(matter, department);
      else taken.push(department);
    }
    expect(concerned.has(matter)).toBe(true);
    expect(taken).not.toContain(concerned.get(matter));
  }
  // By the rows alone: how many of the same matter came in the thirty days up to each.
  const expected = calls.filter(({ calledOn, matter }, index) => {
    const like = calls
      .slice(0, index + 1)
      .filter((other) => other.matter === matter && daysBetween(other.calledOn, calledOn) <= 30);
    return like.length >= 5;
  });
  expect(escalated).toEqual(expected.map(({ call }) => call));

  // What callers said, not the matter that a clerk noted, makes the topics: of each how often it came, and when it was first looked at higher up.
  const rowOf = new Map(calls.map((row) => [row.call, row]));
  const found = (await suggestedClasses('complaint')).map((ids) => {
    const rows = ids.map((id) => rowOf.get(callOf.get(id) ?? ''));
    const first = calls.find((row) => rows.includes(row) && escalated.includes(row.call));
    return [[...new Set(rows.map((row) => row?.topic))].join(), rows.length, first?.calledOn ?? null];
  });
  process.stdout.write(`hotline: ${JSON.stringify(found)}, escalated ${escalated.length} of ${calls.length}\n`);
  const byRows = [...new Set(calls.map(({ topic }) => topic))].map((topic) => {
    const first = expected.find((row) => row.topic === topic);
    return [topic, calls.filter((row) => row.topic === topic).length, first?.calledOn ?? null];
  });
  expect(found).toHaveLength(6);
  expect(found.map(String).sort()).toEqual(byRows.map(String).sort());
});
