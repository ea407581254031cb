import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Line } from '../../subgraphs/departments/adapters/relay-answers.ts';
import { oldestMs } from '../../subgraphs/departments/adapters/sealed-files.ts';
import { copyProduct } from '../process/process.ts';
import { testSecret } from './database.ts';
import { keyPairs, type RelayStand, sha256, standOfRelay } from './department-systems/relay-stand.ts';
import { filingOf, noon, pin } from './department-systems/stand.ts';

/* What is carried to a department on a network of its own and back, on media that are lost, exchanged, carried twice and late. */

let stand: RelayStand;
beforeAll(async () => {
  stand = await standOfRelay();
});
afterAll(() => stand.close());
const approved = {
  state: 'APPROVED',
  results: [{ documentType: 'QSWSZM', subject: 'FW', party: 'home', number: 'DT-1', issuedAt: '2026-11-27T04:00:00Z' }],
};
const told = (lines: Awaited<ReturnType<RelayStand['carryIn']>>) =>
  (lines as ReadonlyArray<Line>).map(({ outcome, code }) => code ?? outcome);
const carry = async (...answers: ReadonlyArray<unknown>) =>
  told(await stand.carryIn(await stand.officers.seal({ answers })));
const fileIn = async (id: string): Promise<void> => {
  await stand.system.accept(filingOf(id), pin);
  await stand.carryOut();
};

describe('a file', () => {
  const content = Buffer.from('the very bytes of a contract');
  const file = { fileName: '合同.pdf', contentType: 'application/pdf', bytes: content.length, sha256: sha256(content) };
  const evidence = (url: string) =>
    [
      {
        ...{ requirement: 'SW3040-02', fate: 'SUBMITTED', sources: [] },
        materials: [
          { material: 'contract', upload: 'u1', download: { url, expiresAt: '2026-11-27T04:05:00Z', ...file } },
        ],
      },
    ] as never;

  it('is taken before the filing is, and lies with it on the other side', async () => {
    await expect(stand.system.accept(filingOf('paper', { evidence: evidence('/gone') }), pin)).rejects.toMatchObject({
      extensions: { code: 'DEPARTMENT_SYSTEM_OUT' },
    });
    stand.links.set('/other', Buffer.from('something else'));
    await expect(stand.system.accept(filingOf('paper', { evidence: evidence('/other') }), pin)).rejects.toMatchObject({
      extensions: { code: 'DEPARTMENT_SYSTEM_OUT' },
    });
    expect(await stand.system.find('paper')).toBeNull();
    stand.links.set('/there', content);
    await stand.system.accept(filingOf('paper', { evidence: evidence('/there') }), pin);
    // With another link it is the same filing.
    expect(await stand.system.accept(filingOf('paper', { evidence: evidence('/anew') }), pin)).toMatchObject({
      state: 'SUBMITTED',
    });
    const received = (await stand.received('paper'))?.evidence as unknown as ReadonlyArray<{
      readonly materials: ReadonlyArray<{ readonly download: { readonly entry: string; readonly sha256: string } }>;
    }>;
    const { entry, ...rest } = received[0]?.materials[0]?.download ?? { entry: '' };
    expect(rest).toEqual(file);
    expect(stand.officers.files.get(entry)?.equals(content)).toBe(true);
    // Nobody on the way reads anything.
    expect([...stand.medium.values()].join()).not.toContain(content.toString('base64').slice(0, 20));
  });

  it('that serves for several rows, by links of their own, is taken and carried once', async () => {
    const row = (requirement: string, url: string | null) => ({
      ...{ requirement, fate: 'SUBMITTED', sources: [] },
      materials: [
        url === null
          ? { material: 'other', bringToCounter: true }
          : { material: 'contract', upload: 'u1', download: { url, expiresAt: '2026-11-27T04:05:00Z', ...file } },
      ],
    });
    const another = Buffer.from('another file');
    stand.links.set('/one', content);
    stand.links.set('/two', content);
    stand.links.set('/three', another);
    const third = row('SW3040-04', '/three');
    Object.assign(third.materials[0]?.download as object, { sha256: sha256(another), bytes: another.length });
    const rows = [row('SW3040-02', '/one'), row('SW3040-03', '/two'), row('SW3040-05', null), third];
    const before = (await stand.waiting()).files;
    await stand.system.accept(filingOf('twice needed', { evidence: rows as never }), pin);
    expect((await stand.waiting()).files - before).toBe(2);
    expect([...stand.links.keys()].filter((link) => link === '/two' || link === '/one')).toEqual(['/two']);
    const received = (await stand.received('twice needed'))?.evidence as unknown as ReadonlyArray<{
      readonly materials: ReadonlyArray<{ readonly download?: { readonly entry: string } }>;
    }>;
    const entries = received.map(({ materials }) => materials[0]?.download?.entry);
    const number = String(stand.officers.states.get('twice needed')?.last).padStart(8, '0');
    const [first, second] = [1, 2].map((place) => `${number}-${place}.jwe`);
    expect(entries).toEqual([first, first, undefined, second]);
    expect([first, second].map((name) => stand.officers.files.get(name as string)?.toString())).toEqual([
      content.toString(),
      another.toString(),
    ]);
    // Neither links nor places in a package lie with it here.
    expect(JSON.stringify(await stand.system.held('twice needed'))).not.toMatch(/"(url|expiresAt|entry)"/);
    await carry(stand.officers.answer('twice needed', { state: 'REFUSED', messages: '不予办理' }));
    await stand.system.erase('twice needed');
    stand.links.clear();
  });

  it('is gone with what is erased, here', async () => {
    expect((await stand.waiting()).files).toBe(1);
    expect(await carry(stand.officers.answer('paper', { state: 'REFUSED', messages: '不予办理' }))).toEqual(['TAKEN']);
    expect(await stand.system.erase('paper')).toBeNull();
    expect((await stand.waiting()).files).toBe(0);
    expect(JSON.stringify(await stand.system.held('paper'))).not.toContain('陈安');
  });
});

describe('what is carried out', () => {
  it('is carried once, and again from any number where a medium was lost', async () => {
    await fileIn('lost');
    const last = stand.officers.states.get('lost')?.last ?? 0;
    expect(await stand.carryOut()).toBe(0);
    const medium = new Map(stand.medium);
    stand.medium.clear();
    expect(await stand.carryOut(last)).toBe(1);
    expect([...stand.medium.keys()]).toEqual([`${String(last).padStart(8, '0')}.jwe`]);
    // In any order, the old medium and the new one say the same.
    await stand.officers.take(medium);
    expect(stand.officers.filings.get('lost')).toMatchObject({ id: 'lost' });
  });

  it('goes together, all that waits', async () => {
    for (const id of ['one of three', 'two of three', 'three of three']) await stand.system.accept(filingOf(id), pin);
    expect([await stand.carryOut(), await stand.carryOut()]).toEqual([3, 0]);
  });

  it('says nothing of what was taken back before it left, and says so after', async () => {
    await stand.system.accept(filingOf('never left'), pin);
    await stand.system.withdraw('never left', null);
    expect(await stand.carryOut()).toBe(0);
    await fileIn('left');
    await stand.system.withdraw('left', '不办了');
    expect(await stand.carryOut()).toBe(1);
    expect(stand.officers.states.get('left')?.withdrawn).toBe(true);
    expect(await carry(stand.officers.answer('left', approved))).toEqual(['RELAY_ANSWER_WITHDRAWN']);
  });
});

describe('what is not asked for', () => {
  it('is not taken in: a filing of a matter that there is not', async () => {
    const unknown = { ...filingOf('unknown matter'), matter: '330381XX000000000000' };
    await expect(stand.system.accept(unknown, pin)).rejects.toMatchObject({ extensions: { code: 'MATTER_NOT_FOUND' } });
    expect(await stand.system.find('unknown matter')).toBeNull();
  });

  it('is not sent on: a supplement that nobody wants, of which no file is taken, nor a second one at once', async () => {
    await fileIn('not asked');
    const { form } = filingOf('not asked');
    stand.links.set('/kept', Buffer.from('a file'));
    const download = {
      url: '/kept',
      expiresAt: '2026-11-27T04:05:00Z',
      fileName: 'a',
      contentType: 'image/png',
      bytes: 6,
    };
    const evidence = [
      {
        ...{ requirement: 'SW3040-02', fate: 'SUBMITTED', sources: [] },
        materials: [
          { material: 'contract', upload: 'u1', download: { ...download, sha256: sha256(Buffer.from('a file')) } },
        ],
      },
    ] as never;
    expect(await stand.system.supplement('not asked', 'one', form, evidence)).toMatchObject({ state: 'SUBMITTED' });
    expect([stand.links.has('/kept'), await stand.carryOut()]).toEqual([true, 0]);
    stand.links.delete('/kept');
    const asks = { state: 'NEEDS_CORRECTION', messages: '请补', corrections: [{ message: '请补' }] };
    expect(await carry(stand.officers.answer('not asked', asks))).toEqual(['TAKEN']);
    await Promise.all(['two', 'three'].map((id) => stand.system.supplement('not asked', id, form, [])));
    expect(await stand.carryOut()).toBe(1);
    expect(await stand.system.find('not asked')).toMatchObject({ state: 'SUBMITTED', corrections: [], messages: null });
  });

  it('is not sent on: money that came once more', async () => {
    await fileIn('paid twice');
    await stand.decide('paid twice', { says: 'DEMANDS', amountFen: 100 });
    const paid = { filing: 'paid twice', amountFen: 100, receiptNumber: 'R', paidAt: '2026-11-27T04:00:00.000Z' };
    await expect(stand.system.paid({ ...paid, id: 'wrong', amountFen: 99 })).rejects.toMatchObject({
      extensions: { code: 'PAYMENT_NOT_DEMANDED' },
    });
    for (const id of ['first', 'second'])
      expect(await stand.system.paid({ ...paid, id })).toMatchObject({ state: 'ACCEPTED' });
    expect(await stand.carryOut()).toBe(1);
  });
});

describe('answers', () => {
  it('are a list of ten thousand at most, by their lines', async () => {
    const send = async (count: number) =>
      stand.carryIn(await stand.officers.sign({ answers: Array.from({ length: count }, () => ({})) }));
    expect(await send(10_001)).toBeNull();
    const lines = (await send(10_000)) as ReadonlyArray<Line>;
    expect(lines.map(({ line }) => line)).toEqual(lines.map((_each, index) => index + 1));
    expect(lines).toHaveLength(10_000);
    expect(new Set(told(lines))).toEqual(new Set(['RELAY_ANSWER_INVALID']));
  });

  it.each<[string, object, string]>([
    ['the first number', { number: 1 }, 'FILING_NOT_FOUND'],
    ['no number of an answer', { number: 0 }, 'RELAY_ANSWER_INVALID'],
    ['the greatest number', { number: Number.MAX_SAFE_INTEGER }, 'FILING_NOT_FOUND'],
    ['more than that', { number: Number.MAX_SAFE_INTEGER + 1 }, 'RELAY_ANSWER_INVALID'],
    ['half a number', { number: 1.5 }, 'RELAY_ANSWER_INVALID'],
    ['no id', { filing: '' }, 'RELAY_ANSWER_INVALID'],
    ['the longest id', { filing: 'x'.repeat(200) }, 'FILING_NOT_FOUND'],
    ['a longer one', { filing: 'x'.repeat(201) }, 'RELAY_ANSWER_INVALID'],
    ['about the first entry', { about: 1 }, 'FILING_NOT_FOUND'],
    ['about none', { about: 0 }, 'RELAY_ANSWER_INVALID'],
  ])('with %s: %#', async (_what, more, code) => {
    const answer = { number: 7, filing: 'of nobody', about: 1, receipt: { state: 'ACCEPTED' } };
    expect(await carry({ ...answer, ...more })).toEqual([code]);
  });

  it('are taken once, whatever medium brings them', async () => {
    await fileIn('twice');
    const medium = await stand.officers.seal({ answers: [stand.officers.answer('twice', approved)] });
    expect(told(await stand.carryIn(medium))).toEqual(['TAKEN']);
    expect(told(await stand.carryIn(medium))).toEqual(['AGAIN']);
    expect((await stand.system.find('twice'))?.results).toHaveLength(1);
  });

  it('are told of line by line: one that is wrong keeps no other back', async () => {
    await fileIn('line');
    const { officers } = stand;
    expect(
      await carry(
        { number: 'one' },
        officers.answer('nobody has it', approved, { about: 1 }),
        officers.answer('line', { state: 'DONE' }),
        officers.answer('line', approved, { about: 999 }),
        officers.answer('line', { state: 'ACCEPTED' }),
        officers.answer('line', approved),
        officers.answer('line', { state: 'REFUSED' }),
      ),
    ).toEqual([
      ...['RELAY_ANSWER_INVALID', 'FILING_NOT_FOUND', 'RELAY_ANSWER_INVALID', 'RELAY_ANSWER_INVALID'],
      ...['TAKEN', 'TAKEN', 'FILING_ALREADY_DECIDED'],
    ]);
  });

  it('that were refused are not remembered: the same number is taken once it is right', async () => {
    await fileIn('about');
    const right = stand.officers.answer('about', approved);
    expect(await carry({ ...right, about: 999 })).toEqual(['RELAY_ANSWER_INVALID']);
    expect(await carry(right)).toEqual(['TAKEN']);
  });

  it('put an approval right that did not hold, and nothing else that is decided', async () => {
    await fileIn('wrong');
    const { officers } = stand;
    const right = { ...approved, results: [{ ...approved.results[0], number: 'DT-2' }] };
    const [first, older] = [officers.answer('wrong', approved), officers.answer('wrong', approved)];
    expect(await carry(first, officers.answer('wrong', right), older)).toEqual([
      ...['TAKEN', 'TAKEN', 'RELAY_ANSWER_OVERTAKEN'],
    ]);
    expect((await stand.system.find('wrong'))?.results).toMatchObject([{ number: 'DT-2' }]);
    expect(await carry(officers.answer('wrong', { state: 'ACCEPTED' }))).toEqual(['FILING_ALREADY_DECIDED']);
    await fileIn('refused');
    const refused = officers.answer('refused', { state: 'REFUSED' });
    expect(await carry(refused, officers.answer('refused', approved))).toEqual(['TAKEN', 'FILING_ALREADY_DECIDED']);
  });

  it('that come late change nothing: of what was sent before a supplement, or older than one that was taken', async () => {
    await fileIn('late');
    const { officers } = stand;
    const early = officers.answer('late', { state: 'ACCEPTED' });
    const asks = officers.answer('late', { state: 'NEEDS_CORRECTION', corrections: [{ message: '请补' }] });
    const [older, newer] = [officers.answer('late', approved), officers.answer('late', { state: 'ACCEPTED' })];
    expect(await carry(asks)).toEqual(['TAKEN']);
    expect(await carry(early)).toEqual(['RELAY_ANSWER_OVERTAKEN']);
    const { form, evidence } = filingOf('late');
    await stand.system.supplement('late', 'supplement of late', form, evidence);
    // It has not even left.
    expect(await carry(older)).toEqual(['RELAY_ANSWER_OVERTAKEN']);
    await stand.carryOut();
    expect(await carry(newer)).toEqual(['RELAY_ANSWER_OVERTAKEN']);
    expect(await stand.system.find('late')).toMatchObject({ state: 'SUBMITTED' });
    expect(await carry(officers.answer('late', approved))).toEqual(['TAKEN']);
  });

  it('are not taken of a file that is damaged, exchanged, of somebody else, for somebody else, or old', async () => {
    await fileIn('safe');
    const { officers } = stand;
    const word = { answers: [officers.answer('safe', approved)] };
    const sealed = await officers.seal(word);
    const signed = await officers.sign(word);
    const stranger = keyPairs('tax');
    const [head, , mac] = signed.split('.');
    const changed = Buffer.from(
      JSON.stringify({ iss: 'tax', aud: 'yijianshi', iat: noon / 1000, word: { answers: [] } }),
    ).toString('base64url');
    const at = sealed.length - 30;
    const files: ReadonlyArray<readonly [string, string]> = [
      ['', 'RELAY_FILE_BROKEN'],
      ['not a file', 'RELAY_FILE_BROKEN'],
      [sealed.slice(0, -10), 'RELAY_FILE_BROKEN'],
      [sealed.slice(0, at) + (sealed[at] === 'x' ? 'y' : 'x') + sealed.slice(at + 1), 'RELAY_FILE_BROKEN'],
      [`${head}.${changed}.${mac}`, 'RELAY_FILE_BROKEN'],
      // Their key’s name, and another key.
      [await officers.sign(word, { key: stranger.own }), 'RELAY_FILE_BROKEN'],
      [await officers.sign(word, { key: keyPairs('police').own }), 'RELAY_FILE_FOREIGN'],
      [await officers.sign(word, { from: 'police' }), 'RELAY_FILE_FOREIGN'],
      [await officers.sign(word, { to: 'another province' }), 'RELAY_FILE_FOREIGN'],
      [await officers.sign(word, { at: noon - oldestMs - 1000 }), 'RELAY_FILE_OLD'],
      [await officers.sign(word, { at: noon + 3_600_000 }), 'RELAY_FILE_OLD'],
    ];
    for (const [text, code] of files) expect(await stand.carryIn(text), text.slice(0, 80)).toBe(code);
    expect(await stand.carryIn(await officers.sign({ answers: 'none' }))).toBeNull();
    expect(await stand.system.find('safe')).toMatchObject({ state: 'SUBMITTED' });
    // Nothing of it was used up: the file itself is still taken, sealed or signed alone.
    expect(told(await stand.carryIn(signed))).toEqual(['TAKEN']);
    expect(told(await stand.carryIn(sealed))).toEqual(['AGAIN']);
  });
});

describe('the command', () => {
  it('writes what waits, and takes answers in, for a department that is reached so', async () => {
    const root = copyProduct();
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const registry = join(root, 'schema/subgraphs.yaml');
    const text = readFileSync(registry, 'utf8');
    writeFileSync(registry, text.replace('type: Tax,', 'type: Tax,\n      system: RELAY,'));
    const systems = join(root, 'systems');
    mkdirSync(join(systems, 'tax'), { recursive: true });
    writeFileSync(join(systems, 'tax/system.yaml'), JSON.stringify({ ours: 'ours.json', theirs: 'theirs.json' }));
    writeFileSync(join(systems, 'tax/ours.json'), JSON.stringify(stand.own));
    writeFileSync(join(systems, 'tax/theirs.json'), JSON.stringify(stand.officers.told));
    const environment = { DATABASE_URL: stand.adminUrl, YIJIANSHI_SECRET: testSecret, SYSTEMS_DIR: systems };
    const run = (...args: ReadonlyArray<string>): Promise<{ readonly code: number; readonly said: string }> =>
      new Promise((done) => {
        const all = ['--import', 'tsx', 'scripts/relay.ts', ...args];
        execFile(process.execPath, all, { cwd: root, env: { ...process.env, ...environment } }, (error, out, err) =>
          done({ code: error ? Number(error.code) : 0, said: out + err }),
        );
      });

    await stand.system.accept(filingOf('by command'), pin);
    const folder = join(root, 'medium');
    const exported = await run('export', 'tax', '--to', folder);
    expect([exported.code, exported.said]).toEqual([0, expect.stringMatching(/^\d+\tFILING\tby command\t0$/m)]);
    const files = readdirSync(folder);
    expect(files).toEqual([expect.stringMatching(/^\d{8}\.jwe$/)]);
    expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600);
    const medium = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    await stand.officers.take(medium, Date.now());

    // The machine's clock stands elsewhere than the test's.
    const word = { answers: [stand.officers.answer('by command', approved), { number: 0 }] };
    const answers = join(root, 'answers.jws');
    writeFileSync(answers, await stand.officers.sign(word, { at: Math.floor(Date.now() / 1000) * 1000 }));
    const imported = await run('import', 'tax', answers);
    expect([imported.code, imported.said]).toEqual([1, expect.stringMatching(/^1\tby command\tTAKEN$/m)]);
    expect(imported.said).toMatch(/^2\t-\tRELAY_ANSWER_INVALID\t.*\p{Script=Han}.* [A-Z]/mu);
    expect(await stand.system.find('by command')).toMatchObject({ state: 'APPROVED' });

    // One file that is not there keeps no other back.
    const missing = await run('import', 'tax', join(root, 'no answers'), answers);
    expect([missing.code, missing.said]).toEqual([1, expect.stringMatching(/no answers.*ENOENT/)]);
    expect(missing.said).toMatch(/^1\tby command\tAGAIN$/m);
    const unknown = await run('export', 'health', '--to', folder);
    expect([unknown.code, unknown.said]).toEqual([1, expect.stringContaining('(there are tax)')]);
  });
});
