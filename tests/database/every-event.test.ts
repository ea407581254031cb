import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { civilDateOf } from '../../subgraphs/language/civil-date.ts';
import { groupBy } from '../../subgraphs/language/group-by.ts';
import { residentIdentityNumber } from '../../subgraphs/language/identity-number.ts';
import type { Plan } from '../../subgraphs/planning/types.ts';
import { catalogue, inputFor as coreInputFor } from '../pure/planning/catalogue-input.ts';
import { type Form, filledForm } from './every-event/filled-form.ts';
import { submittable } from './every-event/situation.ts';
import { clerk, type Graph, inputFor, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate } from './lived.ts';

// Every shipped event from the first question to the last result, at one gateway over one database; who decides, applies and mends is made up here.

// The gateway plans by the day that it is; what has to wait is waited for by this.
let ahead = 0;
const now = (): number => Date.now() + ahead;
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now });
});
afterAll(() => graph.close());

const contents = new Map([...catalogue.departments.values()].flat().map(({ code, content }) => [code, content]));
const numberFormats = new Map(
  catalogue.publication.documentTypes.map(({ code, numberFormat }) => [code, numberFormat]),
);
const events = catalogue.publication.lifeEvents.map(({ code, region }) => [code, region] as const);
/** Of each event the region with the fewest matters; `EVENTS=all`: every one. */
const tried =
  process.env.EVENTS === 'all'
    ? events
    : [...groupBy(catalogue.publication.lifeEvents, ({ code }) => code).values()].map((each) => {
        const [first] = each.toSorted((a, b) => a.content.matterCodes.length - b.content.matterCodes.length);
        return [first?.code ?? '', first?.region ?? ''] as const;
      });

interface Seen {
  readonly state: string;
  readonly correction: {
    readonly items: ReadonlyArray<{ readonly path: ReadonlyArray<string>; material: string }>;
  } | null;
  readonly filings: ReadonlyArray<{
    readonly id: string;
    readonly state: string;
    readonly party: string | null;
    readonly message: string | null;
    readonly matter: { readonly code: string; readonly department: { readonly code: string } };
    readonly beginsOn: string | null;
    readonly waitingFor: ReadonlyArray<unknown>;
    readonly payment: { readonly state: string } | null;
  }>;
  readonly results: ReadonlyArray<{
    readonly documentType: { readonly code: string };
    readonly subject: string;
    readonly party: string | null;
    readonly spec: string | null;
  }>;
}
const query = `query ($id: ID!) { submission(id: $id) {
  state correction { items { path material } } results { documentType { code } subject party spec }
  filings { id state party message beginsOn matter { code department { code } } waitingFor { code } payment { state } }
} }`;

/** Carries one through: staff decide what is theirs, and what is asked for is brought. */
async function carriedThrough(id: string, plan: Plan, as: Caller): Promise<Seen> {
  const done = new Set<string>();
  for (let turn = 0; ; turn++) {
    const { submission: seen } = await graph.ask<{ submission: Seen }>({ query, variables: { id } }, as);
    if (!['RECEIVED', 'IN_PROGRESS', 'NEEDS_CORRECTION'].includes(seen.state)) return seen;
    if (turn > 2000) throw new Error(`It does not end: ${JSON.stringify(seen)}`);
    if (seen.correction) {
      const evidence = seen.correction.items.map(({ material }) => ({ material, bringToCounter: true }));
      await mutate(graph, 'supplementSubmission', { idempotencyKey: `${id}-${turn}`, submission: id, evidence }, as);
      continue;
    }
    for (const filing of seen.filings) {
      const key = `${filing.id} ${filing.state}`;
      if (!['SUBMITTED', 'ACCEPTED'].includes(filing.state) || done.has(key)) continue;
      done.add(key);
      await decide(filing, plan, key);
    }
    // Everything else is done: the day of what has to wait comes.
    const [day] = seen.filings
      .flatMap(({ state, beginsOn }) => (state === 'WAITING' && beginsOn ? [beginsOn] : []))
      .sort();
    if (day && seen.filings.every(({ state }) => state === 'WAITING' || state === 'APPROVED'))
      ahead = Math.max(ahead, Date.parse(`${day}T00:00:00+08:00`) - Date.now());
    await new Promise((next) => setTimeout(next, 15));
  }
}

/** As a clerk: what has to be paid is accepted first, and then approved with all that the matter issues. */
async function decide(filing: Seen['filings'][number], plan: Plan, idempotencyKey: string): Promise<void> {
  const { code, department } = filing.matter;
  const payment = contents.get(code)?.payment;
  const decision = payment && filing.state === 'SUBMITTED' ? 'ACCEPT' : 'APPROVE';
  const planned = plan.filings.find(({ matter, party }) => matter === code && party === filing.party);
  const results = (planned?.issues ?? []).flatMap(({ documentType, subject, spec, parties }) =>
    parties.map((party, index) => {
      const format = numberFormats.get(documentType);
      const number = format ? residentIdentityNumber('330381', '2026-11-01', '女', index + 1) : `No ${index + 1}`;
      return { documentType, subject, spec, party, number };
    }),
  );
  const amount = payment && payment.amountFen === null ? { amountFen: 12_345 } : {};
  const input = { idempotencyKey, filing: filing.id, decision, ...(decision === 'ACCEPT' ? amount : { results }) };
  await mutate(graph, 'decideFiling', input, clerk(department.code));
}

/** Who applies, as their token vouches for them, by what the form tells. */
function applicant(plan: Plan, form: Form, subject: string): Caller {
  const own = (plan.bound.APPLICANT ?? []).map((party) => form[party]).find((values) => values?.['identity-number']);
  const claims = own ? { name: String(own.name), identityNumber: String(own['identity-number']) } : {};
  return { subject, kind: 'CITIZEN', department: null, scopes: [], claims };
}

describe.each(tried)('%s in %s', (code, region) => {
  const today = civilDateOf(now());
  const input = { ...coreInputFor(code, region), today };
  const place = events.findIndex((each) => each.join() === `${code},${region}`);

  it('is planned, filled in, submitted and decided, each of its matters at least once, and ends with every result', async () => {
    const situations = submittable(input);
    const done = new Set(situations.flatMap(({ plan }) => plan.filings.map(({ matter }) => matter)));
    expect(input.matterCodes.filter((matter) => !done.has(matter))).toEqual([]);
    for (const [nth, { answers, parties, plan: core }] of situations.entries()) {
      const told = JSON.stringify(answers);
      ahead = 0;
      const plan = await planOf(graph, { code, region, answers, parties });
      expect([plan.problems, plan.missing, plan.openQuestions, plan.complete], told).toEqual([[], [], [], true]);
      expect(plan.account, told).toHaveLength(Number(plan.reduction.rows));

      const form = filledForm(plan.form.schema, today, place * 10 + nth);
      const as = applicant(core, form, `${code} ${region} ${nth}`);
      const sent = inputFor(plan, { idempotencyKey: 'one', lifeEvent: code, region, answers, parties, form });
      const { submission, problems } = await submit(graph, sent, as);
      expect(problems, told).toEqual([]);
      const seen = await carriedThrough(submission?.id ?? '', core, as);
      expect(endOf(seen), told).toEqual(endIn(core));
    }
  });
});

/** How a submission ends where everything is done. */
function endIn({ filings }: Plan): ReturnType<typeof endOf> {
  return {
    state: 'COMPLETED',
    filings: filings.map(({ matter, party }) => `${matter} ${party} APPROVED`).sort(),
    results: distinct(filings.flatMap(({ issues }) => issues)),
    left: [],
  };
}

function endOf({ state, filings, results }: Seen) {
  return {
    state,
    filings: filings.map(({ matter, party, state }) => `${matter.code} ${party} ${state}`).sort(),
    results: distinct(results.map((each) => ({ ...each, documentType: each.documentType.code }))),
    left: filings.filter(({ waitingFor, payment }) => waitingFor.length > 0 || (payment && payment.state !== 'PAID')),
  };
}

function distinct(
  results: ReadonlyArray<{ readonly documentType: string; readonly subject: string; readonly spec: string | null }>,
): ReadonlyArray<string> {
  return [...new Set(results.map(({ documentType, subject, spec }) => `${documentType} ${subject} ${spec}`))].sort();
}
