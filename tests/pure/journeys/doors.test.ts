import { describe, expect, it } from 'vitest';
import type { DoorAnswer } from '../../../subgraphs/journeys/door-answers.ts';
import { createDoors } from '../../../subgraphs/journeys/doors.ts';
import { serviceIdentity } from '../../../subgraphs/runtime/identity.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../subgraphs/runtime/subgraph.ts';

const departments = [{ code: 'tax', type: 'Tax', external: false }];
const links = { linked: async () => 'with links' };
const filing = { id: 'f', matter: 'm', parties: {}, form: {}, evidence: [], answers: {}, produced: [] };
/** What is made of a department's answer. */
function hear(response: SubgraphResponse | Error): Promise<DoorAnswer> {
  const doors = () => async () => {
    if (response instanceof Error) throw response;
    return response;
  };
  const door = createDoors(departments, doors, serviceIdentity('journeys'), links)('tax');
  if (!door) throw new Error('There is no door.');
  return door.accept(filing, null);
}
const says = (taxAccept: unknown): SubgraphResponse => ({ data: { taxAccept } });
const result = { documentType: 'd', subject: 'CHILD', number: '1', issuedAt: '2026-11-25T00:00:00Z' };

describe('a department’s receipt', () => {
  it('is taken with everything in it, absent members as null', async () => {
    const answer = await hear(
      says({
        state: 'APPROVED',
        messages: null,
        corrections: [{ message: { zh: '改', en: 'Mend' } }],
        results: [result],
      }),
    );
    expect(answer).toEqual({
      kind: 'RECEIPT',
      receipt: {
        state: 'APPROVED',
        messages: null,
        corrections: [{ field: null, material: null, message: { zh: '改', en: 'Mend' } }],
        results: [{ ...result, party: null, spec: null }],
        tells: true,
      },
    });
    expect(await hear(says({ state: 'ACCEPTED' }))).toEqual({
      kind: 'RECEIPT',
      receipt: { state: 'ACCEPTED', messages: null, corrections: null, results: null, tells: true },
    });
  });

  it.each<[string, unknown]>([
    ['of a state that there is not', { state: 'WAITING' }],
    ['without a state', { results: [] }],
    ['whose results are no list', { state: 'APPROVED', results: 'none' }],
    ['whose result has no number', { state: 'APPROVED', results: [{ ...result, number: 1 }] }],
    ['whose correction says nothing', { state: 'NEEDS_CORRECTION', corrections: [{ field: 'a' }] }],
    ['whose words are in one language', { state: 'REFUSED', messages: { zh: '不' } }],
    ['that is a text', 'APPROVED'],
  ])('that could not be read again is not written down: %s', async (_what, receipt) => {
    expect(await hear(says(receipt))).toMatchObject({ kind: 'REJECTED', code: 'RECEIPT_INVALID' });
  });
});

it('a filing is handed over with the catalogue that it was planned from, where that was kept', async () => {
  const sent: SubgraphRequest[] = [];
  const doors = () => async (request: SubgraphRequest) => {
    sent.push(request);
    return says({ state: 'ACCEPTED' });
  };
  const door = createDoors(departments, doors, serviceIdentity('journeys'), links)('tax');
  await door?.accept(filing, { revision: 7, date: '2026-11-27' });
  await door?.accept(filing, { revision: null, date: '2026-11-27' });
  await door?.accept(filing, null);
  expect(sent.map(({ headers }) => headers)).toEqual([
    { 'catalogue-revision': '7', 'catalogue-date': '2026-11-27' },
    { 'catalogue-date': '2026-11-27' },
    {},
  ]);
});

describe('a department', () => {
  it.each<[string, SubgraphResponse | Error]>([
    ['cannot be reached', new Error('ECONNREFUSED')],
    ['answers nothing', { data: null }],
    ['answers null', says(null)],
    ['fails inside', { data: null, errors: [{ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }],
    ['does not know who asks', { data: null, errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] }],
    ['fails without a code', { data: null, errors: [{ message: 'x' }] }],
  ])('is out where it %s', async (_what, response) => {
    expect(await hear(response)).toEqual({ kind: 'DEPARTMENT_OUT' });
  });

  it.each([
    [30_000, { kind: 'DEPARTMENT_OUT', afterMs: 30_000 }],
    // A year was never meant, and words are no time.
    [365 * 86_400_000, { kind: 'DEPARTMENT_OUT' }],
    ['soon', { kind: 'DEPARTMENT_OUT' }],
  ])('whose own system is out is left alone for as long as it says: %s', async (afterMs, answer) => {
    const extensions = { code: 'DEPARTMENT_SYSTEM_OUT', afterMs };
    expect(await hear({ data: null, errors: [{ message: '', extensions }] })).toEqual(answer);
  });

  it('tells by itself what its staff decide where they decide here, and there alone', async () => {
    const tells = async (row: { external: boolean; system?: 'RELAY' | 'HTTP_JSON' }) => {
      const doors = () => async () => says({ state: 'SUBMITTED' });
      const all = [{ code: 'tax', type: 'Tax', ...row }];
      const answer = await createDoors(all, doors, serviceIdentity('journeys'), links)('tax')?.accept(filing, null);
      return answer?.kind === 'RECEIPT' && answer.receipt.tells === true;
    };
    expect(await tells({ external: false })).toBe(true);
    for (const row of [
      { external: true },
      ...(['RELAY', 'HTTP_JSON'] as const).map((system) => ({ external: false, system })),
    ])
      expect(await tells(row)).toBe(false);
  });

  it.each<[string, SubgraphResponse | Error, string]>([
    ['cannot be reached', new Error('ECONNREFUSED'), 'DEPARTMENT_OUT'],
    ['answers nothing', { data: null }, 'DEPARTMENT_OUT'],
    ['fails at this field', { data: { taxHeld: null }, errors: [{ message: 'x' }] }, 'DEPARTMENT_OUT'],
    ['fails inside', { errors: [{ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }, 'DEPARTMENT_OUT'],
    [
      'does not know who asks',
      { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] },
      'DEPARTMENT_OUT',
    ],
    ['has no such call', { errors: [{ message: 'Cannot query field "taxHeld".' }] }, 'NOT_KNOWN'],
    ['has it and says nothing', { data: { taxHeld: null } }, 'NOT_KNOWN'],
    ['tells', { data: { taxHeld: { form: {} } } }, 'TOLD'],
  ])('asked what it holds, which it need not know: %s', async (_what, response, kind) => {
    const door = createDoors(
      departments,
      () => async () => {
        if (response instanceof Error) throw response;
        return response;
      },
      serviceIdentity('journeys'),
      links,
    )('tax');
    expect((await door?.held('f'))?.kind).toBe(kind);
  });

  it.each<[string, SubgraphResponse | Error, string | null | 'OUT']>([
    ['tells a code', { data: { taxRefusalReason: 'NAME_IS_PROTECTED' } }, 'NAME_IS_PROTECTED'],
    ['tells none', { data: { taxRefusalReason: null } }, null],
    ['has no such call', { errors: [{ message: 'Cannot query field "taxRefusalReason".' }] }, null],
    ['tells what is no code', { data: { taxRefusalReason: 7 } }, null],
    ['tells what is too long for one', { data: { taxRefusalReason: 'X'.repeat(201) } }, null],
    ['cannot be reached then', new Error('ECONNREFUSED'), 'OUT'],
  ])('that refuses is asked for what, which it need not know: %s', async (_what, response, reason) => {
    const asked: string[] = [];
    const doors = () => async (request: SubgraphRequest) => {
      asked.push(request.query);
      if (!request.query.includes('taxRefusalReason')) return says({ state: 'REFUSED' });
      if (response instanceof Error) throw response;
      return response;
    };
    const door = createDoors(departments, doors, serviceIdentity('journeys'), links)('tax');
    const answer = await door?.accept(filing, null);
    if (reason === 'OUT') expect(answer).toEqual({ kind: 'DEPARTMENT_OUT' });
    else expect(answer).toMatchObject({ kind: 'RECEIPT', receipt: { state: 'REFUSED', refusalReason: reason } });
    expect(asked).toHaveLength(2);
  });

  const document = { number: 'N-1', data: { a: 1 }, trust: 'B', issuedOn: '2026-11-01', expiresOn: null };
  it.each<[string, SubgraphResponse | Error, object]>([
    ['cannot be reached', new Error('ECONNREFUSED'), { outcome: 'LATER' }],
    ['fails at this field', { data: { taxProvide: null }, errors: [{ message: 'x' }] }, { outcome: 'LATER' }],
    ['has no such call', { errors: [{ message: 'Cannot query field "taxProvide".' }] }, { outcome: 'NOT_FOUND' }],
    ['refuses', { data: { taxProvide: { outcome: 'REFUSED' } } }, { outcome: 'REFUSED' }],
    ['has it', { data: { taxProvide: { outcome: 'FOUND', ...document } } }, { outcome: 'FOUND', document }],
    [
      'has it and does not say how far it can be relied on',
      { data: { taxProvide: { outcome: 'FOUND', number: 'N-1' } } },
      { outcome: 'FOUND', document: { number: 'N-1', data: null, trust: 'D', issuedOn: null, expiresOn: null } },
    ],
    ['says what there is not', { data: { taxProvide: { outcome: 'PERHAPS' } } }, { outcome: 'LATER' }],
    [
      'has it since a day that there is not',
      { data: { taxProvide: { outcome: 'FOUND', ...document, issuedOn: '2026-02-30' } } },
      { outcome: 'LATER' },
    ],
    [
      'has too much of it',
      { data: { taxProvide: { outcome: 'FOUND', ...document, data: 'x'.repeat(20_001) } } },
      { outcome: 'LATER' },
    ],
  ])('asked for a document, which it need not know: %s', async (_what, response, answer) => {
    const doors = () => async () => {
      if (response instanceof Error) throw response;
      return response;
    };
    const door = createDoors(departments, doors, serviceIdentity('journeys'), links)('tax');
    const nobody = { name: null, identityNumber: null, bornOn: null };
    const request = { id: 'f-1', source: 's', documentType: 'd', matter: 'm', parties: [nobody], applicant: nobody };
    expect(await door?.provide(request)).toEqual(answer);
  });

  it('rejects with a code of its own', async () => {
    const errors = [{ message: '没有。 None.', extensions: { code: 'MATTER_NOT_FOUND' } }];
    expect(await hear({ data: null, errors })).toEqual({
      kind: 'REJECTED',
      code: 'MATTER_NOT_FOUND',
      message: '没有。 None.',
    });
  });

  it('to a decision comes for the clerk, of whom the department is told no more than it knows', async () => {
    const told: unknown[] = [];
    const doors = () => async (request: SubgraphRequest) => {
      told.push(request.identity);
      return says(null);
    };
    const clerk = { subject: 'c', kind: 'STAFF', department: 'tax', scopes: [] } as const;
    const door = createDoors(departments, doors, serviceIdentity('journeys'), links)('tax');
    await door?.decide({ id: 'd', filing: 'f', decision: 'ACCEPT' }, { ...clerk, claims: { identityNumber: '1' } });
    expect(told).toEqual([clerk]);
  });

  it('comes with links to files where the department has a system of its own, and there alone', async () => {
    const sent: unknown[] = [];
    const doors =
      () =>
      async ({ variables }: SubgraphRequest) => {
        const { filing = {}, evidence } = variables as { filing?: { evidence?: unknown }; evidence?: unknown };
        sent.push(typeof filing === 'string' ? evidence : filing.evidence);
        return says(null);
      };
    for (const own of [{ external: true }, { external: false, system: 'RELAY' as const }, { external: false }]) {
      const row = { code: 'tax', type: 'Tax', ...own };
      const door = createDoors([row], doors, serviceIdentity('journeys'), links)('tax');
      await door?.accept(filing, null);
      await door?.supplement('f', 's', {}, []);
    }
    expect(sent).toEqual([...Array(4).fill('with links'), [], []]);
  });

  it('that is in no registry has no door', () => {
    expect(createDoors(departments, () => async () => ({}), serviceIdentity('journeys'), links)('archives')).toBeNull();
  });
});
