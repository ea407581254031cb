import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { newbornApplicant, newbornFormOn } from '../../scripts/newborn-example.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  otherCitizen,
  type PlanAnswer,
  planOf,
  published,
  type SubmitAnswer,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

const birth = Date.parse('2026-11-27T04:00:00Z');
const year = 365 * 24 * 60 * 60_000;
let now = birth;
let graph: Graph;
let admin: postgres.Sql;
let born: string;

interface Licence {
  readonly id: string;
  readonly documentType: { code: string };
  readonly number: string;
  readonly subject: string;
  readonly spec: string | null;
  readonly holder: string | null;
  readonly issuer: { code: string };
  readonly matter: { code: string };
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly trust: string;
  readonly status: string;
  readonly verificationCode: string;
}
async function licences(as: Caller | null = citizen, documentType?: string): Promise<ReadonlyArray<Licence>> {
  const answer = await graph.ask<{ licences: { nodes: ReadonlyArray<Licence> } }>(
    {
      query: operationText('licences'),
      variables: { documentType },
    },
    as,
  );
  return answer.licences.nodes;
}
async function refusedTo(as: Caller | null, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graph.gateway.execute({ query, variables }, as);
  return [data, errors?.map(({ extensions }) => extensions?.code)];
}
/** The test's own time limit is the only clock. */
async function eventually<T>(look: () => Promise<T>, so: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}
/** Of the first child's. */
const find = async (documentType: string, spec: string | null = null): Promise<Licence> => {
  const found = (await licences(citizen, documentType)).find(
    ({ id, ...each }) => id.startsWith(born) && each.spec === spec,
  );
  if (!found) throw new Error(`${documentType} is not in the vault`);
  return found;
};

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const bornOn = day(birth - 20 * 24 * 60 * 60_000);
const parties = [
  { id: 'lin', roles: ['GUARDIAN'], name: newbornApplicant.name },
  { id: 'baby', roles: ['STUDENT'] },
];
const answers = (term: string) =>
  Object.entries({ 'housing-situation': 'owned', 'student-born-on': bornOn, 'term-begins-on': term }).map(
    ([question, value]) => ({ question, value }),
  );
const form = {
  baby: { name: '陈安', sex: '女', 'birth-date': bornOn, 'school-name': '瑞安市机关幼儿园' },
  lin: { name: newbornApplicant.name, phone: '13800000000' },
  HOME: { 'home-address': '浙江省瑞安市安阳街道万松东路1号' },
};
const kindergarten = { code: 'kindergarten-entry', term: '2029-12-01' };
const school = { code: 'school-entry', term: '2032-12-01' };
interface Used {
  readonly licence: string;
  readonly documentType: { code: string };
  readonly subject: string;
  readonly party: string | null;
  readonly spec: string | null;
  readonly title: string;
  readonly rows: ReadonlyArray<{ fate: string; reason: string; matter: { code: string } }>;
}
interface Planned extends Omit<PlanAnswer, 'problems'> {
  readonly problems: ReadonlyArray<{ code: string; path: ReadonlyArray<string> }>;
  readonly licences: ReadonlyArray<Used>;
  readonly warnings: ReadonlyArray<{ code: string }>;
}
async function planFor(
  { code, term }: typeof kindergarten,
  held: ReadonlyArray<Record<string, unknown>> = [],
  as: Caller | null = citizen,
  more: Record<string, unknown> = {},
): Promise<Planned> {
  const { lifeEvent } = await graph.ask<{ lifeEvent: { plan: Planned } }>(
    {
      query: `query ($code: ID!, $answers: [AnswerInput!]!, $parties: [PartyInput!]!, $held: [HeldDocumentInput!]!, $fromVault: Boolean) {
        lifeEvent(code: $code, region: "330381000000") {
          plan(answers: $answers, parties: $parties, held: $held, fromVault: $fromVault) {
            id complete problems { code path } warnings { code } openQuestions { question { code } }
            licences { licence documentType { code } subject party spec title rows { fate reason matter { code } } }
            materials { id title documentType { code } } account { fate source { code } } sources { code requiresConsent }
          }
        }
      }`,
      variables: { code, answers: answers(term), parties, held, ...more },
    },
    as,
  );
  return lifeEvent.plan;
}
const inputOf = (
  plan: Planned,
  { code, term }: typeof kindergarten,
  { held = [], evidence = {}, ...more }: { held?: unknown; evidence?: Record<string, object>; [key: string]: unknown },
) => ({
  ...inputFor(plan, { idempotencyKey: randomUUID(), lifeEvent: code, answers: answers(term), parties, form, ...more }),
  held,
  evidence: plan.materials.map(({ id }) => ({ material: id, ...(evidence[id] ?? { bringToCounter: true }) })),
});
const codesOf = ({ problems }: SubmitAnswer) => problems.map(({ code, path }) => `${code} ${path.join('.')}`);
const vaccination = 'vaccination-certificate:baby';
const takeIn = async (licence: string, more: Record<string, unknown> = {}, as: Caller = citizen) => {
  const plan = await planFor(kindergarten);
  return submit(graph, inputOf(plan, kindergarten, { evidence: { [vaccination]: { licence } }, ...more }), as);
};

/** Publishes the catalogue with every row, and document type, that a test wants otherwise. */
async function publish(
  name: string,
  row: (use: Record<string, unknown>) => Record<string, unknown>,
  type: (type: { readonly code: string }) => Record<string, unknown> = () => ({}),
): Promise<void> {
  const departments = new Map(
    [...catalogue.departments].map(([department, matters]) => [
      department,
      department !== 'education'
        ? matters
        : matters.map((matter) => ({
            ...matter,
            content: {
              ...matter.content,
              requirements: matter.content.requirements.map((requirement) => ({
                ...requirement,
                options: requirement.options.map((option) => ({
                  ...option,
                  uses: option.uses.map((use) => row(use as never) as never),
                })),
              })),
            },
          })),
    ]),
  );
  const changed = <Type extends { readonly code: string }>(types: ReadonlyArray<Type>) =>
    types.map((each) => ({ ...each, ...type(each) }));
  const publication = {
    ...catalogue.publication,
    contentHash: name,
    documentTypes: changed(catalogue.publication.documentTypes),
    lifeEvents: catalogue.publication.lifeEvents.map(({ content, ...event }) => ({
      ...event,
      content: { ...content, basis: { ...content.basis, documentTypes: changed(content.basis.documentTypes) } },
    })),
  };
  await published(graph, { publication, departments });
}
const asIs = () => publish(`as it is, ${randomUUID()}`, (use) => use);

beforeAll(async () => {
  graph = await startGraph({ now: () => now });
  admin = postgres(graph.database.adminUrl, { max: 1 });
  // A vaccination certificate that can be used once, to have one that is.
  await publish(
    'used once',
    (use) => use,
    ({ code }) => (code === 'vaccination-certificate' ? { consumable: true } : {}),
  );
  const whole = newbornFormOn(now);
  const childs = { ...whole, baby: { ...whole.baby, name: '陈安' } };
  const { submission, problems } = await submit(
    graph,
    inputFor(await planOf(graph), { idempotencyKey: 'born', form: childs }, now),
  );
  expect(problems).toEqual([]);
  born = submission?.id ?? '';
  await until(graph, born, ({ state }) => state === 'COMPLETED');
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

describe('what a filing issues', () => {
  it('is in the vault of who applied, each result once, with whose it is and who issued it', async () => {
    const results = (await until(graph, born, () => true)).results;
    const found = await eventually(licences, (seen) => seen.length >= results.length);
    const key = (documentType: string, spec: string | null) => `${documentType} ${spec ?? ''}`;
    expect(found.map(({ documentType, spec }) => key(documentType.code, spec)).sort()).toEqual(
      results.map(({ documentType, spec }) => key(documentType.code, spec)).sort(),
    );
    expect(found.find(({ documentType }) => documentType.code === 'vaccination-certificate')).toMatchObject({
      ...{ subject: 'CHILD', holder: '陈安', issuer: { code: 'community-health' }, issuedOn: day(birth) },
      ...{ trust: 'A', consumable: true, status: 'VALID', expiresOn: null },
    });
    const card = found.find(({ documentType }) => documentType.code === 'social-security-card');
    expect(card).toMatchObject({ consumable: false, expiresOn: '2036-11-27' });
  });

  it('is told with the submission to its applicant, and to nobody else as if there were none', async () => {
    const query = 'query ($id: ID!) { submission(id: $id) { id licences { id } } }';
    const ask = async (as: Caller) =>
      (
        await graph.ask<{ submission: { licences: ReadonlyArray<unknown> | null } | null }>(
          { query, variables: { id: born } },
          as,
        )
      ).submission;
    expect((await ask(citizen))?.licences).toHaveLength((await licences()).length);
    // Staff of a department with a filing in it see the submission, and not the vault.
    expect((await ask(clerk('tax')))?.licences).toBeNull();
  });

  it('is its holder’s alone', async () => {
    const [licence] = await licences();
    expect(await licences(otherCitizen)).toEqual([]);
    const one = 'query ($id: ID!) { licence(id: $id) { id } }';
    expect(await graph.ask({ query: one, variables: { id: licence?.id } }, otherCitizen)).toEqual({ licence: null });
    expect(await graph.ask({ query: one, variables: { id: licence?.id } }, citizen)).toEqual({
      licence: { id: licence?.id },
    });
    const list = '{ licences { totalCount } }';
    expect(await refusedTo(null, list)).toEqual([null, ['UNAUTHENTICATED']]);
    expect(await refusedTo(clerk('tax'), list)).toEqual([null, ['FORBIDDEN.OWN_LICENCES'.split('.')[0]]]);
  });

  it('comes into the vault once the vault answers again, and nothing waits for it', async () => {
    const before = (await licences()).length;
    graph.switches.stopped.add('licences');
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'out' }, now));
    const seen = await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
    const waiting = async () => Number((await admin`select count(*) from journeys.outbox`)[0]?.count);
    expect(await waiting()).toBeGreaterThan(0);
    graph.switches.stopped.delete('licences');
    // Pauses grow by the product's clock, and one who was not heard just now may yet be put off by it: it goes on.
    const later = async <T>(look: () => Promise<T>): Promise<T> => {
      now += 5000;
      return look();
    };
    const all = await eventually(
      () => later(licences),
      ({ length }) => length >= before + seen.results.length,
    );
    expect(all).toHaveLength(before + seen.results.length);
    await eventually(
      () => later(waiting),
      (left) => left === 0,
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('is sealed: the database holds no name, no number and no code of it', async () => {
    const [licence] = await licences();
    const rows = await admin`select l::text as row from licences.licences l`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const told of ['陈安', licence?.verificationCode ?? '', citizen.subject, newbornApplicant.identityNumber])
      expect(text).not.toContain(told);
    await expect(admin`update licences.licence_events set event = 'ISSUED'`).rejects.toThrow(/neither changed/);
  });
});

describe('a verification', () => {
  const verify = async (code: string, as: Caller | null = null) =>
    (
      await graph.ask<{ verifyLicence: Record<string, unknown> | null }>(
        {
          query: `query ($code: String!) { verifyLicence(code: $code) {
            documentType { code } number holder issuer { code } issuedOn expiresOn status } }`,
          variables: { code },
        },
        as,
      )
    ).verifyLicence;

  it('tells whoever holds the code no more than is printed, masked', async () => {
    const { number, verificationCode, issuedOn } = await find('vaccination-certificate');
    const told = await verify(verificationCode);
    expect(told).toEqual({
      ...{ documentType: { code: 'vaccination-certificate' }, holder: '陈*', issuer: { code: 'community-health' } },
      ...{ issuedOn, expiresOn: null, status: 'VALID', number: expect.stringContaining('*') },
    });
    expect(told?.number).not.toBe(number);
    expect(await verify(verificationCode.toLowerCase().replaceAll('-', ' '))).toEqual(told);
  });

  it('finds nothing by another code, by an id or a number', async () => {
    const { id, number, verificationCode } = await find('vaccination-certificate');
    const last = verificationCode.endsWith('A') ? 'B' : 'A';
    for (const code of [`${verificationCode.slice(0, -1)}${last}`, id, number, '', verificationCode.slice(0, -1)])
      expect(await verify(code), code).toBeNull();
  });
});

describe('a licence as evidence', () => {
  const at = async (): Promise<string> => {
    const { materials } = await planFor(kindergarten);
    return `evidence.${materials.findIndex(({ id }) => id === vaccination)}.licence`;
  };

  it('that is invented, or another’s, is not there, at its place', async () => {
    const { id } = await find('vaccination-certificate');
    expect(codesOf(await takeIn('E-12345'))).toEqual([`LICENCE_NOT_FOUND ${await at()}`]);
    expect(codesOf(await takeIn(id, {}, otherCitizen)).filter((each) => each.startsWith('LICENCE'))).toEqual([
      `LICENCE_NOT_FOUND ${await at()}`,
    ]);
  });

  it('that is about another child is refused, however well it would serve', async () => {
    const { id } = await find('vaccination-certificate');
    const brother = { ...form, baby: { ...form.baby, name: '陈宁' } };
    expect(codesOf(await takeIn(id, { form: brother }))).toEqual([`LICENCE_OF_ANOTHER ${await at()}`]);
  });

  it('that is of another type is refused', async () => {
    const { id } = await find('social-security-card');
    expect(codesOf(await takeIn(id))).toEqual([`LICENCE_OF_OTHER_TYPE ${await at()}`]);
  });

  it('that has ended when its matter starts, is too old, or of too low a grade is refused, all at once', async () => {
    const { id } = await find('vaccination-certificate');
    await admin`update licences.licences set expires_on = ${day(now - 24 * 60 * 60_000)}, trust = 'C' where id = ${id}`;
    await publish('strict', (use) => (use.use === 'INSPECT' ? { ...use, minimumTrust: 'B', maximumAgeDays: 30 } : use));
    now += 60 * 24 * 60 * 60_000;
    const where = await at();
    expect(codesOf(await takeIn(id))).toEqual([
      `LICENCE_EXPIRED ${where}`,
      `LICENCE_TOO_OLD ${where}`,
      `LICENCE_GRADE_TOO_LOW ${where}`,
    ]);
    await admin`update licences.licences set expires_on = null, trust = 'A' where id = ${id}`;
    now -= 60 * 24 * 60 * 60_000;
    await asIs();
  });

  it('for a document that is handed in is refused', async () => {
    const { id } = await find('vaccination-certificate');
    const plan = await planFor(kindergarten);
    const check = 'kindergarten-health-check:baby';
    const sent = inputOf(plan, kindergarten, { evidence: { [check]: { licence: id } } });
    const index = plan.materials.findIndex((each) => each.id === check);
    expect(codesOf(await submit(graph, sent))).toEqual([`LICENCE_NOT_HANDED_IN evidence.${index}.licence`]);
  });

  it('is not believed while the vault is out, and nothing is written', async () => {
    const { id } = await find('vaccination-certificate');
    graph.switches.stopped.add('licences');
    const refused = await takeIn(id);
    graph.switches.stopped.delete('licences');
    expect(codesOf(refused)).toEqual([`LICENCES_UNAVAILABLE ${await at()}`]);
    expect(refused.submission).toBeNull();
  });
});

describe('a licence that can be used once', () => {
  it('service-desk, licences: is used up by one of fifty at once, and what it was used for holds it', async () => {
    const { id } = await find('vaccination-certificate');
    const plan = await planFor(kindergarten);
    const answered = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        submit(graph, {
          ...inputOf(plan, kindergarten, { evidence: { [vaccination]: { licence: id } } }),
          idempotencyKey: `once ${index}`,
        }),
      ),
    );
    const taken = answered.filter(({ submission }) => submission !== null);
    expect(taken).toHaveLength(1);
    const refused = new Set(answered.filter(({ submission }) => submission === null).flatMap(codesOf));
    expect([...refused].filter((each) => !each.startsWith('LICENCE_CONSUMED'))).toEqual([]);
    const [row] = await admin`select purpose from licences.licences where id = ${id}`;
    expect(row?.purpose).toBe(taken[0]?.submission?.id);
    const events = await admin`select event from licences.licence_events where licence = ${id} order by number`;
    expect(events.map(({ event }) => event)).toEqual(['ISSUED', 'REDEEMED']);
    expect((await find('vaccination-certificate')).status).toBe('CONSUMED');
    const held = [{ documentType: 'vaccination-certificate', subject: 'STUDENT', licence: id }];
    const again = await planFor(kindergarten, held);
    expect(again.problems).toMatchObject([{ code: 'LICENCE_CONSUMED', path: ['held', '0', 'licence'] }]);
  });

  it('can be used again once what it was used for is withdrawn', async () => {
    const { id } = await find('vaccination-certificate');
    const [row] = await admin`select purpose from licences.licences where id = ${id}`;
    const { withdrawSubmission } = await graph.ask<{ withdrawSubmission: { problems: ReadonlyArray<unknown> } }>(
      {
        query:
          'mutation ($input: WithdrawSubmissionInput!) { withdrawSubmission(input: $input) { problems { code } } }',
        variables: { input: { idempotencyKey: 'w', submission: row?.purpose } },
      },
      citizen,
    );
    expect(withdrawSubmission.problems).toEqual([]);
    await eventually(
      () => find('vaccination-certificate'),
      ({ status }) => status === 'VALID',
    );
  });

  it('is given back where whoever used it up was killed before anything came of it', async () => {
    const { id } = await find('vaccination-certificate');
    const purpose = randomUUID();
    const due = new Date(now + 15 * 60_000).toISOString();
    // As far as a process comes that is killed between using it up and receiving.
    await admin`insert into journeys.outbox (kind, submission, target, next_at) values ('GIVE_BACK', ${purpose}, ${purpose}, ${due})`;
    await admin`update licences.licences set purpose = ${purpose} where id = ${id}`;
    expect(codesOf(await takeIn(id)).map((each) => each.split(' ')[0])).toEqual(['LICENCE_CONSUMED']);
    now += 15 * 60_000;
    await eventually(
      () => find('vaccination-certificate'),
      ({ status }) => status === 'VALID',
    );
  });
});

describe('service-desk, licences: birth, kindergarten and school of one child', () => {
  /** Of the home, whose title the register does not have. */
  const bringTitle = async (id: string) => {
    const query = `mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code } } }`;
    const evidence = [{ material: 'real-estate-title:HOME', bringToCounter: true }];
    const { supplementSubmission } = await graph.ask<{ supplementSubmission: { problems: ReadonlyArray<unknown> } }>(
      { query, variables: { input: { idempotencyKey: randomUUID(), submission: id, evidence } } },
      citizen,
    );
    expect(supplementSubmission.problems).toEqual([]);
  };
  const decide = async (id: string) => {
    await until(graph, id, ({ state }) => state === 'NEEDS_CORRECTION');
    await bringTitle(id);
    const { filings } = await until(graph, id, (seen) => seen.filings.every(({ state }) => state === 'SUBMITTED'));
    const { decideFiling } = await graph.ask<{ decideFiling: { problems: ReadonlyArray<unknown> } }>(
      {
        query:
          'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { problems { code message path } } }',
        variables: {
          input: {
            ...{ idempotencyKey: randomUUID(), filing: filings[0]?.id, decision: 'APPROVE' },
            results: [
              { documentType: 'admission-record', subject: 'STUDENT', party: 'baby', number: 'JY5010N00000001' },
            ],
          },
        },
      },
      clerk('education'),
    );
    expect(decideFiling.problems).toEqual([]);
    await until(graph, id, ({ state }) => state === 'COMPLETED');
  };
  const listOf = ({ materials }: Planned) => materials.map(({ id }) => id);
  /** With consent to look into the vault; a party is known there by name. */
  const fromVault = {
    fromVault: true,
    parties: parties.map((party) => (party.id === 'baby' ? { ...party, name: '陈安' } : party)),
  };
  /** What a client says who has the plan. */
  const heldIn = ({ licences: used }: Planned) =>
    used.map(({ documentType: { code: documentType }, licence, subject, party, spec }) => ({
      ...{ documentType, licence, subject, party, spec },
    }));
  const held = async () => {
    const page = await find('household-register', '本人页');
    const card = await find('vaccination-certificate');
    return [
      { documentType: 'household-register', spec: '本人页', subject: 'STUDENT', licence: page.id },
      { documentType: 'vaccination-certificate', subject: 'STUDENT', party: 'baby', licence: card.id },
    ];
  };

  it('each asks for less than it would without what went before, and gets it', async () => {
    const page = 'household-register:baby:本人页';
    now = birth + 3 * year;
    const alone = await planFor(kindergarten);
    expect(listOf(alone)).toEqual(expect.arrayContaining([page, vaccination]));
    const after = await planFor(kindergarten, [], citizen, fromVault);
    expect(after.problems).toEqual([]);
    expect(listOf(after)).toEqual(listOf(alone).filter((id) => id !== page && id !== vaccination));
    const vault = heldIn(after);
    expect(vault.map(({ licence }) => licence).sort()).toEqual((await held()).map(({ licence }) => licence).sort());
    expect(after.licences.map(({ title }) => title).sort()).toEqual(['陈安的居民户口簿（本人页）', '陈安的预防接种证']);
    // The register's row asks for the parents' too, and stays on the list for that.
    expect(after.licences.map(({ rows }) => rows.map(({ fate }) => fate)).sort()).toEqual([['KEPT'], ['SHARED']]);

    const { parties: named } = fromVault;
    const { submission, problems } = await submit(graph, inputOf(after, kindergarten, { held: vault, parties: named }));
    expect(problems).toEqual([]);
    const id = submission?.id ?? '';
    const sent = await graph.ask<{ submission: { filings: ReadonlyArray<{ evidence: ReadonlyArray<Row> }> } }>(
      { query: 'query ($id: ID!) { submission(id: $id) { filings { evidence } } }', variables: { id } },
      citizen,
    );
    const documents = sent.submission.filings.flatMap(({ evidence }) => evidence.flatMap((row) => row.documents ?? []));
    expect(documents.map(({ documentType, licence }) => [documentType, licence])).toEqual(
      expect.arrayContaining(vault.map(({ documentType, licence }) => [documentType, licence])),
    );
    await decide(id);
    await eventually(
      () => licences(citizen, 'admission-record'),
      ({ length }) => length === 1,
    );

    now = birth + 6 * year;
    const schoolAlone = await planFor(school);
    const schoolAfter = await planFor(school, [], citizen, fromVault);
    const pageOnly = heldIn(schoolAfter);
    expect(pageOnly).toMatchObject([{ documentType: 'household-register', spec: '本人页', party: 'baby' }]);
    expect(listOf(schoolAfter)).toEqual(listOf(schoolAlone).filter((each) => each !== page));
    expect(listOf(schoolAfter).length).toBeLessThan(listOf(after).length);
    const last = await submit(graph, inputOf(schoolAfter, school, { held: pageOnly, parties: named }));
    expect(last.problems).toEqual([]);
    now = birth;
  });

  it('without consent nothing is looked for, nor for whom nobody named, nor for others; a vault that is out is said', async () => {
    const { id, licences: used } = await planFor(kindergarten);
    expect(used).toEqual([]);
    const { parties: named } = fromVault;
    const asked: ReadonlyArray<[Caller | null, Record<string, unknown>]> = [
      [citizen, { parties: named, fromVault: false }],
      [citizen, { parties, fromVault: true }],
      [otherCitizen, fromVault],
      [null, fromVault],
    ];
    for (const [as, more] of asked) {
      const plan = await planFor(kindergarten, [], as, more);
      expect([plan.id, plan.licences, plan.problems, plan.warnings]).toEqual([id, [], [], []]);
    }
    // What the kindergarten has used up is there for nobody.
    const again = await planFor(kindergarten, [], citizen, fromVault);
    expect(again.licences.map(({ documentType }) => documentType.code)).toEqual(['household-register']);
    graph.switches.stopped.add('licences');
    const out = await planFor(kindergarten, [], citizen, fromVault);
    graph.switches.stopped.delete('licences');
    expect([out.id, out.licences, out.problems, out.warnings]).toEqual([
      ...[id, [], []],
      [{ code: 'LICENCES_UNAVAILABLE' }],
    ]);
  });

  it('a held licence is held to the form as evidence is, and nobody else’s is planned with', async () => {
    const vault = (await held()).slice(0, 1);
    const plan = await planFor(kindergarten, vault);
    const brother = { ...form, baby: { ...form.baby, name: '陈宁' } };
    expect(codesOf(await submit(graph, inputOf(plan, kindergarten, { held: vault, form: brother })))).toEqual([
      'LICENCE_OF_ANOTHER held.0.licence',
    ]);
    for (const as of [otherCitizen, null])
      expect((await planFor(kindergarten, vault, as)).problems).toMatchObject([
        { code: 'LICENCE_NOT_FOUND', path: ['held', '0', 'licence'] },
      ]);
  });
});

describe('what is held of a person', () => {
  const everything = async () => {
    const records: HeldRecord[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { myData }: { myData: HeldPage } = await graph.ask<{ myData: HeldPage }>(
        {
          query: `query ($after: String) { myData(first: 7, after: $after) {
            nodes { kind id data } pageInfo { hasNextPage endCursor } totalCount } }`,
          variables: { after },
        },
        citizen,
      );
      records.push(...myData.nodes);
      after = myData.pageInfo.endCursor;
      more = myData.pageInfo.hasNextPage;
      if (!more) expect(records).toHaveLength(myData.totalCount);
    }
    return records;
  };

  it('tells every licence of theirs with its history, once', async () => {
    const told = (await everything()).filter(({ kind }) => kind === 'LICENCE');
    const own = await licences();
    expect(told.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    const { id } = await find('vaccination-certificate');
    const record = told.find((each) => each.id === id)?.data as { history: ReadonlyArray<{ event: string }> };
    expect(record.history.map(({ event }) => event)).toContain('ISSUED');
  });

  it('says so where the vault is out', async () => {
    graph.switches.stopped.add('licences');
    const told = (await everything()).filter(({ kind }) => kind === 'LICENCE');
    graph.switches.stopped.delete('licences');
    expect(told).toMatchObject([{ data: { vaultSaid: 'OUT' } }]);
  });

  it('goes from the vault where its holder takes it out, and stays out', async () => {
    const { id } = await find('insurance-enrolment');
    const remove = async (as: Caller) =>
      (
        await graph.ask<{ removeLicence: { removed: string | null; problems: ReadonlyArray<{ code: string }> } }>(
          {
            query: 'mutation ($id: ID!) { removeLicence(id: $id) { removed problems { code } } }',
            variables: { id },
          },
          as,
        )
      ).removeLicence;
    expect(await remove(otherCitizen)).toMatchObject({ removed: null, problems: [{ code: 'LICENCE_NOT_FOUND' }] });
    expect(await remove(citizen)).toEqual({ removed: id, problems: [] });
    expect(await remove(citizen)).toMatchObject({ removed: null, problems: [{ code: 'LICENCE_NOT_FOUND' }] });
    const filing = id.replace(/-\d+$/, '');
    await admin`insert into journeys.outbox (kind, submission, target, next_at) values ('ISSUE', ${born}, ${filing}, ${new Date(now).toISOString()})`;
    await eventually(
      async () => Number((await admin`select count(*) from journeys.outbox`)[0]?.count),
      (left) => left === 0,
    );
    expect((await licences()).map((each) => each.id)).not.toContain(id);
  });

  it('goes from the vault with the submission whose erasure is asked for', async () => {
    const query = `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }`;
    const variables = { input: { idempotencyKey: 'erase', submission: born } };
    const { requestErasure } = await graph.ask<{ requestErasure: { problems: ReadonlyArray<unknown> } }>(
      { query, variables },
      citizen,
    );
    expect(requestErasure.problems).toEqual([]);
    await eventually(licences, (left) => left.every(({ id }) => !id.startsWith(born)));
    expect((await licences()).length).toBeGreaterThan(0);
  });
});

interface HeldRecord {
  readonly kind: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}
interface HeldPage {
  readonly nodes: ReadonlyArray<HeldRecord>;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}
interface Row {
  readonly documents?: ReadonlyArray<{ documentType: string; licence?: string }>;
}
