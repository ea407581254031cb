import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newbornFormOn } from '../../scripts/newborn-example.ts';
import { behindFaults, type Fault, type FaultySwitch, faults } from '../faulty-server.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  look,
  planOf,
  type SubmissionAnswer,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

/*
 * Each fault between the product and a department's server, at each kind of call that hands something over: the other departments go on, nothing is lost
 * or done twice, and all ends once the fault is gone. `FAULTS=all` tries every fault with every call; else each fault meets one call after the other.
 */

const all = process.env.FAULTS === 'all';
const deadlineMs = 400;
let now = Date.now();
let graph: Graph;
let sql: postgres.Sql;
const switches = new Map<string, FaultySwitch>();
const ends: Array<() => Promise<void>> = [];
const behind = ['medical-insurance', 'tax'];

beforeAll(async () => {
  const executes = new Map<string, Awaited<ReturnType<typeof behindFaults>>['execute']>();
  graph = await startGraph({
    now: () => now,
    around: (name, execute) => {
      if (!behind.includes(name)) return execute;
      const ready = behindFaults(execute, deadlineMs).then((part) => {
        ends.push(part.close);
        switches.set(name, part.faulty);
        executes.set(name, part.execute);
      });
      return async (request) => {
        await ready;
        return (executes.get(name) as typeof execute)(request);
      };
    },
  });
  await planOf(graph);
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterEach(() => {
  for (const faulty of switches.values()) faulty.set(null);
});
afterAll(async () => {
  await sql.end();
  await graph.close();
  for (const end of ends) await end();
});

const faultyOf = (department: string): FaultySwitch => switches.get(department) as FaultySwitch;
const passes = (ms: number): void => {
  now += ms;
};
/** More than the longest pause before another try. */
const pauseMs = 61_000;
/** Looks while time goes by: a department that asked to be left alone, or was left alone after others had failed, is asked again. */
async function inTime(id: string, so: (seen: SubmissionAnswer) => boolean): Promise<SubmissionAnswer> {
  const going = setInterval(() => passes(pauseMs), 250);
  return until(graph, id, so).finally(() => clearInterval(going));
}
/** More than the longest before a department of ours, which tells by itself, is asked. */
const askMs = 3_600_001;

async function submitted(key: string, form = newbornFormOn(now)): Promise<string> {
  const { submission, problems } = await submit(
    graph,
    inputFor(await planOf(graph), { idempotencyKey: key, form }, now),
  );
  expect(problems).toEqual([]);
  return submission?.id ?? '';
}
interface Known {
  readonly id: string;
  readonly filing: string;
}
async function filingAt(department: string, id: string): Promise<Known> {
  const [row] = await sql<{ id: string }[]>`
    select id from journeys.filings where submission = ${id} and department = ${department}`;
  return { id, filing: row?.id ?? '' };
}
const stateOf = ({ filings }: SubmissionAnswer, filing: string) => filings.find(({ id }) => id === filing);
const deskOf = async (department: string, filing: string): Promise<ReadonlyArray<string>> =>
  (
    await sql.unsafe<{ state: string }[]>(
      `select state from ${`department_${department.replaceAll('-', '_')}`}.filings where id = $1`,
      [filing],
    )
  ).map(({ state }) => state);

async function retry(filing: string, department: string): Promise<void> {
  const { retryFiling } = await graph.ask<{ retryFiling: { problems: ReadonlyArray<unknown> } }>(
    {
      query: 'mutation ($input: RetryFilingInput!) { retryFiling(input: $input) { problems { code } } }',
      variables: { input: { filing, idempotencyKey: `again ${filing} ${now}` } },
    },
    clerk(department),
  );
  expect(retryFiling.problems).toEqual([]);
}

/** The fault is met; the submission knows what it has met; the others go on; it goes away, and what waited is asked again. */
async function lived(fault: Fault, department: string, { id, filing }: Known): Promise<void> {
  const faulty = faultyOf(department);
  await expect.poll(() => faulty.met()).toBeGreaterThan(0);
  if (fault.means === 'ASKED_AGAIN') {
    const seen = await until(graph, id, (each) => (stateOf(each, filing)?.attempts ?? 0) > 0);
    expect(stateOf(seen, filing)?.message).not.toBeNull();
  }
  if (fault.means === 'LEFT_TO_STAFF') {
    await expect.poll(async () => (await events(id)).includes('RECEIPT_INVALID')).toBe(true);
  }
  // What does not wait for it is done meanwhile.
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'APPROVED').length >= 4);
  faulty.set(null);
  if (fault.means === 'LEFT_TO_STAFF') {
    const left = await sql<{ id: string }[]>`
      select id from journeys.filings where submission = ${id} and department = ${department} and state <> 'APPROVED'`;
    for (const each of left) await retry(each.id, department);
  }
  passes(pauseMs);
}
const events = async (id: string): Promise<ReadonlyArray<string>> =>
  ((await look(graph, id)) as SubmissionAnswer).timeline.map(({ event }) => event);

async function isDoneOnce(department: string, { id, filing }: Known): Promise<void> {
  const done = await inTime(id, ({ state }) => state === 'COMPLETED');
  expect(done.filings.map(({ state }) => state)).toEqual(done.filings.map(() => 'APPROVED'));
  expect(await deskOf(department, filing)).toEqual(['APPROVED']);
  const issued = done.results.map(({ documentType, ...of }) => JSON.stringify([documentType.code, of.spec, of.party]));
  expect(new Set(issued).size).toBe(issued.length);
  expect(done.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(done.filings.length);
}

const kinds = {
  Accept: async (fault: Fault, key: string) => {
    faultyOf('medical-insurance').set(fault, /Accept$/);
    const known = await filingAt('medical-insurance', await submitted(key));
    await lived(fault, 'medical-insurance', known);
    await isDoneOnce('medical-insurance', known);
  },
  Supplement: async (fault: Fault, key: string) => {
    const born = newbornFormOn(now);
    const future = { ...born, lin: { ...born.lin, 'discharge-date': '2999-01-01' } };
    const id = await submitted(key, future);
    const asked = await inTime(id, ({ state }) => state === 'NEEDS_CORRECTION');
    const known = { id, filing: asked.filings.find(({ state }) => state === 'NEEDS_CORRECTION')?.id ?? '' };
    faultyOf('medical-insurance').set(fault, /Supplement$/);
    const input = {
      ...{ idempotencyKey: `s ${key}`, submission: known.id },
      form: { lin: { 'discharge-date': born.lin?.['discharge-date'] } },
    };
    const { supplementSubmission } = await graph.ask<{ supplementSubmission: { problems: unknown[] } }>(
      {
        query:
          'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code } } }',
        variables: { input },
      },
      citizen,
    );
    expect(supplementSubmission.problems).toEqual([]);
    await lived(fault, 'medical-insurance', known);
    await isDoneOnce('medical-insurance', known);
  },
  Paid: async (fault: Fault, key: string) => {
    faultyOf('tax').set(fault, /Paid$/);
    const known = await filingAt('tax', await submitted(key));
    await lived(fault, 'tax', known);
    await isDoneOnce('tax', known);
    const paid = await sql`select 1 from department_tax.commands where filing = ${known.filing} and id like 'paid %'`;
    expect(paid).toHaveLength(1);
  },
};

const decide = (input: Record<string, unknown>) =>
  graph.ask<{ decideFiling: { filing: { state: string } | null; problems: Array<{ code: string }> } }>(
    {
      query:
        'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { filing { state } problems { code } } }',
      variables: { input },
    },
    clerk('tax'),
  );
const approval = (filing: string) => ({
  ...{ idempotencyKey: `d ${filing}`, filing, decision: 'APPROVE' },
  results: [{ documentType: 'insurance-payment-receipt', subject: 'CHILD', party: 'baby', number: `T-${filing}` }],
});
async function waitingForStaff(key: string): Promise<Known> {
  const known = await filingAt('tax', await submitted(key));
  await inTime(known.id, (seen) => stateOf(seen, known.filing)?.state === 'SUBMITTED');
  await decide({ ...approval(known.filing), idempotencyKey: `a ${known.filing}`, decision: 'ACCEPT', results: null });
  await inTime(known.id, (seen) => stateOf(seen, known.filing)?.state === 'ACCEPTED');
  return known;
}
const staffKinds = {
  Filing: async (fault: Fault, key: string) => {
    const known = await waitingForStaff(key);
    faultyOf('tax').set(fault, /Filing$/);
    passes(askMs);
    await lived(fault, 'tax', known);
    expect((await decide(approval(known.filing))).decideFiling.problems).toEqual([]);
    await isDoneOnce('tax', known);
  },
  Decide: async (fault: Fault, key: string) => {
    const known = await waitingForStaff(key);
    faultyOf('tax').set(fault, /Decide$/);
    const { problems } = (await decide(approval(known.filing))).decideFiling;
    expect(problems.length > 0).toBe(fault.means !== 'NOTHING');
    expect(faultyOf('tax').met()).toBeGreaterThan(0);
    faultyOf('tax').set(null);
    passes(pauseMs);
    expect((await decide(approval(known.filing))).decideFiling).toMatchObject({ problems: [] });
    await isDoneOnce('tax', known);
  },
  Withdraw: async (fault: Fault, key: string) => {
    const known = await waitingForStaff(key);
    faultyOf('tax').set(fault, /Withdraw$/);
    const withdraw = async () => {
      const input = { idempotencyKey: `w ${key}`, submission: known.id };
      const { withdrawSubmission } = await graph.ask<{ withdrawSubmission: { problems: Array<{ code: string }> } }>(
        {
          query:
            'mutation ($input: WithdrawSubmissionInput!) { withdrawSubmission(input: $input) { problems { code } } }',
          variables: { input },
        },
        citizen,
      );
      return withdrawSubmission.problems.map(({ code }) => code);
    };
    expect(await withdraw()).toEqual(fault.means === 'NOTHING' ? [] : ['DEPARTMENT_UNAVAILABLE']);
    faultyOf('tax').set(null);
    passes(pauseMs);
    expect(await withdraw()).toEqual([]);
    const seen = await until(graph, known.id, (each) => stateOf(each, known.filing)?.state === 'WITHDRAWN');
    expect(seen.state).toBe('PARTLY_COMPLETED');
    await expect.poll(() => deskOf('tax', known.filing)).toEqual(['WITHDRAWN']);
  },
};

type Kind = (fault: Fault, key: string) => Promise<void>;
/** Over all faults every call is met, and over all calls every fault. */
function cases(of: Readonly<Record<string, Kind>>): ReadonlyArray<readonly [string, string, Fault, Kind]> {
  const calls = Object.entries(of);
  return faults.flatMap((fault, index) =>
    calls
      .filter((_call, position) => all || position === index % calls.length)
      .map(([name, kind]) => [name, fault.name, fault, kind] as const),
  );
}

describe('of a department that decides by rule', () => {
  it.each(cases(kinds))('%s: one that %s', async (name, what, fault, kind) => {
    await kind(fault, `${name} ${what}`);
  });
});

describe('of a department whose staff decide', () => {
  beforeAll(() => leaveToStaff(graph, 'tax'));
  it.each(cases(staffKinds))('%s: one that %s', async (name, what, fault, kind) => {
    await kind(fault, `${name} ${what}`);
  });
});
