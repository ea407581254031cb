import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standOfDesk } from './department-systems/desk-stand.ts';
import { standOfHttp } from './department-systems/http-stand.ts';
import { standOfRelay } from './department-systems/relay-stand.ts';
import { filingOf, pin, type Stand } from './department-systems/stand.ts';

/* What every adapter of a department's system is held to: one suite, run over each with a department behind it. */

describe.each<[string, () => Promise<Stand>]>([
  ['the built-in desk', standOfDesk],
  ['a system of HTTP and JSON', () => standOfHttp()],
  ['a department reached by relay', standOfRelay],
])('%s', (_name, open) => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await open();
  });
  afterAll(() => stand.close());
  const paid = (filing: string, amountFen: number) => ({
    ...{ id: `payment ${filing}`, filing, amountFen },
    ...{ receiptNumber: `R-${filing}`, paidAt: '2026-11-27T04:00:00.000Z' },
  });

  it('takes one filing in once, and tells another of the same id apart', async () => {
    const first = await stand.system.accept(filingOf('once'), pin);
    expect(first).toEqual({ filing: 'once', state: 'SUBMITTED', messages: null, corrections: [], results: [] });
    expect(await stand.received('once')).not.toBeNull();
    const before = await stand.count();
    expect(await stand.system.accept(filingOf('once'), pin)).toEqual(first);
    expect(await Promise.all([1, 2, 3].map(() => stand.system.accept(filingOf('once'), pin)))).toEqual([
      first,
      first,
      first,
    ]);
    await stand.received('once');
    expect(await stand.count()).toBe(before);
    await expect(stand.system.accept(filingOf('once', { form: {} }), pin)).rejects.toMatchObject({
      extensions: { code: 'FILING_ID_REUSED' },
    });
  });

  it('is sent what was filed and nothing else, in its own codes', async () => {
    await stand.system.accept(filingOf('sent'), pin);
    const { theirs } = stand;
    const received = await stand.received('sent');
    expect(received).toMatchObject({
      matter: theirs('330381SW000730040000'),
      parties: { [theirs('BUYER')]: ['buyer'], [theirs('HOME')]: ['home'] },
      answers: { [theirs('contract-signed')]: true },
      withdrawn: false,
      paid: [],
    });
    expect(received?.form).toEqual({
      buyer: { [theirs('name')]: '陈安', [theirs('identity-number')]: '33038119900307721X' },
      home: { [theirs('home-address')]: '瑞安市万松路1号', [theirs('transfer-price')]: '1200000' },
    });
    expect(received?.evidence).toEqual([
      {
        ...{ requirement: theirs('SW3040-02'), fate: 'SUBMITTED', sources: [] },
        materials: [{ material: 'contract', bringToCounter: true }],
      },
    ]);
    expect(received?.produced).toEqual([
      {
        ...{ documentType: theirs('home-certificate'), subject: theirs('HOME') },
        ...{ party: 'home', spec: null, number: '浙2026-1' },
      },
    ]);
  });

  it('asks for corrections in the catalogue’s codes, and takes one supplement once', async () => {
    await stand.system.accept(filingOf('mend'), pin);
    await stand.decide('mend', {
      says: 'CORRECT',
      corrections: [
        { field: 'home.transfer-price', material: null, message: '请核对价格' },
        { field: null, material: 'contract', message: '请补合同' },
      ],
    });
    expect(await stand.system.find('mend')).toMatchObject({
      state: 'NEEDS_CORRECTION',
      corrections: [
        { field: 'home.transfer-price', material: null, message: { zh: '请核对价格' } },
        { field: null, material: 'contract', message: { zh: '请补合同' } },
      ],
    });
    const form = { ...filingOf('mend').form, home: { 'home-address': '万松路1号', 'transfer-price': '1300000' } };
    const evidence = filingOf('mend').evidence;
    const supplemented = await stand.system.supplement('mend', 'supplement-1', form, evidence);
    expect(supplemented).toMatchObject({ state: 'SUBMITTED', corrections: [] });
    expect(await stand.system.supplement('mend', 'supplement-1', { buyer: {} }, [])).toEqual(supplemented);
    expect((await stand.received('mend'))?.form.home).toEqual({
      [stand.theirs('home-address')]: '万松路1号',
      [stand.theirs('transfer-price')]: '1300000',
    });
    expect(await stand.system.find('mend')).toEqual(supplemented);
  });

  it('demands money, hears once that it was paid, and approves then', async () => {
    await stand.system.accept(filingOf('money'), pin);
    expect(await stand.system.demand('money')).toBeNull();
    await stand.decide('money', { says: 'DEMANDS', amountFen: 1_800_000 });
    expect(await stand.system.find('money')).toMatchObject({ state: 'AWAITING_PAYMENT' });
    expect(await stand.system.demand('money')).toEqual({
      ...{ amountFen: 1_800_000, items: { zh: '契税', en: 'Deed tax' }, payer: 'BUYER', channel: 'ONLINE' },
      dueInWorkingDays: 10,
    });
    for (const _twice of [1, 2])
      expect(await stand.system.paid(paid('money', 1_800_000))).toMatchObject({ filing: 'money', state: 'ACCEPTED' });
    expect((await stand.received('money'))?.paid).toEqual(['R-money']);
    await stand.decide('money', { says: 'APPROVED', number: 'DT-1' });
    const approved = await stand.system.find('money');
    expect(approved).toMatchObject({
      state: 'APPROVED',
      results: [{ documentType: 'deed-tax-receipt', subject: 'HOME', party: 'home', spec: null, number: 'DT-1' }],
    });
    expect(Number.isNaN(Date.parse(approved?.results[0]?.issuedAt ?? ''))).toBe(false);
    // It is settled: what comes again changes nothing of it.
    expect(await stand.system.withdraw('money', null)).toEqual(approved);
    expect(await stand.system.accept(filingOf('money'), pin)).toEqual(approved);
  });

  it('refuses for a reason that has a code', async () => {
    await stand.system.accept(filingOf('no'), pin);
    await stand.decide('no', { says: 'REFUSED', reason: '不属于本局管辖', code: 'OUT_OF_DISTRICT' });
    expect(await stand.system.find('no')).toMatchObject({ state: 'REFUSED', messages: { zh: '不属于本局管辖' } });
    expect(await stand.system.refusalReason('no')).toBe('OUT_OF_DISTRICT');
    await stand.system.accept(filingOf('not said'), pin);
    expect(await stand.system.refusalReason('not said')).toBeNull();
  });

  it('gives a filing back, once', async () => {
    await stand.system.accept(filingOf('back'), pin);
    expect((await stand.received('back'))?.withdrawn).toBe(false);
    for (const _twice of [1, 2])
      expect(await stand.system.withdraw('back', '不办了')).toMatchObject({ filing: 'back', state: 'WITHDRAWN' });
    expect((await stand.received('back'))?.withdrawn).toBe(true);
    expect(await stand.system.find('back')).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('says of a filing that it does not have that there is none', async () => {
    const { system } = stand;
    expect(await system.find('unknown')).toBeNull();
    expect(await system.held('unknown')).toBeNull();
    expect(await system.demand('unknown')).toBeNull();
    expect(await system.refusalReason('unknown')).toBeNull();
    for (const call of [
      () => system.supplement('unknown', 'supplement-of-none', {}, []),
      () => system.paid(paid('unknown', 1)),
      () => system.withdraw('unknown', null),
    ])
      await expect(call()).rejects.toMatchObject({ extensions: { code: 'FILING_NOT_FOUND' } });
  });

  it('tells all that it holds of a filing', async () => {
    await stand.system.accept(filingOf('held'), pin);
    await stand.received('held');
    expect(JSON.stringify(await stand.system.held('held'))).toContain('33038119900307721X');
  });
});
