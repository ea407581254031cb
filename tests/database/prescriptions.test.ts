import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { newbornApplicant, somebodyElse } from '../../scripts/newborn-example.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { citizen, clerk, type Graph, otherCitizen, startGraph } from './gateway-of.ts';

const dayMs = 24 * 60 * 60_000;
let now = Date.parse('2026-11-27T04:00:00Z');
let graph: Graph;
let admin: postgres.Sql;
const staffOf = (...codes: string[]): Caller => ({
  ...{ subject: `staff of ${codes[0]}`, kind: 'STAFF', department: 'institution' },
  scopes: codes.map((code) => `institution:${code}`),
});
const [hospital, pharmacy, another] = ['ruian-hospital', 'wansong-pharmacy', 'xishan-pharmacy'];

interface Answered {
  readonly problems: ReadonlyArray<{ readonly code: string; readonly path: ReadonlyArray<string> }>;
}
type Issued = Answered & {
  readonly licence: string | null;
  readonly verificationCode: string | null;
  readonly expiresOn: string | null;
};
type Used = Answered & { readonly licence: Record<string, unknown> | null };
const prescribe = async (input: object = {}, as: Caller = staffOf(hospital)): Promise<Issued> =>
  (
    await graph.ask<{ issueLicence: Issued }>(
      {
        query: operationText('issue-licence'),
        variables: {
          input: {
            ...{ idempotencyKey: randomUUID(), institution: hospital, documentType: 'prescription' },
            ...{ ...newbornApplicant, number: 'RX-1', data: { drug: '布洛芬缓释胶囊' }, ...input },
          },
        },
      },
      as,
    )
  ).issueLicence;
const sell = async (code: string | null, input: object = {}, as: Caller = staffOf(pharmacy)): Promise<Used> =>
  (
    await graph.ask<{ useUpLicence: Used }>(
      {
        query: operationText('use-up-licence'),
        variables: { input: { idempotencyKey: randomUUID(), institution: pharmacy, code, ...input } },
      },
      as,
    )
  ).useUpLicence;
const codesOf = ({ problems }: Answered) => problems.map(({ code, path }) => `${code} ${path.join('.')}`);
const vault = async (as: Caller = citizen) =>
  (
    await graph.ask<{ licences: { nodes: ReadonlyArray<Record<string, unknown>> } }>(
      {
        query: `{ licences(documentType: "prescription") { nodes {
          id status consumable expiresOn institution { name department { code } } matter { code } submission { id } holder verificationCode } } }`,
      },
      as,
    )
  ).licences.nodes;
const report = async (month: string) =>
  (
    await graph.ask<{
      adoption: {
        institutions: number;
        idle: number;
        issued: number;
        shared: number;
        rows: ReadonlyArray<{
          institution: { code: string };
          rank: number;
          issued: number;
          shared: number;
          idle: boolean;
        }>;
      };
    }>({ query: operationText('adoption'), variables: { month } }, null)
  ).adoption;

beforeAll(async () => {
  graph = await startGraph({ now: () => now });
  admin = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

describe('systems 9, Test: a prescription', () => {
  it('is in the vault of whom it is for at once, and of nobody else', async () => {
    const { licence, verificationCode, expiresOn, problems } = await prescribe();
    expect([problems, expiresOn]).toEqual([[], '2026-11-29']);
    expect(await vault()).toEqual([
      {
        ...{ id: licence, status: 'VALID', consumable: true, expiresOn, holder: '林静', verificationCode },
        ...{
          institution: { name: '瑞安示例人民医院', department: { code: 'health' } },
          matter: null,
          submission: null,
        },
      },
    ]);
    expect(await vault({ ...otherCitizen, claims: { ...somebodyElse } })).toEqual([]);
    expect(await vault(otherCitizen)).toEqual([]);
  });

  it('from one institution is redeemed at a pharmacy exactly once, of fifty that try at once', async () => {
    const { licence, verificationCode } = await prescribe();
    const answered = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const at = index % 2 === 0 ? pharmacy : another;
        return sell(verificationCode, { institution: at }, staffOf(at));
      }),
    );
    expect(answered.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(answered.flatMap(codesOf))).toEqual(new Set(['LICENCE_CONSUMED code']));
    const events =
      await admin`select event, institution from licences.licence_events where licence = ${licence} order by number`;
    expect(events.map(({ event }) => event)).toEqual(['ISSUED', 'REDEEMED']);
    expect((await vault()).find(({ id }) => id === licence)?.status).toBe('CONSUMED');
  });

  it('is sold once for each key of a pharmacy: the same again is told the same', async () => {
    const { verificationCode } = await prescribe();
    const first = await sell(verificationCode, { idempotencyKey: 'sale' });
    expect(first).toEqual({
      problems: [],
      licence: {
        ...{
          documentType: { name: '电子处方' },
          number: expect.stringContaining('*'),
          holder: '林*',
          status: 'CONSUMED',
        },
        ...{ institution: { name: '瑞安示例人民医院' }, issuedOn: '2026-11-27', expiresOn: '2026-11-29' },
      },
    });
    expect(await sell(verificationCode, { idempotencyKey: 'sale' })).toEqual(first);
    expect(
      codesOf(await sell(verificationCode, { idempotencyKey: 'sale', institution: another }, staffOf(another))),
    ).toEqual(['LICENCE_CONSUMED code']);
  });

  it('that is expired or forged is refused, and its last day is one on which it is sold', async () => {
    const [late, last] = [await prescribe(), await prescribe()];
    const begin = now;
    now = begin + 2 * dayMs;
    expect(codesOf(await sell(last.verificationCode))).toEqual([]);
    now = begin + 3 * dayMs;
    expect(codesOf(await sell(late.verificationCode))).toEqual(['LICENCE_EXPIRED code']);
    now = begin;
    const forged = `${late.verificationCode?.slice(0, -1)}${late.verificationCode?.endsWith('A') ? 'B' : 'A'}`;
    for (const code of [forged, '', 'RX-1', late.licence ?? ''])
      expect(codesOf(await sell(code))).toEqual(['LICENCE_CODE_UNKNOWN code']);
    expect(codesOf(await sell(late.verificationCode))).toEqual([]);
  });

  it('is issued and sold by staff of an institution that may, for no other', async () => {
    const { verificationCode } = await prescribe();
    for (const as of [staffOf(pharmacy), clerk('health'), citizen, staffOf('none')])
      expect(codesOf(await prescribe({}, as))).toEqual(['INSTITUTION_NOT_YOURS institution']);
    expect(codesOf(await sell(verificationCode, {}, staffOf(another)))).toEqual(['INSTITUTION_NOT_YOURS institution']);
    expect(codesOf(await prescribe({ institution: 'none' }, staffOf('none')))).toEqual([
      'INSTITUTION_NOT_YOURS institution',
    ]);
    expect(codesOf(await prescribe({ institution: pharmacy }, staffOf(pharmacy)))).toEqual([
      'INSTITUTION_ISSUES_NO_SUCH documentType',
    ]);
    expect(codesOf(await prescribe({ documentType: 'birth-certificate' }))).toEqual([
      'INSTITUTION_ISSUES_NO_SUCH documentType',
    ]);
    expect(codesOf(await sell(verificationCode, { institution: hospital }, staffOf(hospital)))).toEqual([
      'INSTITUTION_TAKES_NO_SUCH code',
    ]);
    expect(codesOf(await prescribe({ identityNumber: '330381199505050023' }))).toEqual([
      'LICENCE_OF_NOBODY identityNumber',
    ]);
    expect(codesOf(await prescribe({ name: ' ' }))).toEqual(['LICENCE_SAYS_NOTHING name']);
    expect(codesOf(await prescribe({ idempotencyKey: '' }))).toEqual(['IDEMPOTENCY_KEY_REQUIRED idempotencyKey']);
  });

  it('is issued once for each key, and another under it is refused', async () => {
    const first = await prescribe({ idempotencyKey: 'rx' });
    expect(await prescribe({ idempotencyKey: 'rx' })).toEqual(first);
    expect(codesOf(await prescribe({ idempotencyKey: 'rx', number: 'RX-2' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(codesOf(await prescribe({ idempotencyKey: 'rx', ...somebodyElse }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });

  it('is told with everything that is held of who it is for, and goes where they take it out', async () => {
    const { licence } = await prescribe();
    const { myData } = await graph.ask<{
      myData: { nodes: ReadonlyArray<{ kind: string; id: string; data: { history: ReadonlyArray<unknown> } }> };
    }>({ query: '{ myData(first: 100) { nodes { kind id data } } }' }, citizen);
    expect(myData.nodes.find(({ id }) => id === licence)).toMatchObject({
      kind: 'LICENCE',
      data: { history: [{ event: 'ISSUED' }] },
    });
    const remove = async (as: Caller) =>
      (
        await graph.ask<{ removeLicence: { removed: string | null } }>(
          { query: 'mutation ($id: ID!) { removeLicence(id: $id) { removed } }', variables: { id: licence } },
          as,
        )
      ).removeLicence.removed;
    expect(await remove({ ...otherCitizen, claims: { ...somebodyElse } })).toBeNull();
    expect(await remove(otherCitizen)).toBeNull();
    expect(await remove(citizen)).toBe(licence);
    expect((await vault()).map(({ id }) => id)).not.toContain(licence);
  });
});

describe('systems 9 and service-desk, Replay: the month’s report of 99 institutions', () => {
  const rowsOf = (file: string) => {
    const [head = '', ...lines] = readFileSync(new URL(`../replays/${file}.csv`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const columns = head.split(',');
    return lines.map((line) => {
      const values = line.split(',');
      return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    });
  };
  const designated = rowsOf('prescribing-institutions');
  const rows = rowsOf('prescriptions');

  it('ranks all 99, flags the 51 that issued none, and counts what pharmacies sold', async () => {
    const pharmacies = [...new Set(rows.map(({ pharmacy: code }) => code).filter((code) => code !== ''))].sort();
    const named = (code: string) => ({ code, name: { zh: code as string, en: code as string } });
    const institutions = [
      ...designated.map(({ code = '' }) => ({
        ...{ ...named(code), department: 'health', redeems: [] },
        issues: [{ documentType: 'prescription', validDays: 3, consumable: true }],
      })),
      ...pharmacies.map((code = '') => ({
        ...named(code),
        department: 'medical-insurance',
        issues: [],
        redeems: ['prescription'],
      })),
    ];
    const publication = { ...catalogue.publication, contentHash: 'the 99 institutions', institutions };
    await importCatalogue(graph.database.adminUrl, { publication, departments: catalogue.departments });
    const everybody = staffOf(...institutions.map(({ code }) => code));
    const batch = 100;
    /** Of one day, some at once. */
    const all = async <T extends Answered>(
      perform: (input: object, as: Caller) => Promise<T>,
      inputs: ReadonlyArray<object>,
    ): Promise<ReadonlyArray<T>> => {
      const answers: T[] = [];
      for (let from = 0; from < inputs.length; from += batch)
        answers.push(
          ...(await Promise.all(inputs.slice(from, from + batch).map((input) => perform(input, everybody)))),
        );
      expect(answers.flatMap(codesOf)).toEqual([]);
      return answers;
    };
    const codes = new Map<number, unknown>();
    for (const day of [...new Set(rows.flatMap(({ prescribed, sold }) => [prescribed, sold]))]
      .filter((each) => each !== '')
      .sort()) {
      now = Date.parse(`${day}T02:00:00Z`);
      const issued = [...rows.entries()].filter(([, { prescribed }]) => prescribed === day);
      const answers = await all(
        prescribe,
        issued.map(([index, { institution }]) => ({
          ...{ idempotencyKey: `row ${index}`, institution, documentType: 'prescription', number: `RX-${index}` },
          ...newbornApplicant,
        })),
      );
      for (const [place, [index]] of issued.entries()) codes.set(index, answers[place]?.verificationCode);
      const sold = [...rows.entries()].filter(([, row]) => row.sold === day);
      await all(
        (input, as) => sell(null, input, as),
        sold.map(([index, row]) => ({
          idempotencyKey: `sale ${index}`,
          institution: row.pharmacy,
          code: codes.get(index),
        })),
      );
    }
    const october = await report('2026-10');
    const count = (of: (row: Record<string, string>) => boolean) => rows.filter(of).length;
    expect([october.institutions, october.idle, october.issued, october.shared]).toEqual([
      ...[99, 51, rows.length, count(({ sold }) => sold !== '')],
    ]);
    expect(october.shared).toBeGreaterThan(4000);
    expect(october.rows.filter(({ idle }) => !idle)).toHaveLength(48);
    expect(october.rows.map(({ institution }) => institution.code).sort()).toEqual(
      designated.map(({ code }) => code).sort(),
    );
    for (const { institution, issued, shared, idle } of october.rows) {
      const own = rows.filter((row) => row.institution === institution.code);
      expect([issued, shared, idle]).toEqual([
        own.length,
        own.filter(({ sold }) => sold !== '').length,
        own.length === 0,
      ]);
    }
    const amounts = october.rows.map(({ issued }) => issued);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const ranks = october.rows.map(({ rank }) => rank);
    expect([ranks[0], new Set(ranks.slice(48)), ranks.filter((rank, index) => rank !== index + 1).length > 0]).toEqual([
      ...[1, new Set([49]), true],
    ]);
    // A month in which nobody did, and one that there is not.
    expect(await report('2026-09')).toMatchObject({ institutions: 99, idle: 99, issued: 0, shared: 0 });
    const { errors } = await graph.gateway.execute(
      { query: operationText('adoption'), variables: { month: '2026-14' } },
      null,
    );
    expect(errors?.[0]?.extensions?.code).toBe('ADOPTION_MONTH_INVALID');
  }, 300_000);
});
