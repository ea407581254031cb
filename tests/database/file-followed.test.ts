import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry, registryOf } from '../../schema/registry.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { takeAnswers } from '../../subgraphs/departments/adapters/relay-answers.ts';
import { exportWaiting } from '../../subgraphs/departments/adapters/relay-export.ts';
import { httpJsonSettings } from '../../subgraphs/departments/adapters/settings.ts';
import { createDeskFilings } from '../../subgraphs/departments/store/filings.ts';
import { createOutbox } from '../../subgraphs/departments/store/outgoing.ts';
import { residentIdentityNumber } from '../../subgraphs/language/identity-number.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { page, pdf } from '../files.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { testSecret } from './database.ts';
import { createOfficers, keyPairs } from './department-systems/relay-stand.ts';
import type { Received } from './department-systems/stand.ts';
import { startTheirServer, type TheirServer } from './department-systems/their-server.ts';
import { citizen, clerk, type Graph, inputFor, look, newborn, planOf, startGraph, submit } from './gateway-of.ts';
import { sealerOf } from './keys.ts';

/* One file from the citizen to three departments: by relay, over HTTP and JSON, and to the staff of a built-in desk. */

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const key = Buffer.from('a key that the insurance bureau has as well');
/** What both of them call things. */
const codes = { elements: { name: 'xm', 'identity-number': 'zjhm' }, roles: { CHILD: 'yinger' } };
const theirs = (code: string): string => ({ ...codes.elements, ...codes.roles })[code as 'name'] ?? code;
const ours = keyPairs('us');
const officers = createOfficers('public-security', ours.told);

let now = Date.parse('2026-11-27T04:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'yijianshi-systems-'));
const closing: Array<() => Promise<void>> = [];
let graph: Graph;
let server: TheirServer;
let tokenOf: (caller: Caller) => Promise<string>;
let submission = '';
let input: Record<string, unknown> = {};
/** SHA-256 of every file that the citizen put. */
const put = new Set<string>();
/** Taken by the insurance bureau’s own program. */
const fetched: Buffer[] = [];
let police: { outbox: ReturnType<typeof createOutbox>; filings: ReturnType<typeof createDeskFilings> };

interface File {
  readonly download: { readonly url: string } | null;
}

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };
  tokenOf = ({ subject, kind, department }) =>
    new SignJWT({ kind, department })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('i')
      .setAudience('a')
      .setSubject(subject)
      .setExpirationTime('1h')
      .sign(privateKey);
  let address = '';
  server = await startTheirServer(
    key,
    () => now,
    async (body) => {
      const { evidence } = body as unknown as { evidence: ReadonlyArray<{ materials: ReadonlyArray<File> }> };
      for (const { download } of evidence.flatMap(({ materials }) => materials)) {
        if (!download) continue;
        const response = await fetch(new URL(download.url, address));
        fetched.push(Buffer.from(await response.arrayBuffer()));
      }
    },
  );
  const write = (department: string, name: string, text: string | Buffer): void => {
    mkdirSync(join(folder, department), { recursive: true });
    writeFileSync(join(folder, department, name), text);
  };
  write('medical-insurance', 'system.yaml', stringify({ url: server.url, key: 'key', codes }));
  write('medical-insurance', 'key', key);
  write('public-security', 'system.yaml', stringify({ ours: 'ours.json', theirs: 'theirs.json', codes }));
  write('public-security', 'ours.json', JSON.stringify(ours.own));
  write('public-security', 'theirs.json', JSON.stringify(officers.told));
  const systems: Readonly<Record<string, 'RELAY' | 'HTTP_JSON'>> = {
    'public-security': 'RELAY',
    'medical-insurance': 'HTTP_JSON',
  };
  const registry = registryOf(
    readRegistry().subgraphs.map(
      (row) => (row.code in systems ? { ...row, system: systems[row.code] } : row) as typeof row,
    ),
  );
  const issuers = [{ issuer: 'i', audience: 'a', jwks }];
  graph = await startGraph({ registry, systems: folder, now: () => now, issuers });
  address = await graph.gateway.listen(0, '127.0.0.1');
  const { adminUrl } = graph.database;
  const { database: url } = (await rootSecrets(adminUrl, testSecret))('public-security');
  const { db, close } = openDatabase({ url, schema: 'department_public_security' });
  const sealer = await sealerOf(adminUrl, 'public-security', 'department_public_security');
  police = { outbox: createOutbox(db, sealer), filings: createDeskFilings(db, sealer, () => now) };
  closing.push(close, graph.close, server.close);
  const plan = await planOf(graph);
  const evidence: Array<{ material: string; upload: string }> = [];
  // One after the other: two at once are taken of one address.
  for (const [index, { id: material }] of plan.materials.entries())
    evidence.push({ material, upload: await upload(index) });
  input = inputFor(plan, { idempotencyKey: 'followed', evidence }, now);
  const received = await submit(graph, input);
  expect(received.problems).toEqual([]);
  submission = received.submission?.id ?? '';
});
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function upload(index: number): Promise<string> {
  // One file does not serve for two materials.
  const content = pdf([page, `(${`both sides of card ${index} `.repeat(10_000)})`]);
  put.add(sha256(content));
  const announced = await graph.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
      variables: {
        input: { fileName: '材料.pdf', contentType: 'application/pdf', bytes: content.length, sha256: sha256(content) },
      },
    },
    citizen,
  );
  const { id, url } = announced.createUpload.upload;
  const headers = { 'content-type': 'application/pdf' };
  expect((await graph.gateway.app.inject({ method: 'PUT', url, headers, payload: content })).statusCode).toBe(201);
  return id;
}
/** Looks again and again; `stepMs`: the clock goes on by so much each time, for a system of a department's own is asked, and not heard. */
async function waitFor<Value>(found: () => Promise<Value | null>, stepMs = 0): Promise<Value> {
  for (;;) {
    const value = await found();
    if (value !== null) return value;
    now += stepMs;
    await new Promise((done) => setTimeout(done, 200));
  }
}
const approved = (filing: string): Promise<true> =>
  waitFor(async () => {
    const seen = await look(graph, submission);
    return seen?.filings.find(({ id }) => id === filing)?.state === 'APPROVED' ? true : null;
  }, 20_000);
const filingOf = async (matter: string): Promise<string> =>
  (await look(graph, submission))?.filings.find((each) => each.matter.code.includes(matter))?.id ?? '';

/** What a matter declares, by the catalogue alone, against what was sent of it. */
function expectDeclared(code: string, sent: Received, name: (code: string) => string): void {
  const content = [...catalogue.departments.values()].flat().find((matter) => matter.code === code)?.content;
  if (!content) throw new Error(`there is no matter ${code}`);
  const oneForm = input.form as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const declared: Record<string, Record<string, unknown>> = {};
  for (const { code: element, subject } of content.formFields)
    for (const party of sent.parties[name(subject)] ?? []) {
      const value = oneForm[party]?.[element];
      if (value !== undefined) declared[party] = { ...declared[party], [name(element)]: value };
    }
  expect(Object.keys(declared).length).toBeGreaterThan(1);
  // Of somebody of whom nothing is declared nothing is told.
  const told = Object.entries(sent.form).filter(([, fields]) => Object.keys(fields).length > 0);
  expect(Object.fromEntries(told)).toEqual(declared);
  const own = new Set(content.requirements.map((row) => row.code));
  expect(sent.evidence.length).toBeGreaterThan(0);
  expect(sent.evidence.filter(({ requirement }) => !own.has(requirement))).toEqual([]);
  // Whether a matter belongs to the event at all is its condition too.
  const event = catalogue.publication.lifeEvents.find(
    ({ code, region }) => code === newborn.code && region === newborn.region,
  );
  const member = event?.content.basis.members.find(({ matter }) => matter === code);
  expect(member).toBeDefined();
  const conditions = JSON.stringify([content, member?.condition]);
  expect(Object.keys(sent.answers).filter((question) => !conditions.includes(`"${question}"`))).toEqual([]);
}

it('lies with the staff of a built-in desk, with what their matter declares', async () => {
  const as = clerk('health');
  const found = await waitFor(async () => {
    const { data } = await graph.gateway.execute(
      {
        query: 'query ($id: ID!) { submission(id: $id) { filings { id files { download { url } } } } }',
        variables: { id: submission },
      },
      as,
    );
    const { filings } = (data?.submission ?? { filings: [] }) as unknown as {
      filings: ReadonlyArray<{ id: string; files: ReadonlyArray<File> | null }>;
    };
    return filings.find(({ files }) => files?.some(({ download }) => download)) ?? null;
  });
  const url = found.files?.find(({ download }) => download)?.download?.url ?? '';
  const headers = { authorization: `Bearer ${await tokenOf(as)}` };
  const { rawPayload } = await graph.gateway.app.inject({ url, headers });
  expect(put).toContain(sha256(rawPayload));
  // What the clerk saw is handed to the desk a moment later.
  const held = await waitFor(async () => {
    const answer = await graph.subgraphs.get('health')?.execute({
      ...{ query: 'query ($f: ID!) { healthHeld(filing: $f) }', variables: { f: found.id }, headers: {} },
      identity: serviceIdentity('journeys'),
    });
    return (answer?.data?.healthHeld ?? null) as Received | null;
  });
  expectDeclared(held.matter, held, (code) => code);
});

it('is carried to officers on a network of their own, whose answer is carried back', async () => {
  const medium = new Map<string, string>();
  const { id, sent } = await waitFor(async () => {
    await exportWaiting(
      {
        ...{
          outbox: police.outbox,
          department: 'public-security',
          us: 'yijianshi',
          ours: ours.own,
          theirs: officers.told,
        },
        // The officers’ clock stands.
        now: () => Date.parse('2026-11-27T04:00:00Z'),
        write: async (name, text) => {
          medium.set(name, text);
        },
      },
      null,
    );
    await officers.take(medium);
    const [first] = officers.filings;
    return first ? { id: first[0], sent: first[1] as unknown as Received } : null;
  });
  expect(officers.files.size).toBeGreaterThan(0);
  expect([...officers.files.values()].map(sha256).filter((each) => !put.has(each))).toEqual([]);
  expectDeclared(sent.matter, sent, theirs);
  const { 'birth-date': born } = sent.form.baby as { 'birth-date': string };
  const issued = { subject: 'yinger', party: 'baby', issuedAt: '2026-11-27T12:00:00+08:00' };
  const number = residentIdentityNumber('330381', born, '女', 7);
  const receipt = {
    state: 'APPROVED',
    results: [
      { ...issued, documentType: 'household-register', spec: '本人页', number: 'HK330381000000001' },
      { ...issued, documentType: 'citizen-identity-number', number },
    ],
  };
  const lines = await takeAnswers(
    { filings: police.filings, codes: httpJsonSettings.shape.codes.parse(codes) },
    { answers: [officers.answer(id, receipt)] },
  );
  expect(lines).toMatchObject([{ outcome: 'TAKEN' }]);
  await approved(id);
});

it('reaches a system of HTTP and JSON, with what the officers issued', async () => {
  const filing = await filingOf('YB000736001');
  const sent = await waitFor(async () => server.received(filing));
  expectDeclared(sent.matter, sent, theirs);
  expect(sent.produced).toEqual(
    expect.arrayContaining([expect.objectContaining({ documentType: 'household-register', subject: 'yinger' })]),
  );
  await waitFor(async () => (fetched.length > 0 ? fetched : null));
  expect(fetched.map(sha256).filter((each) => !put.has(each))).toEqual([]);
  const issued = { subject: 'yinger', party: 'baby', issuedAt: '2026-11-27T12:00:00+08:00' };
  const results = [{ ...issued, documentType: 'insurance-enrolment', number: 'YB3303810000000001' }];
  server.decide(filing, { state: 'APPROVED', results });
  await approved(filing);
});
