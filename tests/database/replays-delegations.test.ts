import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { type ReadinessKind, readinessKinds } from '../../subgraphs/language/delegation.ts';
import { checkCatalogue, type PlacedText, readTexts } from '../../subgraphs/publishing/read.ts';
import { rowsOf } from '../replay-rows.ts';
import { citizen, clerk, type Graph, startGraph } from './gateway-of.ts';
import { mutate } from './lived.ts';

type Row = Readonly<
  Record<'power' | 'name' | 'district' | 'effectiveOn' | 'trained' | 'staff' | 'windows' | 'systems', string>
>;
const rows: ReadonlyArray<Row> = rowsOf('delegated-powers.csv');
const { departments } = readRegistry();
const city = 'medical-insurance';
/** Which department stands for each district: the registry has none of that city. */
const districts = [
  'township',
  'tax',
  'civil-affairs',
  'notary',
  'education',
  'forestry',
  'customs',
  'banking',
  'insurer',
];
const districtOf = ({ district }: Row): string => districts[Number(district) - 1] ?? '';
const matterOf = ({ power }: Row): string => `330381YB9${power.padStart(11, '0')}`;
const ofFirst = rows.filter(({ district }) => district === '1');
const title = (name: string) => ({ zh: name, en: name });
const file = (path: string, kind: PlacedText['kind'], value: unknown, department?: string): PlacedText => ({
  ...{ path, kind, text: stringify(value, { lineWidth: 0 }) },
  ...(department === undefined ? {} : { department }),
});

/** The powers as matters of the city's bureau, an event that takes those of the first district, and that they are handed down. */
const files: ReadonlyArray<PlacedText> = [
  ...rows.map((row) =>
    file(
      `subgraphs/departments/${city}/matters/replay-${row.power}.yaml`,
      'matter',
      {
        ...{ code: matterOf(row), catalogCode: `9${row.power.padStart(11, '0')}`, title: title(row.name) },
        ...{ region: '330381000000', type: 'PUBLIC_SERVICE', authority: title('市医疗保险管理中心') },
        ...{ visits: 1, channels: ['COUNTER', 'ONLINE'], legalBases: [{ title: '中华人民共和国社会保险法' }] },
        requirements: [
          {
            ...{ code: `R${row.power}`, name: title('居民身份证'), declaredSource: 'APPLICANT', exemptions: [] },
            uses: [{ type: 'resident-identity-card', subject: 'APPLICANT', use: 'INSPECT' }],
          },
        ],
        ...{ results: [], formFields: [{ element: 'name', subject: 'APPLICANT', required: true }] },
      },
      city,
    ),
  ),
  file('subgraphs/catalogue/data/life-events/replay.yaml', 'life-event', {
    ...{ code: 'replay-insurance', region: '330381000000', title: title('医疗保险业务'), audience: 'PERSON' },
    members: ofFirst.map((row) => ({ matter: matterOf(row) })),
  }),
  file('subgraphs/catalogue/data/delegations/replay.yaml', 'delegations', {
    delegations: rows.map((row) => ({
      ...{ matter: matterOf(row), from: city, to: districtOf(row), effectiveOn: row.effectiveOn },
      legalBasis: { title: '第一批下放目录' },
    })),
  }),
];

/** Runs on, as what is handed over is tried again after a while. */
let ahead = 0;
const at = (instant: string): void => {
  ahead = Date.parse(instant) - Date.now();
};
at('2026-06-15T09:00:00+08:00');
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => Date.now() + ahead });
  const read = checkCatalogue(departments, [...readTexts(departments), ...files]);
  if (!read.ok)
    throw new Error(JSON.stringify(read.findings.filter(({ severity }) => severity === 'ERROR').slice(0, 3)));
  await importCatalogue(graph.database.adminUrl, read.catalogue);
});
afterAll(() => graph.close());

const head = (department: string): Caller => ({
  ...clerk(department),
  ...{ subject: `head-${department}`, scopes: ['delegations'] },
});
interface Delegated {
  readonly status: string;
  readonly missing: ReadonlyArray<string>;
  readonly beginsOn: string | null;
  readonly matter: { readonly code: string };
  readonly readiness: ReadonlyArray<{
    readonly kind: string;
    readonly count: number;
    readonly evidence: string | null;
  }>;
  readonly firstMonth: Readonly<Record<string, number | string | null>> | null;
}
const selection = `delegation { status missing beginsOn readiness { kind count } } problems { code message path }`;
async function act(name: 'recordReadiness' | 'activateDelegation', input: Record<string, unknown>, identity: Caller) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
  // Asked of the subgraph itself: thousands of steps, and what the gateway does is tested elsewhere.
  const answer = await graph.subgraphs.get('supervision')?.execute({
    ...{ query, variables: { input }, headers: {} },
    identity: { ...identity, kind: 'STAFF' as const },
  });
  if (answer?.errors) throw new Error(JSON.stringify(answer.errors));
  return answer?.data?.[name] as {
    readonly delegation: Delegated | null;
    readonly problems: ReadonlyArray<{ readonly code: string; readonly message: string }>;
  };
}
const countOf = (row: Row, kind: ReadinessKind): string =>
  ({ TRAINING: row.trained, STAFF: row.staff, WINDOWS: row.windows, SYSTEM: row.systems })[kind];
async function show(row: Row): Promise<void> {
  for (const kind of readinessKinds) {
    const count = Number(countOf(row, kind) || 0);
    if (count === 0) continue;
    const input = { idempotencyKey: `${row.power} ${kind}`, matter: matterOf(row), readiness: kind, count };
    const { problems } = await act(
      'recordReadiness',
      { ...input, evidence: `${kind} ${row.power}` },
      head(districtOf(row)),
    );
    expect(problems).toEqual([]);
  }
}
const activate = (row: Row, as: Caller = head(city)) =>
  act('activateDelegation', { idempotencyKey: `a ${row.power}`, matter: matterOf(row) }, as);

async function board(department: string | null, as: Caller | null = null) {
  const nodes: Delegated[] = [];
  for (let after: string | null = null; ; ) {
    const { delegationBoard }: { delegationBoard: BoardPage } = await graph.ask<{ delegationBoard: BoardPage }>(
      {
        query: `query ($department: ID, $after: String) { delegationBoard(department: $department, first: 100, after: $after) {
          totalCount inForce notReady pageInfo { hasNextPage endCursor }
          nodes { matter { code } status missing beginsOn readiness { kind count evidence }
            firstMonth { from until lodged decided refused corrected faulty errorRate } } } }`,
        variables: { department, after },
      },
      as,
    );
    nodes.push(...delegationBoard.nodes);
    if (!delegationBoard.pageInfo.hasNextPage) return { ...delegationBoard, nodes };
    after = delegationBoard.pageInfo.endCursor;
  }
}
interface BoardPage {
  readonly totalCount: number;
  readonly inForce: number;
  readonly notReady: number;
  readonly nodes: ReadonlyArray<Delegated>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** One submission of all of the first district's powers; its filings by department. */
async function lodge(key: string) {
  const event = { code: 'replay-insurance', region: '330381000000' };
  const parties = [{ id: 'lin', roles: ['APPLICANT'] }];
  const { lifeEvent } = await graph.ask<{
    lifeEvent: { plan: { id: string; materials: ReadonlyArray<{ id: string }> } };
  }>({
    query: `query ($code: ID!, $region: RegionCode!, $parties: [PartyInput!]) { lifeEvent(code: $code, region: $region) {
      plan(parties: $parties) { id materials { id } } } }`,
    variables: { ...event, parties },
  });
  const { id: planId, materials } = lifeEvent.plan;
  const { submission } = await mutate<{ submission: { id: string } }>(
    graph,
    'submitLifeEvent',
    {
      ...{ idempotencyKey: key, lifeEvent: event.code, region: event.region, planId, parties },
      form: { lin: { name: citizen.claims?.name } },
      evidence: materials.map(({ id }) => ({ material: id, bringToCounter: true })),
    },
    citizen,
    'submission { id }',
  );
  return submission.id;
}
interface Filings {
  readonly totalCount: number;
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly state: string;
    readonly matter: { readonly code: string };
  }>;
}
const queueOf = async (department: string): Promise<Filings> =>
  (
    await graph.ask<{ filings: Filings }>(
      {
        query:
          'query ($department: ID!) { filings(department: $department, first: 100) { totalCount nodes { id state matter { code } } } }',
        variables: { department },
      },
      clerk(department),
    )
  ).filings;
async function untilLodged(department: string, count: number): Promise<Filings> {
  for (;;) {
    const queue = await queueOf(department);
    if (queue.nodes.filter(({ state }) => state === 'SUBMITTED').length === count) return queue;
    await new Promise((done) => setTimeout(done, 100));
  }
}

describe('systems 13, Test and Replay: powers handed down', () => {
  it('of 476 powers 45 go to one district, and none is activated without evidence', async () => {
    const all = await board(null);
    const shipped = (await board('human-resources')).totalCount;
    expect(all.totalCount - shipped).toBe(476);
    expect(
      (await board(districts[0] as string)).nodes.filter(({ matter }) => matter.code.includes('YB9')),
    ).toHaveLength(45);
    const [first] = ofFirst as [Row];
    const { delegation, problems } = await activate(first);
    expect(delegation).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['DELEGATION_NOT_READY']);
    expect(problems[0]?.message).toContain('人员培训、人员到位、窗口设置、系统开通');
    // Whoever takes it over does not say so itself, nor does a third, nor who has no such scope.
    expect((await activate(first, head(districts[0] as string))).problems[0]?.code).toBe('DELEGATION_NOT_YOURS');
    expect((await activate(first, head('health'))).problems[0]?.code).toBe('DELEGATION_NOT_YOURS');
    await expect(activate(first, clerk(city))).rejects.toThrow('FORBIDDEN');
  });

  it('is activated where training, staff, windows and system are shown, and nowhere else', async () => {
    const lacking = rows.filter((row) => readinessKinds.some((kind) => countOf(row, kind) === ''));
    const refused: string[] = [];
    for (const row of rows) {
      await show(row);
      const { problems } = await activate(row);
      if (problems.length > 0) refused.push(row.power);
    }
    expect(refused).toEqual(lacking.map(({ power }) => power));
    // Sent once more it is done once; the same key for something else is refused.
    expect((await activate(ofFirst[0] as Row)).problems).toEqual([]);
    const again = { idempotencyKey: 'a 1', matter: matterOf(ofFirst[1] as Row) };
    expect((await act('activateDelegation', again, head(city))).problems[0]?.code).toBe('DELEGATION_ACTIVE');
  });

  it('Test: a filing of the day before goes to the city, one of the day after to the district', async () => {
    at('2026-06-21T16:00:00+08:00');
    await lodge('the day before');
    expect((await untilLodged(city, 45)).totalCount).toBe(45);
    expect((await queueOf(districts[0] as string)).totalCount).toBe(0);
    at('2026-06-22T09:00:00+08:00');
    await lodge('the day');
    expect((await untilLodged(districts[0] as string, 45)).totalCount).toBe(45);
    at('2026-06-23T09:00:00+08:00');
    await lodge('the day after');
    expect((await untilLodged(districts[0] as string, 90)).totalCount).toBe(90);
    // What was lodged before stays where it was lodged.
    expect((await queueOf(city)).totalCount).toBe(45);
  });

  it('cannot be lodged while nobody knows whose it is, and is not misdirected', async () => {
    graph.switches.stopped.add('supervision');
    await expect(lodge('nobody knows')).rejects.toThrow('DEPARTMENT_UNAVAILABLE');
    graph.switches.stopped.delete('supervision');
  });

  it('each of 45 shows staff trained and the error rate of its first month, with its denominator', async () => {
    const district = districts[0] as string;
    const { nodes } = await queueOf(district);
    // By the row: each ninth power refuses one of its two, each fifth has both approved after a correction of one.
    for (const [index, row] of ofFirst.entries()) {
      const [one, two] = nodes.filter(({ matter }) => matter.code === matterOf(row));
      const decide = (filing: string | undefined, decision: string, more: object = {}) =>
        mutate(
          graph,
          'decideFiling',
          { idempotencyKey: `${filing} ${decision}`, filing, decision, ...more },
          clerk(district),
        );
      if (index % 9 === 0) await decide(one?.id, 'REFUSE', { reason: '不符合条件' });
      else await decide(one?.id, 'APPROVE');
      if (index % 5 === 0) await decide(two?.id, 'REQUEST_CORRECTION', { corrections: [{ message: '请补正' }] });
      await decide(two?.id, 'APPROVE');
    }
    at('2026-07-30T09:00:00+08:00');
    const of45 = (await board(district, clerk(district))).nodes.filter(({ matter }) => matter.code.includes('YB9'));
    for (const [index, row] of ofFirst.entries()) {
      const shown = of45.find(({ matter }) => matter.code === matterOf(row));
      const trained = shown?.readiness.find(({ kind }) => kind === 'TRAINING');
      expect(trained).toEqual({ kind: 'TRAINING', count: Number(row.trained), evidence: `TRAINING ${row.power}` });
      const faulty = Number(index % 9 === 0) + Number(index % 5 === 0);
      expect(shown?.firstMonth).toEqual({
        ...{ from: '2026-06-22', until: '2026-07-22', lodged: 2, decided: 2, refused: Number(index % 9 === 0) },
        ...{ corrected: Number(index % 5 === 0), faulty, errorRate: faulty * 50 },
      });
      expect(shown?.status).toBe('IN_FORCE');
    }
    const { nodes: anybodys } = await board(district);
    expect(
      anybodys.flatMap(({ readiness }) => readiness.map(({ evidence }) => evidence)).every((each) => each === null),
    ).toBe(true);
  });

  it('counts those that are in force and those whose day came before they were ready', async () => {
    const { inForce, notReady } = await board(null);
    const lacking = rows.filter(({ trained }) => trained === '').length;
    const now30July = { inForce: rows.length - lacking, notReady: lacking };
    expect({ inForce, notReady }).toEqual(now30July);
  });
});
